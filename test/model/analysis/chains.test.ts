import { describe, expect, it } from 'vitest';
import {
  allPaths,
  firstOrderSum,
  pathLengthHistogram,
  plainProduct,
  randomChain,
  residualProduct,
  sumsByPathLength,
  weightedPathLengths,
} from '../../../src/model/analysis/chains.ts';
import { random } from '../../../src/model/random.ts';
import { fiveSeeds, mean, median } from './cases.ts';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const alternating = (length: number, w: number) => Array.from({ length }, () => w);

describe('products and sums', () => {
  it('are far apart at 50 weights of 0.1 and of -0.1', () => {
    // 1.1^50 = 117.4, 0.9^50 = 0.00515; 1 + 50 * 0.1 = 6, 1 - 5 = -4.
    expect(residualProduct(alternating(50, 0.1))).toBeCloseTo(117.39, 2);
    expect(residualProduct(alternating(50, -0.1))).toBeCloseTo(0.00515, 5);
    expect(firstOrderSum(alternating(50, 0.1))).toBeCloseTo(6, 12);
    expect(firstOrderSum(alternating(50, -0.1))).toBeCloseTo(-4, 12);
    expect(plainProduct(alternating(3, 0.1))).toBeCloseTo(0.001, 15);
  });
});

describe('the paths', () => {
  it('of three weights are all products of subsets', () => {
    expect([...allPaths([2, 3, 5])]).toEqual([1, 2, 3, 6, 5, 10, 15, 30]);
    expect([...sumsByPathLength([2, 3, 5])]).toEqual([1, 10, 31, 30]);
    expect([...pathLengthHistogram(4)]).toEqual([1, 4, 6, 4, 1]);
  });

  it('add up to the product, and so do their lengths: 2^12 paths, five seeds', () => {
    for (const seed of fiveSeeds) {
      const weights = randomChain(12, 0.5, random(seed, 'chain'));
      const paths = allPaths(weights);
      expect(paths).toHaveLength(4096);
      expect(Math.abs(sum(paths) - residualProduct(weights))).toBeLessThan(1e-10);
      expect(Math.abs(sum(sumsByPathLength(weights)) - residualProduct(weights))).toBeLessThan(1e-10);
    }
  });

  it('are listed for twenty weights, and refused for more', () => {
    expect(sum(allPaths(alternating(20, 1)))).toBe(2 ** 20);
    expect(() => allPaths(alternating(21, 1))).toThrow(RangeError);
  });
});

describe('54 units', () => {
  const share = (shares: Float64Array, from: number, to: number) => sum(shares.slice(from, to + 1));

  it('have 98.0 % of their paths at 19 to 35 units, and 0.454 % at 5 to 17', () => {
    const paths = weightedPathLengths(54, 1);
    expect(sum(paths)).toBeCloseTo(1, 12);
    expect(share(paths, 19, 35)).toBeCloseTo(0.98, 3);
    expect(share(paths, 5, 17)).toBeCloseTo(0.00454, 5);
  });

  it('at r = 1/4 have Binomial(54, 1/5): mean 54 / 5 = 10.8, 94 % within 6 to 16', () => {
    const shares = weightedPathLengths(54, 0.25);
    expect(sum(shares)).toBeCloseTo(1, 12);
    expect(sum(shares.map((value, length) => value * length))).toBeCloseTo(10.8, 10);
    expect(share(shares, 6, 16)).toBeCloseTo(0.941, 3);
    // No unit: 0.8^54.
    expect(shares[0]).toBeCloseTo(0.8 ** 54, 15);
  });
});

/** 4,000 chains of N(0, spread^2). */
const draws = (length: number, spread: number, seed = 1) => {
  const stream = random(seed, 'draws');
  return Array.from({ length: 4000 }, () => randomChain(length, spread, stream));
};
const medianDecades = (chains: readonly (readonly number[])[], of: (weights: readonly number[]) => number) =>
  median(chains.map((weights) => Math.log10(Math.abs(of(weights)))));

describe('random chains', () => {
  it.each([
    [10, 0.1],
    [20, 0.1],
    [50, 0.1],
    [50, 0.5],
    [50, 1.5],
  ])('of %i plain weights, sd %f, have the median L (log10 sd - 0.2758)', (length, spread) => {
    // The mean of ln |N(0, 1)| is -(gamma + ln 2) / 2 = -0.6352, in decades -0.2758.
    const theory = length * (Math.log10(spread) - 0.2758);
    expect(Math.abs(medianDecades(draws(length, spread), plainProduct) - theory)).toBeLessThan(0.6);
  });

  it('of residual units keep the product near 1 at sd 0.1, and lose it at sd 0.5: five seeds', () => {
    for (const seed of fiveSeeds) {
      const small = medianDecades(draws(50, 0.1, seed), residualProduct);
      expect(small).toBeGreaterThan(-0.5);
      expect(small).toBeLessThan(0.2);
      expect(medianDecades(draws(50, 0.5, seed), residualProduct)).toBeLessThan(-2);
    }
  });

  it('have the mean square (1 + sd^2)^L', () => {
    // 1.01^20 = 1.2202; the standard error over 4,000 draws is 0.02.
    expect(mean(draws(20, 0.1).map((weights) => residualProduct(weights) ** 2))).toBeCloseTo(1.01 ** 20, 1);
  });

  it('are their first-order sum, within a tenth, at sd 0.05 but not at 0.3', () => {
    const near = (spread: number) =>
      mean(
        draws(20, spread).map((weights) => {
          const product = residualProduct(weights);
          return Math.abs(firstOrderSum(weights) - product) < 0.1 * Math.abs(product) ? 1 : 0;
        }),
      );
    expect(near(0.05)).toBeCloseTo(0.97, 1);
    expect(near(0.3)).toBeLessThan(0.1);
  });
});
