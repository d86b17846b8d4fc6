import { beforeAll, describe, expect, it } from 'vitest';
import { branchReport } from '../../../src/model/analysis/branches.ts';
import { gradientAtStart } from '../../../src/model/analysis/gradientAtStart.ts';
import { kinds } from '../../../src/model/analysis/kinds.ts';
import { answer, inquire, type Kind, type Question } from '../../../src/model/analysis/question.ts';
import { untrained } from '../../../src/model/analysis/subject.ts';
import type { Data } from '../../../src/model/data/dataset.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { defaultExperiment, type Experiment, settingsOf } from '../../../src/model/experiment.ts';
import { kernelBytes } from '../engine/kernel.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fusedEngine(await kernelBytes());
});
const dataOf = async (seed: number): Promise<Data> => spiral(seed);
const experiment: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 8,
  depth: 4,
  steps: 20,
  batch: 32,
  seeds: [3, 5],
};

describe.each(kinds.map((kind) => [kind]))('the question %s', (kind: Kind) => {
  it('is answered for every arm and seed, as initialised and after training', async () => {
    for (const trained of [false, true]) {
      const { arms } = await answer({ kind, experiment, trained }, dataOf, engine);
      expect(arms.map(({ name }) => name)).toEqual(['plain', 'residual']);
      for (const { seeds } of arms) expect(seeds.map(({ seed }) => seed)).toEqual([3, 5]);
      const numbers = JSON.stringify(arms).match(/null/g) ?? [];
      expect(numbers).toEqual([]);
    }
  });
});

describe('an answer', () => {
  it('is what the analysis says of the same network', async () => {
    const [, residual] = experiment.arms;
    if (!residual) throw new Error('two arms');
    const settings = settingsOf(experiment, residual);
    const data = spiral(5);
    const gradient = await answer({ kind: 'gradient', experiment, trained: false }, dataOf, engine);
    expect(gradient.arms[1]?.seeds[1]?.finding).toEqual(gradientAtStart(engine, settings, data, 5));
    const few = { ...data.train, count: 256, inputs: data.train.inputs.subarray(0, 512) };
    const branches = await answer({ kind: 'branches', experiment, trained: false }, dataOf, engine);
    expect(branches.arms[1]?.seeds[1]?.finding).toEqual(branchReport(untrained(settings, data, 5), few));
  });
  it('differs after training, and is the same each time', async () => {
    const asked: Question<'branches'> = { kind: 'branches', experiment, trained: true };
    const [once, twice] = [await answer(asked, dataOf, engine), await answer(asked, dataOf, engine)];
    expect(twice).toEqual(once);
    expect(await answer({ ...asked, trained: false }, dataOf, engine)).not.toEqual(once);
  });
  it('ends where it is told to, in the middle of training', async () => {
    let steps = 0;
    const rows = [];
    const goesOn = async () => ++steps < 30;
    for await (const row of inquire({ kind: 'similarity', experiment, trained: true }, dataOf, engine, goesOn))
      rows.push(row);
    expect(rows.length).toBeLessThan(2);
    expect(steps).toBe(30);
  });
});
