import { describe, expect, it } from 'vitest';
import { defaultExperiment, type FieldName, fields } from '../../../src/model/experiment.ts';
import { freed, mostValues, sensibleValues, typedValues, unmoved } from '../../../src/model/lab/sweepValues.ts';
import { variantsOf } from '../../../src/model/worker/sweep.ts';

const isField = (name: string): name is FieldName => Object.hasOwn(fields, name);

describe('a few sensible values', () => {
  it.each(Object.keys(fields).filter(isField))('of %s are at least two, few, and all allowed', (name) => {
    const values = sensibleValues(defaultExperiment, name);
    expect(values.length).toBeGreaterThan(1);
    expect(values.length).toBeLessThanOrEqual(mostValues);
    expect(variantsOf(defaultExperiment, name, values)).toHaveLength(values.length);
  });
  it('go by half decades around a rate of 0.01, and stop at the ends of the range', () => {
    expect(sensibleValues({ ...defaultExperiment, rate: 0.01 }, 'rate')).toEqual([0.001, 0.00316, 0.01, 0.0316, 0.1]);
    expect(sensibleValues({ ...defaultExperiment, rate: 10 }, 'rate')).toEqual([1, 3.16, 10]);
  });
  it('of depth are whole units', () => {
    expect(sensibleValues({ ...defaultExperiment, layersPerUnit: 3 }, 'depth')).toEqual([3, 9, 21, 30, 51]);
  });
});

describe('typed values', () => {
  it('are read with any comma, held in range, and told where they moved', () => {
    expect(typedValues(defaultExperiment, 'depth', '4，7 500 x')).toEqual({
      values: [4, 8, 100],
      unread: ['x'],
      moved: [
        { asked: 7, used: 8 },
        { asked: 500, used: 100 },
      ],
      cut: 0,
    });
  });
  it('read a true minus sign, and no infinity', () => {
    expect(typedValues(defaultExperiment, 'shortcutScale', '\u22121, Infinity')).toMatchObject({
      values: [-1],
      unread: ['Infinity'],
    });
  });
  it('are cut where they are too many', () => {
    const text = Array.from({ length: 15 }, (_, i) => i + 1).join();
    expect(typedValues(defaultExperiment, 'width', text)).toMatchObject({ cut: 3, values: { length: mostValues } });
  });
});

describe('a field that the arms set for themselves', () => {
  it('is named for the arms that would not move', () => {
    const one = {
      ...defaultExperiment,
      arms: [
        { name: 'a', overrides: { depth: 4 } },
        { name: 'b', overrides: {} },
      ],
    };
    expect(unmoved(one, 'depth')).toEqual(['a']);
    expect(freed(one, 'depth', 'both')).toBe(one);
  });
  it('is freed where all set it, and arms that differ in nothing else become one', () => {
    expect(freed(defaultExperiment, 'shortcutScale', 'both').arms).toEqual([{ name: 'both', overrides: {} }]);
    const three = {
      ...defaultExperiment,
      arms: [
        { name: 'a', overrides: { shortcutScale: 0, width: 8 } },
        { name: 'b', overrides: { shortcutScale: 1, width: 8 } },
        { name: 'c', overrides: { shortcutScale: 1 } },
      ],
    };
    expect(freed(three, 'shortcutScale', 'both').arms).toEqual([
      { name: 'both', overrides: { width: 8 } },
      { name: 'c', overrides: {} },
    ]);
  });
});
