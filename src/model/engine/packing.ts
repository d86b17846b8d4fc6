/** Parameters as the kernel stores them: one array, each row padded to whole vectors of four numbers. */
import type { Parameters } from '../network/parameters.ts';

/** Row-major `values` [rows, columns]; the kernel keeps `storedRows` rows, those added being zero. */
interface Tensor {
  readonly values: Float32Array;
  readonly columns: number;
  readonly storedRows: number;
}

/** Numbers stored for a row of `columns`. */
export const padded = (columns: number): number => (columns + 3) & ~3;

const vector = (values: Float32Array): Tensor => ({ values, columns: values.length, storedRows: 1 });

/** Every tensor in the order of the kernel's network.ts. */
function tensorsOf({ stem, units, finalNorm, head }: Parameters): Tensor[] {
  const width = stem.bias.length;
  const normOf = (norm: Parameters['finalNorm']) => (norm ? [vector(norm.gamma), vector(norm.beta)] : []);
  const trunk = padded(width);
  return [
    { values: stem.kernel, columns: width, storedRows: stem.kernel.length / width },
    vector(stem.bias),
    ...units.flatMap(({ layers, scale }) => [
      ...layers.flatMap(({ kernel, bias, norm }) => [
        { values: kernel, columns: width, storedRows: trunk },
        vector(bias),
        ...normOf(norm),
      ]),
      ...(scale ? [vector(scale)] : []),
    ]),
    ...normOf(finalNorm),
    { values: head.kernel, columns: head.bias.length, storedRows: trunk },
    vector(head.bias),
  ];
}

/** How many numbers the kernel stores for these parameters. */
export const storedSize = (parameters: Parameters): number =>
  tensorsOf(parameters).reduce((sum, { columns, storedRows }) => sum + padded(columns) * storedRows, 0);

/** Writes them to `to`, padding included. */
export function pack(parameters: Parameters, to: Float32Array): void {
  let at = 0;
  for (const { values, columns, storedRows } of tensorsOf(parameters)) {
    const stride = padded(columns);
    to.fill(0, at, at + stride * storedRows);
    for (let row = 0; row * columns < values.length; row++) {
      to.set(values.subarray(row * columns, (row + 1) * columns), at + row * stride);
    }
    at += stride * storedRows;
  }
}

/** A copy of what is stored in `from`, in the shape of `like`. */
export function unpack(from: Float32Array, like: Parameters): Parameters {
  const copy = structuredClone(like);
  let at = 0;
  for (const { values, columns, storedRows } of tensorsOf(copy)) {
    const stride = padded(columns);
    values.set(withoutPadding(from.subarray(at), columns, values.length / columns));
    at += stride * storedRows;
  }
  return copy;
}

/** The first `rows` rows of `columns` numbers, without the padding between them. */
export function withoutPadding(from: Float32Array, columns: number, rows: number): Float32Array<ArrayBuffer> {
  const stride = padded(columns);
  const out = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    out.set(from.subarray(row * stride, row * stride + columns), row * columns);
  }
  return out;
}
