import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { batchStream } from '../../../src/model/data/batches.ts';
import type { Engine, Trainee } from '../../../src/model/engine/engine.ts';
import { engineOn, fusedEngine } from '../../../src/model/engine/fused.ts';
import { startKernel } from '../../../src/model/engine/host.ts';
import { fusedSupported, relaxedSupported } from '../../../src/model/engine/support.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { random } from '../../../src/model/random.ts';
import { read } from '../../../src/model/telemetry.ts';
import { kernelBytes } from './kernel.ts';
import { anyMember, batchOf, type Member, memberOf } from './members.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fusedEngine(await kernelBytes());
});

const start = ({ network, parameters, task }: Member, on = engine): Trainee => on.create(network, parameters, task);

/** The rows of so many steps. */
function rowsOf(member: Member, steps: number, batch = 16): Float32Array {
  const trainee = start(member);
  const { stride } = trainee.layout;
  const rows = new Float32Array(steps * stride);
  const stream = random(7, 'rows');
  for (let step = 0; step < steps; step++) trainee.step(batchOf(member, batch, stream), rows, step * stride);
  trainee.dispose();
  return rows;
}

describe('the fused engine', () => {
  it('runs here, and says what it is', () => {
    expect(fusedSupported()).toBe(true);
    expect(relaxedSupported()).toBe(true);
    expect(engine).toMatchObject({ name: 'fused', backend: 'simd' });
  });

  it('refuses damaged bytes and other modules', async () => {
    await expect(startKernel(new Uint8Array(8))).rejects.toThrow(WebAssembly.CompileError);
    const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
    await expect(startKernel(empty)).rejects.toThrow(WebAssembly.LinkError);
  });

  it('replays bit for bit, whatever ran between', () => {
    const member = memberOf({ width: 11, depth: 6, normalization: 'layer', optimizer: 'adam' });
    const first = rowsOf(member, 30);
    rowsOf(memberOf({ width: 64, depth: 12 }), 3, 200);
    expect(rowsOf(member, 30)).toEqual(first);
    expect(first.every((value) => Number.isFinite(value))).toBe(true);
  });

  it('trains two networks in turn as each alone', () => {
    const [one, two] = [memberOf({ width: 7, depth: 4 }), memberOf({ width: 24, depth: 2, order: 'post' })];
    const [a, b] = [start(one), start(two)];
    const [rowsA, rowsB] = [new Float32Array(5 * a.layout.stride), new Float32Array(5 * b.layout.stride)];
    const [streamA, streamB] = [random(7, 'rows'), random(7, 'rows')];
    for (let step = 0; step < 5; step++) {
      a.step(batchOf(one, 16, streamA), rowsA, step * a.layout.stride);
      b.step(batchOf(two, 16, streamB), rowsB, step * b.layout.stride);
    }
    a.dispose();
    b.dispose();
    expect(rowsA).toEqual(rowsOf(one, 5));
    expect(rowsB).toEqual(rowsOf(two, 5));
  });

  it('takes the examples it is given, whatever lay in the memory before, also those it has just had', () => {
    const member = memberOf({ width: 6, depth: 2 }, { outputSize: 3 });
    const [batch, other] = [batchOf(member, 16, random(1, 'x')), batchOf(member, 16, random(2, 'x'))];
    const alone = start(member);
    const [first, second] = [alone, alone].map((trainee) => {
      const row = new Float32Array(trainee.layout.stride);
      trainee.step(batch, row, 0);
      return row;
    });
    const busy = start(member);
    const row = new Float32Array(busy.layout.stride);
    const scores = [batch, other, batch].map((examples) => busy.evaluate(examples));
    expect(scores[1]).not.toEqual(scores[0]);
    expect(scores[2]).toEqual(scores[0]);
    busy.step(batch, row, 0);
    expect(row).toEqual(first);
    busy.predict(other.inputs, other.count);
    const grown = start(memberOf({ width: 64, depth: 12 }));
    grown.evaluate(batchOf(memberOf({ width: 64, depth: 12 }), 500, random(3, 'x')));
    busy.step(batch, row, 0);
    expect(row).toEqual(second);
    for (const trainee of [alone, busy, grown]) trainee.dispose();
  });

  it('reads batches in the set they are picked from: the same training, with sets and networks in any order', () => {
    const [narrow, wide] = [memberOf({ width: 6, depth: 2 }), memberOf({ width: 64, depth: 4 })];
    const sets = [batchOf(narrow, 40, random(1, 'x')), batchOf(narrow, 200, random(2, 'x'))];
    const train = (reuse: boolean) => {
      const trainees = [narrow, wide].map((member) => start(member));
      const streams = sets.map((set, i) => batchStream(set, i === 0 ? 7 : 64, i, reuse));
      const rows: Float32Array[] = [];
      for (let step = 0; step < 12; step++) {
        const batch = streams[step % 3 === 0 ? 0 : 1]?.();
        expect(batch?.picked !== undefined).toBe(reuse);
        for (const trainee of trainees) {
          const row = new Float32Array(trainee.layout.stride);
          if (batch) trainee.step(batch, row, 0);
          rows.push(row);
          // In the memory already or not, whole or as a part.
          if (step > 4) rows.push(...sets.map((set) => Float32Array.of(trainee.evaluate(set).loss)));
          if (batch && step > 8) rows.push(Float32Array.of(trainee.evaluate(batch).loss));
        }
      }
      for (const trainee of trainees) trainee.dispose();
      return rows;
    };
    const own = train(false);
    expect(train(true)).toEqual(own);
    expect(new Set(own.map(([loss]) => loss)).size).toBe(own.length);
  });

  it('keeps one set in the memory, however many come', async () => {
    const host = await startKernel(await kernelBytes());
    const member = memberOf({ width: 4, depth: 2 });
    const trainee = start(member, engineOn(host));
    const size = () => host.kernel.memory.buffer.byteLength;
    const row = new Float32Array(trainee.layout.stride);
    const trainOn = (i: number) =>
      trainee.step(batchStream(batchOf(member, 30_000, random(i, 'x')), 8, 1, true)(), row, 0);
    trainOn(0);
    const before = size();
    for (let i = 1; i < 20; i++) trainOn(i);
    expect(size()).toBe(before);
  });

  it('refuses sets that do not fit, also where a batch is picked from them', () => {
    const member = memberOf({ width: 4, depth: 2 });
    const trainee = start(member);
    const set = { ...batchOf(member, 9, random(1, 'x')), targets: new Float32Array(9).fill(3) };
    const row = new Float32Array(trainee.layout.stride);
    expect(() => trainee.step(batchStream(set, 4, 1, true)(), row, 0)).toThrow('Some target is no class below 3.');
    trainee.dispose();
  });

  it('has room for 256 outputs, and refuses more', async () => {
    const tape = await tapeEngine({ backend: 'cpu' });
    const most = memberOf({ width: 2, depth: 1 }, { outputSize: 256 });
    const examples = batchOf(most, 7, random(1, 'x'));
    const [ours, theirs] = [engine, tape].map((one) => {
      const trainee = start(most, one);
      const { loss } = trainee.evaluate(examples);
      trainee.dispose();
      return loss;
    });
    expect(ours).toBeCloseTo(theirs ?? 0, 4);
    const more = memberOf({ width: 2, depth: 1 }, { outputSize: 257 });
    expect(() => start(more)).toThrow('257 outputs are more than 256.');
  });

  it('gives back the parameters it was given, and does not share them', () => {
    const member = memberOf({ width: 5, depth: 4, normalization: 'batch', finalNorm: true, branchScale: 'learned' });
    const before = structuredClone(member.parameters);
    const trainee = start(member);
    expect(trainee.parameters()).toEqual(before);
    trainee.step(batchOf(member, 8, random(1, 'x')), new Float32Array(trainee.layout.stride), 0);
    expect(trainee.parameters()).not.toEqual(before);
    expect(member.parameters).toEqual(before);
    trainee.dispose();
  });

  it('takes a step of plain gradient descent that can be checked by hand', () => {
    // One unit of width 1, post-activation, linear, lambda 1: x1 = x0 + w x0 with x0 = u; output v x1; E = (v x1 - t)^2.
    const dense = (value: number) => ({ kernel: Float32Array.of(value), bias: Float32Array.of(0) });
    const { network } = memberOf({
      width: 1,
      depth: 1,
      layersPerUnit: 1,
      order: 'post',
      activation: 'linear',
      optimizer: 'sgd',
      rate: 0.125,
    });
    const parameters = { stem: dense(1), units: [{ layers: [dense(0.5)] }], head: dense(2) };
    const trainee = start({ network, parameters, task: 'regress', inputSize: 1, outputSize: 1 });
    const row = new Float32Array(trainee.layout.stride);
    trainee.step({ count: 1, inputs: Float32Array.of(2), targets: Float32Array.of(5) }, row, 0);
    // x0 = 2, x1 = 3, output 6, E = 1. dE/doutput = 2, dE/dx1 = 4, dE/dx0 = 4 (1 + 0.5) = 6.
    const numbers = { loss: [1], accuracy: [0], stateNorm: [2, 3], branchNorm: [1], stateGradNorm: [6, 4] } as const;
    // dE/dstem = 6 * 2 = 12, dE/dw = 4 * 2 = 8, dE/dhead = 2 * 3 = 6.
    const kernels = { kernelGradNorm: [12, 8, 6], weightNorm: [1, 0.5, 2] } as const;
    for (const [name, expected] of Object.entries({ ...numbers, ...kernels })) {
      const quantity = name as keyof typeof numbers | keyof typeof kernels;
      expect([quantity, ...read(trainee.layout, row, 0, quantity)]).toEqual([quantity, ...expected]);
    }
    // 1 - 12/8, 0.5 - 8/8, 2 - 6/8, and the biases by an eighth of 6, 4 and 2.
    const { stem, units, head } = trainee.parameters();
    expect([stem, units[0]?.layers[0], head].map((one) => [one?.kernel[0], one?.bias[0]])).toEqual([
      [-0.5, -0.75],
      [-0.5, -0.5],
      [1.25, -0.25],
    ]);
    trainee.dispose();
  });

  it('measures gradients whose squares float32 cannot hold', () => {
    // Every trunk kernel shrinks the gradient about a thousandfold: 1e-24 after eight of them, 1e-48 squared.
    const member = memberOf({
      width: 16,
      depth: 8,
      layersPerUnit: 1,
      shortcutScale: 0,
      activation: 'linear',
      gain: 1e-3,
    });
    const trainee = start(member);
    const row = new Float32Array(trainee.layout.stride);
    trainee.step(batchOf(member, 16, random(1, 'tiny')), row, 0);
    const norms = [...read(trainee.layout, row, 0, 'stateGradNorm')];
    expect(norms[0]).toBeLessThan(1e-22);
    expect(norms.every((norm, l) => l === 0 || norm > (norms[l - 1] ?? 0))).toBe(true);
    expect(norms[0]).toBeGreaterThan(0);
    trainee.dispose();
  });

  it.each([
    ['no norm', {}],
    ['batch norm, whose statistics are those of the whole set', { normalization: 'batch', finalNorm: true }],
    ['layer norm', { normalization: 'layer', finalNorm: true }],
  ] satisfies [string, Partial<Settings>][])(
    'scores and predicts a set of any size as the tape does: %s',
    async (_, part) => {
      const tape = await tapeEngine();
      const member = memberOf({ width: 9, depth: 4, ...part }, { outputSize: 5 });
      // Two parts of 256 and a rest.
      const set = batchOf(member, 700, random(3, 'set'));
      const [a, b] = [start(member), start(member, tape)];
      const [mine, theirs] = [a.evaluate(set), b.evaluate(set)];
      expect(Math.abs(mine.loss / theirs.loss - 1)).toBeLessThan(1e-5);
      expect(mine.accuracy).toBe(theirs.accuracy);
      const [outputs, expected] = [a.predict(set.inputs, 700), b.predict(set.inputs, 700)];
      expect(outputs.length).toBe(3500);
      const largest = Math.max(...expected.map(Math.abs));
      for (const [i, value] of expected.entries())
        expect(Math.abs((outputs[i] ?? 0) - value)).toBeLessThan(1e-5 * largest);
      a.dispose();
      b.dispose();
    },
  );

  it('needs no more memory after 200 changes of architecture', async () => {
    const host = await startKernel(await kernelBytes());
    const { memory } = host.kernel;
    const own = engineOn(host);
    const members = fc.sample(anyMember, { numRuns: 20, seed: 5 });
    const resets = (count: number) => {
      for (let i = 0; i < count; i++) {
        // Two arms live at a time; architectures follow each other in ever new order.
        const pair = [i, 3 * i + 1].flatMap((k) => members[k % members.length] ?? []);
        const trainees = pair.map((member) => start(member, own));
        for (const [k, member] of pair.entries()) {
          const examples = batchOf(member, member.batch, random(i, 'reset'));
          trainees[k]?.step(examples, new Float32Array(trainees[k]?.layout.stride ?? 0), 0);
        }
        for (const trainee of trainees) trainee.dispose();
      }
    };
    resets(20);
    const grown = memory.buffer.byteLength;
    resets(200);
    expect(memory.buffer.byteLength).toBe(grown);
    // The largest needs about 1.5 MB: 9 layers that keep 65 rows of 64 numbers twice, and inputs of 196. None piles up.
    expect(grown).toBeLessThan(4 * 2 ** 20);
  });

  it('refuses batches of the wrong length, classes that do not exist, and work after dispose', () => {
    const member = memberOf({ width: 4, depth: 2 });
    const trainee = start(member);
    const row = new Float32Array(trainee.layout.stride);
    const batch = batchOf(member, 8, random(1, 'x'));
    expect(() => trainee.step({ ...batch, count: 9 }, row, 0)).toThrow(RangeError);
    expect(() => trainee.step({ ...batch, targets: new Float32Array(7) }, row, 0)).toThrow(RangeError);
    // Three classes: 0, 1 and 2.
    expect(() => trainee.step({ ...batch, targets: batch.targets.map(() => 3) }, row, 0)).toThrow(RangeError);
    trainee.dispose();
    trainee.dispose();
    expect(() => trainee.step(batch, row, 0)).toThrow('disposed');
  });
});
