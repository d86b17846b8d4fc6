/**
 * A sweep: one field of an experiment over a list of values. Trains seed after seed, all values for each, so that the
 * shape shows after the first seed and the range grows with the others. Built on a pool of run stores, each with a worker
 * of its own and one training at a time.
 */
import { clampNumber, type Experiment, fields, type NumberField } from '../experiment.ts';
import type { Divergence, Final } from '../telemetry.ts';
import type { Run } from './run.ts';
import type { RunSnapshot } from './snapshot.ts';

type SweepField = 'depth' | 'width' | 'rate' | 'gain' | 'shortcutScale';

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
  /** The training that began last. */
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

interface Job {
  readonly value: number;
  readonly seed: number;
}
/** One run store of the pool, and what it trains. */
interface Hand {
  readonly run: Run;
  job?: Job | undefined;
}

/**
 * @param openRun makes a run store; the sweep owns it
 * @param size trainings at the same time, at least 1
 */
export function createSweep(openRun: () => Run, size: number, initial: Sweep): SweepStore {
  const listeners = new Set<() => void>();
  const hands: Hand[] = [];
  let jobs: readonly Job[] = [];

  const hire = (): Hand => {
    const hand: Hand = { run: openRun() };
    hands.push(hand);
    hand.run.subscribe(() => changed(hand));
    return hand;
  };
  let latest = hire();
  const blank = (sweep: Sweep): SweepSnapshot => ({
    status: 'idle',
    sweep,
    points: [],
    total: sweep.values.length * sweep.experiment.seeds.length,
    current: latest.run.getSnapshot(),
    milliseconds: 0,
  });
  let shown = blank(initial);
  const publish = (part: Partial<SweepSnapshot>) => {
    shown = { ...shown, ...part };
    for (const listener of listeners) listener();
  };

  /** Gives a free hand the next job, where there is one. */
  const employ = (hand: Hand) => {
    const [job, ...rest] = jobs;
    hand.job = job;
    if (!job) return;
    jobs = rest;
    latest = hand;
    hand.run.start(at(shown.sweep, job.value, job.seed));
  };
  const rest = () => {
    jobs = [];
    for (const hand of hands) {
      const busy = hand.job !== undefined;
      hand.job = undefined;
      if (busy) hand.run.reset();
    }
  };
  const changed = (hand: Hand) => {
    const run = hand.run.getSnapshot();
    const { job } = hand;
    if (!job) return;
    if (run.status === 'done') {
      const arms = run.arms.flatMap(({ name, seeds: [only] }) =>
        only?.final ? [{ name, final: only.final, ...(only.divergence && { divergence: only.divergence }) }] : [],
      );
      const milliseconds = shown.milliseconds + run.milliseconds;
      const points = [...shown.points, { ...job, arms }];
      employ(hand);
      const done = hands.every((each) => each.job === undefined);
      publish({ points, milliseconds, current: latest.run.getSnapshot(), ...(done && { status: 'done' }) });
    } else if (run.status === 'failed') {
      hand.job = undefined;
      publish({ status: 'failed', current: run });
      rest();
    } else if (hand === latest) publish({ current: run });
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    start(sweep) {
      rest();
      jobs = sweep.experiment.seeds.flatMap((seed) => sweep.values.map((value) => ({ value, seed })));
      publish({ ...blank(sweep), status: 'running' });
      while (hands.length < Math.min(size, jobs.length)) hire();
      for (const hand of hands) employ(hand);
    },
    pause() {
      if (shown.status !== 'running') return;
      for (const { run } of hands) run.pause();
      publish({ status: 'paused' });
    },
    resume() {
      if (shown.status !== 'paused') return;
      for (const { run } of hands) run.resume();
      publish({ status: 'running' });
    },
    reset(sweep = shown.sweep) {
      rest();
      publish(blank(sweep));
    },
    dispose() {
      for (const { run } of hands) run.dispose();
    },
  };
}
