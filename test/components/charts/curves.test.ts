import { describe, expect, it } from 'vitest';
import { powerTicks } from '../../../src/components/charts/Axes.tsx';
import { armStyles } from '../../../src/components/charts/armStyle.ts';
import { decadesApart, heatDecades, heatPixels } from '../../../src/components/charts/heat.ts';
import { separate } from '../../../src/components/charts/labels.ts';
import { decadesOf, kindOf, layerCurve } from '../../../src/components/charts/layerValues.ts';
import { lossCurve, lossTop, smooth } from '../../../src/components/charts/lossCurves.ts';
import { cellOf, centreOf, ownShare } from '../../../src/components/charts/plane.ts';
import { slope } from '../../../src/components/charts/slope.ts';
import { spread } from '../../../src/components/charts/spread.ts';
import { sweepCurves, sweepTop, withRoom } from '../../../src/components/charts/sweepCurves.ts';

const arm = { name: 'plain', label: 'plain' };
const seeds = (...all: number[][]) => ({ ...arm, seeds: all.map((values, i) => ({ seed: i + 1, values })) });

describe('slope', () => {
  it('of 0.3 decades a layer is 0.3', () => {
    expect(slope(Array.from({ length: 12 }, (_, i) => 10 ** (0.3 * i)))).toBeCloseTo(0.3, 12);
  });
  it('is the least-squares one: exponents 0, 0, 3 over 0, 1, 2 give 3/2', () => {
    expect(slope([1, 1, 1000])).toBeCloseTo(1.5, 12);
  });
  it('leaves out what has no logarithm, in its place', () => {
    expect(slope([0, 10, Number.NaN, 1000, Number.POSITIVE_INFINITY])).toBeCloseTo(1, 12);
    expect(slope([0, 5])).toBeUndefined();
  });
});

describe('spread', () => {
  it('is median and range, infinity being the largest number', () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(spread([1, 4])).toMatchObject({ median: 2.5 });
    expect(spread([1, Number.POSITIVE_INFINITY])).toMatchObject({ median: Number.POSITIVE_INFINITY, min: 1 });
    expect(spread([])).toEqual({ median: Number.NaN, min: Number.NaN, max: Number.NaN });
  });
});

describe('loss curves', () => {
  it('are smoothed by a centred window that shrinks at the ends', () => {
    expect([...smooth([3, 0, 0, 6], 1)]).toEqual([1.5, 1, 2, 3]);
    expect([...smooth([3, 0, 0, 6], 0)]).toEqual([3, 0, 0, 6]);
  });
  it('end where a seed does, and the median counts it as worse than any number', () => {
    const curve = lossCurve(seeds([1, 2], [3, Number.NaN], [5, 6]), 0);
    expect(curve.steps[0]).toEqual({ median: 3, min: 1, max: 5 });
    expect(curve.steps[1]).toEqual({ median: 6, min: 2, max: 6 });
    expect(curve.diverged).toEqual([{ seed: 2, step: 1, loss: 3 }]);
    expect(curve.ends).toEqual([2, Number.POSITIVE_INFINITY, 6]);
  });
  it('have a gap where most seeds have diverged', () => {
    const curve = lossCurve({ ...arm, seeds: [{ seed: 1, values: [1, 2, 3], divergedAt: 2 }] }, 0);
    expect(curve.steps.map(({ median }) => median)).toEqual([1, 2, Number.POSITIVE_INFINITY]);
  });
  it('take the seeds that exist while others have not begun', () => {
    expect(lossCurve(seeds([1, 2], [3]), 0).steps[1]).toEqual({ median: 2, min: 2, max: 2 });
  });
  it('leave through the top when they explode: 1.15 times guessing stays in view', () => {
    const exploding = lossCurve(seeds([50, 500, Number.NaN]), 0);
    expect(lossTop([exploding], 2)).toBeCloseTo(2.3, 12);
    expect(lossTop([lossCurve(seeds([4, 2]), 0)], undefined)).toBeCloseTo(4.6, 12);
    expect(lossTop([], undefined)).toBeCloseTo(1.15, 12);
    expect(lossTop([lossCurve(seeds([0]), 0)], undefined)).toBe(1);
  });
  it('find room in steps of a tenth, so that the axis stands still while they grow', () => {
    const tops = [2.01, 2.1, 2.2, 2.21, 9].map((end) => lossTop([lossCurve(seeds([2, end]), 0)], 2));
    for (const [i, tenths] of [11, 11, 11, 12, 15].entries()) expect(tops[i]).toBeCloseTo(0.23 * tenths, 12);
  });
});

describe('norms by layer', () => {
  it('are told apart from what has no place on a logarithmic axis', () => {
    expect([1e-20, 1e-40, 0, Number.NaN, Number.POSITIVE_INFINITY].map(kindOf)).toEqual([
      'normal',
      'subnormal',
      'zero',
      'nan',
      'infinite',
    ]);
  });
  it('are divided by their own last layer, seed by seed, before the median', () => {
    const { points } = layerCurve(
      {
        ...arm,
        seeds: [
          [2, 20],
          [30, 3],
          [1, 1],
        ],
      },
      true,
    );
    expect(points[0]).toMatchObject({ median: 1, min: 0.1, max: 10, state: 'drawn' });
    expect(points[1]).toMatchObject({ median: 1, min: 1, max: 1 });
  });
  it('are marked where most seeds underflow or have no number', () => {
    const tiny = [0, 1e-40, 1];
    const { points, slope: found } = layerCurve({ ...arm, seeds: [tiny, tiny, [1, 1, 1]] }, false);
    expect(points.map(({ state, below }) => [state, below])).toEqual([
      ['below', 2],
      ['below', 2],
      ['drawn', 0],
    ]);
    expect(found).toMatchObject({ median: 0 });
    expect(layerCurve({ ...arm, seeds: [[Number.NaN, 1]] }, false).points[0]).toMatchObject({
      state: 'none',
      without: 1,
    });
    expect(layerCurve({ ...arm, seeds: [[1, 0]] }, true).points.map(({ state }) => state)).toEqual(['none', 'none']);
  });
  it('span whole decades with room below', () => {
    expect(decadesOf([layerCurve({ ...arm, seeds: [[2e-6, 1]] }, false)], 3)).toEqual([-7, 1]);
    expect(decadesOf([], 3)).toEqual([-3, 0]);
  });
  it('have ticks at a whole stride that includes 1', () => {
    expect(powerTicks(-9, 1, 4)).toEqual([-8, -4, 0]);
    expect(powerTicks(-2, 1, 6)).toEqual([-2, -1, 0, 1]);
  });
});

describe('heat maps', () => {
  const values = [Float32Array.of(0, 2e-4, 1), Float32Array.of(Number.NaN, 1e-2, 1)];
  it('scale over normal numbers only', () => expect(heatDecades([{ ...arm, values }])).toEqual([-4, 0]));
  it('paint the last layer on top, the ends of the scale, zero and NaN', () => {
    const pixels = heatPixels({ ...arm, values }, 2, 3, [-3, 0]);
    const at = (step: number, row: number) => [...pixels.subarray(4 * (row * 2 + step), 4 * (row * 2 + step) + 3)];
    expect(at(0, 0)).toEqual([253, 231, 37]);
    expect(at(0, 1)).toEqual([68, 1, 84]);
    expect(at(0, 2)).toEqual([0x8d, 0x90, 0x99]);
    expect(at(1, 2)).toEqual([0xd6, 0x24, 0x6e]);
  });
  it('know how far the layers of a step are apart', () => {
    expect(decadesApart(values[0])).toBeCloseTo(4 - Math.log10(2), 5);
    expect(decadesApart(Float32Array.of(0, 1))).toBeUndefined();
  });
});

describe('the plane', () => {
  it('has cells whose centres lie in them', () => {
    expect([0, 1, 2, 3].map((cell) => centreOf(cell, 2, 4))).toEqual([-1.5, -0.5, 0.5, 1.5]);
    expect([-1.5, -0.5, 0.5, 1.5, 9].map((x) => cellOf(x, 2, 4))).toEqual([0, 1, 2, 3, 3]);
  });
  it('counts the points in their own colour, y upwards', () => {
    // Two by two: the upper row is class 1, the lower class 0.
    const classes = Uint8Array.of(1, 1, 0, 0);
    const inputs = Float32Array.of(0.5, 0.5, -0.5, 0.5, 0.5, -0.5, -0.5, -0.5);
    expect(ownShare(classes, 2, 1, { inputs, classes: Uint8Array.of(1, 1, 0, 1) })).toBe(0.75);
  });
});

describe('sweeps', () => {
  it('count a seed without a number as worse than every number', () => {
    const [curve] = sweepCurves(
      [
        {
          ...arm,
          points: [
            { x: 2, values: [1, 3] },
            { x: 4, values: [1, Number.NaN] },
            { x: 8, values: [] },
          ],
        },
      ],
      'loss',
    );
    expect(curve?.points.map(({ median }) => median)).toEqual([2, Number.POSITIVE_INFINITY]);
    expect(sweepTop([curve ?? { ...arm, points: [] }], [], 2)).toBeCloseTo(2.3, 12);
  });
  it('drop ticks that have no room', () => {
    expect(withRoom([{ at: 0 }, { at: 4 }, { at: 10 }], 8)).toEqual([{ at: 0 }, { at: 10 }]);
  });
});

describe('labels and styles', () => {
  it('keep labels apart, in order and in the frame', () => {
    expect(separate([10, 11, 50], 5, 0, 100)).toEqual([10, 15, 50]);
    expect(separate([98, 99], 5, 0, 100)).toEqual([95, 100]);
    expect(separate([11, 10], 5, 0, 100)).toEqual([15, 10]);
  });
  it('give no two arms the same look, and plain and residual always their own', () => {
    const styles = armStyles(['a', 'plain', 'b', 'residual'].map((name) => ({ name })));
    expect(new Set(styles.map(({ colour }) => colour)).size).toBe(4);
    expect(new Set(styles.map(({ marker }) => marker)).size).toBe(4);
    expect(styles[1]).toMatchObject({ colour: 'var(--plain)', marker: 'circle', filled: false });
    expect(styles[3]).toMatchObject({ colour: 'var(--residual)', marker: 'square', dash: undefined });
    expect(new Set(armStyles(['a', 'b', 'c', 'd'].map((name) => ({ name }))).map(({ colour }) => colour)).size).toBe(4);
  });
});
