/** The store of the convolutional race: it owns its worker and shows an immutable snapshot, renewed at most once a frame. */
import { afterLoss, type GpuVerdict } from '../conv/backends.ts';
import { type ConvEngineName, rowLength } from '../conv/engine.ts';
import type { ConvExperiment } from '../conv/experiment.ts';
import type { ConvArmRun } from '../conv/train.ts';
import type { FromConvWorker, ShownImages, ToConvWorker } from './conv-messages.ts';
import { createFrames } from './frames.ts';
import type { FailureCode } from './messages.ts';
import { createPost, starting, type WorkerPort } from './post.ts';

export interface ConvSnapshot {
  readonly status: 'idle' | 'running' | 'paused' | 'done' | 'failed';
  readonly experiment: ConvExperiment;
  readonly arms: readonly ConvArmRun[];
  /** Steps that every arm still in training has finished. */
  readonly step: number;
  readonly engine?: ConvEngineName;
  readonly images?: ShownImages;
  /** Whether a graphics card is faster, by way to it; `measuring` while that is found out, `failed` where it was not. */
  readonly gpu?: readonly GpuVerdict[] | 'measuring' | 'failed';
  /** Time spent training and scoring, as the worker measured it. */
  readonly milliseconds: number;
  readonly failure?: { readonly code: FailureCode; readonly detail: string };
}

export interface ConvRun {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ConvSnapshot;
  /** Trains from the beginning; a run still going is dropped. */
  start(experiment: ConvExperiment): void;
  pause(): void;
  resume(): void;
  /** One step of all arms; from idle, the first one. */
  step(): void;
  /** Once a run is done: asks whether a graphics card would be faster; if so, later runs use it. */
  measure(): void;
  /** Back to before the first step, of this experiment or another one. */
  reset(experiment?: ConvExperiment): void;
  /** Ends the worker; the store stays readable. */
  dispose(): void;
}

export interface ConvRunOptions {
  readonly experiment: ConvExperiment;
  readonly dataUrl: string;
  readonly createWorker: () => WorkerPort<ToConvWorker, FromConvWorker>;
  /** Calls back at the next frame. */
  readonly schedule: (callback: () => void) => void;
  /** A worker silent for this long while training, in milliseconds, is ended; while starting, and on tfjs, four times as long. */
  readonly patience?: number;
}

const emptyArms = ({ arms, depth, steps }: ConvExperiment): ConvArmRun[] =>
  arms.map((name) => ({ name, rows: new Float32Array(steps * rowLength(depth)), steps: 0, scores: [] }));

const idle = (experiment: ConvExperiment): ConvSnapshot => ({
  status: 'idle',
  experiment,
  arms: emptyArms(experiment),
  step: 0,
  milliseconds: 0,
});

const commonStep = (arms: readonly ConvArmRun[]): number => {
  const live = arms.filter(({ divergedAt }) => divergedAt === undefined);
  return Math.min(...(live.length > 0 ? live : arms).map(({ steps }) => steps));
};

export function createConvRun(options: ConvRunOptions): ConvRun {
  const { experiment, dataUrl, createWorker, schedule, patience = 20_000 } = options;
  const frames = createFrames(idle(experiment), schedule);
  const { change } = frames;
  let runId = 0;
  const fail = (code: FailureCode, detail: string) => {
    post.relax();
    change({ status: 'failed', failure: { code, detail } }, true);
  };
  const changeArm = (index: number, work: (arm: ConvArmRun) => ConvArmRun): readonly ConvArmRun[] =>
    frames.next.arms.map((arm, i) => (i === index ? work(arm) : arm));

  const receive = (message: FromConvWorker) => {
    if (message.runId !== runId || frames.next.status === 'failed' || frames.next.status === 'idle') return;
    // Without SIMD, and where a card compiles, one score of the test set may take half a minute.
    const engine = message.type === 'started' ? message.engine : frames.next.engine;
    if (frames.next.status === 'running') post.expect(engine?.name === 'tape' ? starting : 1);
    switch (message.type) {
      case 'started':
        // A second time where the graphics card was lost: from the first step again.
        return change({
          engine: message.engine,
          images: message.images,
          ...(frames.next.arms.some(({ scores }) => scores.length > 0) && {
            arms: emptyArms(frames.next.experiment),
            step: 0,
          }),
        });
      case 'slices': {
        const length = rowLength(frames.next.experiment.depth);
        for (const { arm: index, firstStep, rows, diverged } of message.slices) {
          const steps = firstStep + rows.length / length;
          const arms = changeArm(index, (arm) => {
            arm.rows.set(rows, firstStep * length);
            return { ...arm, steps, ...(diverged && { divergedAt: steps - 1 }) };
          });
          change({ arms });
        }
        return change({ step: commonStep(frames.next.arms), milliseconds: message.milliseconds });
      }
      case 'score': {
        const { step, score, likeness } = message;
        // Only the newest score keeps its states.
        return change({
          arms: changeArm(message.arm, (arm) => ({
            ...arm,
            scores: [
              ...arm.scores.map((one) => ({ ...one, score: { ...one.score, states: [] } })),
              { step, score, likeness },
            ],
          })),
        });
      }
      case 'done':
        post.relax();
        post.forgive();
        return change({ status: 'done', milliseconds: message.milliseconds }, true);
      case 'measured':
        if (frames.next.gpu === 'measuring') post.relax();
        return change({ gpu: message.verdicts });
      case 'unmeasured':
        post.relax();
        return change({ gpu: 'failed' });
      case 'failed':
        return fail(message.code, message.detail);
    }
  };

  /** A new worker knows of no card. */
  const cardGone = () => {
    const { gpu } = frames.next;
    if (gpu === 'measuring') change({ gpu: 'failed' });
    else if (gpu && gpu !== 'failed') change({ gpu: afterLoss(gpu) });
  };
  const begin = () => {
    post.expect(starting);
    post.send({ type: 'start', runId, experiment: frames.next.experiment, dataUrl });
  };
  const post = createPost<ToConvWorker, FromConvWorker>({
    createWorker,
    receive,
    again: () => {
      cardGone();
      if (frames.next.status !== 'running') return;
      change({ arms: emptyArms(frames.next.experiment), step: 0, milliseconds: 0 }, true);
      begin();
    },
    fail: (detail) => {
      cardGone();
      // What was trained before the measurement stays.
      if (frames.next.status !== 'done') fail('worker-failed', detail);
    },
    patience,
  });
  const launch = (wanted: ConvExperiment) => {
    runId++;
    post.forgive();
    frames.replace({ ...idle(wanted), status: 'running', ...keptOf(frames.next) }, true);
    begin();
  };
  const halt = () => {
    if (frames.next.status !== 'running') return;
    post.send({ type: 'pause', runId });
    post.relax();
    change({ status: 'paused' }, true);
  };

  return {
    subscribe: frames.subscribe,
    getSnapshot: () => frames.shown,
    start: launch,
    pause: halt,
    resume() {
      if (frames.next.status !== 'paused') return;
      post.send({ type: 'resume', runId });
      change({ status: 'running' }, true);
      post.expect();
    },
    step() {
      if (frames.next.status === 'idle') launch(frames.next.experiment);
      halt();
      if (frames.next.status === 'paused') post.send({ type: 'step', runId });
    },
    measure() {
      if (frames.next.status !== 'done' || frames.next.gpu === 'measuring') return;
      change({ gpu: 'measuring' });
      // A card's driver may hang.
      post.expect(starting);
      post.send({ type: 'measure', runId, experiment: frames.next.experiment, dataUrl });
    },
    reset(wanted = frames.next.experiment) {
      if (frames.next.status === 'running' || frames.next.status === 'paused') post.send({ type: 'cancel', runId });
      post.relax();
      runId++;
      frames.replace({ ...idle(wanted), ...keptOf(frames.next) }, true);
    },
    dispose: () => post.end(),
  };
}

/** What outlives a run. */
const keptOf = ({ engine, images, gpu }: ConvSnapshot) => ({
  ...(engine && { engine }),
  ...(images && { images }),
  ...(gpu && gpu !== 'measuring' && { gpu }),
});
