/** What every analysis examines: a network as it stands, and one look at it through an engine. */
import type { Data, Examples } from '../data/dataset.ts';
import type { Engine, Task, Trainee } from '../engine/engine.ts';
import type { Settings } from '../experiment.ts';
import { initialize } from '../network/initialize.ts';
import type { Parameters } from '../network/parameters.ts';
import { type NetworkSpec, networkOf } from '../network/specification.ts';
import { type Layout, type Quantity, read, type Score } from '../telemetry.ts';

export interface Subject {
  readonly network: NetworkSpec;
  readonly parameters: Parameters;
  readonly task: Task;
}

/** The network of these settings before any training. */
export const untrained = (settings: Settings, data: Data, seed: number): Subject => ({
  network: networkOf(settings),
  parameters: initialize(settings, data.inputSize, data.outputSize, seed),
  task: data.task,
});

/** One telemetry row, by quantity; see telemetry.ts for sizes and order. */
export interface Measurement {
  readonly layout: Layout;
  read(quantity: Quantity): Float32Array;
}

/** Measures the batch on a copy: the subject stays as it is. A loss above 1e6 is measured like any other. */
export const measure = (engine: Engine, subject: Subject, batch: Examples): Measurement =>
  withTrainee(engine, subject, (trainee) => {
    const { layout } = trainee;
    const row = new Float32Array(layout.stride);
    trainee.step(batch, row, 0);
    return { layout, read: (quantity) => read(layout, row, 0, quantity) };
  });

/** Loss and accuracy of the subject over a whole set. */
export const scoreOf = (engine: Engine, subject: Subject, examples: Examples): Score =>
  withTrainee(engine, subject, (trainee) => trainee.evaluate(examples));

/** Hands a copy of the subject to `use`, and frees it whatever happens. */
export function withTrainee<T>(engine: Engine, { network, parameters, task }: Subject, use: (copy: Trainee) => T): T {
  const trainee = engine.create(network, parameters, task);
  try {
    return use(trainee);
  } finally {
    trainee.dispose();
  }
}
