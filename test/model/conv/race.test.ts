/** The convolutional race without a screen: its networks, its order of events, its limits. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  accuracyOf,
  answersOf,
  type ConvEngine,
  type ConvTrainee,
  confusionOf,
  rowLength,
} from '../../../src/model/conv/engine.ts';
import { type ConvExperiment, defaultRace, isConvExperiment, rateAt } from '../../../src/model/conv/experiment.ts';
import { countOf, initializeConv } from '../../../src/model/conv/parameters.ts';
import { multiplyAdds, sameShape } from '../../../src/model/conv/shape.ts';
import { convDepths, planOf } from '../../../src/model/conv/specification.ts';
import { atTheEnd, runConv, shownExamples, trainConv } from '../../../src/model/conv/train.ts';
import type { Data } from '../../../src/model/data/dataset.ts';
import { parseFashion } from '../../../src/model/data/fashion.ts';
import { fusedConvEngine } from '../../../src/model/engine/conv/fused.ts';
import { startConvEngine } from '../../../src/model/engine/conv/start.ts';
import { kernelBytes } from '../engine/kernel.ts';

const short: ConvExperiment = { ...defaultRace, depth: 8, steps: 10 };
let data: Data;
let engine: ConvEngine;
beforeAll(async () => {
  data = parseFashion(new Uint8Array(await readFile('public/data/fashion14.bin')).buffer);
  engine = await fusedConvEngine(await kernelBytes('conv'));
});

describe('the family of networks', () => {
  it.each(convDepths)('has 6n + 2 weight layers: %i', (depth) => {
    const { convolutions, blocks, places } = planOf(depth);
    expect(convolutions).toHaveLength(depth - 1);
    expect(blocks).toHaveLength((depth - 2) / 2);
    expect(places.filter(({ block }) => block === 1).map(({ stage }) => stage)).toEqual([1, 2, 3]);
    for (const [i, shape] of convolutions.entries()) {
      const next = convolutions[i + 1];
      if (next) expect([next.height, next.channels]).toEqual([shape.outHeight, shape.filters]);
    }
    expect(convolutions.at(-1)).toMatchObject({ outHeight: 4, filters: 32 });
  });
  it('has the parameters that one counts by hand', () => {
    // 9(8 + 2x64 + 128 + 256 + 512 + 1024) kernels, 2(3x8 + 2x16 + 2x32) scales, 320 + 10 in the dense layer.
    expect(countOf(initializeConv(8, 1))).toBe(9 * 2056 + 2 * 120 + 330);
  });
  it('counts multiply-adds: 14 x 14 x 9 x 8 in the stem', () => {
    expect(multiplyAdds(sameShape(14, 1, 8, 3, 1))).toBe(14_112);
  });
  it('draws kernels of the spread that He et al. give', () => {
    const kernel = initializeConv(8, 1).layers[6]?.kernel ?? new Float32Array();
    const spread = Math.sqrt(kernel.reduce((sum, w) => sum + w * w, 0) / kernel.length);
    expect(spread / Math.sqrt(2 / (9 * 32))).toBeCloseTo(1, 1);
  });
});

describe('a race', () => {
  it('goes in lockstep: every arm takes a step, then the next step begins', async () => {
    const order: string[] = [];
    for await (const event of trainConv(short, data, engine)) {
      const { type, step, arm } = event;
      order.push(type === 'row' ? `${step}${arm}${event.endsStep ? '.' : ''}` : `score ${step} ${arm}`);
    }
    expect(order.slice(0, 8)).toEqual(['score 0 0', 'score 0 1', '00', '01.', '10', '11.', 'score 2 0', 'score 2 1']);
    expect(order.slice(-4)).toEqual(['90', '91.', 'score 10 0', 'score 10 1']);
    expect(order.filter((one) => one.startsWith('score'))).toHaveLength(12);
  });
  it('is the same again, and another one with another seed', async () => {
    const races = [short, short, { ...short, seed: 2 }].map((one) => runConv(one, data, engine));
    const [once, again, other] = await Promise.all(races);
    expect(again).toEqual(once);
    expect(other?.[0]?.rows).not.toEqual(once?.[0]?.rows);
  });
  it('trains an arm alike whether the other one runs or not', async () => {
    const [, residual] = await runConv(short, data, engine);
    expect(await runConv({ ...short, arms: ['residual'] }, data, engine)).toEqual([residual]);
  });
  it('learns, and scores every test image', async () => {
    const [plain, residual] = await runConv({ ...short, steps: 60 }, data, engine, atTheEnd);
    for (const arm of [plain, residual]) {
      const { step, score } = arm?.scores[0] ?? {};
      expect(step).toBe(60);
      expect(score?.accuracy).toBeGreaterThan(0.5);
      expect(score?.confusion.reduce((sum, count) => sum + count, 0)).toBe(1000);
      expect(arm?.rows.length).toBe(60 * rowLength(8));
      expect(arm?.rows.every((value) => Number.isFinite(value))).toBe(true);
    }
  });
  it('frees its networks when it is ended half-way', async () => {
    let alive = 0;
    const counting: ConvEngine = {
      ...engine,
      create(spec, parameters): ConvTrainee {
        const trainee = engine.create(spec, parameters);
        alive++;
        return { ...trainee, dispose: () => [trainee.dispose(), alive--] };
      },
    };
    const race = trainConv(short, data, counting);
    for (let i = 0; i < 5; i++) await race.next();
    expect(alive).toBe(2);
    await race.return();
    expect(alive).toBe(0);
  });
  it('goes on without an arm that diverged', async () => {
    const failing: ConvEngine = {
      ...engine,
      create(spec, parameters) {
        const trainee = engine.create(spec, parameters);
        let steps = 0;
        return {
          ...trainee,
          step: (batch, rate, row) => trainee.step(batch, rate, row) && (spec.shortcutScale === 1 || ++steps < 3),
        };
      },
    };
    const [plain, residual] = await runConv(short, data, failing);
    expect([plain?.steps, plain?.divergedAt, plain?.scores]).toEqual([3, 2, []]);
    expect([residual?.steps, residual?.divergedAt, residual?.scores.length]).toEqual([10, undefined, 1]);
  });
  it('lowers the rate to a tenth in the last third', () => {
    const race = { ...short, steps: 30, rate: 0.2 };
    expect([0, 19, 20, 29].map((step) => rateAt(race, step))).toEqual([0.2, 0.2, 0.02, 0.02]);
  });
  it('shows one test image of each class', () => {
    expect(shownExamples(data.test, 10).map((index) => data.test.targets[index])).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });
});

describe('what comes from outside', () => {
  it.each([
    [{}, true],
    [{ depth: 10 }, false],
    [{ arms: [] }, false],
    [{ arms: ['plain', 'plain'] }, false],
    [{ steps: 5000 }, false],
    [{ rate: 0 }, false],
    [{ rate: Number.NaN }, false],
    [{ seed: -1 }, false],
    [{ start: 'copies' }, true],
    [{ start: 'zeros' }, false],
    [{ more: 1 }, false],
  ])('is a race or none: %o', (part, valid) => expect(isConvExperiment({ ...defaultRace, ...part })).toBe(valid));
});

describe('scores', () => {
  it('count answers by class: of two images of class 1, one is taken for class 0', () => {
    const answers = answersOf([3, 1, 9, 1, 2, 9, 5, 1, 9], 3, 2, 3);
    expect([...answers]).toEqual([0, 1, 0]);
    const table = confusionOf(answers, new Float32Array([0, 1, 1]), 2);
    expect([...table]).toEqual([1, 0, 1, 1]);
    expect(accuracyOf(table, 2)).toBeCloseTo(2 / 3);
  });
});

describe('the engine', () => {
  const tape = () => Promise.reject(new Error('no tape either'));
  it('is the tape where the kernel does not arrive', async () => {
    const other: ConvEngine = { ...engine, name: 'tape', backend: 'cpu' };
    const used = await startConvEngine({
      kernel: () => Promise.reject(new Error('404')),
      tape: () => Promise.resolve(other),
    });
    expect(used).toBe(other);
  });
  it('is none where neither starts', async () => {
    const broken = () => Promise.resolve(new Uint8Array([1, 2, 3]));
    await expect(startConvEngine({ kernel: broken, tape })).rejects.toThrow('no tape either');
  });
});
