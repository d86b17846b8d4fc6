/** One thread of the sweep: trains what it is told to and answers. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { parseFashion } from '../../src/model/data/fashion.ts';
import { engineOn } from '../../src/model/engine/fused.ts';
import { startKernel } from '../../src/model/engine/host.ts';
import { defaultExperiment } from '../../src/model/experiment.ts';
import { runExperiment } from '../../src/model/train.ts';
import { kernelFile } from './builds.ts';
import type { SweepTask } from './sweep.ts';

const file = readFileSync(new URL('../../public/data/fashion14.bin', import.meta.url));
const data = parseFashion(new Uint8Array(file).buffer);
const engine = engineOn(await startKernel(kernelFile(workerData.relaxed === true ? 'relaxed' : 'kernel')));
const train = (depth: number, seed: number, steps: number) =>
  runExperiment({ ...defaultExperiment, width: 24, depth, steps, seeds: [seed] }, async () => data, engine);

await train(2, 1, 10);
parentPort?.on('message', ({ depth, seed }: SweepTask) => {
  train(depth, seed, 300).then(() => parentPort?.postMessage('done'));
});
parentPort?.postMessage('ready');
