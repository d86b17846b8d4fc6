/**
 * Chains of scalars, one weight w_i a unit: dx_L/dx_0 is prod w_i in the plain chain, prod (1 + w_i) in the residual one.
 * Multiplied out, the latter is a sum over 2^L paths (Veit et al. 2016), each through some of the units and past the rest.
 */
import type { Random } from '../random.ts';

/** L weights of N(0, spread^2). */
export const randomChain = (length: number, spread: number, stream: Random): number[] =>
  Array.from({ length }, () => spread * stream.normal());

export const plainProduct = (weights: readonly number[]): number => weights.reduce((product, w) => product * w, 1);

export const residualProduct = (weights: readonly number[]): number =>
  weights.reduce((product, w) => product * (1 + w), 1);

/** 1 + sum w_i: the paths through at most one unit. */
export const firstOrderSum = (weights: readonly number[]): number => weights.reduce((sum, w) => sum + w, 1);

/** Above this, 2^L numbers are more than eight megabytes. */
const longest = 20;

/**
 * The product along each of the 2^L paths; path p goes through unit i where bit i of p is set.
 * @throws {RangeError} for more than 20 weights
 */
export function allPaths(weights: readonly number[]): Float64Array {
  if (weights.length > longest) throw new RangeError(`${weights.length} units have too many paths to list.`);
  const paths = new Float64Array(2 ** weights.length);
  paths[0] = 1;
  for (const [i, w] of weights.entries()) {
    const half = 2 ** i;
    for (let p = 0; p < half; p++) paths[half + p] = w * (paths[p] ?? 0);
  }
  return paths;
}

/**
 * What the paths of each length 0 ... L add up to (the elementary symmetric polynomials of the weights), at any L. Their
 * sum is the residual product; with all weights 1 they count the paths.
 */
export function sumsByPathLength(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  sums[0] = 1;
  for (const [i, w] of weights.entries()) {
    for (let length = i + 1; length > 0; length--) sums[length] = (sums[length] ?? 0) + w * (sums[length - 1] ?? 0);
  }
  return sums;
}

/** How many of the 2^L paths go through 0 ... L units: L over k. */
export const pathLengthHistogram = (units: number): Float64Array => sumsByPathLength(new Array(units).fill(1));

/**
 * Share of each path length 0 ... L when a path counts r for each unit it goes through: Binomial(L, r / (1 + r)), whose
 * mean is L r / (1 + r). r = 1 is the share of paths by number.
 */
export const weightedPathLengths = (units: number, r: number): Float64Array =>
  pathLengthHistogram(units).map((paths, length) => (paths * r ** length) / (1 + r) ** units);
