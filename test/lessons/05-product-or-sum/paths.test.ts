import { describe, expect, it } from 'vitest';
import { pathAt } from '../../../src/lessons/05-product-or-sum/PathTree.tsx';
import { pathSums } from '../../../src/lessons/05-product-or-sum/pathSums.ts';
import { randomChain } from '../../../src/model/analysis/chains.ts';
import { random } from '../../../src/model/random.ts';

describe('a chain multiplied out', () => {
  it('by hand: (1 + 2)(1 + 3) = 1 + (2 + 3) + 6', () => {
    expect(pathSums([2, 3])).toMatchObject({
      byLength: [1, 5, 6],
      totals: [1, 6, 12],
      product: 12,
      firstOrder: 6,
      paths: 12,
    });
  });
  it('arrives at the product with twelve drawn weights, path by path and length by length', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { paths, product, totals } = pathSums(randomChain(12, 0.5, random(seed, 'paths')));
      expect(Math.abs((paths ?? Number.NaN) - product)).toBeLessThan(1e-10);
      expect(Math.abs((totals.at(-1) ?? Number.NaN) - product)).toBeLessThan(1e-10);
    }
  });
  it('lists no path of a longer chain, and says what rounding may have done', () => {
    const { paths, product, totals, rounding } = pathSums(new Array<number>(54).fill(-0.9));
    expect(paths).toBeUndefined();
    expect(Math.abs((totals.at(-1) ?? Number.NaN) - product)).toBeLessThan(rounding);
    // C(54, 27) = 1.9e15 is a whole number in 64 bits: nothing is lost.
    expect(pathSums(new Array<number>(54).fill(-1)).totals.at(-1)).toBe(0);
  });
});

it('the tree takes the shortcut first, and lets the first unit decide first', () => {
  // Leaves from the top: 1, w2, w1, w1 w2; bit 0 is unit 1.
  expect([0, 1, 2, 3].map((row) => pathAt(row, 2))).toEqual([0b00, 0b10, 0b01, 0b11]);
});
