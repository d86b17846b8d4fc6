/** Trains a convolutional race and yields what happens, as it happens. */
import { batchStream } from '../data/batches.ts';
import type { Data, Examples } from '../data/dataset.ts';
import { copied, likenessOf } from './copies.ts';
import {
  type CardEngine,
  type CardTrainee,
  type ConvEngine,
  type ConvScore,
  type ConvTrainee,
  rowLength,
} from './engine.ts';
import { type ConvArm, type ConvExperiment, convBatch, convSpecOf, rateAt } from './experiment.ts';
import { type ConvParameters, initializeConv } from './parameters.ts';

/** `arm` is an index into the experiment's list. */
export type ConvEvent =
  /** One telemetry row; `row` is overwritten by the arm's next step. */
  | {
      readonly type: 'row';
      readonly arm: number;
      readonly step: number;
      readonly row: Float32Array;
      /** The loss left every scale here: the arm yields no further rows. */
      readonly diverged: boolean;
      /** The last row of its step: all arms still in training have taken it. */
      readonly endsStep: boolean;
    }
  | ({ readonly type: 'score'; readonly arm: number } & ScoreAt);

/** The test set after `step` steps. */
export interface ScoreAt {
  readonly step: number;
  readonly score: ConvScore;
  /** Mean cosine of the kernels of layers of one shape. */
  readonly likeness: number;
}

/** Whether the test set is scored after `step` of `steps` steps. */
export type Scored = (step: number, steps: number) => boolean;
/** Before training, after every fifth of the steps, and at the end: about a quarter of the whole time goes into this. */
const inFifths: Scored = (step, steps) => step === steps || step % Math.ceil(steps / 5) === 0;
export const atTheEnd: Scored = (step, steps) => step === steps;

/** The first example of each class: those whose feature maps are kept. */
export function shownExamples({ targets, count }: Examples, classes: number): number[] {
  const first = Array.from({ length: classes }, (_, c) => targets.indexOf(c));
  return first.filter((index) => index >= 0 && index < count);
}

/**
 * All arms in lockstep over the same batches, from the same initial tensors. Ending the generator, also half-way, frees
 * what the engine holds.
 */
export async function* trainConv(
  experiment: ConvExperiment,
  data: Data,
  engine: ConvEngine | CardEngine,
  scored: Scored = inFifths,
): AsyncGenerator<ConvEvent, void, void> {
  const { arms, depth, steps, seed } = experiment;
  const own = initializeConv(depth, seed);
  const start: ConvParameters = experiment.start === 'copies' ? copied(depth, own) : own;
  const trainees: (ConvTrainee | CardTrainee)[] = [];
  try {
    for (const arm of arms) trainees.push(engine.create(convSpecOf(experiment, arm), start));
    const shown = shownExamples(data.test, data.outputSize);
    const live = trainees.map((trainee, arm) => ({ trainee, arm, row: new Float32Array(rowLength(depth)) }));
    const scores = async function* (step: number): AsyncGenerator<ConvEvent> {
      for (const { trainee, arm } of live) {
        const score = await trainee.evaluate(data.test, shown);
        const { layers } = await trainee.parameters();
        const kernels = layers.map(({ kernel }) => kernel);
        yield { type: 'score', arm, step, score, likeness: likenessOf(depth, kernels) };
      }
    };
    if (scored(0, steps)) yield* scores(0);
    const nextBatch = batchStream(data.train, convBatch, seed);
    for (let step = 0; step < steps && live.length > 0; step++) {
      const batch = nextBatch();
      const entries = [...live];
      for (const entry of entries) {
        const diverged = !(await entry.trainee.step(batch, rateAt(experiment, step), entry.row));
        if (diverged) live.splice(live.indexOf(entry), 1);
        yield { type: 'row', arm: entry.arm, step, row: entry.row, diverged, endsStep: entry === entries.at(-1) };
      }
      if (scored(step + 1, steps)) yield* scores(step + 1);
    }
  } finally {
    for (const trainee of trainees) trainee.dispose();
  }
}

export interface ConvArmRun {
  readonly name: ConvArm;
  /** `rowLength` numbers a step; only the first `steps` rows are filled. */
  readonly rows: Float32Array;
  readonly steps: number;
  /** The step whose loss left every scale. */
  readonly divergedAt?: number;
  /** The test set by step, the last one the newest. */
  readonly scores: readonly ScoreAt[];
}

/** Trains to the end and returns everything: for scripts, claims and tests. */
export async function runConv(
  experiment: ConvExperiment,
  data: Data,
  engine: ConvEngine | CardEngine,
  scored: Scored = atTheEnd,
): Promise<readonly ConvArmRun[]> {
  const length = rowLength(experiment.depth);
  const arms: ConvArmRun[] = experiment.arms.map((name) => {
    return { name, rows: new Float32Array(experiment.steps * length), steps: 0, scores: [] };
  });
  for await (const event of trainConv(experiment, data, engine, scored)) {
    const arm = arms[event.arm];
    if (!arm) continue;
    if (event.type === 'score') {
      const { step, score, likeness } = event;
      arms[event.arm] = { ...arm, scores: [...arm.scores, { step, score, likeness }] };
    } else {
      arm.rows.set(event.row, event.step * length);
      arms[event.arm] = { ...arm, steps: event.step + 1, ...(event.diverged && { divergedAt: event.step }) };
    }
  }
  return arms;
}
