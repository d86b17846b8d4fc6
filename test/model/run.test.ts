// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Question } from '../../src/model/analysis/question.ts';
import { defaultExperiment, type Experiment } from '../../src/model/experiment.ts';
import { layoutOf } from '../../src/model/telemetry.ts';
import { createInquiry } from '../../src/model/worker/inquiry.ts';
import type { FromWorker, ToWorker } from '../../src/model/worker/messages.ts';
import type { WorkerPort } from '../../src/model/worker/post.ts';
import { createRun } from '../../src/model/worker/run.ts';
import { createSweep, variantsOf } from '../../src/model/worker/sweep.ts';

const experiment: Experiment = { ...defaultExperiment, depth: 2, steps: 3, seeds: [7, 8] };
const { stride } = layoutOf({ depth: 2, layersPerUnit: 2 });

class FakeWorker implements WorkerPort {
  readonly sent: ToWorker[] = [];
  ended = false;
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  postMessage(message: ToWorker) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(message: FromWorker) {
    this.onmessage?.(new MessageEvent('message', { data: message }));
  }
  get lastRun() {
    return this.sent.findLast((message) => message.type === 'start')?.runId ?? -1;
  }
}

function setup(patience?: number, size = 1) {
  const workers: FakeWorker[] = [];
  const frames: (() => void)[] = [];
  const run = createRun({
    experiment,
    dataUrl: '/data.bin',
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    schedule: (callback) => frames.push(callback),
    size,
    ...(patience !== undefined && { patience }),
  });
  const frame = () => {
    for (const callback of frames.splice(0)) callback();
  };
  return { run, workers, frame };
}

/** Two rows of the first arm's first seed, filled with one value. */
const slices = (runId: number, value: number): FromWorker => ({
  type: 'slices',
  runId,
  milliseconds: 5,
  slices: [{ arm: 0, seed: 0, firstStep: 0, rows: new Float32Array(2 * stride).fill(value) }],
});
const score = { train: { loss: 1, accuracy: 0.5 }, test: { loss: 2, accuracy: 0.25 } };
const finals = [
  [score, score],
  [score, score],
];

describe('the run store', () => {
  it('shows the first point at once, and nothing more of its worker until the next frame, and then all of it', () => {
    const { run, workers, frame } = setup();
    const listener = vi.fn();
    run.subscribe(listener);
    run.start(experiment);
    listener.mockClear();
    workers[0]?.say(slices(workers[0].lastRun, 1));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(run.getSnapshot().step).toBe(2);
    workers[0]?.say(slices(workers[0].lastRun, 2));
    workers[0]?.say(slices(workers[0].lastRun, 3));
    expect(listener).toHaveBeenCalledTimes(1);
    frame();
    expect(listener).toHaveBeenCalledTimes(2);
    expect(run.getSnapshot().arms[0]?.seeds[0]?.rows[0]).toBe(3);
  });

  it('is done without scores where none are asked for', () => {
    const worker = new FakeWorker();
    const run = createRun({
      experiment,
      dataUrl: '/data.bin',
      createWorker: () => worker,
      schedule: (callback) => callback(),
      scored: false,
    });
    run.start(experiment);
    expect(worker.sent.at(-1)).toMatchObject({ type: 'start', scored: false });
    worker.say(slices(worker.lastRun, 1));
    worker.say({ type: 'done', runId: worker.lastRun, finals: [[], []], milliseconds: 9 });
    expect(run.getSnapshot()).toMatchObject({ status: 'done', milliseconds: 9 });
    expect(run.getSnapshot().arms[0]?.seeds[0]).not.toHaveProperty('final');
  });

  it('drops what an older run still says', () => {
    const { run, workers, frame } = setup();
    run.start(experiment);
    const old = workers[0]?.lastRun ?? -1;
    run.start({ ...experiment, rate: 0.02 });
    workers[0]?.say(slices(old, 9));
    frame();
    expect(run.getSnapshot().step).toBe(0);
    expect(run.getSnapshot().experiment.rate).toBe(0.02);
    expect(workers).toHaveLength(1);
  });

  it('keeps the snapshot it has shown unchanged', () => {
    const { run, workers, frame } = setup();
    run.start(experiment);
    const before = run.getSnapshot();
    workers[0]?.say(slices(workers[0].lastRun, 1));
    frame();
    expect(before.step).toBe(0);
    expect(run.getSnapshot()).not.toBe(before);
  });

  it('starts a dead worker again once, then says what happened', () => {
    const { run, workers, frame } = setup();
    run.start(experiment);
    workers[0]?.onerror?.(new ErrorEvent('error', { message: 'gone' }));
    expect(workers).toHaveLength(2);
    expect(workers[0]?.ended).toBe(true);
    expect(run.getSnapshot().status).toBe('running');
    workers[1]?.onerror?.(new ErrorEvent('error', { message: 'gone again' }));
    frame();
    expect(run.getSnapshot()).toMatchObject({
      status: 'failed',
      failure: { code: 'worker-failed', detail: 'gone again' },
    });
    run.start(experiment);
    expect(workers).toHaveLength(3);
    expect(run.getSnapshot().status).toBe('running');
  });

  it('ends a worker that stays silent', () => {
    vi.useFakeTimers();
    const { run, workers } = setup(100);
    run.start(experiment);
    vi.advanceTimersByTime(399);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(2);
    expect(workers).toHaveLength(2);
    vi.advanceTimersByTime(401);
    expect(run.getSnapshot().failure?.code).toBe('worker-failed');
    vi.useRealTimers();
  });

  it('waits longer for tfjs, which is slow', () => {
    vi.useFakeTimers();
    for (const [name, patience] of [
      ['fused', 100],
      ['tape', 2000],
    ] as const) {
      const { run, workers } = setup(100);
      run.start(experiment);
      const runId = workers[0]?.lastRun ?? -1;
      workers[0]?.say({ type: 'started', runId, engine: { name, backend: 'cpu' } });
      vi.advanceTimersByTime(patience - 1);
      expect(workers).toHaveLength(1);
      workers[0]?.say(slices(runId, 1));
      vi.advanceTimersByTime(patience - 1);
      expect(workers).toHaveLength(1);
      vi.advanceTimersByTime(2);
      expect(workers).toHaveLength(2);
      run.dispose();
    }
    vi.useRealTimers();
  });

  it('pauses, steps and goes on', () => {
    const { run, workers } = setup();
    run.step();
    expect(run.getSnapshot().status).toBe('paused');
    expect(workers[0]?.sent.map(({ type }) => type)).toEqual(['start', 'pause', 'step']);
    run.resume();
    expect(run.getSnapshot().status).toBe('running');
    run.reset();
    expect(run.getSnapshot().status).toBe('idle');
    expect(workers[0]?.sent.at(-1)?.type).toBe('cancel');
  });

  it('asks how far the engines are apart once, and only of a finished run', () => {
    const { run, workers, frame } = setup();
    run.start(experiment);
    run.check();
    const runId = workers[0]?.lastRun ?? -1;
    workers[0]?.say({ type: 'done', runId, milliseconds: 9, finals });
    run.check();
    run.check();
    expect(workers[0]?.sent.filter(({ type }) => type === 'check')).toHaveLength(1);
    workers[0]?.say({ type: 'checked', runId, agreement: { largest: 4e-7, quantity: 'loss', step: 3, arm: 0 } });
    frame();
    expect(run.getSnapshot()).toMatchObject({ status: 'done', agreement: { largest: 4e-7 } });
  });

  it('keeps scores beside the seed they belong to', () => {
    const { run, workers, frame } = setup();
    run.start(experiment);
    const runId = workers[0]?.lastRun ?? -1;
    const better = { ...score, train: { loss: 0.5, accuracy: 1 } };
    workers[0]?.say({ type: 'done', runId, milliseconds: 9, finals: [[score, better], finals[1] ?? []] });
    frame();
    expect(run.getSnapshot().status).toBe('done');
    expect(run.getSnapshot().arms[1]?.seeds[0]?.final?.train.loss).toBe(0.5);
    expect(run.getSnapshot().arms[0]?.seeds[1]?.final?.train.loss).toBe(1);
  });
});

describe('a run over several workers', () => {
  const three = { ...experiment, seeds: [7, 8, 9] };
  const told = (worker: FakeWorker | undefined) => {
    const start = worker?.sent.findLast((message) => message.type === 'start');
    return start?.type === 'start' ? start.experiment.seeds : undefined;
  };
  it('deals out the seeds, puts each where it belongs, and is done with the last', () => {
    const { run, workers, frame } = setup(undefined, 2);
    run.start(three);
    expect(workers.map(told)).toEqual([[7, 9], [8]]);
    const runId = workers[0]?.lastRun ?? -1;
    workers[1]?.say(slices(runId, 3));
    workers[1]?.say({ type: 'done', runId, milliseconds: 7, finals: [[score, score]] });
    frame();
    const seeds = run.getSnapshot().arms[0]?.seeds;
    expect(seeds?.map(({ steps, final }) => [steps, final !== undefined])).toEqual([
      [0, false],
      [2, true],
      [0, false],
    ]);
    expect(run.getSnapshot().status).toBe('running');
    workers[0]?.say({ type: 'done', runId, milliseconds: 9, finals });
    frame();
    expect(run.getSnapshot()).toMatchObject({ status: 'done', milliseconds: 9 });
    expect(run.getSnapshot().arms[1]?.seeds.every(({ final }) => final?.train.loss === 1)).toBe(true);
  });
  it('hires no more workers than seeds, and lets idle ones rest', () => {
    const { run, workers } = setup(undefined, 8);
    run.start(three);
    expect(workers).toHaveLength(3);
    run.start({ ...experiment, seeds: [4] });
    expect(workers.map((worker) => worker.sent.at(-1)?.type)).toEqual(['start', 'cancel', 'cancel']);
  });
  it('repeats the seeds of a worker that died, and those alone', () => {
    const { run, workers, frame } = setup(undefined, 2);
    run.start(experiment);
    const runId = workers[0]?.lastRun ?? -1;
    for (const worker of workers) worker.say(slices(runId, 1));
    workers[1]?.onerror?.(new ErrorEvent('error', { message: 'gone' }));
    frame();
    expect(workers).toHaveLength(3);
    expect(told(workers[2])).toEqual([8]);
    expect(run.getSnapshot().arms[0]?.seeds.map(({ steps }) => steps)).toEqual([2, 0]);
    workers[2]?.onerror?.(new ErrorEvent('error', { message: 'gone again' }));
    expect(run.getSnapshot().status).toBe('failed');
    workers[0]?.say({ type: 'done', runId, milliseconds: 1, finals: [[score, score]] });
    frame();
    expect(run.getSnapshot().status).toBe('failed');
  });
});

describe('the sweep store', () => {
  const wanted = { experiment, variants: variantsOf(experiment, 'depth', [2, 4]) };
  /** A sweep over real run stores with fake workers, and what each worker was told to train. */
  function sweeping(size: number) {
    const all: ReturnType<typeof setup>[] = [];
    const sweep = createSweep(
      () => {
        const made = setup();
        all.push(made);
        return made.run;
      },
      size,
      wanted,
    );
    const finished = new Map<number, number[]>();
    /** What a worker trains: what it was last told to train at once, or what it was told to train after that. */
    const order = (hand: number) => {
      const starts = (all[hand]?.workers[0]?.sent ?? []).filter((message) => message.type === 'start');
      let start = starts.findLast(({ after }) => after === undefined);
      while (start && finished.get(hand)?.includes(start.runId)) {
        const { runId } = start;
        start = starts.find(({ after }) => after === runId);
      }
      if (!start) throw new Error('nothing was started');
      return start;
    };
    const finish = (hand: number) => {
      const { runId } = order(hand);
      finished.set(hand, [...(finished.get(hand) ?? []), runId]);
      all[hand]?.workers[0]?.say({ type: 'done', runId, milliseconds: 4, finals: [[score, score]] });
      all[hand]?.frame();
    };
    return { sweep, all, order, finish };
  }

  it('trains all values for one seed before the next seed', () => {
    const { sweep, order, finish } = sweeping(1);
    sweep.start(wanted);
    const seen: (readonly number[])[] = [];
    for (let i = 0; i < 4; i++) {
      seen.push([order(0).experiment.depth, ...order(0).experiment.seeds]);
      finish(0);
    }
    expect(seen).toEqual([
      [2, 7],
      [4, 7],
      [2, 8],
      [4, 8],
    ]);
    const { status, points, total, milliseconds } = sweep.getSnapshot();
    expect({ status, total, milliseconds, points: points.length }).toEqual({
      status: 'done',
      total: 4,
      milliseconds: 16,
      points: 4,
    });
  });

  it('tells a worker early what comes next, so that it need not wait for the page', () => {
    const { sweep, all, order, finish } = sweeping(1);
    sweep.start(wanted);
    const sent = () => all[0]?.workers[0]?.sent ?? [];
    const { runId } = order(0);
    expect(sent().map((message) => message.type === 'start' && [message.runId, message.after])).toEqual([
      [runId, undefined],
      [runId + 1, runId],
    ]);
    finish(0);
    // It is at work already: what it says of that is heard, and it is told no more than what comes after.
    expect(sent()).toHaveLength(3);
    all[0]?.workers[0]?.say(slices(runId + 1, 5));
    expect(sweep.getSnapshot().current.arms[0]?.seeds[0]?.steps).toBeGreaterThan(0);
    finish(0);
    finish(0);
    expect(sent()).toHaveLength(4);
    finish(0);
    expect(sweep.getSnapshot()).toMatchObject({ status: 'done', points: { length: 4 } });
  });

  it('takes back what it announced', () => {
    const { sweep, all, order } = sweeping(1);
    sweep.start(wanted);
    const { runId } = order(0);
    sweep.reset();
    const sent = all[0]?.workers[0]?.sent ?? [];
    expect(sent.flatMap((message) => (message.type === 'cancel' ? [message.runId] : []))).toEqual([runId + 1, runId]);
    sweep.start(wanted);
    // Its number is not given again, so what it may still say is not mistaken.
    expect(order(0).runId).toBeGreaterThan(runId + 1);
    all[0]?.workers[0]?.say(slices(runId + 1, 5));
    all[0]?.frame();
    expect(sweep.getSnapshot().current.step).toBe(0);
  });

  it('stays paused when a training ends at that moment', () => {
    const { sweep, all, finish } = sweeping(1);
    sweep.start(wanted);
    sweep.pause();
    finish(0);
    expect(sweep.getSnapshot()).toMatchObject({ status: 'paused', points: { length: 1 } });
    expect(all[0]?.run.getSnapshot().status).toBe('paused');
    sweep.resume();
    expect(all[0]?.run.getSnapshot().status).toBe('running');
    for (let i = 0; i < 3; i++) finish(0);
    expect(sweep.getSnapshot().status).toBe('done');
  });

  it('gives the announced training to the worker that replaces a dead one', () => {
    const { sweep, all } = sweeping(1);
    sweep.start(wanted);
    const [hand] = all;
    hand?.workers[0]?.onerror?.(new ErrorEvent('error'));
    const next = () => (hand?.workers[1]?.sent ?? []).filter((message) => message.type === 'start');
    expect(next().map(({ experiment: { depth, seeds } }) => [depth, ...seeds])).toEqual([[2, 7]]);
    hand?.workers[1]?.say({ type: 'done', runId: next()[0]?.runId ?? 0, milliseconds: 4, finals: [[score, score]] });
    expect(
      next()
        .slice(1)
        .map(({ after, experiment: { depth, seeds } }) => [after, depth, ...seeds]),
    ).toEqual([
      [undefined, 4, 7],
      [next()[1]?.runId, 2, 8],
    ]);
  });

  it('spreads over the pool, and is done when the last hand is', () => {
    const { sweep, all, order, finish } = sweeping(3);
    sweep.start(wanted);
    expect(all).toHaveLength(3);
    expect([0, 1, 2].map((hand) => [order(hand).experiment.depth, ...order(hand).experiment.seeds])).toEqual([
      [2, 7],
      [4, 7],
      [2, 8],
    ]);
    finish(1);
    expect([order(1).experiment.depth, ...order(1).experiment.seeds]).toEqual([4, 8]);
    finish(0);
    finish(2);
    expect(sweep.getSnapshot().status).toBe('running');
    finish(1);
    expect(sweep.getSnapshot().status).toBe('done');
    expect(sweep.getSnapshot().points.map(({ variant, seed }) => [variant, seed])).toEqual([
      [1, 7],
      [0, 7],
      [0, 8],
      [1, 8],
    ]);
  });

  it('pauses and goes on with every hand', () => {
    const { sweep, all } = sweeping(2);
    sweep.start(wanted);
    sweep.pause();
    expect(all.map(({ run }) => run.getSnapshot().status)).toEqual(['paused', 'paused']);
    sweep.resume();
    expect(all.map(({ run }) => run.getSnapshot().status)).toEqual(['running', 'running']);
  });

  it('forgets its points at a reset and does not go on', () => {
    const { sweep, all, order } = sweeping(1);
    sweep.start(wanted);
    const { runId } = order(0);
    sweep.reset();
    const starts = () => all[0]?.workers[0]?.sent.filter(({ type }) => type === 'start').length;
    const before = starts();
    all[0]?.workers[0]?.say({ type: 'done', runId, milliseconds: 4, finals: [[score, score]] });
    all[0]?.frame();
    expect(sweep.getSnapshot()).toMatchObject({ status: 'idle', points: [] });
    expect(starts()).toBe(before);
  });

  it('starts anew while another sweep goes on, and mixes nothing', () => {
    const { sweep, order, finish, all } = sweeping(1);
    sweep.start(wanted);
    const { runId } = order(0);
    sweep.start({ ...wanted, variants: variantsOf(experiment, 'depth', [10]) });
    all[0]?.workers[0]?.say({ type: 'done', runId, milliseconds: 4, finals: [[score, score]] });
    all[0]?.frame();
    expect(sweep.getSnapshot().points).toEqual([]);
    finish(0);
    expect(sweep.getSnapshot().points.map(({ seed }) => seed)).toEqual([7]);
    expect(sweep.getSnapshot().sweep.variants.map(({ key }) => key)).toEqual(['10']);
  });

  it('says when a training fails, and stops the others', () => {
    const { sweep, all, order } = sweeping(2);
    sweep.start(wanted);
    const { runId } = order(1);
    all[1]?.workers[0]?.say({ type: 'failed', runId, code: 'data-missing', detail: '404' });
    all[1]?.frame();
    expect(sweep.getSnapshot()).toMatchObject({ status: 'failed', current: { failure: { code: 'data-missing' } } });
    expect(all[0]?.run.getSnapshot().status).toBe('idle');
  });
});

describe('the variants of a field', () => {
  const keys = (field: Parameters<typeof variantsOf>[1], values: Parameters<typeof variantsOf>[2]) =>
    variantsOf(experiment, field, values).map(({ key, change }) => [key, change]);
  it('hold numbers within the range, depth to whole units, each value once', () => {
    expect(keys('depth', [3, 4, 1000])).toEqual([
      ['4', { depth: 4 }],
      ['100', { depth: 100 }],
    ]);
    expect(keys('rate', [0.1, 99, Number.NaN])).toEqual([
      ['0.1', { rate: 0.1 }],
      ['10', { rate: 10 }],
    ]);
  });
  it('take choices and switches, and leave out what the field does not know', () => {
    expect(keys('normalization', ['none', 'layer', 'weight', 3]).map(([key]) => key)).toEqual(['none', 'layer']);
    expect(keys('finalNorm', [true, false, 'yes'])).toEqual([
      ['true', { finalNorm: true }],
      ['false', { finalNorm: false }],
    ]);
  });
});

describe('the inquiry store', () => {
  const question: Question<'agreement'> = { kind: 'agreement', experiment, trained: false };
  function asking() {
    const workers: FakeWorker[] = [];
    const inquiry = createInquiry<'agreement'>({
      dataUrl: 'data',
      createWorker: () => {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker;
      },
      patience: 1000,
    });
    const last = () => {
      const message = workers.at(-1)?.sent.findLast(({ type }) => type === 'ask');
      if (message?.type !== 'ask') throw new Error('nothing was asked');
      return message;
    };
    return { inquiry, workers, last };
  }
  const found = (runId: number, cosine: number): FromWorker => ({
    type: 'found',
    runId,
    kind: 'agreement',
    findings: [{ cosine }, { cosine: -cosine }],
  });

  it('puts findings together seed by seed, arm by arm', () => {
    const { inquiry, workers, last } = asking();
    inquiry.ask(question);
    const { runId } = last();
    workers[0]?.say(found(runId, 0.5));
    expect(inquiry.getSnapshot()).toMatchObject({ status: 'running', answered: question });
    workers[0]?.say(found(runId, 0.25));
    workers[0]?.say({ type: 'answered', runId, milliseconds: 3 });
    const { status, answer, milliseconds } = inquiry.getSnapshot();
    expect({ status, milliseconds }).toEqual({ status: 'done', milliseconds: 3 });
    expect(answer?.arms[1]).toEqual({
      name: 'residual',
      seeds: [
        { seed: 7, finding: { cosine: -0.5 } },
        { seed: 8, finding: { cosine: -0.25 } },
      ],
    });
  });
  it('lets the newest question win, and shows the answer before until there is a new one', () => {
    const { inquiry, workers, last } = asking();
    inquiry.ask(question);
    const first = last().runId;
    workers[0]?.say(found(first, 0.5));
    const deeper = { ...question, experiment: { ...experiment, depth: 4 } };
    inquiry.ask(deeper);
    workers[0]?.say(found(first, 0.9));
    expect(inquiry.getSnapshot()).toMatchObject({ status: 'running', question: deeper, answered: question });
    workers[0]?.say(found(last().runId, 0.1));
    expect(inquiry.getSnapshot()).toMatchObject({ answered: deeper });
  });
  it('waits longer for tfjs, which is slow', () => {
    vi.useFakeTimers();
    const { inquiry, workers, last } = asking();
    inquiry.ask(question);
    workers[0]?.say({ type: 'started', runId: last().runId, engine: { name: 'tape', backend: 'cpu' } });
    vi.advanceTimersByTime(19_999);
    workers[0]?.say(found(last().runId, 0.5));
    vi.advanceTimersByTime(19_999);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(2);
    expect(workers).toHaveLength(2);
    vi.useRealTimers();
  });
  it('replaces a silent worker once, then says so', () => {
    vi.useFakeTimers();
    const { inquiry, workers } = asking();
    inquiry.ask(question);
    vi.advanceTimersByTime(4001);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.ended).toBe(true);
    vi.advanceTimersByTime(4001);
    expect(inquiry.getSnapshot()).toMatchObject({ status: 'failed', failure: { code: 'worker-failed' } });
    vi.useRealTimers();
  });
});
