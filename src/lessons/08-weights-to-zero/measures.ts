/** From a run's telemetry to what this lesson tells apart: how large the branches are, and how large the weights. */
import { type Layout, read } from '../../model/telemetry.ts';

/** ||alpha F(x_l)|| / ||x_l|| by unit, in one telemetry row: what is added, beside what it is added to. */
export function sharesAt(layout: Layout, rows: Float32Array, row: number, alpha: number): number[] {
  const states = read(layout, rows, row, 'stateNorm');
  return Array.from(read(layout, rows, row, 'branchNorm'), (branch, l) => (alpha * branch) / (states[l] ?? Number.NaN));
}

/** Mean of ||W|| over the trunk layers, in one telemetry row: stem and head are left out. */
export function trunkNorm(layout: Layout, rows: Float32Array, row: number): number {
  const trunk = read(layout, rows, row, 'weightNorm').subarray(1, -1);
  return trunk.reduce((sum, norm) => sum + norm, 0) / trunk.length;
}

/** `trunkNorm` at a row over that before training. */
export const trunkNormSince = (layout: Layout, rows: Float32Array, row: number): number =>
  trunkNorm(layout, rows, row) / trunkNorm(layout, rows, 0);
