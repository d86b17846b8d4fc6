import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { flatten, unflatten } from '../../../src/model/engine/flat.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { random } from '../../../src/model/random.ts';
import { kernelBytes } from './kernel.ts';
import { batchOf, type Member, memberOf } from './members.ts';

/** What no reference case has. Smooth activations, because a difference across the kink of relu is no derivative. */
const cases: [string, Partial<Settings>, Partial<Member>][] = [
  ['learned branch scale', { branchScale: 'learned', layersPerUnit: 1 }, {}],
  [
    'learned branch scale, post-activation, layer norm',
    { branchScale: 'learned', order: 'post', normalization: 'layer' },
    {},
  ],
  ['orthogonal kernels', { initializer: 'orthogonal', activation: 'sigmoid' }, {}],
  ['post-activation, three layers a unit', { order: 'post', layersPerUnit: 3, depth: 6 }, {}],
  [
    'post-activation, three layers, batch norm',
    { order: 'post', layersPerUnit: 3, depth: 3, normalization: 'batch' },
    {},
  ],
  [
    '1/units, lambda -0.5, regression',
    { branchScale: 'units', shortcutScale: -0.5, finalNorm: true },
    { task: 'regress' },
  ],
];

const engines: Record<string, Engine> = {};
beforeAll(async () => {
  engines.fused = await fusedEngine(await kernelBytes());
  engines.tape = await tapeEngine();
});

describe.each(['fused', 'tape'])('the gradient of every single parameter on the %s engine', (name) => {
  it.each(cases)('is the slope of the loss: %s', (_, part, kind) => {
    const engine = engines[name];
    if (!engine) throw new Error('unreachable');
    const member = memberOf(
      { width: 4, depth: 2, activation: 'tanh', optimizer: 'sgd', rate: 1, decay: 0, ...part },
      { seed: 5, ...kind },
    );
    const { network, task } = member;
    const batch = batchOf(member, 16, random(5, 'slope'));
    const start = flatten(member.parameters);
    const trainee = (values: Float32Array) => engine.create(network, unflatten(values, member.parameters), task);

    // One step of gradient descent with rate 1 subtracts the gradient itself.
    const trained = trainee(start);
    trained.step(batch, new Float32Array(trained.layout.stride), 0);
    const after = flatten(trained.parameters());
    const gradient = start.map((value, i) => value - (after[i] ?? 0));
    trained.dispose();

    const lossAt = (index: number, by: number) => {
      const one = trainee(start.map((value, i) => (i === index ? value + by : value)));
      const { loss } = one.evaluate(batch);
      one.dispose();
      return loss;
    };
    // Five points: exact up to the fourth derivative, since norms over few numbers curve sharply.
    const h = 0.01;
    const across = (i: number, by: number) => lossAt(i, by) - lossAt(i, -by);
    const slopes = start.map((_value, i) => (8 * across(i, h) - across(i, 2 * h)) / (12 * h));
    const largest = Math.max(...gradient.map(Math.abs));
    expect(largest).toBeGreaterThan(0.01);
    for (const [i, slope] of slopes.entries()) {
      expect(Math.abs((gradient[i] ?? 0) - slope) / largest).toBeLessThan(2e-3);
    }
  });
});
