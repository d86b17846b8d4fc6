import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examples } from '../../../src/model/data/dataset.ts';
import { fusedSteps, kernelEngine, registerFused } from '../../../src/model/engine/customKernel.ts';
import type { Engine, Trainee } from '../../../src/model/engine/engine.ts';
import { flatten, flattenState, unflatten, unflattenState } from '../../../src/model/engine/flat.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { scoped } from '../../../src/model/engine/scope.ts';
import { freshState } from '../../../src/model/engine/state.ts';
import { tapeEngine, tensorCount } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { blank } from '../../../src/model/network/blank.ts';
import { random } from '../../../src/model/random.ts';
import { read } from '../../../src/model/telemetry.ts';
import { kernelBytes } from './kernel.ts';
import { anyMember, batchOf, type Member, memberOf } from './members.ts';

const rowsCount = 8;

let fused: Engine;
beforeAll(async () => {
  fused = await fusedEngine(await kernelBytes());
  registerFused(fused);
});

const batchesOf = (member: Member, count: number): Examples[] => {
  const stream = random(4, 'kernel');
  return Array.from({ length: count }, () => batchOf(member, rowsCount, stream));
};

/** What goes into the kernel: a network's numbers as they stand, and batches. */
function tensorsOf(member: Member, trainee: Trainee, batches: readonly Examples[]) {
  const joined = (pick: (one: Examples) => Float32Array) => batches.flatMap((one) => [...pick(one)]);
  return {
    parameters: tf.tensor(flatten(trainee.parameters())).expandDims(),
    state: tf.tensor(flattenState(trainee.state())).expandDims(),
    inputs: tf.tensor(
      joined((one) => one.inputs),
      [batches.length, rowsCount, member.inputSize],
    ),
    targets: tf.tensor(
      joined((one) => one.targets),
      member.task === 'classify' ? [batches.length, rowsCount] : [batches.length, rowsCount, member.outputSize],
      'float32',
    ),
  };
}

const losses = (trainee: Trainee, batches: readonly Examples[]): number[] =>
  batches.map((batch) => {
    const row = new Float32Array(trainee.layout.stride);
    trainee.step(batch, row, 0);
    return read(trainee.layout, row, 0, 'loss')[0] ?? Number.NaN;
  });

/** The kernel takes `trainee` through the batches; whichever engine goes on from its tensors. */
function throughKernel(member: Member, trainee: Trainee, batches: readonly Examples[], next: Engine) {
  const { network, task, inputSize, outputSize } = member;
  return scoped(() => {
    const given = tensorsOf(member, trainee, batches);
    const { parameters, state, telemetry } = fusedSteps(
      [network],
      task,
      given.parameters,
      given.state,
      given.inputs,
      given.targets,
    );
    const shape = blank(network, inputSize, outputSize);
    const rows = telemetry.dataSync<'float32'>();
    return {
      losses: batches.map((_, step) => read(trainee.layout, rows, step, 'loss')[0] ?? Number.NaN),
      next: next.create(
        network,
        unflatten(parameters.dataSync<'float32'>(), shape),
        task,
        unflattenState(state.dataSync<'float32'>(), shape),
      ),
    };
  });
}

const close = (mine: readonly number[], theirs: readonly number[]) => {
  expect(mine.length).toBe(theirs.length);
  for (const [i, value] of theirs.entries()) expect(Math.abs((mine[i] ?? 0) / value - 1)).toBeLessThan(1e-4);
};

const cases: [string, Partial<Settings>, Member['task']][] = [
  ['sgd', { optimizer: 'sgd' }, 'classify'],
  ['momentum, batch norm', { optimizer: 'momentum', normalization: 'batch', finalNorm: true }, 'classify'],
  [
    'adam, layer norm, learned scale',
    { optimizer: 'adam', normalization: 'layer', branchScale: 'learned' },
    'classify',
  ],
  ['adamw, regression, post-activation', { optimizer: 'adamw', decay: 0.05, order: 'post' }, 'regress'],
];

describe.each(['wasm', 'cpu'] as const)('the fused step as a kernel of tfjs on %s', (backend) => {
  let tape: Engine;
  beforeAll(async () => {
    tape = await tapeEngine({ backend });
    expect(tf.getBackend()).toBe(backend);
  });
  const of = (part: Partial<Settings>, task: Member['task']) =>
    memberOf({ width: 7, depth: 4, rate: 0.01, ...part }, { task });

  it.each(cases)(
    'is an engine that agrees with the tape, leaves no tensor, and scores as the engine inside: %s',
    (_, part, task) => {
      const member = of(part, task);
      const before = tensorCount();
      const through = kernelEngine(fused);
      const batches = batchesOf(member, 5);
      const [a, b, c] = [through, tape, fused].map((engine) => engine.create(member.network, member.parameters, task));
      if (!a || !b || !c) throw new Error('three engines');
      close(losses(a, batches), losses(b, batches));
      losses(c, batches);
      const [batch] = batches;
      if (batch) {
        expect(a.evaluate(batch)).toEqual(c.evaluate(batch));
        expect(a.predict(batch.inputs, batch.count)).toEqual(c.predict(batch.inputs, batch.count));
      }
      expect(a.parameters()).toEqual(c.parameters());
      expect(a.state()).toEqual(c.state());
      for (const trainee of [a, b, c]) trainee.dispose();
      expect(tensorCount()).toBe(before);
    },
  );
  it('says where it diverged, as the engine inside does', () => {
    const member = of({ rate: 10, optimizer: 'sgd', depth: 12, initializer: 'he', gain: 4 }, 'regress');
    const [a, c] = [kernelEngine(fused), fused].map((engine) =>
      engine.create(member.network, member.parameters, 'regress'),
    );
    const row = new Float32Array(a?.layout.stride ?? 0);
    const ends = [a, c].map((trainee) => {
      for (const batch of batchesOf(member, 60)) {
        const divergence = trainee?.step(batch, row, 0);
        if (divergence) return divergence;
      }
      return undefined;
    });
    expect(ends[0]).toBeDefined();
    expect(ends[0]).toEqual(ends[1]);
    a?.dispose();
    c?.dispose();
  });
  it.each(cases)('ten steps of the tape are five of the kernel and five of the tape: %s', (_, part, task) => {
    const member = of(part, task);
    const batches = batchesOf(member, 10);
    const before = tensorCount();
    const [whole, start] = [0, 1].map(() => tape.create(member.network, member.parameters, task));
    if (!whole || !start) throw new Error('unreachable');
    const expected = losses(whole, batches);
    const first = throughKernel(member, start, batches.slice(0, 5), tape);
    close([...first.losses, ...losses(first.next, batches.slice(5))], expected);
    for (const trainee of [whole, start, first.next]) trainee.dispose();
    expect(tensorCount()).toBe(before);
  });

  it.each(cases)('and five of the tape, then five of the kernel: %s', (_, part, task) => {
    const member = of(part, task);
    const batches = batchesOf(member, 11);
    const [whole, start] = [0, 1].map(() => tape.create(member.network, member.parameters, task));
    if (!whole || !start) throw new Error('unreachable');
    const expected = losses(whole, batches);
    const early = losses(start, batches.slice(0, 5));
    const late = throughKernel(member, start, batches.slice(5, 10), fused);
    close([...early, ...late.losses, ...losses(late.next, batches.slice(10))], expected);
    for (const trainee of [whole, start, late.next]) trainee.dispose();
  });

  it('trains arms and seeds in one call, each on batches of its own, and leaves what it was given', () => {
    const members = [
      memberOf({ width: 5, depth: 4, shortcutScale: 0 }, { seed: 1 }),
      memberOf({ width: 5, depth: 4 }, { seed: 1 }),
      memberOf({ width: 5, depth: 4 }, { seed: 2 }),
    ];
    const before = tensorCount();
    const steps = 3;
    tf.tidy(() => {
      const parts = members.map((member, k) => {
        const trainee = fused.create(member.network, member.parameters, member.task);
        const batches = batchesOf(member, steps + k).slice(k);
        const given = tensorsOf(member, trainee, batches);
        const rows = new Float32Array(steps * trainee.layout.stride);
        for (const [step, batch] of batches.entries()) trainee.step(batch, rows, step * trainee.layout.stride);
        const after = { parameters: flatten(trainee.parameters()), state: flattenState(trainee.state()), rows };
        trainee.dispose();
        return { given, after };
      });
      const stacked = (name: 'parameters' | 'state' | 'inputs' | 'targets') =>
        name === 'parameters' || name === 'state'
          ? tf.concat(parts.map(({ given }) => given[name]))
          : tf.stack(parts.map(({ given }) => given[name]));
      const parameters = stacked('parameters');
      const initial = parameters.dataSync().slice();
      const after = fusedSteps(
        members.map(({ network }) => network),
        'classify',
        parameters,
        stacked('state'),
        stacked('inputs'),
        stacked('targets'),
      );
      expect(parameters.dataSync()).toEqual(initial);
      expect(after.parameters.shape).toEqual(parameters.shape);
      expect(after.telemetry.shape.slice(0, 2)).toEqual([3, steps]);
      const numbers = (name: 'parameters' | 'state' | 'rows') => parts.flatMap((part) => [...part.after[name]]);
      expect([...after.parameters.dataSync()]).toEqual(numbers('parameters'));
      expect([...after.state.dataSync()]).toEqual(numbers('state'));
      expect([...after.telemetry.dataSync()]).toEqual(numbers('rows'));
    });
    expect(tensorCount()).toBe(before);
  });

  it('ends a network that diverges: the loss that did it is the last number', () => {
    const member = memberOf({ width: 8, depth: 30, gain: 10, rate: 1 });
    const trainee = fused.create(member.network, member.parameters, member.task);
    const { losses: measured, next } = throughKernel(member, trainee, batchesOf(member, 3), fused);
    expect(measured[0]).not.toBeLessThan(1e6);
    expect(measured.slice(1)).toEqual([Number.NaN, Number.NaN]);
    expect(next.parameters()).toEqual(member.parameters);
    for (const one of [trainee, next]) one.dispose();
  });

  it('refuses tensors that do not fit', () => {
    const member = of({ optimizer: 'adam' }, 'classify');
    const { network, task } = member;
    const trainee = fused.create(network, member.parameters, task);
    const before = tensorCount();
    tf.tidy(() => {
      const { parameters, state, inputs, targets } = tensorsOf(member, trainee, batchesOf(member, 2));
      const call = (...networks: (typeof network)[]) => {
        return () => fusedSteps(networks, task, parameters, state, inputs, targets);
      };
      expect(call(network)).not.toThrow();
      expect(call(network, network)).toThrow(RangeError);
      // Momentum keeps one number a parameter, and two were given.
      expect(call({ ...network, optimizer: 'momentum' })).toThrow(RangeError);
      expect(call({ ...network, width: 8 })).toThrow(RangeError);
      expect(() => fusedSteps([network], task, parameters, state, inputs, targets.toInt())).toThrow(TypeError);
    });
    expect(tensorCount()).toBe(before);
    trainee.dispose();
  });
});

describe('flat parameters', () => {
  it('come back as they were, for every member of the family', () => {
    fc.assert(
      fc.property(anyMember, ({ network, parameters, inputSize, outputSize }) => {
        const shape = blank(network, inputSize, outputSize);
        expect(unflatten(flatten(parameters), shape)).toEqual(parameters);
        const state = { steps: 7, moments: freshState(network, inputSize, outputSize).moments.map(() => parameters) };
        expect(unflattenState(flattenState(state), shape)).toEqual(state);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('refuse another count of numbers', () => {
    const { network } = memberOf({ width: 2, depth: 2 });
    expect(() => unflatten(new Float32Array(3), blank(network, 2, 3))).toThrow(RangeError);
  });
});
