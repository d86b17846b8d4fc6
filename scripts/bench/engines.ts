/** The course's own engines as contestants, all telemetry included. */
import type { Engine } from '../../src/model/engine/engine.ts';
import type { Host } from '../../src/model/engine/host.ts';
import { batchSize, type Contestant, type Problem } from './problem.ts';
import { fastest } from './timing.ts';

export function engineContestant(engine: Engine, { arms, data, batch }: Problem): Contestant {
  const trainees = arms.map(({ network, initial }) => {
    const trainee = engine.create(network, initial, data.task);
    return { trainee, row: new Float32Array(trainee.layout.stride) };
  });
  return {
    step: () =>
      trainees.map(({ trainee, row }) => {
        trainee.step(batch, row, 0);
        return row[0] ?? Number.NaN;
      }),
    dispose: () => {
      for (const { trainee } of trainees) trainee.dispose();
    },
  };
}

/** The kernel's own product [64, n] x [n, n] alone, in billions of operations a second: the best over the sizes. */
export async function peakOf({ kernel, arena, numbers }: Host): Promise<number> {
  let best = 0;
  for (const n of [16, 32, 64]) {
    const [a, b, c] = [arena.take(4 * batchSize * n), arena.take(4 * n * n), arena.take(4 * batchSize * n)];
    numbers(a, batchSize * n).fill(0.5);
    numbers(b, n * n).fill(0.5);
    const time = await fastest(() => kernel.product(a, n, 1, b, c, batchSize, n, n, 0), 3, 10);
    for (const address of [a, b, c]) arena.give(address);
    best = Math.max(best, (2 * batchSize * n * n) / time / 1e6);
  }
  return best;
}
