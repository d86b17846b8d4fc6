/** Trains an experiment and yields what happens, as it happens. */
import { batchStream } from './data/batches.ts';
import type { Data } from './data/dataset.ts';
import type { Engine, Trainee } from './engine/engine.ts';
import { type Experiment, settingsOf } from './experiment.ts';
import { initialize } from './network/initialize.ts';
import { networkOf } from './network/specification.ts';
import { type Divergence, type Final, type Layout, layoutOf } from './telemetry.ts';

/** `seed` and `arm` are indices into the experiment's lists. */
export type TrainEvent =
  /** A seed begins; its trainees live until its `final`. */
  | { readonly type: 'seed'; readonly seed: number; readonly data: Data; readonly trainees: readonly Trainee[] }
  /** One telemetry row; `row` is overwritten by the arm's next step. */
  | {
      readonly type: 'row';
      readonly arm: number;
      readonly seed: number;
      readonly step: number;
      readonly row: Float32Array;
      readonly divergence?: Divergence;
      /** The last row of its step: all arms still in training have taken it. */
      readonly endsStep: boolean;
    }
  /** A seed is done: the scores of each arm, where they are wanted. */
  | { readonly type: 'final'; readonly seed: number; readonly finals: readonly Final[] };

/**
 * Seed after seed, so that a slow engine shows one whole comparison early; within a seed all arms go in lockstep over
 * the same batches, from the same initial tensors. An arm that diverged yields nothing more. Ending the generator, also
 * half-way, frees every tensor.
 * @param dataOf the data of one seed
 * @param scored whether the trained networks are scored on both sets: a tenth of the time, or more where steps are few
 */
export async function* train(
  experiment: Experiment,
  dataOf: (seed: number) => Promise<Data>,
  engine: Engine,
  scored = true,
): AsyncGenerator<TrainEvent, void, void> {
  for (const [seed, value] of experiment.seeds.entries()) {
    const data = await dataOf(value);
    const trainees = experiment.arms.map((arm) => {
      const settings = settingsOf(experiment, arm);
      return engine.create(
        networkOf(settings),
        initialize(settings, data.inputSize, data.outputSize, value),
        data.task,
      );
    });
    try {
      yield { type: 'seed', seed, data, trainees };
      yield* steps(experiment, seed, data, trainees);
      yield { type: 'final', seed, finals: scored ? scoresOf(experiment, data, trainees) : [] };
    } finally {
      for (const trainee of trainees) trainee.dispose();
    }
  }
}

function scoresOf({ steps }: Experiment, data: Data, trainees: readonly Trainee[]): Final[] {
  // Set by set: what one arm has loaded, the next one finds there.
  const trained = trainees.map((trainee) => ({ trainee, train: trainee.evaluate(data.train) }));
  return trained.map(({ trainee, train }) => {
    const test = trainee.evaluate(data.test);
    const lost = !Number.isFinite(train.loss);
    return { train, test, ...(lost && { divergence: { step: steps, layer: trainee.layout.units } }) };
  });
}

function* steps(experiment: Experiment, seed: number, data: Data, trainees: readonly Trainee[]): Generator<TrainEvent> {
  const nextBatch = batchStream(data.train, experiment.batch, experiment.seeds[seed] ?? 0, true);
  const live = new Set(
    trainees.map((trainee, arm) => ({ trainee, arm, row: new Float32Array(trainee.layout.stride) })),
  );
  for (let step = 0; step < experiment.steps && live.size > 0; step++) {
    const batch = nextBatch();
    const entries = [...live];
    for (const entry of entries) {
      const divergence = entry.trainee.step(batch, entry.row, 0);
      if (divergence) live.delete(entry);
      yield {
        type: 'row',
        arm: entry.arm,
        seed,
        step,
        row: entry.row,
        endsStep: entry === entries.at(-1),
        ...(divergence && { divergence }),
      };
    }
  }
}

/** One arm and seed: `steps` rows of `rows` are filled. */
interface SeedResult {
  readonly seed: number;
  readonly rows: Float32Array;
  readonly steps: number;
  readonly divergence?: Divergence;
  readonly final: Final;
}
export interface ArmResult {
  readonly name: string;
  readonly layout: Layout;
  readonly seeds: readonly SeedResult[];
}
export interface RunResult {
  readonly arms: readonly ArmResult[];
}

/** Trains to the end and returns everything: for scripts and tests. */
export async function runExperiment(
  experiment: Experiment,
  dataOf: (seed: number) => Promise<Data>,
  engine: Engine,
): Promise<RunResult> {
  const arms = experiment.arms.map((arm) => {
    const layout = layoutOf(settingsOf(experiment, arm));
    return { name: arm.name, layout, seeds: [] as SeedResult[] };
  });
  const blank = (): Open[] =>
    arms.map(({ layout }) => ({ rows: new Float32Array(layout.stride * experiment.steps), steps: 0 }));
  let open = blank();
  for await (const event of train(experiment, dataOf, engine)) {
    if (event.type === 'row') {
      const target = open[event.arm];
      if (!target) continue;
      target.rows.set(event.row, event.step * event.row.length);
      target.steps = event.step + 1;
      if (event.divergence) target.divergence = event.divergence;
    } else if (event.type === 'final') {
      for (const [i, arm] of arms.entries()) {
        const [done, final] = [open[i], event.finals[i]];
        if (!done || !final) continue;
        const divergence = done.divergence ?? final.divergence;
        arm.seeds.push({ seed: experiment.seeds[event.seed] ?? 0, ...done, final, ...(divergence && { divergence }) });
      }
      open = blank();
    }
  }
  return { arms };
}

interface Open {
  readonly rows: Float32Array;
  steps: number;
  divergence?: Divergence;
}
