import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment, settingsOf } from '../../../src/model/experiment.ts';
import {
  difference,
  freeColour,
  type Pin,
  pinColours,
  pinLimits,
  pinnedArms,
  printPins,
  readPins,
  startOf,
  thinned,
} from '../../../src/model/lab/pins.ts';
import { initialize } from '../../../src/model/network/initialize.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import type { RunSnapshot, SeedRun } from '../../../src/model/worker/snapshot.ts';

const experiment: Experiment = {
  ...defaultExperiment,
  depth: 2,
  layersPerUnit: 2,
  steps: 4,
  seeds: [1, 2, 3],
  arms: [{ name: 'plain', overrides: {} }],
};
const layout = layoutOf(experiment);
const score = (loss: number) => ({ loss, accuracy: 1 - loss });
function seedRun(seed: number, losses: readonly number[], more: Partial<SeedRun> = {}): SeedRun {
  const rows = new Float32Array(layout.stride * losses.length);
  for (const [step, loss] of losses.entries()) rows[step * layout.stride] = loss;
  const last = losses.at(-1) ?? 0;
  return { seed, rows, steps: losses.length, final: { train: score(last / 8), test: score(last / 4) }, ...more };
}
const snapshotOf = (seeds: readonly SeedRun[]): RunSnapshot => ({
  status: 'done',
  experiment,
  arms: [{ name: 'plain', layout, seeds }],
  step: 4,
  milliseconds: 1,
});
const pinOf = (part: Partial<Pin> = {}): Pin => ({
  id: 'one',
  name: 'first',
  colour: 'teal',
  shown: true,
  experiment,
  arms: pinnedArms(snapshotOf([seedRun(1, [4, 3, 2, 1])]), 0),
  ...part,
});

describe('what is kept of a run', () => {
  it('is the median loss over seeds at each step, and the spread of the scores', () => {
    const [arm] = pinnedArms(
      snapshotOf([seedRun(1, [4, 3, 2, 1]), seedRun(2, [4, 4, 4, 4]), seedRun(3, [4, 2, 2, 2])]),
      0,
    );
    expect(arm?.curve).toEqual([
      [0, 4],
      [1, 3],
      [2, 2],
      [3, 2],
    ]);
    expect(arm?.trainLoss).toEqual({ median: 0.25, min: 0.125, max: 0.5 });
    expect(arm?.diverged).toBe(0);
  });
  it('averages over neighbours as the chart does: 4, 3, 2, 1 becomes 3.5, 3, 2, 1.5', () => {
    const [arm] = pinnedArms(snapshotOf([seedRun(1, [4, 3, 2, 1])]), 1);
    expect(arm?.curve.map(([, loss]) => loss)).toEqual([3.5, 3, 2, 1.5]);
  });
  it('has no loss where most seeds diverged, and no score of theirs', () => {
    const lost = { divergence: { step: 2, layer: 1 } };
    const [arm] = pinnedArms(
      snapshotOf([seedRun(1, [4, 3, 2, 1]), seedRun(2, [4, 3, Number.NaN], lost), seedRun(3, [4, 3, 9, 9], lost)]),
      0,
    );
    expect(arm?.curve).toEqual([
      [0, 4],
      [1, 3],
      [2, null],
      [3, null],
    ]);
    expect(arm?.diverged).toBe(2);
    expect(arm?.trainLoss).toEqual({ median: 0.125, min: 0.125, max: 0.125 });
  });
  it('is thinned evenly, first and last step among it', () => {
    expect(thinned(5, 10)).toEqual([0, 1, 2, 3, 4]);
    expect(thinned(9, 3)).toEqual([0, 4, 8]);
    const many = thinned(2000, pinLimits.points);
    expect(many).toHaveLength(pinLimits.points);
    expect([many[0], many.at(-1)]).toEqual([0, 1999]);
    expect(new Set(many).size).toBe(many.length);
  });
});

describe('the stored document', () => {
  it('reads back as it was written', () => {
    expect(readPins(printPins([pinOf()]))).toEqual({ kind: 'read', pins: [pinOf()] });
  });
  it('of a later version is told from a damaged one', () => {
    expect(readPins('{"version":2,"pins":"in a new way"}')).toEqual({ kind: 'newer', theirs: 2 });
    expect(readPins('{"version":1}')).toEqual({ kind: 'unreadable' });
    expect(readPins('not json')).toEqual({ kind: 'unreadable' });
  });
  it('holds only experiments that this page can train', () => {
    const wild = printPins([pinOf()]).replace('"depth":2', '"depth":2000000');
    expect(readPins(wild)).toEqual({ kind: 'unreadable' });
  });
});

describe('the same start', () => {
  const start = (part: Partial<Experiment>) => startOf({ ...experiment, ...part });
  it('is that of equal seeds, data and initial settings, whatever trains from there', () => {
    const own = start({});
    expect(start({ rate: 0.5, optimizer: 'adam', shortcutScale: 0, steps: 9, activation: 'tanh' })).toBe(own);
    expect(start({ spread: 0.7 })).toBe(own);
    for (const part of [
      { seeds: [1, 2] },
      { dataset: 'rings' },
      { width: 30 },
      { depth: 4 },
      { initializer: 'he' },
      { gain: 2 },
      { branchScale: 'zero' },
    ] as const) {
      expect(start(part), JSON.stringify(part)).not.toBe(own);
    }
    expect(start({ initializer: 'normal', spread: 0.7 })).not.toBe(start({ initializer: 'normal', spread: 0.1 }));
  });
  it('means identical tensors', () => {
    const tensors = (part: Partial<Experiment>) => {
      const all = { ...experiment, ...part };
      const [arm] = all.arms;
      if (!arm) throw new Error('no arm');
      const { stem, units, head } = initialize(settingsOf(all, arm), 4, 2, 1);
      return [stem.kernel, ...units.flatMap(({ layers }) => layers.map(({ kernel }) => kernel)), head.kernel];
    };
    expect(tensors({ rate: 0.5, shortcutScale: 0, activation: 'tanh', spread: 0.7 })).toEqual(tensors({}));
    expect(tensors({ gain: 2 })).not.toEqual(tensors({}));
  });
});

it('differences are named field by field, arms and seeds apart', () => {
  const other = { ...experiment, rate: 0.5, seeds: [4], arms: [{ name: 'residual', overrides: {} }] };
  expect(difference({ experiment }, { experiment: other })).toEqual({
    fields: ['rate'],
    own: false,
    arms: true,
    seeds: true,
  });
  expect(difference({ experiment }, { experiment: { ...experiment } })).toEqual({
    fields: [],
    own: false,
    arms: false,
    seeds: false,
  });
  const onOwn = { ...experiment, dataset: 'own' as const };
  expect(difference({ experiment: onOwn, own: 'a' }, { experiment: onOwn, own: 'b' }).own).toBe(true);
  expect(difference({ experiment: onOwn, own: 'a' }, { experiment: onOwn, own: 'a' }).own).toBe(false);
});

it('a new pin takes the least used colour', () => {
  expect(freeColour([])).toBe(pinColours[0]);
  expect(freeColour([pinOf()])).toBe(pinColours[1]);
  expect(freeColour(pinColours.map((colour) => pinOf({ colour })))).toBe(pinColours[0]);
});
