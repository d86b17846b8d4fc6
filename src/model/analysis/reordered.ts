/** The same network and the same examples with their parts in another order: equal but for rounding, as sums run otherwise. */
import type { Examples } from '../data/dataset.ts';
import type { Norm, Parameters } from '../network/parameters.ts';
import type { Random } from '../random.ts';

/** Which part stands in each place; every part in one. */
type Order = readonly number[];

/** All orders are equally likely (Fisher-Yates). */
export function orderOf(count: number, stream: Random): Order {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = stream.below(i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

/** Rows and columns of a row-major table in these orders. */
const picked = (table: Float32Array, rows: Order, columns: Order): Float32Array =>
  Float32Array.from(rows.flatMap((row) => columns.map((column) => table[row * columns.length + column] ?? 0)));

const kept = (count: number): Order => Array.from({ length: count }, (_, i) => i);

/** @param inputs of the stem; `features` of all states and layers, since the shortcut joins them */
export function reordered(parameters: Parameters, inputs: Order, features: Order): Parameters {
  const { stem, units, finalNorm, head } = parameters;
  const values = (list: Float32Array) => picked(list, [0], features);
  const norms = ({ gamma, beta }: Norm): Norm => ({ gamma: values(gamma), beta: values(beta) });
  return {
    stem: { kernel: picked(stem.kernel, inputs, features), bias: values(stem.bias) },
    units: units.map((unit) => ({
      ...unit,
      layers: unit.layers.map(({ kernel, bias, norm }) => ({
        kernel: picked(kernel, features, features),
        bias: values(bias),
        ...(norm && { norm: norms(norm) }),
      })),
    })),
    ...(finalNorm && { finalNorm: norms(finalNorm) }),
    head: { kernel: picked(head.kernel, features, kept(head.bias.length)), bias: head.bias },
  };
}

export const reorderedExamples = ({ count, inputs, targets }: Examples, rows: Order, columns: Order): Examples => ({
  count,
  inputs: picked(inputs, rows, columns),
  targets: picked(targets, rows, kept(targets.length / count)),
});
