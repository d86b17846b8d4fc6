/** The networks of an experiment once they are trained, and a memory of those that were trained last. */
import type { Data } from '../data/dataset.ts';
import type { Engine, Trainee } from '../engine/engine.ts';
import { type Experiment, settingsOf } from '../experiment.ts';
import { networkOf } from '../network/specification.ts';
import { train } from '../train.ts';
import type { Subject } from './subject.ts';

/** All arms of one seed after training. */
interface SeedNetworks {
  readonly seed: number;
  readonly data: Data;
  readonly subjects: readonly Subject[];
}

/**
 * Yields seed by seed, in the experiment's order. `goesOn` is awaited after every training step; where it answers false,
 * nothing more is yielded.
 */
export type Networks = (
  experiment: Experiment,
  dataOf: (seed: number) => Promise<Data>,
  engine: Engine,
  goesOn: () => Promise<boolean>,
) => AsyncGenerator<SeedNetworks, void, void>;

/** Trains them. */
export const trainedNetworks: Networks = async function* (experiment, dataOf, engine, goesOn) {
  const settings = experiment.arms.map((arm) => settingsOf(experiment, arm));
  let [data, trainees]: [Data | undefined, readonly Trainee[]] = [undefined, []];
  for await (const event of train(experiment, dataOf, engine, false)) {
    if (event.type === 'seed') [data, trainees] = [event.data, event.trainees];
    else if (event.type === 'final' && data) {
      const { task } = data;
      const subjects = trainees.map((trainee, arm) => ({
        network: networkOf(settings[arm] ?? experiment),
        parameters: trainee.parameters(),
        task,
      }));
      yield { seed: experiment.seeds[event.seed] ?? 0, data, subjects };
    }
    if (!(await goesOn())) return;
  }
};

/** Experiments of more seeds are not kept: their networks may weigh a hundred megabytes. */
const mostSeeds = 4;

/**
 * Keeps the networks that were trained last, so that the next question about them needs no training. They are let go
 * when another experiment comes, or the same one on other data.
 * @returns for a name of the data, where their content is not told by the experiment: networks kept or trained
 */
export function keptNetworks(): (data: string) => Networks {
  let kept: { readonly key: string; readonly seeds: readonly SeedNetworks[] } | undefined;
  return (name) =>
    async function* (experiment, dataOf, engine, goesOn) {
      const key = JSON.stringify([name, experiment]);
      if (kept?.key !== key) kept = undefined;
      if (kept) {
        for (const networks of kept.seeds) {
          if (!(await goesOn())) return;
          yield networks;
        }
        return;
      }
      const seeds: SeedNetworks[] = [];
      const keeps = experiment.seeds.length <= mostSeeds;
      for await (const networks of trainedNetworks(experiment, dataOf, engine, goesOn)) {
        if (keeps) seeds.push(networks);
        // Before the last is looked at: whoever is cancelled then need not train again.
        if (keeps && seeds.length === experiment.seeds.length) kept = { key, seeds };
        yield networks;
      }
    };
}
