import { describe, expect, it } from 'vitest';
import { type Block, pagesOf } from '../../../src/components/present/pages.ts';

/** Blocks of these heights, one under the other, 10 pixels apart. */
const stack = (...heights: readonly number[]): Block[] => {
  let top = 0;
  return heights.map((height) => {
    const block = { top, bottom: top + height };
    top += height + 10;
    return block;
  });
};

describe('the pages of a slide', () => {
  it('take as many blocks as fit, margins between them included', () => {
    // 40 + 10 + 40 = 90 fits into 100; 10 + 40 more does not.
    expect(pagesOf(stack(40, 40, 40), 100)).toEqual([0, 0, 1]);
    expect(pagesOf(stack(40, 40, 40), 140)).toEqual([0, 0, 0]);
    expect(pagesOf(stack(40, 40, 40), 139)).toEqual([0, 0, 1]);
  });
  it('give a block that is too high a page of its own', () => {
    expect(pagesOf(stack(40, 300, 40), 100)).toEqual([0, 1, 2]);
    expect(pagesOf(stack(300), 100)).toEqual([0]);
  });
  it('keep a heading with what it heads', () => {
    const blocks = stack(40, 20, 40).map((block, i) => ({ ...block, leads: i === 1 }));
    // 40 + 10 + 20 = 70 would fit, but the heading would stand alone.
    expect(pagesOf(blocks, 100)).toEqual([0, 1, 1]);
  });
  it('are none for a slide without blocks', () => expect(pagesOf([], 100)).toEqual([]));
});
