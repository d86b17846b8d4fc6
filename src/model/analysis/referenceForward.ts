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
  const norm = (x: Float64Array, n: Norm | undefined) =>
    n ? (normalization === 'batch' ? overBatch : overFeatures)(x, count, n) : x;

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
  for (let row = 0; row < rows; row++) {
    y.set(bias, row * to);
    for (let i = 0; i < from; i++) {
      const value = x[row * from + i] ?? 0;
      for (let j = 0; j < to; j++) y[row * to + j] = (y[row * to + j] ?? 0) + value * (kernel[i * to + j] ?? 0);
    }
  }
  return y;
}

function overFeatures(x: Float64Array, rows: number, { gamma, beta }: Norm): Float64Array {
  const width = gamma.length;
  const y = new Float64Array(x.length);
  for (let row = 0; row < rows; row++) {
    const z = standardized(x.subarray(row * width, (row + 1) * width));
    y.set(
      z.map((value, j) => value * (gamma[j] ?? 0) + (beta[j] ?? 0)),
      row * width,
    );
  }
  return y;
}

function overBatch(x: Float64Array, rows: number, { gamma, beta }: Norm): Float64Array {
  const width = gamma.length;
  const y = new Float64Array(x.length);
  for (let j = 0; j < width; j++) {
    const column = standardized(Float64Array.from({ length: rows }, (_, row) => x[row * width + j] ?? 0));
    for (let row = 0; row < rows; row++) y[row * width + j] = (column[row] ?? 0) * (gamma[j] ?? 0) + (beta[j] ?? 0);
  }
  return y;
}

/** Less the mean, over the root of the biased variance + epsilon. */
function standardized(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const scale = 1 / Math.sqrt(variance + epsilon);
  return values.map((value) => (value - mean) * scale);
}
