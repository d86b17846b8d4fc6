/**
 * The convolutional tape on WebGL and WebGPU, which a headless browser computes on the processor: it trains the same, it can
 * be lost, and the course refuses it.
 */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  deviation,
  GpuLost,
  isSoftware,
  judgeGpus,
  NoAdapter,
  SoftwareAdapter,
} from '../../src/model/conv/backends.ts';
import { type CardEngine, type ConvEngine, rowLength } from '../../src/model/conv/engine.ts';
import { type ConvExperiment, convSpecOf, defaultRace } from '../../src/model/conv/experiment.ts';
import { initializeConv } from '../../src/model/conv/parameters.ts';
import { batchStream } from '../../src/model/data/batches.ts';
import type { Data } from '../../src/model/data/dataset.ts';
import { parseFashion } from '../../src/model/data/fashion.ts';
import { webgpuAdapter } from '../../src/model/engine/conv/adapters.ts';
import { fusedConvEngine } from '../../src/model/engine/conv/fused.ts';
import { guarded } from '../../src/model/engine/conv/guarded.ts';
import { contextOf, webglGpu } from '../../src/model/engine/conv/webgl.ts';
import { webgpuEngine } from '../../src/model/engine/conv/webgpu.ts';
import kernelUrl from '../../src/model/engine/kernel/build/conv.wasm?url';
import { type ConvSnapshot, createConvRun } from '../../src/model/worker/convRun.ts';
import { gpuWays } from '../../src/model/worker/convSources.ts';

const bytes = async (url: string) => (await fetch(url)).arrayBuffer();
const small: ConvExperiment = { ...defaultRace, depth: 8, steps: 10, arms: ['residual'] };

let data: Data;
let fused: ConvEngine;
beforeAll(async () => {
  data = parseFashion(await bytes('/data/fashion14.bin'));
  fused = await fusedConvEngine(await bytes(kernelUrl));
});

/** Three steps beside the fused engine, and a score; the network stays. */
async function trainBeside(engine: CardEngine) {
  const card = engine.create(convSpecOf(small, 'residual'), initializeConv(8, 1));
  const own = fused.create(convSpecOf(small, 'residual'), initializeConv(8, 1));
  const nextBatch = batchStream(data.train, 8, 1);
  for (let step = 0; step < 3; step++) {
    const batch = nextBatch();
    const [row, expected] = [new Float32Array(rowLength(8)), new Float32Array(rowLength(8))];
    await card.step(batch, 0.01, row);
    own.step(batch, 0.01, expected);
    expect(deviation(row, expected)).toBeLessThan(step === 0 ? 1e-4 : 1e-2);
    expect(row[1]).toBe(expected[1]);
  }
  const test = { count: 20, inputs: data.test.inputs.slice(0, 20 * 196), targets: data.test.targets.slice(0, 20) };
  const [found, wanted] = [await card.evaluate(test, [3]), own.evaluate(test, [3])];
  expect(found.loss / wanted.loss).toBeCloseTo(1, 2);
  expect(found.states.map(({ values }) => values.length)).toEqual(wanted.states.map(({ values }) => values.length));
  own.dispose();
  return { card, step: () => card.step(nextBatch(), 0.01, new Float32Array(rowLength(8))) };
}

describe('WebGL', () => {
  it('trains like the fused engine, and rejects once its context is lost', { timeout: 60_000 }, async ({ skip }) => {
    const gpu = await webglGpu().catch(() => undefined);
    if (!gpu) return skip('no WebGL here');
    const { step } = await trainBeside(gpu.engine);
    const gl = contextOf(tf.backend());
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    await expect.poll(() => gl.isContextLost()).toBe(true);
    await expect(step()).rejects.toThrow(GpuLost);
    expect(() => gpu.engine.create(convSpecOf(small, 'residual'), initializeConv(8, 1))).toThrow(GpuLost);
  });
});

/** The adapter that the course would refuse, or one that it would take. */
async function anyAdapter(): Promise<GPUAdapter | null> {
  return 'gpu' in navigator ? navigator.gpu.requestAdapter() : null;
}

describe('WebGPU', () => {
  // The processor takes its time to compile the shaders of a card.
  it('trains like the fused engine, beside a network on another backend, and rejects once its device is lost', {
    timeout: 120_000,
  }, async ({ skip }) => {
    const adapter = await anyAdapter();
    if (!adapter) return skip('no WebGPU here');
    // Devices cannot be had from tfjs's backend by its type; the one given out here is kept.
    let device: GPUDevice | undefined;
    const given = new Proxy(adapter, {
      get: (target, key) => {
        if (key === 'requestDevice') {
          return async (wanted: GPUDeviceDescriptor) => {
            device = await target.requestDevice(wanted);
            return device;
          };
        }
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const engine = await webgpuEngine(given);
    expect(tf.getBackend()).toBe('webgpu');
    const { card, step } = await trainBeside(engine);
    await tf.setBackend('cpu');
    expect(await step()).toBe(true);
    expect(tf.getBackend()).toBe('webgpu');
    device?.destroy();
    await device?.lost;
    await expect(step()).rejects.toThrow(GpuLost);
    await expect(card.evaluate(data.test, [])).rejects.toThrow(GpuLost);
    card.dispose();
    await tf.setBackend('cpu');
    // A second start takes a device of its own.
    const again = await anyAdapter();
    if (again) (await webgpuEngine(again)).create(convSpecOf(small, 'residual'), initializeConv(8, 1)).dispose();
  });

  it('is refused where the processor poses as the card', async ({ skip }) => {
    const adapter = await anyAdapter();
    if (!adapter) return skip('no WebGPU here');
    const { vendor, architecture } = adapter.info;
    if (!isSoftware(`${vendor} ${architecture}`)) return skip('a real card');
    await expect(webgpuAdapter(navigator.gpu)).rejects.toThrow(SoftwareAdapter);
  });

  it('is no card where the browser gives no adapter', async () => {
    await expect(webgpuAdapter({ requestAdapter: async () => null })).rejects.toThrow(NoAdapter);
  });

  it('is refused where it computes wrong numbers', async () => {
    const right = guarded(fused, () => undefined);
    const wrong: CardEngine = {
      ...right,
      create(spec, parameters) {
        const trainee = right.create(spec, parameters);
        return {
          ...trainee,
          async step(batch, rate, row) {
            const learns = await trainee.step(batch, rate, row);
            row[0] = 0.9 * (row[0] ?? 0);
            return learns;
          },
        };
      },
    };
    const ways = [{ api: 'webgpu', open: async () => ({ engine: wrong, adapter: 'a card' }) }] as const;
    const { verdicts, chosen } = await judgeGpus(small, data, fused, ways, () => performance.now());
    expect(verdicts[0]).toMatchObject({ reason: 'wrong', deviation: expect.closeTo(0.1, 5) });
    expect(chosen).toBeUndefined();
  });
});

describe('the course', () => {
  it('loads tfjs for no card that is the processor', async () => {
    for (const { open } of gpuWays) {
      const refused = await open().then(
        ({ adapter }) => adapter,
        (error: unknown) => error,
      );
      // On a machine with a card it starts; headless Chromium has none.
      if (typeof refused === 'string') expect(isSoftware(refused)).toBe(false);
      else expect(refused instanceof SoftwareAdapter || refused instanceof NoAdapter).toBe(true);
    }
  });

  it('measures in the worker, and goes on with the engine that it had where there is no card', async () => {
    const run = createConvRun({
      experiment: small,
      dataUrl: '/data/fashion14.bin',
      createWorker: () =>
        new Worker(new URL('../../src/model/worker/convWorker.ts', import.meta.url), { type: 'module' }),
      schedule: (callback) => requestAnimationFrame(callback),
    });
    const until = (wanted: (snapshot: ConvSnapshot) => boolean) =>
      new Promise<ConvSnapshot>((resolve) => {
        const look = () => wanted(run.getSnapshot()) && resolve(run.getSnapshot());
        run.subscribe(look);
        look();
      });
    run.start(small);
    await until(({ status }) => status === 'done');
    run.measure();
    const { gpu } = await until((snapshot) => snapshot.gpu !== undefined && snapshot.gpu !== 'measuring');
    if (typeof gpu !== 'object') throw new Error('no verdicts');
    expect(gpu.map(({ api }) => api)).toEqual(['webgpu', 'webgl']);
    for (const verdict of gpu) if (verdict.reason === 'software') expect(isSoftware(verdict.adapter)).toBe(true);
    // On a machine with a card the clock decides; without one there is nothing to decide.
    const chosen = gpu.find(({ reason }) => reason === 'faster');
    run.start(small);
    const again = await until(({ status }) => status === 'done');
    expect(again.engine?.backend).toBe(chosen?.api ?? 'simd');
    expect(again.gpu).toEqual(gpu);
    run.dispose();
  });
});
