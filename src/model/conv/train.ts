/** Trains a convolutional race and yields what happens, as it happens. */
import { batchStream } from '../data/batches.ts';
import type { Data, Examples } from '../data/dataset.ts';
import { type ConvEngine, type ConvScore, type ConvTrainee, rowLength } from './engine.ts';
import { type ConvArm, type ConvExperiment, convBatch, convSpecOf } from './experiment.ts';
import { initializeConv } from './parameters.ts';

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
  /** The test set after `step` steps. */
  | { readonly type: 'score'; readonly arm: number; readonly step: number; readonly score: ConvScore };

/** Scores are taken before training, after every tenth of the steps, and at the end. */
export const scoredAfter = (step: number, steps: number): boolean =>
  step === steps || step % Math.max(1, Math.ceil(steps / 10)) === 0;

/** The first example of each class: those whose feature maps are kept. */
export function shownExamples({ targets, count }: Examples, classes: number): number[] {
  const first = Array.from({ length: classes }, (_, c) => targets.indexOf(c));
  return first.filter((index) => index >= 0 && index < count);
}

/**
 * All arms in lockstep over the same batches, from the same initial tensors. Ending the generator, also half-way, frees
 * what the engine holds.
 */
export function* trainConv(
  experiment: ConvExperiment,
  data: Data,
  engine: ConvEngine,
): Generator<ConvEvent, void, void> {
  const { arms, depth, steps, seed } = experiment;
  const trainees: ConvTrainee[] = [];
  try {
    for (const arm of arms) trainees.push(engine.create(convSpecOf(experiment, arm), initializeConv(depth, seed)));
    const shown = shownExamples(data.test, data.outputSize);
    const live = trainees.map((trainee, arm) => ({ trainee, arm, row: new Float32Array(rowLength(depth)) }));
    const scores = function* (step: number): Generator<ConvEvent> {
      for (const { trainee, arm } of live) {
        yield { type: 'score', arm, step, score: trainee.evaluate(data.test, shown) };
      }
    };
    yield* scores(0);
    const nextBatch = batchStream(data.train, convBatch, seed);
    for (let step = 0; step < steps && live.length > 0; step++) {
      const batch = nextBatch();
      const entries = [...live];
      for (const entry of entries) {
        const diverged = !entry.trainee.step(batch, entry.row);
        if (diverged) live.splice(live.indexOf(entry), 1);
        yield { type: 'row', arm: entry.arm, step, row: entry.row, diverged, endsStep: entry === entries.at(-1) };
      }
      if (scoredAfter(step + 1, steps)) yield* scores(step + 1);
    }
  } finally {
    for (const trainee of trainees) trainee.dispose();
  }
}

export interface ConvArmResult {
  readonly name: ConvArm;
  /** A row for each step taken. */
  readonly rows: readonly Float32Array[];
  readonly scores: readonly { readonly step: number; readonly score: ConvScore }[];
  readonly divergedAt?: number;
}

/** Trains to the end and returns everything: for scripts, claims and tests. */
export function runConv(experiment: ConvExperiment, data: Data, engine: ConvEngine): readonly ConvArmResult[] {
  const open = experiment.arms.map((name) => ({
    name,
    rows: [] as Float32Array[],
    scores: [] as { step: number; score: ConvScore }[],
    divergedAt: -1,
  }));
  for (const event of trainConv(experiment, data, engine)) {
    const arm = open[event.arm];
    if (event.type === 'score') arm?.scores.push({ step: event.step, score: event.score });
    else {
      arm?.rows.push(event.row.slice());
      if (arm && event.diverged) arm.divergedAt = event.step;
    }
  }
  return open.map(({ divergedAt, ...arm }) => ({ ...arm, ...(divergedAt >= 0 && { divergedAt }) }));
}
