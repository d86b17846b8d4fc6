/** What a network's first telemetry row says about its start: how far the state and the gradient grow over the units. */
import { type Layout, read } from '../../model/telemetry.ts';

/** ||x_N|| / ||x_0||, from the stem's output to the last state. */
export function stateGrowth(layout: Layout, row: Float32Array): number {
  const norms = read(layout, row, 0, 'stateNorm');
  return (norms.at(-1) ?? Number.NaN) / (norms[0] ?? Number.NaN);
}

/** A factor over so many units, as decades a unit: 2^25 over 50 units is 0.15. */
export const decadesPerUnit = (factor: number, units: number): number => Math.log10(factor) / units;

/** Decades by which the norm grows with each unit where the variance doubles: log10 of the square root of 2. */
export const doubling = Math.log10(2) / 2;
