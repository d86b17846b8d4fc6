/** The depth sweep that a lesson draws: five depths, both arms, five seeds, 300 steps each on Fashion-MNIST, width 24. */
import { Worker } from 'node:worker_threads';

export const sweepDepths = [2, 10, 20, 30, 50];
export const sweepSeeds = [1, 2, 3, 4, 5];

export interface SweepTask {
  readonly depth: number;
  readonly seed: number;
}

/** Milliseconds from the first task handed out to the last one back, on `threads` threads that have started before. */
export async function sweepTime(threads: number, relaxed: boolean): Promise<number> {
  const workers = Array.from({ length: threads }, () => {
    const execArgv = ['--import', 'tsx', '--no-warnings'];
    return new Worker(new URL('./sweepThread.ts', import.meta.url), { execArgv, workerData: { relaxed } });
  });
  const answer = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
  try {
    await Promise.all(workers.map(answer));
    // Deep networks first, so that no thread is left alone with one at the end.
    const tasks: SweepTask[] = [...sweepDepths]
      .reverse()
      .flatMap((depth) => sweepSeeds.map((seed) => ({ depth, seed })));
    const start = performance.now();
    await Promise.all(
      workers.map(async (worker) => {
        for (let task = tasks.shift(); task; task = tasks.shift()) {
          const done = answer(worker);
          worker.postMessage(task);
          await done;
        }
      }),
    );
    return performance.now() - start;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
