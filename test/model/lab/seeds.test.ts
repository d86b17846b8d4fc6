import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/experiment.ts';
import { seedsText, typedSeeds, withOneMore, withoutSeed } from '../../../src/model/lab/seeds.ts';

describe('typed seeds', () => {
  it.each([
    ['1-3, 7', [1, 2, 3, 7]],
    ['1–3，7', [1, 2, 3, 7]],
    ['  5  2 ', [5, 2]],
    ['4 - 6', [4, 5, 6]],
    ['3,3,3', [3]],
  ])('%j', (text, seeds) => expect(typedSeeds(text)?.seeds).toEqual(seeds));
  it.each(['', 'many', '-', '9-2'])('%j holds none', (text) => expect(typedSeeds(text)).toBeUndefined());
  it('keeps what it can read and tells the rest', () => {
    const typed = typedSeeds('1, x, 99999999999');
    expect(typed?.seeds).toEqual([1]);
    expect(typed?.notices.map((notice) => notice.kind === 'bad-seed' && notice.text)).toEqual(['x', '99999999999']);
  });
  it('stops at the limit and says so', () => {
    const typed = typedSeeds('1-500');
    expect(typed?.seeds).toHaveLength(limits.seeds);
    expect(typed?.notices.map(({ kind }) => kind)).toEqual(['too-many']);
  });
  it('reads back what is shown, for any list', () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: limits.seedMax }), { minLength: 1, maxLength: limits.seeds });
    fc.assert(
      fc.property(list, (seeds) => {
        expect(typedSeeds(seedsText(seeds))?.seeds).toEqual(seeds);
      }),
    );
  });
});

describe('the list', () => {
  it('grows by the seed after the largest, and wraps to the smallest free one', () => {
    expect(withOneMore([1, 9, 3])).toEqual([1, 9, 3, 10]);
    expect(withOneMore([limits.seedMax, 1])).toEqual([limits.seedMax, 1, 2]);
    const full = Array.from({ length: limits.seeds }, (_, i) => i);
    expect(withOneMore(full)).toBe(full);
  });
  it('keeps its last seed', () => {
    expect(withoutSeed([1, 2], 1)).toEqual([2]);
    expect(withoutSeed([2], 2)).toEqual([2]);
  });
});
