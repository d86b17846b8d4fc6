import { describe, expect, it } from 'vitest';
import { blank, keyed, moved, onGrain, paper, scalesOf, top } from '../../../src/components/prose/drawing.ts';

const depths = [2, 10, 20, 30, 50];
const scales = scalesOf(depths);

describe('the paper of a prediction', () => {
  it('maps the axis ends to the frame: loss 0 below, 3 above, half-way 1.5', () => {
    expect(scales.y(0)).toBe(paper.bottom);
    expect(scales.y(top)).toBe(paper.top);
    expect(scales.y(1.5)).toBe((paper.bottom + paper.top) / 2);
  });
  it('spaces depths by their value: 26 lies half-way between 2 and 50', () => {
    expect(scales.x(26)).toBeCloseTo((scales.x(2) + scales.x(50)) / 2);
  });
  it('reads back what it draws', () => {
    for (const loss of [0, 0.35, 1.5, 2.3, 3]) expect(scales.lossAt(scales.y(loss))).toBe(loss);
    for (const [column, depth] of depths.entries()) expect(scales.columnAt(scales.x(depth))).toBe(column);
  });
  it('takes the nearest depth: 14 is nearer to 10, 16 to 20', () => {
    expect(scales.columnAt(scales.x(14))).toBe(1);
    expect(scales.columnAt(scales.x(16))).toBe(2);
  });
  it('keeps losses on multiples of 0.05 within 0 and 3', () => {
    expect(onGrain(1.26)).toBe(1.25);
    expect(onGrain(1.28)).toBe(1.3);
    expect(onGrain(-4)).toBe(0);
    expect(onGrain(99)).toBe(3);
    expect(scales.lossAt(-1000)).toBe(3);
  });
});

describe('a drawn curve', () => {
  it('starts level at half height for every arm, so that it favours no answer', () => {
    for (const { points } of blank(['plain', 'residual'], depths)) {
      expect(points.map(({ y }) => y)).toEqual([1.5, 1.5, 1.5, 1.5, 1.5]);
    }
  });
  it('moves one point of one arm and leaves the curve before as it was', () => {
    const before = blank(['plain', 'residual'], depths);
    const after = moved(before, 'plain', 4, 2.31);
    expect(after[0]?.points.map(({ y }) => y)).toEqual([1.5, 1.5, 1.5, 1.5, 2.3]);
    expect(after[1]).toBe(before[1]);
    expect(before[0]?.points[4]?.y).toBe(1.5);
  });
  it('answers the keys of a slider and no others', () => {
    expect(keyed('ArrowUp', 1)).toBeCloseTo(1.05);
    expect(keyed('ArrowLeft', 1)).toBeCloseTo(0.95);
    expect(keyed('PageDown', 1)).toBeCloseTo(0.5);
    expect(keyed('Home', 1)).toBe(0);
    expect(keyed('End', 1)).toBe(3);
    expect(keyed('Tab', 1)).toBeUndefined();
  });
});
