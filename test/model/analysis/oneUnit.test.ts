import { describe, expect, it } from 'vitest';
import {
  derivatives,
  flow,
  type OneUnit,
  type Place,
  randomUnit,
  sharesSaved,
  trained,
} from '../../../src/model/analysis/oneUnit.ts';

const post: OneUnit = { order: 'post', w1: 0.5, w2: -0.3, shortcut: 1 };
const pre: OneUnit = { ...post, order: 'pre' };

describe('a number on its way', () => {
  it('takes both ways: 0.5 of 2 is 1, -0.3 of it -0.3; 2 - 0.3 is 1.7', () => {
    const { values } = flow(post, 2);
    expect(values).toEqual({ x: 2, in: 2, first: 1, hidden: 1, branch: -0.3, carried: 2, sum: 1.7, out: 1.7 });
  });
  it('leaves the post-activation unit as 0 where the sum is negative, and the pre-activation unit as it is', () => {
    expect(flow(post, -1).values).toMatchObject({ hidden: 0, sum: -1, out: 0 });
    expect(flow(pre, -1).values).toMatchObject({ in: 0, sum: -1, out: -1 });
  });
  it('is halved on the shortcut by lambda 0.5, and does not come along it at 0', () => {
    expect(flow({ ...post, shortcut: 0.5 }, 2).values).toMatchObject({ carried: 1, sum: 0.7 });
    expect(flow({ ...post, shortcut: 0 }, 2).values).toMatchObject({ carried: 0, sum: -0.3, out: 0 });
  });
});

describe('the work', () => {
  it.each(['pre', 'post'] as const)('%s: two multiplications, and one addition more with the shortcut', (order) => {
    expect(flow({ ...post, order, shortcut: 0 }, 2).work).toEqual({ multiplications: 2, additions: 0 });
    expect(flow({ ...post, order }, 2).work).toEqual({ multiplications: 2, additions: 1 });
    expect(flow({ ...post, order, shortcut: 0.5 }, 2).work).toEqual({ multiplications: 3, additions: 1 });
  });
  it('is the same where F is 0: a closed relu, or w2 = 0', () => {
    for (const unit of [
      { ...post, w1: -1 },
      { ...post, w2: 0 },
    ]) {
      expect(Math.abs(flow(unit, 2).values.branch)).toBe(0);
      expect(flow(unit, 2).work.multiplications).toBe(2);
    }
  });
  it('is saved by no input: shares of 0', () => expect(sharesSaved(post, [-2, 0, 1])).toEqual([0, 0, 0]));
});

/** Adds to the number at one place and lets it go on from there. */
function outWith(unit: OneUnit, x: number, place: Place, added: number): number {
  const relu = (value: number) => Math.max(0, value);
  const start = x + (place === 'x' ? added : 0);
  const entry = (unit.order === 'pre' ? relu(start) : start) + (place === 'in' ? added : 0);
  const first = unit.w1 * entry + (place === 'first' ? added : 0);
  const hidden = relu(first) + (place === 'hidden' ? added : 0);
  const branch = unit.w2 * hidden + (place === 'branch' ? added : 0);
  const carried = unit.shortcut * start + (place === 'carried' ? added : 0);
  const sum = carried + branch + (place === 'sum' ? added : 0);
  return (unit.order === 'post' ? relu(sum) : sum) + (place === 'out' ? added : 0);
}

describe('the derivatives', () => {
  const h = 1e-6;
  const everywhere = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
    (['pre', 'post'] as const).flatMap((order) =>
      [0, 0.5, 1].flatMap((shortcut) => [-1.3, 0.7].map((x) => ({ unit: randomUnit(order, shortcut, seed), x }))),
    ),
  );
  // At the kink of a relu, half a step goes either way: the difference quotient says nothing there.
  const cases = everywhere.filter(({ unit, x }) => {
    const { first, sum } = flow(unit, x).values;
    return first !== 0 && (unit.order === 'pre' || sum !== 0);
  });
  it('are tried with open and with closed relus', () => {
    const hidden = cases.map(({ unit, x }) => flow(unit, x).values.hidden);
    expect(hidden.filter((value) => value === 0).length).toBeGreaterThan(5);
    expect(hidden.filter((value) => value > 0).length).toBeGreaterThan(5);
  });
  it.each(['x', 'in', 'first', 'hidden', 'branch', 'carried', 'sum', 'out'] as const)('at %s', (place) => {
    for (const { unit, x } of cases) {
      const expected = (outWith(unit, x, place, h) - outWith(unit, x, place, -h)) / (2 * h);
      expect(derivatives(unit, flow(unit, x)).at[place]).toBeCloseTo(expected, 6);
    }
  });
  it.each(['w1', 'w2'] as const)('by %s', (weight) => {
    for (const { unit, x } of cases) {
      const out = (added: number) => flow({ ...unit, [weight]: unit[weight] + added }, x).values.out;
      expect(derivatives(unit, flow(unit, x))[weight]).toBeCloseTo((out(h) - out(-h)) / (2 * h), 6);
    }
  });
  it('come by the shortcut alone where pre-activation closes the branch', () => {
    const { at, byBranch } = derivatives(pre, flow(pre, -2));
    expect(at.x).toBe(1);
    expect(Math.abs(byBranch)).toBe(0);
  });
  it('reach x by two ways: 1 by the shortcut, -0.3 · 0.5 = -0.15 by the branch', () => {
    const { at, byShortcut, byBranch } = derivatives(post, flow(post, 2));
    expect([byShortcut, byBranch, at.x]).toEqual([1, -0.15, 0.85]);
  });
});

describe('training', () => {
  it('moves both weights: error 1.7 - 3 = -1.3, steps 0.1 · 1.3 · (-0.3 · 2) and 0.1 · 1.3 · 1', () => {
    const { w1, w2, shortcut } = trained(post, 2, 3, 0.1);
    expect(w1).toBeCloseTo(0.5 - 0.078, 12);
    expect(w2).toBeCloseTo(-0.3 + 0.13, 12);
    expect(shortcut).toBe(1);
  });
  it('arrives', () => {
    let unit = post;
    for (let step = 0; step < 100; step++) unit = trained(unit, 2, 3, 0.05);
    expect(flow(unit, 2).values.out).toBeCloseTo(3, 3);
    expect(unit.shortcut).toBe(1);
  });
  it('stands still where a relu is closed: no derivative reaches the weights', () => {
    expect(trained({ ...post, w1: -1 }, 2, 3, 0.1)).toEqual({ ...post, w1: -1 });
  });
});
