/** Trains what the course shows before it trains, and writes each run as a file below dist/recordings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Experiment } from '../src/model/experiment.ts';
import { encodeRun, encodeSweep, type Origin } from '../src/model/recording.ts';
import { experimentAt, type Sweep, type SweepPoint, sweepArmsOf, variantsOf } from '../src/model/worker/sweep.ts';
import type { recordingJobs } from '../src/pages/recordings.ts';
import { headless } from './headless.ts';

type Headless = Awaited<ReturnType<typeof headless>>;

async function sweptPoints({ run }: Headless, sweep: Sweep): Promise<SweepPoint[]> {
  const points: SweepPoint[] = [];
  for (const seed of sweep.experiment.seeds) {
    for (const [variant, one] of sweep.variants.entries()) {
      const { arms } = await run(experimentAt(sweep, one, seed));
      points.push({ variant, seed, arms: arms.flatMap(sweepArmsOf) });
    }
  }
  return points;
}

/** @returns the files by name, also written below `folder` */
export async function record(jobs: typeof recordingJobs, folder: string): Promise<ReadonlyMap<string, ArrayBuffer>> {
  const engine = await headless();
  const date = new Date().toISOString().slice(0, 10);
  const files = new Map<string, ArrayBuffer>();
  for (const { name, experiment, sweep } of jobs) {
    const begun = performance.now();
    const origin = (): Origin => ({
      date,
      engine: `${engine.engine.name} (${engine.engine.backend})`,
      milliseconds: Math.round(performance.now() - begun),
    });
    const bytes = sweep
      ? await recordSweep(engine, experiment, sweep, origin)
      : await recordRun(engine, experiment, origin);
    files.set(name, bytes.buffer);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return files;
}

async function recordRun(engine: Headless, experiment: Experiment, origin: () => Origin) {
  const result = await engine.run(experiment);
  return encodeRun(origin(), experiment, result);
}

async function recordSweep(
  engine: Headless,
  experiment: Experiment,
  { field, values }: NonNullable<(typeof recordingJobs)[number]['sweep']>,
  origin: () => Origin,
) {
  const variants = variantsOf(experiment, field, values);
  const points = await sweptPoints(engine, { experiment, variants });
  return encodeSweep(origin(), experiment, variants, points);
}
