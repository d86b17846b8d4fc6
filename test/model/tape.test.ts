import { beforeAll, describe, expect, it } from 'vitest';
import { batchStream } from '../../src/model/data/batches.ts';
import { chanceLoss, datasetFacts } from '../../src/model/data/facts.ts';
import { dataOf } from '../../src/model/data/load.ts';
import type { Engine } from '../../src/model/engine/engine.ts';
import { tapeEngine, tensorCount } from '../../src/model/engine/tape.ts';
import { defaultExperiment, type Experiment, settingsOf } from '../../src/model/experiment.ts';
import { initialize } from '../../src/model/network/initialize.ts';
import type { Parameters } from '../../src/model/network/parameters.ts';
import { type NetworkSpec, networkOf } from '../../src/model/network/specification.ts';
import { type Quantity, read } from '../../src/model/telemetry.ts';
import { runExperiment, train } from '../../src/model/train.ts';

const none = () => Promise.reject(new Error('no file here'));
const spiral = (seed: number) => dataOf('spiral', seed, none);
const small: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 6,
  depth: 4,
  batch: 16,
  steps: 5,
  seeds: [1, 2],
};

let engine: Engine;
beforeAll(async () => {
  engine = await tapeEngine();
});

/** A copy in which one number of the first trunk kernel is moved. */
function nudged(parameters: Parameters, index: number, by: number): Parameters {
  const copy = structuredClone(parameters);
  const kernel = copy.units[0]?.layers[0]?.kernel;
  if (kernel) kernel[index] = (kernel[index] ?? 0) + by;
  return copy;
}

describe('the tape engine', () => {
  it('starts on wasm in Node', () => {
    expect(engine).toMatchObject({ name: 'tape', backend: 'wasm' });
  });

  it.each([
    ['plain, tanh', { shortcutScale: 0, activation: 'tanh' }],
    ['post-activation, sigmoid', { order: 'post', activation: 'sigmoid' }],
    ['layer norm, tanh', { normalization: 'layer', finalNorm: true, activation: 'tanh' }],
    [
      'batch norm, three layers a unit, tanh',
      { normalization: 'batch', layersPerUnit: 3, depth: 6, activation: 'tanh' },
    ],
    ['1/sqrt(units), tanh', { branchScale: 'sqrt', activation: 'tanh' }],
  ] satisfies [string, Partial<NetworkSpec>][])('agrees with finite differences: %s', async (_, part) => {
    const settings = {
      ...settingsOf(small, { name: 'a', overrides: {} }),
      optimizer: 'sgd' as const,
      rate: 0,
      ...part,
    };
    const network = networkOf(settings);
    const data = await spiral(3);
    const parameters = initialize(settings, data.inputSize, data.outputSize, 3);
    const batch = batchStream(data.train, 16, 3)();
    const lossAt = (at: Parameters) => {
      const trainee = engine.create(network, at, data.task);
      const { loss } = trainee.evaluate(batch);
      trainee.dispose();
      return loss;
    };
    const step = 2e-2;
    const size = settings.width ** 2;
    // (E(w + h) - E(w - h)) / 2h for each number of the first trunk kernel, and their Euclidean norm.
    const slopes = Array.from(
      { length: size },
      (_unused, i) => (lossAt(nudged(parameters, i, step)) - lossAt(nudged(parameters, i, -step))) / (2 * step),
    );
    const trainee = engine.create(network, parameters, data.task);
    const row = new Float32Array(trainee.layout.stride);
    trainee.step(batch, row, 0);
    const measured = read(trainee.layout, row, 0, 'kernelGradNorm')[1] ?? 0;
    trainee.dispose();
    expect(measured / Math.hypot(...slopes)).toBeCloseTo(1, 2);
  });

  it('measures norms that can be checked by hand', () => {
    // Stem = identity, bias 0, one unit with kernel 0: x_0 = u = (3, 4), norm 5; F = bias = (0, 0); x_1 = x_0.
    const settings = { ...settingsOf(small, { name: 'a', overrides: {} }), width: 2, depth: 1, layersPerUnit: 1 };
    const zero = new Float32Array(2);
    const identity = Float32Array.of(1, 0, 0, 1);
    const parameters: Parameters = {
      stem: { kernel: identity, bias: zero },
      units: [{ layers: [{ kernel: new Float32Array(4), bias: zero }] }],
      head: { kernel: identity, bias: zero },
    };
    const trainee = engine.create(networkOf(settings), parameters, 'classify');
    const row = new Float32Array(trainee.layout.stride);
    trainee.step({ count: 1, inputs: Float32Array.of(3, 4), targets: Float32Array.of(1) }, row, 0);
    const at = (quantity: Quantity) => [...read(trainee.layout, row, 0, quantity)];
    expect(at('stateNorm')).toEqual([5, 5]);
    expect(at('branchNorm')).toEqual([0]);
    // -log softmax[1] of (3, 4) = log(1 + e^-1)
    expect(at('loss')[0]).toBeCloseTo(Math.log(1 + Math.exp(-1)), 6);
    expect(at('accuracy')).toEqual([1]);
    // dE/dlogits = (p, -p) with p = 1 / (1 + e), so its norm is p sqrt 2; the head is the identity.
    const p = 1 / (1 + Math.E);
    expect(at('stateGradNorm')[1]).toBeCloseTo(p * Math.SQRT2, 6);
    trainee.dispose();
  });

  it('frees every tensor: after a run, after a cancelled run, after a thrown one', async () => {
    const before = tensorCount();
    await runExperiment(small, spiral, engine);
    expect(tensorCount()).toBe(before);
    for await (const event of train(small, spiral, engine)) if (event.type === 'row' && event.step === 2) break;
    expect(tensorCount()).toBe(before);
    const optimizers = ['sgd', 'momentum', 'adam', 'adamw'] as const;
    for (const optimizer of optimizers) {
      const arms = [{ name: 'a', overrides: { optimizer, branchScale: 'learned', normalization: 'batch' } as const }];
      await runExperiment({ ...small, arms, decay: 0.1 }, spiral, engine);
    }
    expect(tensorCount()).toBe(before);
  });

  it('names the step and the layer where it diverged, and stops only that arm', async () => {
    const arms = [
      { name: 'wild', overrides: { rate: 10, initializer: 'normal', spread: 2, depth: 20 } as const },
      { name: 'calm', overrides: {} },
    ];
    const {
      arms: [wild, calm],
    } = await runExperiment({ ...small, arms, seeds: [1], steps: 8 }, spiral, engine);
    expect(wild?.seeds[0]?.divergence?.step).toBeLessThan(8);
    expect(wild?.seeds[0]?.steps).toBe((wild?.seeds[0]?.divergence?.step ?? -9) + 1);
    expect(calm?.seeds[0]?.divergence).toBeUndefined();
    expect(calm?.seeds[0]?.steps).toBe(8);
  });
});

describe('training', () => {
  it('says where each step ends, also after the last arm has diverged', async () => {
    const arms = [
      { name: 'calm', overrides: {} },
      { name: 'wild', overrides: { rate: 10, initializer: 'normal', spread: 2, depth: 20 } as const },
    ];
    const ends: number[] = [];
    let diverged = Number.POSITIVE_INFINITY;
    for await (const event of train({ ...small, arms, seeds: [1], steps: 8 }, spiral, engine)) {
      if (event.type !== 'row') continue;
      if (event.endsStep) ends.push(event.step);
      if (event.divergence) diverged = event.step;
    }
    expect(diverged).toBeLessThan(7);
    expect(ends).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('scores no network where that is not wanted, and trains the same', async () => {
    let scored = 0;
    const counting: Engine = {
      ...engine,
      create(...of) {
        const trainee = engine.create(...of);
        const evaluate: typeof trainee.evaluate = (examples) => {
          scored++;
          return trainee.evaluate(examples);
        };
        return { ...trainee, evaluate };
      },
    };
    const told = async (wanted: boolean) => {
      const rows: number[][] = [];
      const finals: number[] = [];
      for await (const event of train(small, spiral, counting, wanted)) {
        if (event.type === 'row') rows.push([...event.row]);
        if (event.type === 'final') finals.push(event.finals.length);
      }
      return { rows, finals };
    };
    const without = await told(false);
    expect(scored).toBe(0);
    const scores = await told(true);
    expect(scored).toBe(8);
    expect(without.rows).toEqual(scores.rows);
    expect([without.finals, scores.finals]).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  it('replays a seed bit for bit', async () => {
    const [once, again] = [await runExperiment(small, spiral, engine), await runExperiment(small, spiral, engine)];
    expect(once.arms.map(({ seeds }) => seeds.map(({ rows }) => [...rows]))).toEqual(
      again.arms.map(({ seeds }) => seeds.map(({ rows }) => [...rows])),
    );
  });

  it('gives both arms the same start and the same batches: equal arms have equal curves', async () => {
    const arms = [
      { name: 'one', overrides: {} },
      { name: 'two', overrides: {} },
    ];
    const {
      arms: [one, two],
    } = await runExperiment({ ...small, arms }, spiral, engine);
    expect([...(one?.seeds[1]?.rows ?? [])]).toEqual([...(two?.seeds[1]?.rows ?? [])]);
    expect(one?.seeds[0]?.rows[0]).not.toBe(one?.seeds[1]?.rows[0]);
  });

  it('learns: 200 steps bring the residual spiral below a third of chance', async () => {
    const wanted: Experiment = {
      ...small,
      width: 16,
      steps: 200,
      batch: 64,
      optimizer: 'adam',
      rate: 0.003,
      seeds: [1],
    };
    const { arms } = await runExperiment(wanted, spiral, engine);
    expect(arms[1]?.seeds[0]?.final.train.loss).toBeLessThan((chanceLoss('spiral') ?? 0) / 3);
  });
});

describe('what is said of the data sets', () => {
  it.each(['digits', 'spiral', 'rings', 'identity'] as const)('is true of %s', async (name) => {
    const data = await dataOf(name, 1, none);
    expect(data.train.count).toBe(datasetFacts[name].train);
    expect(data.task === 'classify' ? data.outputSize : 0).toBe(datasetFacts[name].classes);
  });
});
