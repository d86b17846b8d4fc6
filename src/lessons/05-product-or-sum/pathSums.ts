/** A chain multiplied out: its paths by length, their running total, and whether the total is still exact. */
import { allPaths, firstOrderSum, residualProduct, sumsByPathLength } from '../../model/analysis/chains.ts';

/** Up to here every path is listed by itself. */
export const listed = 12;

export interface PathSums {
  /** What the paths through 0 ... L units add up to. */
  readonly byLength: readonly number[];
  /** The same, up to and including each length. */
  readonly totals: readonly number[];
  readonly product: number;
  readonly firstOrder: number;
  /** Every path added to the next, for chains short enough to list them. */
  readonly paths: number | undefined;
  /** What rounding may have done to the last total, in 64-bit numbers. */
  readonly rounding: number;
}

export function pathSums(weights: readonly number[]): PathSums {
  const byLength = [...sumsByPathLength(weights)];
  let total = 0;
  const totals = byLength.map((sum) => {
    total += sum;
    return total;
  });
  const largest = Math.max(...byLength.map(Math.abs));
  return {
    byLength,
    totals,
    product: residualProduct(weights),
    firstOrder: firstOrderSum(weights),
    paths: weights.length <= listed ? allPaths(weights).reduce((sum, path) => sum + path, 0) : undefined,
    rounding: largest * 2 ** -52 * byLength.length,
  };
}
