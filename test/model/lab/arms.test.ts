import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment, isExperiment, limits, settingsOf } from '../../../src/model/experiment.ts';
import {
  addedArm,
  cleanName,
  distinct,
  overridden,
  ownFields,
  released,
  removedArm,
  renamed,
  setByAll,
} from '../../../src/model/lab/arms.ts';
import { parsePermalink, printPermalink } from '../../../src/model/permalink.ts';

const nth = (n: number) => `network ${n}`;
const names = ({ arms }: Experiment) => arms.map(({ name }) => name);

describe('arms', () => {
  it('are added up to four, as copies of the last, each with a name of its own', () => {
    const three = addedArm(defaultExperiment, nth);
    expect(names(three)).toEqual(['plain', 'residual', 'network 3']);
    expect(three.arms[2]?.overrides).toEqual({ shortcutScale: 1 });
    const clash = addedArm({ ...three, arms: [...three.arms.slice(1), { name: 'network 4', overrides: {} }] }, nth);
    expect(names(clash)).toEqual(['residual', 'network 3', 'network 4', 'network 5']);
    const full = addedArm(three, nth);
    expect(addedArm(full, nth)).toBe(full);
    expect(full.arms).toHaveLength(limits.arms);
    expect(isExperiment(full)).toBe(true);
  });
  it('are removed down to one', () => {
    const one = removedArm(defaultExperiment, 0);
    expect(names(one)).toEqual(['residual']);
    expect(removedArm(one, 0)).toBe(one);
  });
  it('take a clean name that no other has, or say why not', () => {
    expect(renamed(defaultExperiment, 0, '  \u202Edeep ')).toMatchObject({ arms: [{ name: 'deep' }, {}] });
    expect(renamed(defaultExperiment, 0, ' \u200B ')).toBe('empty');
    expect(renamed(defaultExperiment, 0, 'residual')).toBe('taken');
    expect(renamed(defaultExperiment, 1, 'residual')).toEqual(defaultExperiment);
    expect(cleanName('x'.repeat(99))).toHaveLength(limits.nameLength);
  });
  it('differ in any field, depth in whole units, and can be as the others again', () => {
    const odd = overridden(defaultExperiment, 0, { depth: 7, activation: 'tanh' });
    expect(odd.arms[0]?.overrides).toEqual({ shortcutScale: 0, depth: 8, activation: 'tanh' });
    expect(odd.arms[1]).toBe(defaultExperiment.arms[1]);
    expect(ownFields(odd.arms[0] ?? { name: '', overrides: {} })).toEqual(['depth', 'activation', 'shortcutScale']);
    const back = released(odd, 0, 'depth');
    expect(settingsOf(back, back.arms[0] ?? { name: '', overrides: {} }).depth).toBe(defaultExperiment.depth);
    expect(parsePermalink(printPermalink(odd)).experiment).toEqual(odd);
  });
  it('tell which common settings none of them takes', () => {
    expect(setByAll(defaultExperiment, 'shortcutScale')).toBe(true);
    expect(setByAll(defaultExperiment, 'depth')).toBe(false);
    expect(setByAll(defaultExperiment, 'dataset')).toBe(false);
  });
  it('of one name are told apart', () => {
    const twins = { ...defaultExperiment, arms: ['a', 'a', 'a 2'].map((name) => ({ name, overrides: {} })) };
    const apart = names(distinct(twins));
    expect(new Set(apart).size).toBe(3);
    expect(apart[0]).toBe('a');
    const long = { ...twins, arms: [1, 2].map(() => ({ name: 'x'.repeat(limits.nameLength), overrides: {} })) };
    expect(isExperiment(distinct(long))).toBe(true);
    expect(distinct(defaultExperiment)).toBe(defaultExperiment);
  });
});
