// @vitest-environment jsdom
/** How own data reach the workers: beside the experiment, with every order that needs them. */
import { describe, expect, it } from 'vitest';
import type { OwnData } from '../../../src/model/data/ownData.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { createInquiry } from '../../../src/model/worker/inquiry.ts';
import type { FromWorker, ToWorker } from '../../../src/model/worker/messages.ts';
import type { WorkerPort } from '../../../src/model/worker/post.ts';
import { createRun } from '../../../src/model/worker/run.ts';
import { createSweep, variantsOf } from '../../../src/model/worker/sweep.ts';
import { blobs } from './cases.ts';

const experiment: Experiment = { ...defaultExperiment, dataset: 'own', depth: 2, steps: 3, seeds: [7, 8] };
const [first, second] = [blobs(40, 2, 2), blobs(40, 2, 2, 2)];

function setup(size = 1) {
  const sent: ToWorker[] = [];
  const workers: WorkerPort[] = [];
  const createWorker = () => {
    const worker: WorkerPort = { onmessage: null, onerror: null, postMessage: (one) => sent.push(one), terminate() {} };
    workers.push(worker);
    return worker;
  };
  const own: { now: OwnData | undefined } = { now: first };
  const openRun = (one = experiment) =>
    createRun({
      experiment: one,
      dataUrl: '/data.bin',
      ownData: () => own.now,
      createWorker,
      schedule: (call) => call(),
      size,
    });
  const keys = () => sent.map((one) => ('own' in one ? one.own?.key : undefined));
  const say = (message: FromWorker) => workers.at(-1)?.onmessage?.(new MessageEvent('message', { data: message }));
  return { sent, workers, own, openRun, keys, say, createWorker };
}

describe('own data', () => {
  it('go with the start of every worker, and are part of what the run shows', () => {
    const { openRun, keys } = setup(2);
    const run = openRun();
    run.start(experiment);
    expect(keys()).toEqual([first.key, first.key]);
    expect(run.getSnapshot().own).toBe(first);
    run.dispose();
  });
  it('stay at home where the experiment is on others', () => {
    const { openRun, sent } = setup();
    const run = openRun();
    run.start({ ...experiment, dataset: 'spiral' });
    expect(sent.some((one) => 'own' in one)).toBe(false);
    expect(run.getSnapshot().own).toBeUndefined();
    run.dispose();
  });
  it('of the latest start win; a run keeps its own, also for a worker that begins once more', () => {
    const { openRun, keys, own, workers } = setup();
    const run = openRun();
    run.start(experiment);
    own.now = second;
    workers.at(-1)?.onerror?.(new ErrorEvent('error', { message: 'gone' }));
    expect(keys()).toEqual([first.key, first.key]);
    expect(workers).toHaveLength(2);
    run.start(experiment);
    expect(keys().at(-1)).toBe(second.key);
    run.dispose();
  });
  it('go with the check of a run that is done', () => {
    const { openRun, sent, say, own } = setup();
    const run = openRun({ ...experiment, seeds: [7] });
    run.start({ ...experiment, seeds: [7] });
    const runId = sent[0]?.runId ?? 0;
    say({ type: 'done', runId, finals: [[]], milliseconds: 1 });
    own.now = second;
    run.check();
    expect(sent.at(-1)).toMatchObject({ type: 'check', own: { key: first.key } });
    run.dispose();
  });
  it('go with inquiries, and with every point of a sweep that needs them', () => {
    const { createWorker, own, sent, openRun } = setup();
    const inquiry = createInquiry({ dataUrl: '/data.bin', ownData: () => own.now, createWorker });
    inquiry.ask({ kind: 'gradient', experiment, trained: false });
    expect(sent.at(-1)).toMatchObject({ type: 'ask', own: { key: first.key } });
    inquiry.dispose();
    const spiral: Experiment = { ...experiment, dataset: 'spiral', seeds: [7] };
    const sweep = { experiment: spiral, variants: variantsOf(spiral, 'dataset', ['own', 'rings']) };
    const store = createSweep(() => openRun(spiral), 2, sweep);
    store.start(sweep);
    expect(sent.slice(-2).map((one) => 'own' in one && one.own?.key)).toEqual([first.key, false]);
    store.dispose();
  });
  it('that are missing are asked for all the same: the worker says so', () => {
    const { openRun, own, sent, say } = setup();
    own.now = undefined;
    const run = openRun();
    run.start(experiment);
    say({ type: 'failed', runId: sent[0]?.runId ?? 0, code: 'own-missing', detail: 'none' });
    expect(run.getSnapshot()).toMatchObject({ status: 'failed', failure: { code: 'own-missing' } });
    run.dispose();
  });
});
