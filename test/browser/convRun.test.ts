/** The store of the convolutional race with its real worker and kernel, in a real browser. */
import { afterEach, expect, it } from 'vitest';
import { rowLength } from '../../src/model/conv/engine.ts';
import { type ConvExperiment, defaultRace } from '../../src/model/conv/experiment.ts';
import { type ConvRun, type ConvSnapshot, createConvRun } from '../../src/model/worker/convRun.ts';

const short: ConvExperiment = { ...defaultRace, depth: 8, steps: 20 };

const open: ConvRun[] = [];
function start(dataUrl = '/data/fashion14.bin'): ConvRun {
  const run = createConvRun({
    experiment: short,
    dataUrl,
    createWorker: () =>
      new Worker(new URL('../../src/model/worker/convWorker.ts', import.meta.url), { type: 'module' }),
    schedule: (callback) => requestAnimationFrame(callback),
  });
  open.push(run);
  return run;
}
afterEach(() => {
  for (const run of open.splice(0)) run.dispose();
});

const until = (run: ConvRun, wanted: (snapshot: ConvSnapshot) => boolean): Promise<ConvSnapshot> =>
  new Promise((resolve) => {
    const look = () => wanted(run.getSnapshot()) && resolve(run.getSnapshot());
    run.subscribe(look);
    look();
  });
const ended = (run: ConvRun) => until(run, ({ status }) => status === 'done' || status === 'failed');

it('trains both networks in the worker, scores them, and replays the same numbers', async () => {
  const run = start();
  run.start(short);
  const first = await ended(run);
  expect(first.status).toBe('done');
  expect(first.engine).toEqual({ name: 'fused', backend: 'simd' });
  expect(first.images?.values).toHaveLength(10 * 196);
  for (const { steps, scores, rows } of first.arms) {
    expect(steps).toBe(20);
    expect(scores.map(({ step }) => step)).toEqual([0, 4, 8, 12, 16, 20]);
    expect(rows[19 * rowLength(8)]).toBeLessThan(rows[0] ?? 0);
    const newest = scores.at(-1)?.score;
    expect(newest?.confusion.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(newest?.states).toHaveLength(4);
  }
  const before = first.arms.map(({ rows }) => [...rows]);
  run.start(short);
  expect((await ended(run)).arms.map(({ rows }) => [...rows])).toEqual(before);
});

it('draws only the last of several quick changes', async () => {
  const run = start();
  for (const rate of [0.01, 0.02, 0.05]) run.start({ ...short, rate, steps: 10 });
  const { status, experiment, arms } = await ended(run);
  expect([status, experiment.rate, arms[0]?.steps]).toEqual(['done', 0.05, 10]);
});

it('pauses, takes single steps, and goes on to the end', async () => {
  const run = start();
  run.step();
  await until(run, ({ step }) => step === 1);
  run.step();
  await until(run, ({ step }) => step === 2);
  expect(run.getSnapshot().status).toBe('paused');
  run.resume();
  expect((await ended(run)).step).toBe(20);
});

it('says so when the images do not load', async () => {
  const run = start('/data/missing.bin');
  run.start(short);
  expect((await ended(run)).failure?.code).toBe('data-missing');
});
