/**
 * The store of one experiment's run: a state, a set of listeners and a few functions. It owns its workers, deals the seeds
 * out among them, keeps the telemetry, and shows the outside an immutable snapshot, renewed at most once a frame.
 */
import type { OwnData } from '../data/ownData.ts';
import { type Experiment, settingsOf } from '../experiment.ts';
import { layoutOf } from '../telemetry.ts';
import { createFrames } from './frames.ts';
import type { FromWorker } from './messages.ts';
import { createPost, type Post, slowness, starting, type WorkerPort } from './post.ts';
import type { ArmRun, RunSnapshot, SeedRun } from './snapshot.ts';

export interface Run {
  subscribe(listener: () => void): () => void;
  getSnapshot(): RunSnapshot;
  /** Trains from the beginning; a run still going is dropped. */
  start(experiment: Experiment): void;
  /**
   * While one worker trains: what `start` will be called with next. The worker goes on with it at once, before the end of
   * the present run has come through.
   */
  announce(experiment: Experiment): void;
  pause(): void;
  resume(): void;
  /** One step of all arms; from idle, the first one. */
  step(): void;
  /** Once a run is done: compares its engine with tfjs autodiff over the first steps. */
  check(): void;
  /** Back to before the first step, of this experiment or another one. */
  reset(experiment?: Experiment): void;
  /** Shows a run that was not trained here, or one that was before; a run still going is dropped. */
  show(snapshot: RunSnapshot): void;
  /** Ends the worker; the store stays readable. */
  dispose(): void;
}

export interface RunOptions {
  readonly experiment: Experiment;
  readonly dataUrl: string;
  /** The reader's own data as they are now; asked when a run on them begins. */
  readonly ownData?: () => OwnData | undefined;
  readonly createWorker: () => WorkerPort;
  /** Calls back at the next frame. */
  readonly schedule: (callback: () => void) => void;
  /** Whether the trained networks are scored on both sets, which nobody has to wait for where it is not shown. */
  readonly scored?: boolean;
  /** Workers at most: no more than there are seeds are started. */
  readonly size?: number;
  /** A worker silent for this long while training, in milliseconds, is ended; while starting and with tfjs it may be longer. */
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

const idle = (experiment: Experiment, own: OwnData | undefined): RunSnapshot => ({
  status: 'idle',
  experiment,
  ...(own && { own }),
  arms: emptyArms(experiment),
  step: 0,
  milliseconds: 0,
});

/** Steps that every arm and seed still in training has finished; a seed that has not begun does not count. */
const commonStep = (arms: readonly ArmRun[]): number => {
  const begun = arms.flatMap(({ seeds }) => seeds.filter(({ steps, divergence }) => steps > 0 && !divergence));
  return begun.length > 0 ? Math.min(...begun.map(({ steps }) => steps)) : 0;
};

/** One worker, and the seeds that it trains, as indices into the experiment's list. */
interface Hand {
  readonly post: Post;
  seeds: readonly number[];
  done: boolean;
}

export function createRun(options: RunOptions): Run {
  const { experiment, dataUrl, ownData, createWorker, schedule, scored = true, size = 1, patience = 5000 } = options;
  const blank = (wanted: Experiment) => idle(wanted, wanted.dataset === 'own' ? ownData?.() : undefined);
  const frames = createFrames(blank(experiment), schedule);
  const { change } = frames;
  let runId = 0;
  /** What was announced, as run `runId + 1`. */
  let announced: Experiment | undefined;

  const hands: Hand[] = [];
  /** Hands that have seeds of the present run. */
  const busy = () => hands.filter(({ seeds }) => seeds.length > 0);
  /** A worker in training owes messages. */
  const watch = ({ post, done }: Hand, times = slowness(frames.next.engine)) =>
    frames.next.status === 'running' && !done ? post.expect(times) : post.relax();
  const relax = () => {
    for (const { post } of hands) post.relax();
  };
  const tell = (type: 'pause' | 'resume' | 'step' | 'cancel') => {
    for (const { post, done } of busy()) {
      if (type === 'cancel' && announced) post.send({ type, runId: runId + 1 });
      if (!done) post.send({ type, runId });
    }
  };
  const fail = (failure: NonNullable<RunSnapshot['failure']>) => {
    tell('cancel');
    relax();
    change({ status: 'failed', failure }, true);
  };

  const receive = (hand: Hand, message: FromWorker) => {
    if (message.runId !== runId || frames.next.status === 'failed') return;
    watch(hand, slowness(message.type === 'started' ? message.engine : frames.next.engine));
    switch (message.type) {
      case 'started':
        return change({
          engine: message.engine,
          ...(message.points && hand === hands[0] && { points: message.points }),
        });
      case 'slices': {
        const arms = frames.next.arms.map((arm, i) => {
          const mine = message.slices.filter((slice) => slice.arm === i);
          if (mine.length === 0) return arm;
          const seeds = arm.seeds.map((run, s): SeedRun => {
            const slice = mine.find((one) => hand.seeds[one.seed] === s);
            if (!slice) return run;
            run.rows.set(slice.rows, slice.firstStep * arm.layout.stride);
            const steps = slice.firstStep + slice.rows.length / arm.layout.stride;
            return { ...run, steps, ...(slice.divergence && { divergence: slice.divergence }) };
          });
          return { ...arm, seeds };
        });
        const { regions } = message;
        const milliseconds = Math.max(frames.next.milliseconds, message.milliseconds);
        // The first point is what a reader waits for after a click: it does not wait for a frame.
        const isFirst = frames.next.milliseconds === 0;
        return change(
          { arms, step: commonStep(arms), milliseconds, ...(regions && hand === hands[0] && { regions }) },
          isFirst,
        );
      }
      case 'done': {
        hand.done = true;
        hand.post.relax();
        hand.post.forgive();
        const arms = frames.next.arms.map((arm, a) => ({
          ...arm,
          seeds: arm.seeds.map((run, s) => {
            const final = message.finals[hand.seeds.indexOf(s)]?.[a];
            if (!final) return run;
            const divergence = run.divergence ?? final.divergence;
            return { ...run, final, ...(divergence && { divergence }) };
          }),
        }));
        const milliseconds = Math.max(frames.next.milliseconds, message.milliseconds);
        if (!busy().every(({ done }) => done)) return change({ arms, milliseconds });
        // Who waits for the end, a sweep for its next training, does not wait for a frame.
        return change({ arms, milliseconds, status: 'done' }, true);
      }
      case 'checked':
        return change({ agreement: message.agreement });
      case 'failed':
        return fail({ code: message.code, detail: message.detail });
    }
  };

  const hire = (): Hand => {
    const post = createPost({
      createWorker,
      receive: (message) => receive(hand, message),
      again: () => frames.next.status === 'running' && restart(hand),
      fail: (detail) => fail({ code: 'worker-failed', detail }),
      patience,
    });
    const hand: Hand = { post, seeds: [], done: false };
    hands.push(hand);
    return hand;
  };
  /** A run keeps the data that it began with, also where a worker begins once more. */
  const source = ({ own } = frames.next) => ({ dataUrl, ...(own && { own }) });
  const begin = (hand: Hand) => {
    const seeds = hand.seeds.flatMap((index) => frames.next.experiment.seeds[index] ?? []);
    watch(hand, starting);
    hand.post.send({ type: 'start', runId, experiment: { ...frames.next.experiment, seeds }, scored, ...source() });
  };
  /** The seeds of a worker that died, once more from their first step; the other workers go on. */
  const restart = (hand: Hand) => {
    const fresh = emptyArms(frames.next.experiment);
    const arms = frames.next.arms.map((arm, a) => ({
      ...arm,
      seeds: arm.seeds.map((run, s) => (hand.seeds.includes(s) ? (fresh[a]?.seeds[s] ?? run) : run)),
    }));
    change({ arms, step: commonStep(arms) }, true);
    announced = undefined;
    begin(hand);
  };
  /** The number of a run that no worker has heard of. */
  const another = () => {
    runId += announced ? 2 : 1;
    announced = undefined;
  };
  const launch = (wanted: Experiment) => {
    const begun = announced === wanted;
    if (begun) announced = undefined;
    another();
    const count = Math.min(size, wanted.seeds.length);
    while (hands.length < count) hire();
    for (const [i, hand] of hands.entries()) {
      if (i >= count && hand.seeds.length > 0) hand.post.send({ type: 'cancel', runId: runId - 1 });
      hand.seeds = i < count ? [...wanted.seeds.keys()].filter((index) => index % count === i) : [];
      hand.done = false;
      hand.post.forgive();
      if (i >= count) hand.post.relax();
    }
    const { engine } = frames.next;
    frames.replace({ ...blank(wanted), status: 'running', ...(engine && { engine }) }, true);
    for (const hand of busy()) begun ? watch(hand, starting) : begin(hand);
  };
  const pause = () => {
    if (frames.next.status !== 'running') return;
    tell('pause');
    relax();
    change({ status: 'paused' }, true);
  };

  return {
    subscribe: frames.subscribe,
    getSnapshot: () => frames.shown,
    start: launch,
    announce(wanted) {
      const [hand, ...others] = busy();
      if (!hand || hand.done || others.length > 0 || Math.min(size, wanted.seeds.length) !== 1) return;
      announced = wanted;
      hand.post.send({
        type: 'start',
        runId: runId + 1,
        after: runId,
        experiment: wanted,
        scored,
        ...source(blank(wanted)),
      });
    },
    pause,
    resume() {
      if (frames.next.status !== 'paused') return;
      tell('resume');
      change({ status: 'running' }, true);
      for (const hand of busy()) watch(hand);
    },
    step() {
      if (frames.next.status === 'idle') launch(frames.next.experiment);
      pause();
      if (frames.next.status === 'paused') tell('step');
    },
    check() {
      if (frames.next.status !== 'done' || frames.next.agreement !== undefined) return;
      change({ agreement: 'checking' });
      hands[0]?.post.send({ type: 'check', runId, experiment: frames.next.experiment, ...source() });
    },
    reset(wanted = frames.next.experiment) {
      if (frames.next.status === 'running' || frames.next.status === 'paused') tell('cancel');
      relax();
      another();
      const { engine } = frames.next;
      frames.replace({ ...blank(wanted), ...(engine && { engine }) }, true);
    },
    show(snapshot) {
      if (frames.next.status === 'running' || frames.next.status === 'paused') tell('cancel');
      relax();
      another();
      frames.replace(snapshot, true);
    },
    dispose() {
      for (const { post } of hands) post.end();
    },
  };
}
