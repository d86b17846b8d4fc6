/**
 * The store of one experiment's run: a state, a set of listeners and a few functions. It owns its worker, keeps the
 * telemetry, and shows the outside an immutable snapshot, renewed at most once a frame.
 */
import { type Experiment, settingsOf } from '../experiment.ts';
import { layoutOf } from '../telemetry.ts';
import type { FromWorker } from './messages.ts';
import { createPost, type WorkerPort } from './post.ts';
import type { ArmRun, RunSnapshot, SeedRun } from './snapshot.ts';

export interface Run {
  subscribe(listener: () => void): () => void;
  getSnapshot(): RunSnapshot;
  /** Trains from the beginning; a run still going is dropped. */
  start(experiment: Experiment): void;
  pause(): void;
  resume(): void;
  /** One step of all arms; from idle, the first one. */
  step(): void;
  /** Once a run is done: compares its engine with tfjs autodiff over the first steps. */
  check(): void;
  /** Back to before the first step, of this experiment or another one. */
  reset(experiment?: Experiment): void;
  /** Ends the worker; the store stays readable. */
  dispose(): void;
}

export interface RunOptions {
  readonly experiment: Experiment;
  readonly dataUrl: string;
  readonly createWorker: () => WorkerPort;
  /** Calls back at the next frame. */
  readonly schedule: (callback: () => void) => void;
  /** A worker silent for this long while training, in milliseconds, is ended; while starting, four times as long. */
  readonly patience?: number;
}

const emptyArms = (experiment: Experiment): ArmRun[] =>
  experiment.arms.map((arm) => {
    const layout = layoutOf(settingsOf(experiment, arm));
    const seeds = experiment.seeds.map((seed) => ({
      seed,
      rows: new Float32Array(layout.stride * experiment.steps),
      steps: 0,
    }));
    return { name: arm.name, layout, seeds };
  });

const idle = (experiment: Experiment): RunSnapshot => ({
  status: 'idle',
  experiment,
  arms: emptyArms(experiment),
  step: 0,
  milliseconds: 0,
});

/** Steps that every arm and seed still in training has finished; a seed that has not begun does not count. */
const commonStep = (arms: readonly ArmRun[]): number => {
  const begun = arms.flatMap(({ seeds }) => seeds.filter(({ steps, divergence }) => steps > 0 && !divergence));
  return begun.length > 0 ? Math.min(...begun.map(({ steps }) => steps)) : 0;
};

export function createRun({ experiment, dataUrl, createWorker, schedule, patience = 5000 }: RunOptions): Run {
  const listeners = new Set<() => void>();
  let shown = idle(experiment);
  let next = shown;
  let scheduled = false;
  let runId = 0;

  const publish = (now: boolean) => {
    const show = () => {
      scheduled = false;
      if (shown === next) return;
      shown = next;
      for (const listener of listeners) listener();
    };
    if (now) show();
    else if (!scheduled) {
      scheduled = true;
      schedule(show);
    }
  };
  const change = (part: Partial<RunSnapshot>, now = false) => {
    next = { ...next, ...part };
    publish(now);
  };

  /** A worker in training owes messages. */
  const watch = (starting = false) => (next.status === 'running' ? post.expect(starting) : post.relax());

  const receive = (message: FromWorker) => {
    if (message.runId !== runId) return;
    watch();
    switch (message.type) {
      case 'started':
        return change({ engine: message.engine, ...(message.points && { points: message.points }) });
      case 'slices': {
        const arms = next.arms.map((arm, i) => {
          const mine = message.slices.filter((slice) => slice.arm === i);
          if (mine.length === 0) return arm;
          const seeds = arm.seeds.map((run, s): SeedRun => {
            const slice = mine.find((one) => one.seed === s);
            if (!slice) return run;
            run.rows.set(slice.rows, slice.firstStep * arm.layout.stride);
            const steps = slice.firstStep + slice.rows.length / arm.layout.stride;
            return { ...run, steps, ...(slice.divergence && { divergence: slice.divergence }) };
          });
          return { ...arm, seeds };
        });
        const { milliseconds, regions } = message;
        return change({ arms, step: commonStep(arms), milliseconds, ...(regions && { regions }) });
      }
      case 'done': {
        post.relax();
        post.forgive();
        const arms = next.arms.map((arm, a) => ({
          ...arm,
          seeds: arm.seeds.map((run, s) => {
            const final = message.finals[s]?.[a];
            if (!final) return run;
            const divergence = run.divergence ?? final.divergence;
            return { ...run, final, ...(divergence && { divergence }) };
          }),
        }));
        return change({ status: 'done', arms, milliseconds: message.milliseconds });
      }
      case 'checked':
        return change({ agreement: message.agreement });
      case 'failed':
        post.relax();
        return change({ status: 'failed', failure: { code: message.code, detail: message.detail } });
    }
  };

  const post = createPost({
    createWorker,
    receive,
    again: () => next.status === 'running' && launch(next.experiment),
    fail: (detail) => change({ status: 'failed', failure: { code: 'worker-failed', detail } }, true),
    patience,
  });

  const launch = (wanted: Experiment) => {
    runId++;
    next = { ...idle(wanted), status: 'running', ...(next.engine && { engine: next.engine }) };
    publish(true);
    watch(true);
    post.send({ type: 'start', runId, experiment: wanted, dataUrl });
  };
  const tell = (type: 'pause' | 'resume' | 'step' | 'cancel') => post.send({ type, runId });
  const pause = () => {
    if (next.status !== 'running') return;
    tell('pause');
    post.relax();
    change({ status: 'paused' }, true);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    start(wanted) {
      post.forgive();
      launch(wanted);
    },
    pause,
    resume() {
      if (next.status !== 'paused') return;
      tell('resume');
      change({ status: 'running' }, true);
      watch();
    },
    step() {
      if (next.status === 'idle') launch(next.experiment);
      pause();
      if (next.status === 'paused') tell('step');
    },
    check() {
      if (next.status !== 'done' || next.agreement !== undefined) return;
      change({ agreement: 'checking' });
      post.send({ type: 'check', runId, experiment: next.experiment, dataUrl });
    },
    reset(wanted = next.experiment) {
      if (next.status === 'running' || next.status === 'paused') tell('cancel');
      post.relax();
      runId++;
      next = { ...idle(wanted), ...(next.engine && { engine: next.engine }) };
      publish(true);
    },
    dispose: post.end,
  };
}
