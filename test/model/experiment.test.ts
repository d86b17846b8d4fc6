import { describe, expect, it } from 'vitest';
import { defaultExperiment, type FieldName, fieldNames, fields, isExperiment } from '../../src/model/experiment.ts';

const { arms, seeds } = defaultExperiment;

describe('what another program wrote is an experiment', () => {
  it('where it is one, also read back from a file', () => {
    expect(isExperiment(defaultExperiment)).toBe(true);
    expect(isExperiment(JSON.parse(JSON.stringify(defaultExperiment)))).toBe(true);
    expect(isExperiment({ ...defaultExperiment, arms: [{ name: 'one', overrides: { width: 8 } }] })).toBe(true);
  });

  it('and not where it is no table at all', () => {
    for (const value of [undefined, null, 3, 'v=1', [], [defaultExperiment], () => 0]) {
      expect(isExperiment(value)).toBe(false);
    }
  });

  const beyond = (name: FieldName): readonly unknown[] => {
    const field = fields[name];
    if (field.kind === 'switch') return [0, 'true', null, undefined];
    if (field.kind === 'choice') return ['none of them', 0, null, undefined, 'toString'];
    const whole = field.integer ? [field.min + 0.5] : [];
    return [
      field.min - 1,
      field.max + 1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      String(field.min),
      null,
      undefined,
      ...whole,
    ];
  };
  it.each(fieldNames)('and not where %s is missing or out of its range', (name) => {
    const { [name]: _gone, ...rest } = defaultExperiment;
    expect(isExperiment(rest)).toBe(false);
    for (const value of beyond(name)) expect(isExperiment({ ...defaultExperiment, [name]: value })).toBe(false);
  });

  it('and not with a field that there is not', () => {
    expect(isExperiment({ ...defaultExperiment, height: 3 })).toBe(false);
    expect(isExperiment({ ...rest('width'), height: 24 })).toBe(false);
  });

  it('and not with arms or seeds that cannot run', () => {
    const arm = (name: unknown, overrides: unknown) => ({ name, overrides });
    const wrongArms: readonly unknown[] = [
      [],
      Array.from({ length: 5 }, (_, i) => arm(`arm ${i}`, {})),
      'plain',
      [arm('', {})],
      [arm('a'.repeat(25), {})],
      [arm(3, {})],
      [arm('one', null)],
      [arm('one', [])],
      [arm('one', { width: 1e9 })],
      [arm('one', { dataset: 'spiral' })],
      [arm('one', { hasOwnProperty: 1 })],
      [{ ...arms[0], colour: 'red' }],
      [{ name: 'one' }],
    ];
    for (const wrong of wrongArms) expect(isExperiment({ ...defaultExperiment, arms: wrong })).toBe(false);
    const wrongSeeds: readonly unknown[] = [
      [],
      [1, 1],
      [0.5],
      [-1],
      [2 ** 32],
      ['1'],
      Array.from({ length: 21 }, (_, i) => i),
      1,
    ];
    for (const wrong of wrongSeeds) expect(isExperiment({ ...defaultExperiment, seeds: wrong })).toBe(false);
    expect(isExperiment({ ...defaultExperiment, arms, seeds })).toBe(true);
  });
});

function rest(name: FieldName) {
  const { [name]: _gone, ...others } = defaultExperiment;
  return others;
}
