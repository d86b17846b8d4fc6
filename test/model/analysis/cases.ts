/** The networks that the analyses are tested on, and the statistics of several seeds. */
import { type Subject, untrained, withTrainee } from '../../../src/model/analysis/subject.ts';
import { batchStream } from '../../../src/model/data/batches.ts';
import type { Data, Examples } from '../../../src/model/data/dataset.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { defaultExperiment, type Settings } from '../../../src/model/experiment.ts';
import { networkOf } from '../../../src/model/network/specification.ts';
import { kernelBytes } from '../engine/kernel.ts';

export const fused = async (): Promise<Engine> => fusedEngine(await kernelBytes());

/** Plain, width 16, one layer a unit, on the spiral: the common set-up of the panels. */
export function settingsFor(part: Partial<Settings>): Settings {
  const { arms: _arms, seeds: _seeds, ...rest } = defaultExperiment;
  return { ...rest, dataset: 'spiral', width: 16, layersPerUnit: 1, shortcutScale: 0, ...part };
}

/** The seed's first training batch. */
export const firstBatch = (settings: Settings, data: Data, seed: number): Examples =>
  batchStream(data.train, settings.batch, seed)();

interface Training {
  /** The rate falls in so many equal stages; the optimizer starts afresh in each. */
  readonly stages?: number;
  readonly from?: Subject;
}

/** The network after the steps of its settings, on the batches of its seed. */
export function trained(
  engine: Engine,
  settings: Settings,
  data: Data,
  seed: number,
  training: Training = {},
): Subject {
  const { stages = 1, from = untrained(settings, data, seed) } = training;
  const next = batchStream(data.train, settings.batch, seed);
  let { parameters } = from;
  for (let stage = 0; stage < stages; stage++) {
    const network = { ...from.network, rate: settings.rate * (1 - stage / stages) };
    parameters = withTrainee(engine, { ...from, network, parameters }, (trainee) => {
      const row = new Float32Array(trainee.layout.stride);
      for (let step = 0; step < settings.steps / stages; step++) trainee.step(next(), row, 0);
      return trainee.parameters();
    });
  }
  return { ...from, parameters };
}

/** A linear network of width 1 for regression, all biases 0: y = head * trunk(stem * u). */
export function scalarSubject(
  weights: readonly number[],
  part: Partial<Settings> = {},
  { stem = 1, head = 1 } = {},
): Subject {
  const dense = (w: number) => ({ kernel: Float32Array.of(w), bias: new Float32Array(1) });
  const settings = settingsFor({ width: 1, activation: 'linear', depth: weights.length, ...part });
  return {
    network: networkOf(settings),
    parameters: { stem: dense(stem), units: weights.map((w) => ({ layers: [dense(w)] })), head: dense(head) },
    task: 'regress',
  };
}

export const fiveSeeds = [1, 2, 3, 4, 5];
export const tenSeeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  return ((sorted[Math.floor(last / 2)] ?? Number.NaN) + (sorted[Math.ceil(last / 2)] ?? Number.NaN)) / 2;
};
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
