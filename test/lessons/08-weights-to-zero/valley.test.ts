import { describe, expect, it } from 'vitest';
import {
  bound,
  branchesAt,
  descend,
  exactPairs,
  outputOf,
  within,
} from '../../../src/lessons/08-weights-to-zero/valley.ts';

const endOf = (...way: Parameters<typeof descend>) => descend(...way).at(-1) ?? { a: Number.NaN, b: Number.NaN };

describe('two units of one weight', () => {
  it('computes the output: (1 + 1)(1 - 1/2) = 1, and 2 x 1/2 = 1', () => {
    expect(outputOf('residual', { a: 1, b: -0.5 })).toBe(1);
    expect(outputOf('plain', { a: 2, b: 0.5 })).toBe(1);
  });

  it('lets branches cancel: F1 = 1 and F2 = -1/2 (1 + 1) = -1', () => {
    expect(branchesAt({ a: 1, b: -0.5 })).toEqual([1, -1]);
  });

  it('takes one step by hand', () => {
    // y - 1 = 1.5 x 1.5 - 1 = 1.25; dE/da = 1.25 x 1.5 + 0.1 x 0.5 = 1.925; 0.5 - 0.05 x 1.925 = 0.40375.
    const [, second] = descend('residual', { a: 0.5, b: 0.5 }, 0.1);
    expect(second?.a).toBeCloseTo(0.40375, 12);
    expect(second?.b).toBeCloseTo(0.40375, 12);
  });

  it('stays where the answer is exact, if nothing decays', () => {
    expect(endOf('residual', { a: 1, b: -0.5 }, 0)).toEqual({ a: 1, b: -0.5 });
  });

  it('without decay stops beside zero; with decay goes there, and is still exact', () => {
    const start = { a: 1, b: 0.4 };
    const free = endOf('residual', start, 0);
    expect(outputOf('residual', free)).toBeCloseTo(1, 6);
    expect(Math.hypot(free.a, free.b)).toBeGreaterThan(0.3);
    const decayed = endOf('residual', start, 0.2);
    expect(Math.hypot(decayed.a, decayed.b)).toBeLessThan(0.01);
    expect(outputOf('residual', decayed)).toBeCloseTo(1, 2);
  });

  it('without shortcuts never comes through zero: there it answers 0 and has no slope to follow', () => {
    expect(endOf('plain', { a: 0, b: 0 }, 0)).toEqual({ a: 0, b: 0 });
    expect(outputOf('plain', { a: 0, b: 0 })).toBe(0);
    // At the end of decay d, error x b = -d a and error x a = -d b: a = b and a b = 1 - d.
    const { a, b } = endOf('plain', { a: 1, b: 0.4 }, 0.2);
    expect(a * b).toBeCloseTo(0.8, 3);
  });

  it('draws only pairs that are exact, within the frame', () => {
    for (const kind of ['plain', 'residual'] as const) {
      const pairs = exactPairs(kind).flat();
      expect(pairs.length).toBeGreaterThan(100);
      for (const pair of pairs) {
        expect(outputOf(kind, pair)).toBeCloseTo(1, 9);
        expect(Math.abs(pair.a)).toBeLessThanOrEqual(bound);
      }
    }
  });

  it('keeps starts in range', () => {
    expect([within(9), within(-9), within(Number.NaN), within(0.3)]).toEqual([bound, -bound, 0, 0.3]);
  });
});
