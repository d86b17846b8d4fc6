import { describe, expect, it } from 'vitest';
import { engineNamed } from '../../../scripts/headless.ts';
import type { Examples } from '../../../src/model/data/dataset.ts';
import { chanceLoss, factsOf } from '../../../src/model/data/facts.ts';
import { dataOf } from '../../../src/model/data/load.ts';
import { classCounts, ownData } from '../../../src/model/data/ownData.ts';
import { splitOwn } from '../../../src/model/data/ownSplit.ts';
import { agreement } from '../../../src/model/engine/agreement.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { runExperiment } from '../../../src/model/train.ts';
import { blobs } from './cases.ts';

const none = () => Promise.reject(new Error('no file here'));

/** The rows of a part as texts. */
const rowsOf = ({ count, inputs }: Examples): string[] =>
  Array.from({ length: count }, (_, row) => inputs.subarray(row * 3, (row + 1) * 3).join());

describe('own data, split by a seed', () => {
  const own = blobs(90, 3, 3);
  it('keep one row in four of each class for the test, and every row once', () => {
    const { train, test, task, inputSize, outputSize } = splitOwn(own, 5);
    expect([task, inputSize, outputSize, train.count, test.count]).toEqual(['classify', 3, 3, 66, 24]);
    const counts = (targets: Float32Array) => [0, 1, 2].map((kind) => targets.filter((one) => one === kind).length);
    expect(counts(train.targets)).toEqual([22, 22, 22]);
    expect(counts(test.targets)).toEqual([8, 8, 8]);
    const both = new Set([...rowsOf(train), ...rowsOf(test)]);
    expect(both.size).toBe(90);
  });
  it('are the same for the same seed, and others for another', () => {
    expect(splitOwn(own, 5)).toEqual(splitOwn(own, 5));
    expect(splitOwn(own, 6).test.inputs).not.toEqual(splitOwn(own, 5).test.inputs);
  });
  it('are standardised by the training part alone', () => {
    const { train, test } = splitOwn(own, 5);
    for (const column of [0, 1, 2]) {
      const values = Array.from({ length: train.count }, (_, row) => train.inputs[row * 3 + column] ?? 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      expect(mean).toBeCloseTo(0, 5);
      expect(variance).toBeCloseTo(1, 5);
    }
    const mean = test.inputs.reduce((sum, value) => sum + value, 0) / test.inputs.length;
    expect(Math.abs(mean)).toBeGreaterThan(1e-5);
  });
  it('leave a column that does not vary at zero, also where its number is no binary fraction', () => {
    const flat = ownData({ ...own, inputs: own.inputs.map((value, i) => (i % 3 === 1 ? 0.1 : value)) });
    if (!flat) throw new Error('a flat column is allowed');
    const { train } = splitOwn(flat, 1);
    expect(Math.max(...train.inputs.filter((_, i) => i % 3 === 1).map(Math.abs))).toBeLessThan(1e-6);
  });
  it('are known before they are split: their number, their classes, and the loss of guessing', () => {
    expect(factsOf('own', own)).toEqual({ train: 66, classes: 3 });
    expect(chanceLoss('own', own)).toBeCloseTo(Math.log(3), 10);
    // 30 and 10 rows: 22 and 7 stay in training, since a quarter of 30 is 8 and of 10 is 3.
    const uneven = ownData({
      columns: ['x', 'y'],
      classes: ['much', 'little'],
      inputs: new Float64Array(80).map((_, i) => i),
      labels: Uint8Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 1 : 0)),
    });
    expect(uneven && classCounts(uneven)).toEqual([30, 10]);
    const [a, b] = [22 / 29, 7 / 29];
    expect(chanceLoss('own', uneven)).toBeCloseTo(-a * Math.log(a) - b * Math.log(b), 10);
    expect([factsOf('own'), chanceLoss('own')]).toEqual([undefined, undefined]);
  });
  it('tell other data by another key', () => {
    expect(blobs(90, 3, 3).key).toBe(own.key);
    expect(blobs(90, 3, 3, 2).key).not.toBe(own.key);
    expect(ownData({ ...own, classes: ['a', 'b', 'c'] })?.key).not.toBe(own.key);
  });
});

describe('training on own data', () => {
  const own = blobs(120, 5, 4);
  const experiment: Experiment = {
    ...defaultExperiment,
    dataset: 'own',
    depth: 4,
    width: 10,
    steps: 60,
    batch: 16,
    seeds: [1, 7],
  };
  it('is training on the same examples, whichever way they come', async () => {
    const engine = await engineNamed('fused');
    const named = await runExperiment(experiment, (seed) => dataOf('own', seed, none, own), engine);
    const given = await runExperiment(experiment, async (seed) => splitOwn(own, seed), engine);
    expect(named).toEqual(given);
    const residual = named.arms[1]?.seeds[0];
    expect(residual?.final.train.accuracy).toBeGreaterThan(0.6);
  });
  it('agrees with tfjs autodiff', async () => {
    const [fused, tape] = [await engineNamed('fused'), await engineNamed('tape')];
    expect(agreement(experiment, splitOwn(own, 1), { fused, tape }).largest).toBeLessThan(1e-3);
  });
  it('says so where there are none', async () => {
    await expect(dataOf('own', 1, none)).rejects.toThrow('there are none here');
  });
});
