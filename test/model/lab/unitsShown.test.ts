/** The row of units in a link: written shortly, and read only where it is an order of this very network. */
import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { asTrained, swapped, toggled } from '../../../src/model/lab/unitOrder.ts';
import { printUnits, readUnits, unitsInView } from '../../../src/model/lab/unitsShown.ts';

/** Ten units in the first network, five in the second. */
const experiment: Experiment = {
  ...defaultExperiment,
  depth: 10,
  layersPerUnit: 1,
  seeds: [4, 7],
  arms: [
    { name: 'plain', overrides: { shortcutScale: 0 } },
    { name: 'short', overrides: { depth: 5 } },
  ],
};
const mixed = [3, 4, 5].reduce(toggled, swapped(swapped(asTrained(10), 0, 2), 8, 9));

describe('what is in view', () => {
  it('is the last network and the first seed, until others are picked', () => {
    expect(unitsInView(experiment)).toEqual({ arm: 1, seed: 4, units: 5 });
    expect(unitsInView(experiment, { arm: 0, seed: 7 })).toEqual({ arm: 0, seed: 7, units: 10 });
  });
  it('is what is left when a network or a seed is taken away', () => {
    expect(unitsInView(experiment, { arm: 3, seed: 1 })).toEqual({ arm: 1, seed: 4, units: 5 });
  });
  it('is an order only of as many units', () => {
    expect(unitsInView(experiment, { arm: 0, seed: 4, order: mixed }).order).toBe(mixed);
    expect(unitsInView(experiment, { arm: 1, seed: 4, order: mixed })).toEqual({ arm: 1, seed: 4, units: 5 });
  });
});

describe('a row in a link', () => {
  it('writes runs as ranges, and nothing of units as trained or of another network', () => {
    expect(printUnits({ arm: 0, seed: 7, order: mixed }, experiment)).toBe('1,7:3,2,1,4-6x,7-8,10,9');
    expect(printUnits({ arm: 0, seed: 7, order: asTrained(10) }, experiment)).toBe('1,7');
    expect(printUnits({ arm: 1, seed: 7, order: mixed }, experiment)).toBe('2,7');
    expect(
      printUnits({ arm: 1, seed: 4, order: asTrained(5).map(({ unit }) => ({ unit, deleted: true })) }, experiment),
    ).toBe('2,4:1-5x');
  });
  it('is read as it was written', () => {
    const shown = { arm: 0, seed: 7, order: mixed };
    expect(readUnits(printUnits(shown, experiment), experiment)).toEqual({ shown, strange: false });
    expect(readUnits('2,4', experiment)).toEqual({ shown: { arm: 1, seed: 4 }, strange: false });
    expect(readUnits('2,4:1,2-5', experiment)).toEqual({ shown: { arm: 1, seed: 4 }, strange: false });
  });
  it.each(['', '2', '2,', '3,4', '0,4', '2,5', '2,4;1', ' 2,4', '2,4\n', '__proto__'])(
    '“%s” is no network and seed',
    (text) => {
      expect(readUnits(text, experiment)).toBeUndefined();
    },
  );
  it.each([
    ['nothing', ''],
    ['too few', '1-4'],
    ['too many', '1-6'],
    ['one twice', '1,2,3,4,4'],
    ['one twice in a range', '1-3,3-5'],
    ['unit 0', '0,1,2,3,4'],
    ['a range backwards', '5-1'],
    ['an empty piece', '1,,2,3,4,5'],
    ['another mark', '1y,2-5'],
    ['the mark twice', '1xx,2-5'],
    ['a sign', '+1,2-5'],
    ['a line of its own', '1-5\n'],
    ['far more than there are', '1-999999999999'],
  ])('%s is told, and the units stand as trained', (_, text) => {
    expect(readUnits(`2,4:${text}`, experiment)).toEqual({ shown: { arm: 1, seed: 4 }, strange: true });
  });
});
