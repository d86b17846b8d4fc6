/**
 * A sweep: one field of an experiment over a list of values. Trains seed after seed, all values for each, so that the
 * shape shows after the first seed and the range grows with the others. Built on one run store, one training at a time.
 */
import { clampNumber, type Experiment, fields, type NumberField } from '../experiment.ts';
import type { Divergence, Final } from '../telemetry.ts';
import type { Run } from './run.ts';
import type { RunSnapshot } from './snapshot.ts';

export type SweepField = 'depth' | 'width' | 'rate' | 'gain' | 'shortcutScale';

export interface Sweep {
  readonly experiment: Experiment;
  readonly field: SweepField;
  readonly values: readonly number[];
}

/** One training of the sweep: every arm at one value and seed. */
export interface SweepPoint {
  readonly value: number;
  readonly seed: number;
  readonly arms: readonly { readonly name: string; readonly final: Final; readonly divergence?: Divergence }[];
}
export interface SweepSnapshot {
  readonly status: RunSnapshot['status'];
  readonly sweep: Sweep;
  readonly points: readonly SweepPoint[];
  readonly total: number;
  /** The training that goes on, or the last one. */
  readonly current: RunSnapshot;
  /** Time spent training, all points together. */
  readonly milliseconds: number;
}

export interface SweepStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): SweepSnapshot;
  start(sweep: Sweep): void;
  pause(): void;
  resume(): void;
  reset(sweep?: Sweep): void;
  dispose(): void;
}

/** The experiment of one point. */
const at = ({ experiment, field }: Sweep, value: number, seed: number): Experiment => {
  const known: NumberField = fields[field];
  return { ...experiment, [field]: clampNumber(known, value), seeds: [seed] };
};

/** @param run the store that trains; the sweep owns it from now on */
export function createSweep(run: Run, initial: Sweep): SweepStore {
  const listeners = new Set<() => void>();
  let jobs: readonly { readonly value: number; readonly seed: number }[] = [];
  const blank = (sweep: Sweep): SweepSnapshot => ({
    status: 'idle',
    sweep,
    points: [],
    total: sweep.values.length * sweep.experiment.seeds.length,
    current: run.getSnapshot(),
    milliseconds: 0,
  });
  let shown = blank(initial);
  const publish = (next: SweepSnapshot) => {
    shown = next;
    for (const listener of listeners) listener();
  };

  const launch = () => {
    const [job] = jobs;
    if (job) run.start(at(shown.sweep, job.value, job.seed));
  };
  const finished = (current: RunSnapshot) => {
    const [job, ...rest] = jobs;
    if (!job) return;
    jobs = rest;
    const arms = current.arms.flatMap(({ name, seeds: [only] }) =>
      only?.final ? [{ name, final: only.final, ...(only.divergence && { divergence: only.divergence }) }] : [],
    );
    publish({
      ...shown,
      current,
      points: [...shown.points, { ...job, arms }],
      milliseconds: shown.milliseconds + current.milliseconds,
      status: rest.length > 0 ? 'running' : 'done',
    });
    launch();
  };
  run.subscribe(() => {
    const current = run.getSnapshot();
    if (shown.status !== 'running' && shown.status !== 'paused') return;
    if (current.status === 'done') finished(current);
    else publish({ ...shown, current, status: current.status === 'idle' ? shown.status : current.status });
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    start(sweep) {
      jobs = sweep.experiment.seeds.flatMap((seed) => sweep.values.map((value) => ({ value, seed })));
      publish({ ...blank(sweep), status: 'running' });
      launch();
    },
    pause: run.pause,
    resume: run.resume,
    reset(sweep = shown.sweep) {
      jobs = [];
      publish(blank(sweep));
      run.reset();
      publish(blank(sweep));
    },
    dispose: run.dispose,
  };
}
