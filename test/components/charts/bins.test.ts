import { describe, expect, it } from 'vitest';
import { binsOf, edge } from '../../../src/components/charts/bins.ts';

describe('bins', () => {
  it('share one axis, which holds the value 1, and lose nothing', () => {
    const bins = binsOf([Float64Array.of(-3.5, -3.2, -0.5), Float64Array.of(0.2)], 10);
    // From -3.5 to a decade above 1: half a decade each makes ten bins.
    expect([bins.low, bins.width, bins.count]).toEqual([-3.5, 0.5, 10]);
    expect(bins.arms[0]?.counts).toEqual([2, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(bins.arms[1]?.counts).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
  });
  it('keep apart what is too small for an axis and what is no number', () => {
    const [arm] = binsOf([Float64Array.of(Number.NEGATIVE_INFINITY, Number.NaN, 1)], 20).arms;
    expect(arm).toMatchObject({ below: 1, without: 1, total: 3 });
    expect(arm?.counts.reduce((sum, n) => sum + n, 0)).toBe(1);
  });
  it('grow wide enough for 300 decades, and put a greatest value on an edge into a bin', () => {
    const bins = binsOf([Float64Array.of(-300, 0)], 40);
    expect(bins.count).toBeLessThanOrEqual(40);
    expect(bins.arms[0]?.counts.reduce((sum, n) => sum + n, 0)).toBe(2);
  });
  it('have edges without rounding errors', () => {
    expect(edge({ low: -0.3, width: 0.1 }, 2)).toBe(-0.1);
  });
  it('stand around 1 where there is nothing yet', () => {
    expect(binsOf([new Float64Array()], 30).count).toBeGreaterThan(0);
  });
});
