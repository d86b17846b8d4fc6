/** Trains what the course shows where nothing can be trained, and writes each result as a file below dist/recordings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordingJob } from '../src/pages/recordings.ts';
import { headless } from './headless.ts';
import { recorded } from './recorded.ts';

/** @returns the files by name, also written below `folder` */
export async function record(jobs: readonly RecordingJob[], folder: string): Promise<ReadonlyMap<string, ArrayBuffer>> {
  const engine = await headless();
  const date = new Date().toISOString().slice(0, 10);
  const files = new Map<string, ArrayBuffer>();
  for (const { name, what } of jobs) {
    const begun = performance.now();
    const bytes = await recorded(engine, what, () => ({
      date,
      engine: `${engine.engine.name} (${engine.engine.backend})`,
      milliseconds: Math.round(performance.now() - begun),
    }));
    files.set(name, bytes.buffer);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return files;
}
