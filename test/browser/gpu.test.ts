/** The convolutional tape on WebGL, which a headless browser draws on the processor: it trains the same, and it can be lost. */
import * as tf from '@tensorflow/tfjs';
import { expect, it } from 'vitest';
import { GpuLost, isSoftware } from '../../src/model/conv/backends.ts';
import { type ConvEngine, rowLength } from '../../src/model/conv/engine.ts';
import { convSpecOf, defaultRace } from '../../src/model/conv/experiment.ts';
import { initializeConv } from '../../src/model/conv/parameters.ts';
import { batchStream } from '../../src/model/data/batches.ts';
import { parseFashion } from '../../src/model/data/fashion.ts';
import { fusedConvEngine } from '../../src/model/engine/conv/fused.ts';
import { contextOf, webglGpu } from '../../src/model/engine/conv/webgl.ts';
import kernelUrl from '../../src/model/engine/kernel/build/conv.wasm?url';
import { type ConvSnapshot, createConvRun } from '../../src/model/worker/convRun.ts';

const bytes = async (url: string) => (await fetch(url)).arrayBuffer();
const start = (engine: ConvEngine) => engine.create(convSpecOf(defaultRace, 'residual'), initializeConv(8, 1));

it('trains like the fused engine, and throws once its context is lost', async ({ skip }) => {
  const gpu = await webglGpu().catch(() => undefined);
  if (!gpu) return skip('no WebGL here');
  const data = parseFashion(await bytes('/data/fashion14.bin'));
  const fused = await fusedConvEngine(await bytes(kernelUrl));
  const spec = convSpecOf({ ...defaultRace, depth: 8 }, 'residual');
  const [card, own] = [gpu.engine, fused].map((engine) => engine.create(spec, initializeConv(8, 1)));
  if (!card || !own) throw new Error('no networks');
  const nextBatch = batchStream(data.train, 8, 1);
  const [row, expected] = [new Float32Array(rowLength(8)), new Float32Array(rowLength(8))];
  for (let step = 0; step < 3; step++) {
    const batch = nextBatch();
    card.step(batch, 0.01, row);
    own.step(batch, 0.01, expected);
    expect(Math.abs((row[0] ?? 0) / (expected[0] ?? 0) - 1)).toBeLessThan(1e-3);
  }
  const gl = contextOf(tf.backend());
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  await expect.poll(() => gl.isContextLost()).toBe(true);
  expect(() => card.step(nextBatch(), 0.01, row)).toThrow(GpuLost);
  expect(() => start(gpu.engine)).toThrow(GpuLost);
});

it('is measured in the worker and refused where it is no card', async () => {
  const race = { ...defaultRace, depth: 8 as const, steps: 10 };
  const run = createConvRun({
    experiment: race,
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
  run.start(race);
  await until(({ status }) => status === 'done');
  run.measure();
  const { gpu } = await until((snapshot) => snapshot.gpu !== undefined && snapshot.gpu !== 'measuring');
  if (gpu === undefined || gpu === 'measuring') throw new Error('no verdict');
  // On a machine with a card the clock decides; without one there is nothing to decide.
  if (gpu.reason === 'software') expect(isSoftware(gpu.adapter)).toBe(true);
  run.start(race);
  const again = await until(({ status }) => status === 'done');
  expect(again.engine?.backend).toBe(gpu.reason === 'faster' ? 'webgl' : 'simd');
  expect(again.gpu).toEqual(gpu);
  run.dispose();
});
