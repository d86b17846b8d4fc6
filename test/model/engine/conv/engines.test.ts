/** The fused convolutional engine beside tfjs autodiff, which defines the family. */
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ConvEngine, rowLength } from '../../../../src/model/conv/engine.ts';
import { type ConvArm, convSpecOf, defaultRace } from '../../../../src/model/conv/experiment.ts';
import { initializeConv } from '../../../../src/model/conv/parameters.ts';
import { type ConvDepth, convDepths } from '../../../../src/model/conv/specification.ts';
import { batchStream } from '../../../../src/model/data/batches.ts';
import type { Data } from '../../../../src/model/data/dataset.ts';
import { parseFashion } from '../../../../src/model/data/fashion.ts';
import { convEngineOn } from '../../../../src/model/engine/conv/fused.ts';
import { type ConvHost, startConvKernel } from '../../../../src/model/engine/conv/host.ts';
import { convTapeEngine } from '../../../../src/model/engine/conv/tape.ts';
import { registerConvKernels } from '../../../../src/model/engine/conv/tfjsKernels.ts';
import { kernelBytes } from '../kernel.ts';

let host: ConvHost;
let fused: ConvEngine;
let data: Data;
beforeAll(async () => {
  // Threads hang where the script is bundled, as in the course; these runs go without, too.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setThreadsCount(1);
  host = await startConvKernel(await kernelBytes('conv'));
  registerConvKernels(host);
  fused = convEngineOn(host);
  data = parseFashion(new Uint8Array(await readFile('public/data/fashion14.bin')).buffer);
});

interface Trace {
  readonly rows: readonly Float32Array[];
  readonly score: ReturnType<ReturnType<ConvEngine['create']>['evaluate']>;
  readonly parameters: readonly Float32Array[];
}
/** At the race's rate two builds of one engine part by a hundredth within ten steps: rounding turns rectifiers over. */
const rate = 0.01;

function trace(engine: ConvEngine, arm: ConvArm, depth: ConvDepth, steps: number, batch: number): Trace {
  const spec = convSpecOf({ ...defaultRace, depth }, arm);
  const trainee = engine.create(spec, initializeConv(depth, 3));
  const next = batchStream(data.train, batch, 3);
  try {
    const rows = Array.from({ length: steps }, () => {
      const row = new Float32Array(rowLength(depth));
      expect(trainee.step(next(), rate, row)).toBe(true);
      return row;
    });
    const test = { count: 20, inputs: data.test.inputs.slice(0, 20 * 196), targets: data.test.targets.slice(0, 20) };
    const { layers, head } = trainee.parameters();
    const parameters = [...layers.flatMap(({ kernel, gamma, beta }) => [kernel, gamma, beta]), head.kernel, head.bias];
    return { rows, score: trainee.evaluate(test, [4, 0]), parameters };
  } finally {
    trainee.dispose();
  }
}
/** Distance of two arrays in shares of the second one's length. */
const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let [difference, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN)) ** 2;
    size += (b[i] ?? 0) ** 2;
  }
  return Math.sqrt(difference / size);
};

describe('the fused convolutional engine', () => {
  it.each([
    ['plain', 8, 10, 32, 'wasm'],
    ['residual', 8, 10, 32, 'wasm'],
    ['residual', 14, 10, 32, 'wasm'],
    ['residual', 8, 2, 4, 'cpu'],
  ] as const)(
    'trains the %s net of %i layers like autodiff over %i steps of %i images on %s',
    async (arm, depth, steps, batch, backend) => {
      await tf.setBackend(backend);
      expect(tf.getBackend()).toBe(backend);
      const found = trace(fused, arm, depth, steps, batch);
      const expected = trace(convTapeEngine(backend), arm, depth, steps, batch);
      for (const [step, row] of expected.rows.entries()) {
        const own = found.rows[step] ?? new Float32Array();
        expect(Math.abs((own[0] ?? Number.NaN) / (row[0] ?? 0) - 1)).toBeLessThan(1e-3);
        expect(own[1]).toBe(row[1]);
        for (let i = 2; i < row.length; i++) expect(Math.abs((own[i] ?? 0) / (row[i] ?? 0) - 1)).toBeLessThan(1e-2);
      }
      for (let i = 2; i < 10; i++)
        expect(Math.abs((found.rows[0]?.[i] ?? 0) / (expected.rows[0]?.[i] ?? 0) - 1)).toBeLessThan(1e-4);
      for (const [i, tensor] of expected.parameters.entries())
        expect(apart(found.parameters[i] ?? [], tensor)).toBeLessThan(1e-2);
      expect(found.score.loss / expected.score.loss).toBeCloseTo(1, 2);
      for (const [i, { values }] of expected.score.states.entries()) {
        expect(apart(found.score.states[i]?.values ?? [], values)).toBeLessThan(1e-2);
      }
    },
  );

  it('shows the states of the images asked for, block by block', () => {
    const { states } = trace(fused, 'residual', 8, 1, 4).score;
    expect(states.map(({ side, channels, values }) => [side, channels, values.length])).toEqual([
      [14, 8, 2 * 196 * 8],
      [14, 8, 2 * 196 * 8],
      [7, 16, 2 * 49 * 16],
      [4, 32, 2 * 16 * 32],
    ]);
  });

  it('starts both arms from the same numbers, and takes them apart from the first block on', () => {
    const [plain, residual] = [trace(fused, 'plain', 14, 1, 8), trace(fused, 'residual', 14, 1, 8)];
    expect(plain.rows[0]?.[0]).not.toBe(residual.rows[0]?.[0]);
    expect(initializeConv(14, 3)).toEqual(initializeConv(14, 3));
    expect(initializeConv(20, 3).layers[0]).toEqual(initializeConv(8, 3).layers[0]);
  });

  it.each(convDepths)('repeats itself exactly, %i layers', (depth) => {
    expect(trace(fused, 'residual', depth, 3, 8)).toEqual(trace(fused, 'residual', depth, 3, 8));
  });

  it('gives back all memory', () => {
    trace(fused, 'residual', 8, 2, 8);
    const before = host.kernel.memory.buffer.byteLength;
    for (let i = 0; i < 20; i++) trace(fused, 'residual', 8, 1, 8);
    expect(host.kernel.memory.buffer.byteLength).toBe(before);
  });

  it('refuses classes and sizes that are none', () => {
    const trainee = fused.create(convSpecOf(defaultRace, 'plain'), initializeConv(14, 1));
    const row = new Float32Array(rowLength(14));
    const inputs = new Float32Array(2 * 196);
    expect(() => trainee.step({ count: 2, inputs, targets: new Float32Array([0, 10]) }, rate, row)).toThrow(
      'no class below 10',
    );
    expect(() => trainee.step({ count: 3, inputs, targets: new Float32Array(3) }, rate, row)).toThrow('3 images');
    trainee.dispose();
    expect(() => trainee.step({ count: 2, inputs, targets: new Float32Array(2) }, rate, row)).toThrow('disposed');
  });

  it('says so where the loss leaves every scale, and then leaves the parameters alone', () => {
    const trainee = fused.create(convSpecOf(defaultRace, 'residual'), initializeConv(14, 1));
    const next = batchStream(data.train, 8, 1);
    const row = new Float32Array(rowLength(14));
    let learned = true;
    for (let i = 0; i < 10 && learned; i++) learned = trainee.step(next(), 1e30, row);
    expect(learned).toBe(false);
    const before = trainee.parameters();
    trainee.step(next(), 1e30, row);
    expect(trainee.parameters()).toEqual(before);
    trainee.dispose();
  });
});

describe('autodiff of the convolutional family', () => {
  it('leaves no tensor behind', async () => {
    await tf.setBackend('wasm');
    const before = tf.memory().numTensors;
    trace(convTapeEngine('wasm'), 'residual', 8, 1, 2);
    expect(tf.memory().numTensors).toBe(before);
  });
});
