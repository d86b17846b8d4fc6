/** One process of the sweep: trains what it is told to and answers. */
import { readFileSync } from 'node:fs';
import { parseFashion } from '../../src/model/data/fashion.ts';
import { engineOn } from '../../src/model/engine/fused.ts';
import { startKernel } from '../../src/model/engine/host.ts';
import { defaultExperiment } from '../../src/model/experiment.ts';
import { runExperiment } from '../../src/model/train.ts';
import { kernelFile } from './builds.ts';
import type { SweepTask } from './sweep.ts';

const file = readFileSync(new URL('../../public/data/fashion14.bin', import.meta.url));
const data = parseFashion(new Uint8Array(file).buffer);
const engine = engineOn(await startKernel(kernelFile(process.argv[2] === 'relaxed' ? 'relaxed' : 'kernel')));
const train = (depth: number, seed: number, steps: number) =>
  runExperiment({ ...defaultExperiment, width: 24, depth, steps, seeds: [seed] }, async () => data, engine);

await train(2, 1, 10);
/** Answers with the milliseconds of processor time that it took. */
process.on('message', async ({ depth, seed }: SweepTask) => {
  const before = process.cpuUsage();
  await train(depth, seed, 300);
  const { user, system } = process.cpuUsage(before);
  process.send?.((user + system) / 1000);
});
process.send?.(0);
