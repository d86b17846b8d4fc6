/** The exported script on the reader's own data, run by PyTorch: the losses of the page. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cutTable } from '../../../src/components/charts/cutTable.ts';
import type { OwnData } from '../../../src/model/data/ownData.ts';
import { brushed, ownOfPoints } from '../../../src/model/data/ownPoints.ts';
import { readTable } from '../../../src/model/data/ownTable.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { pytorchScript } from '../../../src/model/export/pytorch.ts';
import { random } from '../../../src/model/random.ts';
import { type Losses, lossesByTorch, lossesHere } from './losses.ts';
import { pythonWithTorch, unlessTorch } from './python.ts';

/** Three clouds of points from a brush. */
const drawn = ownOfPoints(
  [
    [-0.5, 0.4],
    [0.5, 0.3],
    [0, -0.6],
  ].flatMap(([x = 0, y = 0], kind) => [1, 2, 3, 4].flatMap((stroke) => brushed(x, y, kind, 8, 10 * kind + stroke))),
);

/** Columns of very different sizes, one that does not vary, and classes of different numbers. */
function table(): OwnData | undefined {
  const stream = random(3, 'a table');
  const rows = Array.from({ length: 90 }, (_, i) => {
    const kind = i % 5 < 3 ? 'setosa' : 'virginica, wild';
    const shift = kind === 'setosa' ? 0 : 1.5;
    const size = (1000 * (5 + shift + stream.normal())).toFixed(1);
    return `${size};${(0.01 * (shift + stream.normal())).toFixed(5)};7;${Math.round(10 * stream.normal())};"${kind}"`;
  });
  return readTable(['length;share;constant;count;kind', ...rows].join('\n'), cutTable).data;
}

const base: Experiment = {
  ...defaultExperiment,
  dataset: 'own',
  depth: 8,
  width: 12,
  batch: 16,
  steps: 20,
  seeds: [2, 9],
};
const cases: readonly [string, Experiment, OwnData | undefined][] = [
  ['points drawn on the board', base, drawn],
  ['a table of several columns', { ...base, normalization: 'layer', optimizer: 'adam', rate: 0.003 }, table()],
  ['a batch that takes the whole table', { ...base, batch: 256, activation: 'tanh', optimizer: 'sgd' }, table()],
];

describe.skipIf(!pythonWithTorch)(`own data in the script, trained by PyTorch${unlessTorch}`, () => {
  let theirs: readonly (readonly (readonly Losses[])[])[] = [];
  beforeAll(() => {
    theirs = lossesByTorch(cases.map(([, experiment, own]) => pytorchScript(experiment, { link: '', data: '' }, own)));
  }, 120_000);

  // Nobody measured whether rounding grows: these steps are in the page's own arithmetic, and the data must be equal, too.
  it.each(cases)('%s: the same losses over the first 20 steps', async (name, experiment, own) => {
    const ours = await lossesHere(experiment, own);
    const found = theirs[cases.findIndex(([other]) => other === name)] ?? [];
    expect(own?.classes.length).toBeGreaterThanOrEqual(2);
    expect(found.length).toBe(experiment.seeds.length);
    for (const [s, arms] of ours.entries()) {
      expect(arms.length).toBe(experiment.arms.length);
      for (const [a, losses] of arms.entries()) {
        expect(losses.length).toBe(20);
        expect(found[s]?.[a]).toEqual(losses);
      }
    }
    // Training on something: the last loss is another than the first.
    expect(ours[0]?.[1]?.[19]).not.toBeCloseTo(ours[0]?.[1]?.[0] ?? 0, 3);
  });
});
