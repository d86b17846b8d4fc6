/** Everything a run needs in Node: the tape engine and the data file. */
import { readFile } from 'node:fs/promises';
import { dataOf } from '../src/model/data/load.ts';
import type { EngineName } from '../src/model/engine/engine.ts';
import { tapeEngine } from '../src/model/engine/tape.ts';
import type { Experiment } from '../src/model/experiment.ts';
import { type RunResult, runExperiment } from '../src/model/train.ts';

const fashionFile = new URL('../public/data/fashion14.bin', import.meta.url);

interface Headless {
  readonly engine: EngineName;
  /** Trains all arms and seeds to the end. */
  run(experiment: Experiment): Promise<RunResult>;
}

/** @throws {Error} where no backend starts; `run` rejects when the data file is missing or damaged. */
export async function headless(): Promise<Headless> {
  const engine = await tapeEngine();
  let bytes: Promise<ArrayBuffer> | undefined;
  const loadFashion = () => {
    bytes ??= readFile(fashionFile).then((file) => new Uint8Array(file).buffer);
    return bytes;
  };
  return {
    engine: { name: engine.name, backend: engine.backend },
    run: (experiment) => runExperiment(experiment, (seed) => dataOf(experiment.dataset, seed, loadFashion), engine),
  };
}
