import { beforeAll, describe, expect, it } from 'vitest';
import { arranged, arrangementReport } from '../../../src/model/analysis/arrangement.ts';
import { deleted, swapped } from '../../../src/model/analysis/lesion.ts';
import { answer, inquire, type Question } from '../../../src/model/analysis/question.ts';
import { type Subject, scoreOf, withTrainee } from '../../../src/model/analysis/subject.ts';
import { keptNetworks } from '../../../src/model/analysis/trainedNetworks.ts';
import type { Data } from '../../../src/model/data/dataset.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { fused, scalarSubject, settingsFor, trained } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});
const output = (subject: Subject) =>
  withTrainee(engine, subject, (trainee) => trainee.predict(Float32Array.of(1), 1)[0] ?? Number.NaN);

describe('an arrangement', () => {
  // y = prod (1 + w) = 3 * 4 * 6.
  const subject = scalarSubject([2, 3, 5], { shortcutScale: 1 });
  it('leaves out what is missing, down to nothing but the shortcuts', () => {
    expect(output(arranged(subject, [2, 0]))).toBe(18);
    expect(output(arranged(subject, []))).toBe(1);
    expect(arranged(subject, [2]).network.depth).toBe(1);
  });
  it('is the lesions that have names', () => {
    expect(arranged(subject, [0, 2])).toEqual(deleted(subject, 1));
    expect(arranged(subject, [2, 1, 0])).toEqual(swapped(subject, 0, 2));
    expect(arranged(subject, [0, 1, 2])).toEqual(subject);
  });
  it.each([[[0, 3]], [[-1]], [[0.5]], [[Number.NaN]]])('refuses units that are not there: %j', (order) => {
    expect(() => arranged(subject, order)).toThrow(/There is no unit .*; the units are 0 to 2/);
  });
  it('refuses a unit in two places', () => {
    expect(() => arranged(subject, [0, 1, 0])).toThrow('Unit 0 is named twice');
  });
});

describe('a trained network, rearranged', () => {
  const settings = settingsFor({ depth: 6, shortcutScale: 1, normalization: 'layer', finalNorm: true, steps: 60 });
  const data = spiral(2);
  let subject: Subject;
  beforeAll(() => {
    subject = trained(engine, settings, data, 2);
  });
  const of = (order: readonly number[], units = 6) =>
    arrangementReport(engine, subject, data.test, { units, order }).arranged;

  it('scores exactly as before where every unit stays', () => {
    const { intact, arranged: same } = arrangementReport(engine, subject, data.test, {
      units: 6,
      order: [0, 1, 2, 3, 4, 5],
    });
    expect(same).toEqual(intact);
    expect(intact).toEqual(scoreOf(engine, subject, data.test));
    expect(arrangementReport(engine, subject, data.test).arranged).toEqual(intact);
  });
  it('scores otherwise in another order, and still answers without any unit', () => {
    const all = of([0, 1, 2, 3, 4, 5]);
    expect(of([5, 4, 3, 2, 1, 0])).toEqual(scoreOf(engine, arranged(subject, [5, 4, 3, 2, 1, 0]), data.test));
    expect(of([5, 4, 3, 2, 1, 0])?.loss).not.toBe(all?.loss);
    const none = of([]);
    expect(Number.isFinite(none?.loss)).toBe(true);
    expect(none?.accuracy).toBeLessThan(all?.accuracy ?? 0);
  });
  it('is left as it is by an arrangement for another number of units', () => {
    expect(of([0], 3)).toBeUndefined();
  });
});

describe('the question of an arrangement', () => {
  const experiment: Experiment = {
    ...defaultExperiment,
    dataset: 'spiral',
    width: 8,
    depth: 4,
    layersPerUnit: 1,
    steps: 20,
    batch: 32,
    seeds: [3],
    arms: [...defaultExperiment.arms, { name: 'short', overrides: { depth: 2 } }],
  };
  const dataOf = async (seed: number): Promise<Data> => spiral(seed);
  const asked = (order: readonly number[]): Question<'arranged'> => ({
    kind: 'arranged',
    experiment,
    trained: true,
    arrangement: { units: 4, order },
  });
  /** Answers with kept networks, and counts training steps. */
  const counting = () => {
    const kept = keptNetworks();
    let steps = 0;
    const goesOn = async () => {
      steps++;
      return true;
    };
    return async (question: Question<'arranged'>, name = '') => {
      steps = 0;
      const rows = [];
      for await (const row of inquire(question, dataOf, engine, goesOn, kept(name))) rows.push(row);
      return { rows, steps };
    };
  };

  it('is answered for every network of that many units', async () => {
    const { arms } = await answer(asked([0, 2, 3]), dataOf, engine);
    const found = arms.map(({ seeds }) => seeds[0]?.finding);
    expect(found.map((one) => one?.arranged !== undefined)).toEqual([true, true, false]);
    expect(found.every((one) => one && Number.isFinite(one.intact.loss))).toBe(true);
  });
  it('refuses a bad arrangement', async () => {
    await expect(answer(asked([0, 0]), dataOf, engine)).rejects.toThrow(RangeError);
    await expect(answer(asked([4]), dataOf, engine)).rejects.toThrow(RangeError);
  });
  it('trains once for all arrangements, and anew for other settings or other data', async () => {
    const ask = counting();
    const first = await ask(asked([0, 1, 2, 3]));
    expect(first.steps).toBeGreaterThan(50);
    const second = await ask(asked([3, 1]));
    expect(second.steps).toBeLessThan(10);
    const fresh = await counting()(asked([3, 1]));
    expect(second.rows).toEqual(fresh.rows);
    const longer = { ...asked([3, 1]), experiment: { ...experiment, steps: 21 } };
    expect((await ask(longer)).steps).toBeGreaterThan(50);
    // Only the last are kept.
    expect((await ask(asked([3, 1]))).steps).toBeGreaterThan(50);
    expect((await ask(asked([3, 1]), 'other')).steps).toBeGreaterThan(50);
  });
});
