import { describe, expect, it } from 'vitest';
import {
  middleOf,
  ratiosOf,
  twoDigits,
  windowed,
  windowsOf,
  windowWidth,
} from '../../../src/lessons/04-healthy-norms/ratios.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';

describe('the windows of a run', () => {
  it('keep step 0 to itself and cover every other step once', () => {
    expect(windowsOf(8, 3)).toEqual([
      [0, 1],
      [1, 4],
      [4, 7],
      [7, 8],
    ]);
    expect(windowsOf(1, 5)).toEqual([[0, 1]]);
    expect(windowsOf(0, 5)).toEqual([]);
  });
  it('are about sixty', () => {
    expect(windowWidth(300)).toBe(5);
    expect(windowsOf(300, 5)).toHaveLength(61);
    expect(windowWidth(10)).toBe(1);
  });
});

describe('the middle', () => {
  it('is a value of the run, the lower of two; a NaN counts as least', () => {
    expect(middleOf([5, 1, 3])).toBe(3);
    expect(middleOf([1, 4, 2, 3])).toBe(2);
    expect(middleOf([7, Number.NaN, 9])).toBe(7);
    expect(middleOf([Number.NaN, Number.NaN, 9])).toBeNaN();
    expect(middleOf([])).toBeNaN();
  });
  it('of each window leaves single outliers out', () => {
    expect(windowed([100, 1, 1e9, 2, 3, 0, 4], 3)).toEqual([100, 2, 3]);
  });
});

describe('the ratios of a run', () => {
  it('divide the first gradient by the last, row by row', () => {
    const layout = layoutOf({ depth: 4, layersPerUnit: 2 });
    const rows = new Float32Array(2 * layout.stride);
    rows.set([6, 5, 3], layout.at.stateGradNorm);
    rows.set([1, 5, 4], layout.stride + layout.at.stateGradNorm);
    expect(ratiosOf(layout, rows, 2)).toEqual([2, 0.25]);
    expect(ratiosOf(layout, rows, 1)).toEqual([2]);
  });
});

describe('a ratio in two digits', () => {
  it.each([
    [3.082, '3.1'],
    [0.0772, '0.077'],
    [11.59, '12'],
    [653.8, '650'],
    [50_804, '51,000'],
    [9.99, '10'],
    [1.43e-5, '1.4\u00a0×\u00a010⁻⁵'],
    [1.26e6, '1.3\u00a0×\u00a010⁶'],
    [0, '0'],
    [Number.NaN, 'not a number'],
    [Number.POSITIVE_INFINITY, 'infinite'],
  ])('%d is %s', (value, text) => expect(twoDigits(value, 'en')).toBe(text));
});
