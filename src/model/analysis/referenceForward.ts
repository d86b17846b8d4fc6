/** The forward pass of the model's README in plain loops and float64: every state and branch, for any engine's network. */
import type { Dense, Norm, Parameters } from '../network/parameters.ts';
import type { NetworkSpec } from '../network/specification.ts';

export interface Activity {
  /** x_0 ... x_units, each [count, width] row-major. */
  readonly states: readonly Float64Array[];
  /** F(x_0) ... F(x_{units-1}), each [count, width], before the branch scale and the learned scalar. */
  readonly branches: readonly Float64Array[];
  /** [count, outputSize] row-major. */
  readonly outputs: Float64Array;
}

/** What a unit multiplies its branch by: alpha, times the learned scalar where there is one. */
export const branchScaleAt = (network: NetworkSpec, { units }: Parameters, unit: number): number =>
  network.branchFactor * (units[unit]?.scale?.[0] ?? 1);

/**
 * Runs `count` inputs [count, inputSize] through the network.
 * @throws {RangeError} when the inputs do not have that size
 */
export function referenceForward(
  network: NetworkSpec,
  parameters: Parameters,
  inputs: ArrayLike<number>,
  count: number,
): Activity {
  const { width, order, normalization, shortcutScale } = network;
  if (inputs.length * width !== count * parameters.stem.kernel.length) {
    throw new RangeError(`${count} inputs cannot be ${inputs.length} numbers.`);
  }
  const act = (x: Float64Array) => x.map(phi[network.activation]);
  const norm = (x: Float64Array, n: Norm | undefined) => (n ? normalised(x, count, n, normalization === 'batch') : x);

  let x = linear(inputs, count, parameters.stem);
  const states = [x];
  const branches: Float64Array[] = [];
  for (const [u, { layers }] of parameters.units.entries()) {
    let f = x;
    for (const [k, layer] of layers.entries()) {
      if (order === 'pre') f = linear(act(norm(f, layer.norm)), count, layer);
      else {
        f = norm(linear(f, count, layer), layer.norm);
        if (k < layers.length - 1) f = act(f);
      }
    }
    branches.push(f);
    const scale = branchScaleAt(network, parameters, u);
    const y = f.map((value, i) => shortcutScale * (x[i] ?? 0) + scale * value);
    x = order === 'post' ? act(y) : y;
    states.push(x);
  }
  return { states, branches, outputs: linear(norm(x, parameters.finalNorm), count, parameters.head) };
}

const phi: Record<NetworkSpec['activation'], (z: number) => number> = {
  relu: (z) => Math.max(0, z),
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  linear: (z) => z,
};

const epsilon = 1e-5;

function linear(x: ArrayLike<number>, rows: number, { kernel, bias }: Dense): Float64Array {
  const to = bias.length;
  const from = kernel.length / to;
  const y = new Float64Array(rows * to);
  const weights = new Float64Array(kernel);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < to; j++) {
      let sum = bias[j] ?? 0;
      for (let i = 0; i < from; i++) sum += (x[row * from + i] ?? 0) * (weights[i * to + j] ?? 0);
      y[row * to + j] = sum;
    }
  }
  return y;
}

function normalised(x: Float64Array, rows: number, { gamma, beta }: Norm, overBatch: boolean): Float64Array {
  const width = gamma.length;
  const y = x.slice();
  if (overBatch) for (let j = 0; j < width; j++) standardise(y, j, width, rows);
  else for (let row = 0; row < rows; row++) standardise(y, row * width, 1, width);
  return y.map((value, i) => value * (gamma[i % width] ?? 0) + (beta[i % width] ?? 0));
}

/** In place, `count` numbers `stride` apart: less their mean, over the root of their biased variance + epsilon. */
function standardise(values: Float64Array, start: number, stride: number, count: number): void {
  const end = start + stride * count;
  let [sum, squares] = [0, 0];
  for (let i = start; i < end; i += stride) sum += values[i] ?? 0;
  const mean = sum / count;
  for (let i = start; i < end; i += stride) squares += ((values[i] ?? 0) - mean) ** 2;
  const scale = 1 / Math.sqrt(squares / count + epsilon);
  for (let i = start; i < end; i += stride) values[i] = ((values[i] ?? 0) - mean) * scale;
}
