/** The networks that the analyses are tested on, and the statistics of several seeds. */

import { type Subject, untrained, withTrainee } from '../../../src/model/analysis/subject.ts';
import { batchStream } from '../../../src/model/data/batches.ts';
import type { Data } from '../../../src/model/data/dataset.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { defaultExperiment, type Settings } from '../../../src/model/experiment.ts';
import { kernelBytes } from '../engine/kernel.ts';

export const fused = async (): Promise<Engine> => fusedEngine(await kernelBytes());

/** Width 16, one layer a unit, on the spiral: the common set-up of the panels. */
export function settingsFor(part: Partial<Settings>): Settings {
  const { arms: _arms, seeds: _seeds, ...rest } = defaultExperiment;
  return { ...rest, dataset: 'spiral', width: 16, layersPerUnit: 1, shortcutScale: 0, ...part };
}

/** The subject after the steps of its settings, on the batches of its seed; the rate falls to 0 in `falls` equal stages. */
export function trained(
  engine: Engine,
  settings: Settings,
  data: Data,
  seed: number,
  stages = 1,
  subject = untrained(settings, data, seed),
): Subject {
  const next = batchStream(data.train, settings.batch, seed);
  let { parameters } = subject;
  for (let stage = 0; stage < stages; stage++) {
    const network = { ...subject.network, rate: settings.rate * (1 - stage / stages) };
    parameters = withTrainee(engine, { ...subject, network, parameters }, (trainee) => {
      const row = new Float32Array(trainee.layout.stride);
      for (let step = 0; step < settings.steps / stages; step++) trainee.step(next(), row, 0);
      return trainee.parameters();
    });
  }
  return { ...subject, parameters };
}

export const fiveSeeds = [1, 2, 3, 4, 5];

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
};
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
