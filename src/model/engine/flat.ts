/**
 * Parameters and optimizer state as flat arrays without padding: stem, units (layers, then the learned scale), final norm,
 * head; a layer is kernel, bias, gamma, beta. The same order in which `packing.ts` stores them.
 */
import type { Parameters } from '../network/parameters.ts';
import type { OptimizerState } from './state.ts';

function arraysOf({ stem, units, finalNorm, head }: Parameters): Float32Array[] {
  const norm = (one: Parameters['finalNorm']) => (one ? [one.gamma, one.beta] : []);
  return [
    stem.kernel,
    stem.bias,
    ...units.flatMap(({ layers, scale }) => [
      ...layers.flatMap((layer) => [layer.kernel, layer.bias, ...norm(layer.norm)]),
      ...(scale ? [scale] : []),
    ]),
    ...norm(finalNorm),
    head.kernel,
    head.bias,
  ];
}

/** All numbers of the parts, one part after the other. */
export const joined = (parts: readonly Float32Array[]): Float32Array => {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

export const flatten = (parameters: Parameters): Float32Array => joined(arraysOf(parameters));

/**
 * A copy of `values` in the shape of `like`.
 * @throws {RangeError} when `like` takes more or fewer numbers
 */
export function unflatten(values: Float32Array, like: Parameters): Parameters {
  const copy = structuredClone(like);
  const arrays = arraysOf(copy);
  const count = arrays.reduce((sum, { length }) => sum + length, 0);
  if (count !== values.length) throw new RangeError(`${values.length} numbers cannot be ${count} parameters.`);
  let at = 0;
  for (const array of arrays) {
    array.set(values.subarray(at, at + array.length));
    at += array.length;
  }
  return copy;
}

/** The count of updates, then the moments one after the other. */
export const flattenState = ({ steps, moments }: OptimizerState): Float32Array =>
  joined([Float32Array.of(steps), ...moments.map(flatten)]);

/**
 * The state that `flattenState` wrote, its moments in the shape of `like`.
 * @throws {RangeError} when the numbers are not whole moments
 */
export function unflattenState(values: Float32Array, like: Parameters): OptimizerState {
  const size = arraysOf(like).reduce((sum, { length }) => sum + length, 0);
  const count = Math.ceil((values.length - 1) / size);
  return {
    steps: values[0] ?? 0,
    moments: Array.from({ length: count }, (_, k) =>
      unflatten(values.subarray(1 + k * size, 1 + (k + 1) * size), like),
    ),
  };
}
