import { describe, expect, it } from 'vitest';
import {
  type ChainSource,
  chainCount,
  chainDraws,
  chainSource,
  percentiles,
  plainTheory,
} from '../../../src/model/analysis/chainDraws.ts';
import { chainFields } from '../../../src/model/analysis/chainFields.ts';
import { clampNumber } from '../../../src/model/experiment.ts';
import { mean } from './cases.ts';

/** The same numbers for every chain, place by place. */
const fixed =
  (...numbers: number[]): ChainSource =>
  (place) =>
    new Float64Array(chainCount).fill(numbers[place] ?? 0);

describe('chains by hand', () => {
  it('0.1 and 0.1 at spread 0.1 of 1 and 1: plain 0.01, residual 1.21, sum 1.2', () => {
    const { plain, residual, firstOrderShare } = chainDraws(fixed(1, 1), 2, 0.1);
    expect(plain[0]).toBeCloseTo(-2, 12);
    expect(residual[0]).toBeCloseTo(Math.log10(1.21), 12);
    expect(firstOrderShare).toBe(1);
  });
  it('1 and 1: residual 4, sum 3, which is not within a tenth', () => {
    const { residual, firstOrderShare } = chainDraws(fixed(1, 1), 2, 1);
    expect(residual[7]).toBeCloseTo(Math.log10(4), 12);
    expect(firstOrderShare).toBe(0);
  });
  it('spread 0: the plain product is 0 and has no logarithm, the residual one is 1', () => {
    const { plain, residual, firstOrderShare } = chainDraws(chainSource(1), 3, 0);
    expect(plain.every((value) => value === Number.NEGATIVE_INFINITY)).toBe(true);
    expect(residual.every((value) => value === 0)).toBe(true);
    expect(firstOrderShare).toBe(1);
  });
  it('marks what 64 bits cannot hold: 10 to the -400 is no power of ten on the axis', () => {
    const { plain } = chainDraws(fixed(...new Array<number>(100).fill(0.1)), 100, 0.001);
    expect(plain[0]).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('the source', () => {
  it('gives a seed the same chains again, another seed other ones, and each place its own', () => {
    const [a, b, c] = [chainSource(1), chainSource(1), chainSource(2)];
    expect(a(3)).toEqual(b(3));
    expect(a(3)).not.toEqual(c(3));
    expect(a(3)).not.toEqual(a(4));
  });
  it('is standard normal: mean 0, mean square 1, within four standard errors of 4000', () => {
    const column = [...chainSource(5)(0)];
    expect(Math.abs(mean(column))).toBeLessThan(4 / Math.sqrt(chainCount));
    expect(Math.abs(mean(column.map((z) => z * z)) - 1)).toBeLessThan(4 * Math.sqrt(2 / chainCount));
  });
});

describe('percentiles', () => {
  it('of 0 ... 100 are 5, 50 and 95, in whatever order they come', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
    expect(percentiles(values)).toEqual({ p5: 5, p50: 50, p95: 95 });
  });
  it('count minus infinity as the smallest', () => {
    expect(percentiles(Float64Array.of(3, Number.NEGATIVE_INFINITY, 2)).p5).toBe(Number.NEGATIVE_INFINITY);
  });
});

it('the plain median follows its theory: L (log10 sd - 0.2758)', () => {
  expect(plainTheory(10, 1)).toBeCloseTo(-2.758, 10);
  const { plain } = chainDraws(chainSource(1), 30, 0.2);
  expect(Math.abs(percentiles(plain).p50 - plainTheory(30, 0.2))).toBeLessThan(0.6);
});

it('the fields hold every value in range', () => {
  expect(clampNumber(chainFields.length, 1e9)).toBe(100);
  expect(clampNumber(chainFields.length, 2.6)).toBe(3);
  expect(clampNumber(chainFields.spread, -1)).toBe(0);
  expect(clampNumber(chainFields.units, Number.NaN)).toBe(50);
});
