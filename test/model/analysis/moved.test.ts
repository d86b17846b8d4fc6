/** The questions about networks that are moved a little: each answer is what its analysis says, finite or marked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { noise, roundings, sensitivityReport } from '../../../src/model/analysis/disturbance.ts';
import { doublings, eulerErrors, eulerReport } from '../../../src/model/analysis/euler.ts';
import type { ListedKind } from '../../../src/model/analysis/kinds.ts';
import { filterNormalized, landscapeReport, linePositions, lossAlong } from '../../../src/model/analysis/landscape.ts';
import { answer } from '../../../src/model/analysis/question.ts';
import { autocorrelation, lags, shatteringReport, slopesAlong } from '../../../src/model/analysis/shattering.ts';
import { scoreOf, untrained } from '../../../src/model/analysis/subject.ts';
import { batchStream } from '../../../src/model/data/batches.ts';
import type { Data } from '../../../src/model/data/dataset.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { defaultExperiment, type Experiment, settingsOf } from '../../../src/model/experiment.ts';
import { random } from '../../../src/model/random.ts';
import { fused, scalarSubject } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});
const dataOf = async (seed: number): Promise<Data> => spiral(seed);
const experiment: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 8,
  depth: 4,
  steps: 12,
  batch: 32,
  seeds: [3, 5],
};
const [, residual] = experiment.arms;
if (!residual) throw new Error('two arms');
const data = spiral(5);
const subject = untrained(settingsOf(experiment, residual), data, 5);
const few = { count: 256, inputs: data.train.inputs.subarray(0, 512), targets: data.train.targets.subarray(0, 256) };

/** What is found of the residual network of seed 5, as initialised. */
async function found<K extends ListedKind>(kind: K, part: Partial<Experiment> = {}) {
  const { arms } = await answer({ kind, experiment: { ...experiment, ...part }, trained: false }, dataOf, engine);
  const finding = arms[1]?.seeds[1]?.finding;
  if (!finding) throw new Error('an answer');
  return finding;
}

describe('the answer is what the analysis says of the same network', () => {
  it('the losses along lines', async () => {
    const { lines } = await found('landscape');
    const stream = random(5, 'landscape');
    for (const line of lines) {
      expect(line).toEqual(
        lossAlong(engine, subject, filterNormalized(subject.parameters, stream), few, linePositions),
      );
      expect(line[linePositions.indexOf(0)]).toBe(scoreOf(engine, subject, few).loss);
    }
    expect(lines).toHaveLength(3);
  });
  it('the answers of disturbed weights', async () => {
    const test = { count: 256, inputs: data.test.inputs.subarray(0, 512), targets: data.test.targets.subarray(0, 256) };
    expect(await found('sensitivity')).toEqual(await sensitivityReport(engine, subject, test, 5));
  });
  it('the correlations of slopes', async () => {
    const next = batchStream(data.train, experiment.batch, 5);
    const [from, to] = [next(), next()].map(({ inputs }) => [...inputs.subarray(0, 2)]);
    const slopes = slopesAlong(subject, from ?? [], to ?? [], 101);
    const { correlations } = await found('shattering');
    expect(correlations).toEqual(lags.map((lag) => autocorrelation(slopes, lag)));
    expect(correlations[0]).toBeCloseTo(1, 12);
  });
  it('the errors of Euler steps', async () => {
    const eight = { ...few, count: 8, inputs: few.inputs.subarray(0, 16), targets: few.targets.subarray(0, 8) };
    const { errors } = await found('euler');
    expect(errors).toEqual(eulerErrors(engine, subject, eight, doublings));
    expect(errors).toHaveLength(doublings.length);
  });
});

describe('disturbed weights', () => {
  // y = 2 w u, w = 1.02: with 4 significant bits it is 1, so y changes by 0.02 / 1.02; the 2 keeps its value.
  it('change the answers by their own share where one weight is all there is', async () => {
    const scalar = scalarSubject([1.02], {}, { head: 2 });
    const one = { count: 1, inputs: Float32Array.of(3), targets: Float32Array.of(0) };
    const { rounded, byLayer } = await sensitivityReport(engine, scalar, one, 1);
    expect(rounded[roundings.indexOf(4)]).toBeCloseTo(0.02 / 1.02, 6);
    const stream = random(1, 'sensitivity');
    // Stem, trunk and head each multiply: noise of one of them is the answer's own change.
    for (const change of byLayer) expect(change).toBeCloseTo(Math.abs(noise * stream.normal()), 5);
  });
  it('have no change to be compared where all answers are 0', async () => {
    const silent = scalarSubject([0]);
    const one = { count: 1, inputs: Float32Array.of(3), targets: Float32Array.of(0) };
    expect((await sensitivityReport(engine, silent, one, 1)).rounded.every(Number.isNaN)).toBe(true);
  });
});

describe('what has no answer is marked', () => {
  it('slopes behind batch norm, Euler steps with the activation last', async () => {
    expect((await found('shattering', { normalization: 'batch' })).correlations).toEqual([]);
    expect((await found('euler', { order: 'post' })).errors).toEqual([]);
  });
  it('a weight that is no number leaves no number, never a zero', async () => {
    const lost = scalarSubject([Number.NaN]);
    const one = { count: 2, inputs: Float32Array.of(3, 4), targets: Float32Array.of(0, 1) };
    const { rounded, byLayer } = await sensitivityReport(engine, lost, one, 1);
    const { lines } = await landscapeReport(engine, lost, one, 1);
    const { correlations } = shatteringReport(lost, [3], [4]);
    const { errors } = eulerReport(engine, lost, one);
    const all = [rounded, byLayer, lines.flat(), correlations, errors];
    expect(all.map(({ length }) => length)).toEqual([12, 3, 63, 21, 8]);
    expect(all.flat().filter(Number.isFinite)).toEqual([]);
  });
});

describe('whatever is set', () => {
  const norms = ['none', 'batch', 'layer'] as const;
  const orders = ['pre', 'post'] as const;
  const activations = ['relu', 'tanh', 'sigmoid', 'linear'] as const;
  const some = <T>(list: readonly T[], index: number): T => {
    const one = list[index % list.length];
    if (one === undefined) throw new Error('not empty');
    return one;
  };
  const draws = Array.from({ length: 12 }, (_, draw) => {
    const stream = random(draw, 'settings');
    return {
      normalization: some(norms, stream.below(3)),
      order: some(orders, stream.below(2)),
      activation: some(activations, stream.below(4)),
      depth: 2 * (1 + stream.below(5)),
      rate: 10 ** (stream.below(5) - 3),
      seeds: [stream.below(1000)],
    };
  });
  it.each(draws)('every number is within its bounds or none: %j', async (part) => {
    const ask = async <K extends ListedKind>(kind: K) => {
      const question = { kind, experiment: { ...experiment, ...part }, trained: true };
      const { arms } = await answer(question, dataOf, engine);
      return arms.flatMap(({ seeds }) => seeds.map(({ finding }) => finding));
    };
    const [lines, changes, slopes, steps] = [
      await ask('landscape'),
      await ask('sensitivity'),
      await ask('shattering'),
      await ask('euler'),
    ];
    expect([lines, changes, slopes, steps].map(({ length }) => length)).toEqual([2, 2, 2, 2]);
    const sizes = [
      ...lines.flatMap((one) => one.lines.flat()),
      ...changes.flatMap(({ rounded, byLayer }) => [...rounded, ...byLayer]),
      ...steps.flatMap(({ errors }) => errors),
    ];
    expect(sizes.filter((size) => size < 0)).toEqual([]);
    const correlations = slopes.flatMap((one) => one.correlations);
    expect(correlations.filter((value) => Math.abs(value) > 1 + 1e-9)).toEqual([]);
    expect(slopes.every((one) => one.correlations.length === (part.normalization === 'batch' ? 0 : 21))).toBe(true);
    expect(steps.every(({ errors }) => errors.length === (part.order === 'post' ? 0 : 8))).toBe(true);
    expect(sizes.length).toBeGreaterThan(100);
  });
});

it('lines end early where they are told to', async () => {
  let looks = 0;
  const { lines } = await landscapeReport(engine, subject, few, 5, async () => ++looks <= linePositions.length);
  expect(lines).toHaveLength(1);
  expect(looks).toBe(linePositions.length + 1);
});
