/** One process of the training pool. */
import { readFileSync } from 'node:fs';
import { dataOf } from '../src/model/data/load.ts';
import { tapeEngine } from '../src/model/engine/tape.ts';
import { runExperiment } from '../src/model/train.ts';
import type { Job, JobDone } from './trainingPool.ts';

const fashion = async () =>
  new Uint8Array(readFileSync(new URL('../public/data/fashion14.bin', import.meta.url))).buffer;
const engine = await tapeEngine();

process.on('message', async ({ id, experiment }: Job) => {
  const result = await runExperiment(experiment, (seed) => dataOf(experiment.dataset, seed, fashion), engine);
  process.send?.({ id, engine: `${engine.name} (${engine.backend})`, result } satisfies JobDone);
});
