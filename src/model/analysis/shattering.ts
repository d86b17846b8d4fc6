/** Shattered gradients (Balduzzi et al. 2017): whether neighbouring inputs still have similar gradients. */
import { referenceForward } from './referenceForward.ts';
import type { Subject } from './subject.ts';
import { dot } from './vectors.ts';

/** Half the distance between the two points of a central difference, as a share of the line. */
const half = 1e-7;

/**
 * df/dt of the first output at `points` equally spaced places of the line u(t) = (1 - t) from + t to, t = 0 ... 1:
 * central differences in float64, right to about eight digits but where a kink of relu lies between the two points.
 * Biases start at 0, so along a line through the origin a network without norm is a straight line on either side: take
 * one that passes it.
 * @throws {RangeError} for batch norm, under which f(u) depends on the other points
 */
export function slopesAlong(
  { network, parameters }: Subject,
  from: readonly number[],
  to: readonly number[],
  points: number,
): Float64Array {
  if (network.normalization === 'batch') throw new RangeError('Batch norm makes each point depend on the others.');
  const inputs: number[] = [];
  for (let i = 0; i < points; i++) {
    const t = i / (points - 1);
    for (const at of [t - half, t + half]) inputs.push(...from.map((start, j) => start + at * ((to[j] ?? 0) - start)));
  }
  const { outputs } = referenceForward(network, parameters, inputs, 2 * points);
  const size = parameters.head.bias.length;
  return Float64Array.from({ length: points }, (_, i) => {
    const [low, high] = [outputs[2 * i * size] ?? 0, outputs[(2 * i + 1) * size] ?? 0];
    return (high - low) / (2 * half);
  });
}

/** Places of a `shatteringReport`: each hundredth of the line. */
const places = 101;
/** Distances between slopes, in hundredths of the line. */
export const lags: readonly number[] = Array.from({ length: 21 }, (_, lag) => lag);

export interface ShatteringReport {
  /** Between slopes that lie each of `lags` apart; NaN where all slopes are one. Empty behind batch norm, which has none. */
  readonly correlations: readonly number[];
}

/** How alike the slopes of the first output are along the line between two inputs. */
export function shatteringReport(subject: Subject, from: readonly number[], to: readonly number[]): ShatteringReport {
  if (subject.network.normalization === 'batch') return { correlations: [] };
  const slopes = slopesAlong(subject, from, to, places);
  return { correlations: lags.map((lag) => autocorrelation(slopes, lag)) };
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
