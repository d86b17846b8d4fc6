/**
 * A sweep: an experiment in several variants, most often one field over a list of values. Trains seed after seed, all
 * variants for each, so that the shape shows after the first seed and the range grows with the others. Built on a pool of
 * run stores, each with a worker of its own and one training at a time.
 */
import {
  clampNumber,
  type Experiment,
  type Field,
  type FieldName,
  fields,
  type Settings,
  wholeDepth,
} from '../experiment.ts';
import { type Divergence, type Final, type Layout, read } from '../telemetry.ts';
import type { Run } from './run.ts';
import type { ArmRun, RunSnapshot } from './snapshot.ts';

export interface Variant {
  /** Unique within the sweep. */
  readonly key: string;
  readonly change: Partial<Settings>;
}
export interface Sweep {
  readonly experiment: Experiment;
  readonly variants: readonly Variant[];
}

export type FieldValue = number | string | boolean;

/**
 * One variant a value of the field. Numbers are held within the field's range, depth to whole units; what the field cannot
 * take is left out, and so is a value that comes a second time.
 */
export function variantsOf(experiment: Experiment, field: FieldName, values: readonly FieldValue[]): Variant[] {
  const known = new Map<string, Variant>();
  for (const value of values) {
    const change = changeOf(experiment, field, value);
    if (change) known.set(String(change[field]), { key: String(change[field]), change });
  }
  return [...known.values()];
}

function changeOf(experiment: Experiment, field: FieldName, value: FieldValue): Partial<Settings> | undefined {
  const known: Field = fields[field];
  if (known.kind === 'number') {
    if (typeof value !== 'number' || Number.isNaN(value)) return undefined;
    const inside = clampNumber(known, value);
    return { [field]: field === 'depth' ? wholeDepth(inside, experiment.layersPerUnit) : inside };
  }
  if (known.kind === 'switch') return typeof value === 'boolean' ? { [field]: value } : undefined;
  return known.options.some((option) => option === value) ? { [field]: value } : undefined;
}

/** One arm at one variant and seed. */
export interface SweepArm {
  readonly name: string;
  readonly layout: Layout;
  readonly final: Final;
  readonly divergence?: Divergence;
  readonly steps: number;
  /** Training loss of each step. */
  readonly losses: Float32Array;
  /** The first telemetry row, before any training, and the last one. */
  readonly first: Float32Array;
  readonly last: Float32Array;
}
/** One training of the sweep: every arm at one variant and seed. */
export interface SweepPoint {
  /** Index of the variant. */
  readonly variant: number;
  readonly seed: number;
  readonly arms: readonly SweepArm[];
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

/** The experiment of one point. What an arm sets for itself stays its own. */
export const experimentAt = ({ experiment }: Sweep, { change }: Variant, seed: number): Experiment => {
  const changed = { ...experiment, ...change };
  return { ...changed, depth: wholeDepth(changed.depth, changed.layersPerUnit), seeds: [seed] };
};

/** What is kept of a run: enough to draw its start, its end and its loss, and little enough for hundreds of runs. */
export const sweepArmsOf = ({ name, layout, seeds }: ArmRun): SweepArm[] =>
  seeds.flatMap(({ rows, steps, final, divergence }) =>
    final
      ? {
          name,
          layout,
          final,
          ...(divergence && { divergence }),
          steps,
          losses: Float32Array.from({ length: steps }, (_, step) => read(layout, rows, step, 'loss')[0] ?? Number.NaN),
          first: rows.slice(0, layout.stride),
          last: rows.slice((steps - 1) * layout.stride, steps * layout.stride),
        }
      : [],
  );

interface Job {
  readonly variant: number;
  readonly seed: number;
  readonly experiment: Experiment;
}
/** One run store of the pool, what it trains, and what it trains next. */
interface Hand {
  readonly run: Run;
  job?: Job | undefined;
  next?: Job | undefined;
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
    total: sweep.variants.length * sweep.experiment.seeds.length,
    current: latest.run.getSnapshot(),
    milliseconds: 0,
  });
  let shown = blank(initial);
  const publish = (part: Partial<SweepSnapshot>) => {
    shown = { ...shown, ...part };
    for (const listener of listeners) listener();
  };

  const take = (): Job | undefined => {
    const [job, ...others] = jobs;
    jobs = others;
    return job;
  };
  /** Gives a free hand its next job, where there is one. */
  const employ = (hand: Hand) => {
    hand.job = hand.next ?? take();
    hand.next = undefined;
    if (!hand.job) return;
    latest = hand;
    hand.run.start(hand.job.experiment);
    if (shown.status === 'paused') hand.run.pause();
  };
  /** While there is work for all, a hand hears of its next job early: waiting for the page costs as much as a short training. */
  const announce = (hand: Hand) => {
    if (jobs.length < hands.length) return;
    hand.next = take();
    if (hand.next) hand.run.announce(hand.next.experiment);
  };
  const rest = () => {
    jobs = [];
    for (const hand of hands) {
      const busy = hand.job !== undefined;
      hand.job = undefined;
      hand.next = undefined;
      if (busy) hand.run.reset();
    }
  };
  const changed = (hand: Hand) => {
    const run = hand.run.getSnapshot();
    const { job } = hand;
    if (!job) return;
    if (run.status === 'done') {
      const milliseconds = shown.milliseconds + run.milliseconds;
      const { variant, seed } = job;
      const points = [...shown.points, { variant, seed, arms: run.arms.flatMap(sweepArmsOf) }];
      employ(hand);
      announce(hand);
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
      jobs = sweep.experiment.seeds.flatMap((seed) =>
        sweep.variants.map((each, variant) => ({ variant, seed, experiment: experimentAt(sweep, each, seed) })),
      );
      publish({ ...blank(sweep), status: 'running' });
      while (hands.length < Math.min(size, jobs.length)) hire();
      for (const hand of hands) employ(hand);
      for (const hand of hands) announce(hand);
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
