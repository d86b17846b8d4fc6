import { describe, expect, it } from 'vitest';
import { courseOf, judge } from '../../../src/components/prose/judge.ts';
import type { DrawnCurve, MeasuredCurve } from '../../../src/components/prose/LessonState.tsx';

const drawn = (...ys: number[]): DrawnCurve => ({ arm: 'plain', points: ys.map((y, i) => ({ x: i, y })) });
const measured = (...medians: number[]): MeasuredCurve => ({
  arm: 'plain',
  points: medians.map((median, x) => ({ x, median, min: median, max: median, seeds: 3 })),
});

describe('a prediction beside a measurement', () => {
  it('calls a change of a quarter of a nat or less no change', () => {
    expect(courseOf(1, 1.25)).toBe('stays');
    expect(courseOf(1, 1.26)).toBe('rises');
    expect(courseOf(1, 0.7)).toBe('falls');
  });
  it('takes the mean distance: (0.1 + 0.3 + 0.5) / 3 = 0.3', () => {
    expect(judge(drawn(0.5, 1, 2), measured(0.4, 1.3, 2.5))?.distance).toBeCloseTo(0.3);
  });
  it('agrees when both rise, also by different amounts', () => {
    expect(judge(drawn(0.5, 0.6, 1), measured(0.4, 1, 2.3))?.agrees).toBe(true);
  });
  it('disagrees when one falls and the other rises', () => {
    const judgement = judge(drawn(1, 0.8, 0.3), measured(0.4, 1, 2.3));
    expect(judgement?.agrees).toBe(false);
    expect(judgement?.drawn.course).toBe('falls');
    expect(judgement?.measured.course).toBe('rises');
  });
  it('waits while depths are missing, and where a run gave no finite number', () => {
    expect(judge(drawn(1, 1, 1), measured(0.4, 1))).toBeUndefined();
    expect(judge(drawn(1, 1, 1), measured(0.4, 1, Number.NaN))).toBeUndefined();
    expect(judge(drawn(1, 1, 1), undefined)).toBeUndefined();
  });
});
