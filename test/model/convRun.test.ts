// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { type ConvScore, rowLength } from '../../src/model/conv/engine.ts';
import { type ConvExperiment, defaultRace } from '../../src/model/conv/experiment.ts';
import type { FromConvWorker, ToConvWorker } from '../../src/model/worker/conv-messages.ts';
import { createConvRun } from '../../src/model/worker/convRun.ts';
import type { WorkerPort } from '../../src/model/worker/post.ts';

const experiment: ConvExperiment = { ...defaultRace, depth: 8, steps: 10 };
const length = rowLength(8);

type Port = WorkerPort<ToConvWorker, FromConvWorker>;
class FakeWorker implements Port {
  readonly sent: ToConvWorker[] = [];
  ended = false;
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  postMessage(message: ToConvWorker) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(message: FromConvWorker) {
    this.onmessage?.(new MessageEvent('message', { data: message }));
  }
  get lastRun() {
    return this.sent.findLast((message) => message.type === 'start')?.runId ?? -1;
  }
}

function setup(patience?: number) {
  const workers: FakeWorker[] = [];
  const frames: (() => void)[] = [];
  const run = createConvRun({
    experiment,
    dataUrl: '/data.bin',
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    schedule: (callback) => frames.push(callback),
    ...(patience !== undefined && { patience }),
  });
  const frame = () => {
    for (const callback of frames.splice(0)) callback();
  };
  const worker = () => {
    const last = workers.at(-1);
    if (!last) throw new Error('no worker was started');
    return last;
  };
  return { run, workers, worker, frame };
}

const slices = (runId: number, arm: number, steps: number, diverged = false): FromConvWorker => ({
  type: 'slices',
  runId,
  milliseconds: 5,
  slices: [{ arm, firstStep: 0, rows: new Float32Array(steps * length).fill(arm + 1), diverged }],
});
const scored: ConvScore = {
  loss: 1,
  accuracy: 0.5,
  confusion: new Uint16Array(100),
  states: [{ side: 2, channels: 1, values: new Float32Array(4) }],
};

const images = { side: 14, values: new Float32Array(196) };

describe('the store of a race', () => {
  it('shows what its worker said at the next frame, and the step that all arms have finished', () => {
    const { run, worker, frame } = setup();
    const listener = vi.fn();
    run.subscribe(listener);
    run.start(experiment);
    const { lastRun } = worker();
    listener.mockClear();
    worker().say(slices(lastRun, 0, 3));
    worker().say(slices(lastRun, 1, 2));
    expect(run.getSnapshot().step).toBe(0);
    frame();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(run.getSnapshot().step).toBe(2);
    expect(run.getSnapshot().arms.map(({ steps, rows }) => [steps, rows[0]])).toEqual([
      [3, 1],
      [2, 2],
    ]);
  });

  it('drops what an older run still says', () => {
    const { run, worker, workers, frame } = setup();
    run.start(experiment);
    const old = worker().lastRun;
    run.start({ ...experiment, rate: 0.02 });
    worker().say(slices(old, 0, 3));
    worker().say({ type: 'done', runId: old, milliseconds: 1 });
    frame();
    expect(run.getSnapshot()).toMatchObject({ status: 'running', step: 0, experiment: { rate: 0.02 } });
    expect(workers).toHaveLength(1);
  });

  it('keeps every score, and the states of the newest alone', () => {
    const { run, worker, frame } = setup();
    run.start(experiment);
    const { lastRun: runId } = worker();
    for (const step of [0, 2]) worker().say({ type: 'score', runId, arm: 1, step, score: scored, likeness: 0 });
    frame();
    const scores = run.getSnapshot().arms[1]?.scores ?? [];
    expect(scores.map(({ step, score }) => [step, score.states.length])).toEqual([
      [0, 0],
      [2, 1],
    ]);
  });

  it('lets a race go on without the arm that diverged', () => {
    const { run, worker, frame } = setup();
    run.start(experiment);
    const { lastRun } = worker();
    worker().say(slices(lastRun, 0, 2, true));
    worker().say(slices(lastRun, 1, 5));
    frame();
    expect(run.getSnapshot().step).toBe(5);
    expect(run.getSnapshot().arms[0]?.divergedAt).toBe(1);
    expect(run.getSnapshot().arms[1]?.divergedAt).toBeUndefined();
  });

  it('starts a dead worker again once, then says what happened', () => {
    const { run, worker, workers } = setup();
    run.start(experiment);
    worker().say(slices(worker().lastRun, 0, 2));
    worker().onerror?.(new ErrorEvent('error', { message: 'gone' }));
    expect(workers).toHaveLength(2);
    expect(workers[0]?.ended).toBe(true);
    expect(run.getSnapshot()).toMatchObject({ status: 'running', step: 0 });
    expect(worker().sent.map(({ type }) => type)).toEqual(['start']);
    worker().onerror?.(new ErrorEvent('error', { message: 'gone again' }));
    expect(run.getSnapshot()).toMatchObject({
      status: 'failed',
      failure: { code: 'worker-failed', detail: 'gone again' },
    });
    run.start(experiment);
    expect(workers).toHaveLength(3);
    expect(run.getSnapshot().status).toBe('running');
    expect(run.getSnapshot().failure).toBeUndefined();
  });

  it('ends a worker that stays silent, but not one that is paused', () => {
    vi.useFakeTimers();
    const { run, worker, workers } = setup(100);
    run.start(experiment);
    worker().say({ type: 'score', runId: worker().lastRun, arm: 0, step: 0, score: scored, likeness: 0 });
    run.pause();
    vi.advanceTimersByTime(10_000);
    expect(workers).toHaveLength(1);
    run.resume();
    vi.advanceTimersByTime(101);
    expect(workers).toHaveLength(2);
    vi.useRealTimers();
  });

  it('pauses, steps, goes on, and resets', () => {
    const { run, worker } = setup();
    run.step();
    expect(run.getSnapshot().status).toBe('paused');
    run.resume();
    expect(run.getSnapshot().status).toBe('running');
    expect(worker().sent.map(({ type }) => type)).toEqual(['start', 'pause', 'step', 'resume']);
    run.reset({ ...experiment, depth: 20 });
    expect(worker().sent.at(-1)?.type).toBe('cancel');
    expect(run.getSnapshot()).toMatchObject({ status: 'idle', step: 0, experiment: { depth: 20 } });
    expect(run.getSnapshot().arms[0]?.rows).toHaveLength(10 * rowLength(20));
  });

  it('says what the worker says went wrong, and hears nothing more of that run', () => {
    const { run, worker, frame } = setup();
    run.start(experiment);
    const { lastRun: runId } = worker();
    worker().say({ type: 'failed', runId, code: 'data-missing', detail: '404' });
    worker().say(slices(runId, 0, 1));
    frame();
    expect(run.getSnapshot()).toMatchObject({ status: 'failed', step: 0, failure: { code: 'data-missing' } });
  });

  it('begins anew where the graphics card was lost', () => {
    const { run, worker, frame } = setup();
    run.start(experiment);
    const { lastRun: runId } = worker();
    worker().say({ type: 'started', runId, engine: { name: 'tape', backend: 'webgl' }, images });
    worker().say({ type: 'score', runId, arm: 0, step: 0, score: scored, likeness: 0 });
    worker().say(slices(runId, 0, 4));
    worker().say(slices(runId, 1, 4));
    worker().say({ type: 'started', runId, engine: { name: 'fused', backend: 'simd' }, images });
    frame();
    const { step, engine, arms, status } = run.getSnapshot();
    expect([status, step, engine?.backend, arms[0]?.steps, arms[0]?.scores]).toEqual(['running', 0, 'simd', 0, []]);
  });

  it('asks for the graphics card only when a run is done, and remembers the answer', () => {
    const { run, worker, frame } = setup();
    run.start(experiment);
    run.measure();
    expect(worker().sent.map(({ type }) => type)).toEqual(['start']);
    const { lastRun: runId } = worker();
    worker().say({ type: 'done', runId, milliseconds: 1 });
    run.measure();
    run.measure();
    frame();
    expect(run.getSnapshot().gpu).toBe('measuring');
    expect(worker().sent.map(({ type }) => type)).toEqual(['start', 'measure']);
    const verdicts = [{ api: 'webgl', reason: 'software', adapter: 'SwiftShader' }] as const;
    worker().say({ type: 'measured', runId, verdicts });
    frame();
    run.start(experiment);
    expect(run.getSnapshot().gpu).toEqual(verdicts);
  });

  const card = { api: 'webgpu', reason: 'faster', adapter: 'a card', own: 20, gpu: 5 } as const;
  const none = { api: 'webgl', reason: 'missing' } as const;
  it('tells in mid-run that the card was lost, and shows the race from its beginning', () => {
    const { run, worker, frame } = setup();
    run.start(experiment);
    const { lastRun: runId } = worker();
    worker().say({ type: 'started', runId, engine: { name: 'tape', backend: 'webgpu' }, images });
    worker().say({ type: 'score', runId, arm: 0, step: 0, score: scored, likeness: 0 });
    worker().say(slices(runId, 0, 4));
    worker().say({ type: 'measured', runId, verdicts: [{ api: 'webgpu', reason: 'lost' }, none] });
    worker().say({ type: 'started', runId, engine: { name: 'fused', backend: 'simd' }, images });
    frame();
    const { gpu, engine, status, step } = run.getSnapshot();
    expect([status, step, engine?.backend]).toEqual(['running', 0, 'simd']);
    expect(gpu).toEqual([{ api: 'webgpu', reason: 'lost' }, none]);
  });

  it('counts the card as lost with the worker that had it', () => {
    const { run, worker, workers, frame } = setup();
    run.start(experiment);
    const { lastRun: runId } = worker();
    worker().say({ type: 'measured', runId, verdicts: [card, none] });
    worker().onerror?.(new ErrorEvent('error', { message: 'crashed' }));
    frame();
    expect(workers).toHaveLength(2);
    expect(run.getSnapshot().gpu).toEqual([{ api: 'webgpu', reason: 'lost' }, none]);
  });

  it('has four times the patience with tfjs, which is slow', () => {
    vi.useFakeTimers();
    try {
      for (const [name, patience] of [
        ['fused', 100],
        ['tape', 400],
      ] as const) {
        const { run, worker, workers } = setup(100);
        run.start(experiment);
        worker().say({ type: 'started', runId: worker().lastRun, engine: { name, backend: 'cpu' }, images });
        vi.advanceTimersByTime(patience - 1);
        expect(workers[0]?.ended).toBe(false);
        vi.advanceTimersByTime(2);
        expect(workers[0]?.ended).toBe(true);
        run.dispose();
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives up a measurement that hangs or throws, and keeps what was trained', () => {
    vi.useFakeTimers();
    try {
      const { run, worker, workers, frame } = setup(100);
      const measured = () => {
        run.start(experiment);
        worker().say(slices(worker().lastRun, 1, 10));
        worker().say({ type: 'done', runId: worker().lastRun, milliseconds: 1 });
        run.measure();
      };
      measured();
      vi.advanceTimersByTime(401);
      frame();
      expect(workers[0]?.ended).toBe(true);
      expect(run.getSnapshot()).toMatchObject({ gpu: 'failed', status: 'done' });
      expect(run.getSnapshot().arms[1]?.steps).toBe(10);
      measured();
      worker().say({ type: 'unmeasured', runId: worker().lastRun });
      frame();
      expect(run.getSnapshot()).toMatchObject({ gpu: 'failed', status: 'done' });
      vi.advanceTimersByTime(1000);
      expect(workers[1]?.ended).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends its worker when it is disposed of', () => {
    const { run, workers } = setup();
    run.start(experiment);
    run.dispose();
    expect(workers[0]?.ended).toBe(true);
  });
});
