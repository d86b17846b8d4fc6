/** The run store with its real worker, tfjs's wasm in a real browser. */
import { afterEach, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../src/model/experiment.ts';
import { createRun, type Run } from '../../src/model/worker/run.ts';
import type { RunSnapshot } from '../../src/model/worker/snapshot.ts';

const spiral: Experiment = { ...defaultExperiment, dataset: 'spiral', depth: 4, width: 8, steps: 40, seeds: [1, 2] };

const open: Run[] = [];
function start(experiment: Experiment, dataUrl = '/data/fashion14.bin'): Run {
  const run = createRun({
    experiment,
    dataUrl,
    createWorker: () => new Worker(new URL('../../src/model/worker/worker.ts', import.meta.url), { type: 'module' }),
    schedule: (callback) => requestAnimationFrame(callback),
  });
  open.push(run);
  return run;
}
afterEach(() => {
  for (const run of open.splice(0)) run.dispose();
});

const until = (run: Run, wanted: (snapshot: RunSnapshot) => boolean): Promise<RunSnapshot> =>
  new Promise((resolve) => {
    const look = () => wanted(run.getSnapshot()) && resolve(run.getSnapshot());
    run.subscribe(look);
    look();
  });
const ended = (run: Run) => until(run, ({ status }) => status === 'done' || status === 'failed');
const curve = ({ arms }: RunSnapshot) => arms.map(({ seeds }) => seeds.map(({ rows }) => [...rows]));

it('trains in the worker and replays the identical curve after a reset', async () => {
  const run = start(spiral);
  run.start(spiral);
  const first = await ended(run);
  expect(first.status).toBe('done');
  expect(first.engine).toBeDefined();
  expect(first.arms.map(({ seeds }) => seeds.map(({ steps }) => steps))).toEqual([
    [40, 40],
    [40, 40],
  ]);
  const before = curve(first);
  run.reset();
  expect(run.getSnapshot().status).toBe('idle');
  run.start(spiral);
  expect(curve(await ended(run))).toEqual(before);
});

it('holds decision regions and points for data in the plane', async () => {
  const run = start(spiral);
  run.start(spiral);
  const { regions, points } = await ended(run);
  expect(points?.classes).toHaveLength(768);
  expect(regions?.arms).toHaveLength(2);
  expect(regions?.arms[0]?.classes).toHaveLength((regions?.side ?? 0) ** 2);
});

it('draws only the last of many quick changes', async () => {
  const run = start(spiral);
  for (let i = 0; i < 50; i++) run.start({ ...spiral, rate: 0.001 * (i + 1) });
  const last = await ended(run);
  expect(last.status).toBe('done');
  expect(last.experiment.rate).toBe(0.05);
  const alone = start({ ...spiral, rate: 0.05 });
  alone.start({ ...spiral, rate: 0.05 });
  expect(curve(last)).toEqual(curve(await ended(alone)));
});

it('pauses between steps, walks one step at a time, and goes on', async () => {
  const long = { ...spiral, steps: 2000, seeds: [1] };
  const run = start(long);
  run.step();
  await until(run, ({ step }) => step > 0);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const at = run.getSnapshot().step;
  run.step();
  await until(run, ({ step }) => step > at);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(run.getSnapshot().step).toBe(at + 1);
  run.resume();
  await until(run, ({ step }) => step > at + 5);
});

it('says that the images are missing, keeps the settings, and trains on other data', async () => {
  const fashion = { ...spiral, dataset: 'fashion' as const };
  const run = start(fashion, '/nothing/here.bin');
  run.start(fashion);
  const failed = await ended(run);
  expect(failed.failure?.code).toBe('data-missing');
  expect(failed.experiment).toEqual(fashion);
  run.start(spiral);
  expect((await ended(run)).status).toBe('done');
});

it('trains on the images it ships', async () => {
  const fashion = { ...spiral, dataset: 'fashion' as const, seeds: [1] };
  const run = start(fashion);
  run.start(fashion);
  const { status, arms } = await ended(run);
  expect(status).toBe('done');
  expect(arms[1]?.seeds[0]?.final?.train.loss).toBeLessThan(Math.log(10));
});

it('finds the fused engine within a ten-thousandth of tfjs autodiff', async () => {
  const run = start({ ...spiral, seeds: [1] });
  run.start({ ...spiral, seeds: [1] });
  expect((await ended(run)).engine?.name).toBe('fused');
  run.check();
  const { agreement } = await until(run, (snapshot) => typeof snapshot.agreement === 'object');
  expect(typeof agreement === 'object' && agreement.largest).toBeLessThan(1e-4);
});
