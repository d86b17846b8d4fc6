/**
 * The layers of a convolutional block on small tensors, forward and back, in float64 and in the order in which the equations
 * are written: slow, and meant to be looked at. Tensors are [m, h, w, c], row-major; kernels [k, k, in, out].
 */

export interface Tensor {
  readonly shape: readonly [m: number, h: number, w: number, c: number];
  readonly values: Float64Array;
}
export interface Kernel {
  readonly size: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;

/** Every pair of an input place and an output place that one weight of a 'same' convolution with stride 1 joins. */
function eachTap(
  [m, h, w]: Tensor['shape'],
  { size }: Kernel,
  visit: (input: number, output: number, tap: number) => void,
): void {
  const reach = (size - 1) / 2;
  for (let n = 0; n < m; n++) {
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        for (let tap = 0; tap < size * size; tap++) {
          const [row, column] = [y + Math.floor(tap / size) - reach, x + (tap % size) - reach];
          if (row < 0 || row >= h || column < 0 || column >= w) continue;
          visit((n * h + row) * w + column, (n * h + y) * w + x, tap);
        }
      }
    }
  }
}

/** Stride 1 and padding 'same', which for a 1×1 kernel is 'valid'. @throws {RangeError} when the channels do not fit */
export function convolve(input: Tensor, kernel: Kernel): Tensor {
  const [m, h, w, c] = input.shape;
  const { inputs, outputs, weights, bias } = kernel;
  if (c !== inputs) throw new RangeError(`a kernel for ${inputs} channels was given ${c}`);
  const values = Float64Array.from({ length: m * h * w * outputs }, (_, i) => at(bias, i % outputs));
  eachTap(input.shape, kernel, (from, to, tap) => {
    for (let i = 0; i < inputs; i++) {
      const value = at(input.values, from * inputs + i);
      const row = (tap * inputs + i) * outputs;
      for (let o = 0; o < outputs; o++) {
        values[to * outputs + o] = at(values, to * outputs + o) + value * at(weights, row + o);
      }
    }
  });
  return { shape: [m, h, w, outputs], values };
}

/** What dE/d(output) becomes at the input, and at the weights. */
export function convolveBack(input: Tensor, kernel: Kernel, back: Tensor): { input: Tensor; weights: Float64Array } {
  const { inputs, outputs, weights } = kernel;
  const values = new Float64Array(input.values.length);
  const gradient = new Float64Array(weights.length);
  eachTap(input.shape, kernel, (from, to, tap) => {
    for (let i = 0; i < inputs; i++) {
      const row = (tap * inputs + i) * outputs;
      let sum = 0;
      for (let o = 0; o < outputs; o++) {
        const error = at(back.values, to * outputs + o);
        sum += error * at(weights, row + o);
        gradient[row + o] = at(gradient, row + o) + error * at(input.values, from * inputs + i);
      }
      values[from * inputs + i] = at(values, from * inputs + i) + sum;
    }
  });
  return { input: { shape: input.shape, values }, weights: gradient };
}

export interface Scale {
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
}
/** Keras' default; He and colleagues do not print theirs. */
const epsilon = 1e-3;

/** Mean and 1 / standard deviation (biased) of every channel over batch and pixels. */
function statistics({ shape, values }: Tensor): { mean: Float64Array; inverse: Float64Array } {
  const channels = shape[3];
  const count = values.length / channels;
  const [mean, inverse] = [new Float64Array(channels), new Float64Array(channels)];
  values.forEach((value, i) => {
    mean[i % channels] = at(mean, i % channels) + value / count;
  });
  values.forEach((value, i) => {
    inverse[i % channels] = at(inverse, i % channels) + (value - at(mean, i % channels)) ** 2 / count;
  });
  return { mean, inverse: inverse.map((variance) => 1 / Math.sqrt(variance + epsilon)) };
}

/** Batch normalisation with the statistics of this batch (Ioffe and Szegedy 2015). */
export function normalize(input: Tensor, { gamma, beta }: Scale): Tensor {
  const channels = input.shape[3];
  const { mean, inverse } = statistics(input);
  const values = input.values.map((value, i) => {
    const c = i % channels;
    return (value - at(mean, c)) * at(inverse, c) * at(gamma, c) + at(beta, c);
  });
  return { shape: input.shape, values };
}

/** dE/d(input) of batch normalisation: mean and spread depend on the input too. */
export function normalizeBack(input: Tensor, { gamma }: Scale, back: Tensor): Tensor {
  const channels = input.shape[3];
  const count = input.values.length / channels;
  const { mean, inverse } = statistics(input);
  const centred = input.values.map((value, i) => (value - at(mean, i % channels)) * at(inverse, i % channels));
  const [sum, along] = [new Float64Array(channels), new Float64Array(channels)];
  back.values.forEach((error, i) => {
    const c = i % channels;
    sum[c] = at(sum, c) + error / count;
    along[c] = at(along, c) + (error * at(centred, i)) / count;
  });
  const values = back.values.map((error, i) => {
    const c = i % channels;
    return at(gamma, c) * at(inverse, c) * (error - at(sum, c) - at(centred, i) * at(along, c));
  });
  return { shape: input.shape, values };
}

export const relu = ({ shape, values }: Tensor): Tensor => ({ shape, values: values.map((v) => Math.max(0, v)) });
export const reluBack = (input: Tensor, back: Tensor): Tensor => ({
  shape: input.shape,
  values: back.values.map((error, i) => (at(input.values, i) > 0 ? error : 0)),
});

/** Element by element. @throws {RangeError} when the shapes differ */
export function add(a: Tensor, b: Tensor): Tensor {
  if (a.shape.join() !== b.shape.join()) throw new RangeError(`cannot add (${a.shape}) and (${b.shape})`);
  return { shape: a.shape, values: a.values.map((value, i) => value + at(b.values, i)) };
}
