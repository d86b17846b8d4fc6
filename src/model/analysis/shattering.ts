/** Shattered gradients (Balduzzi et al. 2017): whether neighbouring inputs still have similar gradients. */
import { referenceForward } from './referenceForward.ts';
import type { Subject } from './subject.ts';
import { dot } from './vectors.ts';

const half = 1e-6;

/**
 * df/dx of the first output at each point of a network with one input: central differences in float64, exact to about
 * 1e-9 but where a kink of relu lies within 1e-6.
 * @throws {RangeError} for several inputs, and for batch norm, under which f(x) depends on the other points
 */
export function slopesAlong({ network, parameters }: Subject, points: readonly number[]): Float64Array {
  if (parameters.stem.kernel.length !== network.width) throw new RangeError('A line needs a network of one input.');
  if (network.normalization === 'batch') throw new RangeError('Batch norm makes each point depend on the others.');
  const both = points.flatMap((x) => [x - half, x + half]);
  const { outputs } = referenceForward(network, parameters, both, both.length);
  const size = parameters.head.bias.length;
  return Float64Array.from(points, (_, i) => {
    const [low, high] = [outputs[2 * i * size] ?? 0, outputs[(2 * i + 1) * size] ?? 0];
    return (high - low) / (2 * half);
  });
}

/**
 * Correlation of a sequence with itself `lag` places on: sum of (v_i - m)(v_{i+lag} - m) over sum of (v_i - m)^2, m the
 * mean. 1 at lag 0; near 0 for white noise; NaN for a constant sequence.
 */
export function autocorrelation(values: Float64Array, lag: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  return dot(centred.subarray(0, values.length - lag), centred.subarray(lag)) / dot(centred, centred);
}
