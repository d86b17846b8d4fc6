/** The depth sweep that a lesson draws: five depths, both arms, five seeds, 300 steps each on Fashion-MNIST, width 24. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const depths = [50, 30, 20, 10, 2];
const seeds = [1, 2, 3, 4, 5];

export interface SweepTask {
  readonly depth: number;
  readonly seed: number;
}

export interface SweepTime {
  /** Milliseconds from the first task handed out to the last one back. */
  readonly wall: number;
  /** Milliseconds of processor time, all processes together: what other programs took is not in it. */
  readonly processor: number;
}

/** The next message, milliseconds of processor time; ends with an error where the process ends first. */
const answer = (child: ChildProcess) =>
  new Promise<number>((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`A process of the sweep ended with ${code}.`));
    child.once('exit', failed);
    child.once('message', (milliseconds) => {
      child.off('exit', failed);
      resolve(Number(milliseconds));
    });
  });

/** The whole sweep on so many processes, which have started before. */
export async function sweepTime(processes: number, relaxed: boolean): Promise<SweepTime> {
  const file = fileURLToPath(new URL('./sweepProcess.ts', import.meta.url));
  const children = Array.from({ length: processes }, () => fork(file, [relaxed ? 'relaxed' : 'kernel']));
  try {
    await Promise.all(children.map(answer));
    // Deep networks first, so that no process is left alone with one at the end.
    const tasks: SweepTask[] = depths.flatMap((depth) => seeds.map((seed) => ({ depth, seed })));
    let processor = 0;
    const start = performance.now();
    await Promise.all(
      children.map(async (child) => {
        for (let task = tasks.shift(); task; task = tasks.shift()) {
          const done = answer(child);
          child.send(task);
          const spent = await done;
          processor += spent;
        }
      }),
    );
    return { wall: performance.now() - start, processor };
  } finally {
    for (const child of children) child.kill();
  }
}
