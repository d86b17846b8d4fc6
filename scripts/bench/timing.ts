/** Times that hold on a busy machine: the shortest of several bursts, and the median of several rounds. */

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * Milliseconds of one call: the shortest of `bursts` bursts. Before them, ever longer ones warm up, until one takes `burst`
 * milliseconds; a browser's clock is too coarse to tell from a single call.
 */
export async function fastest(work: () => unknown, burst: number, bursts: number): Promise<number> {
  let times = 1;
  const time = async () => {
    const start = performance.now();
    for (let k = 0; k < times; k++) {
      const result = work();
      if (result instanceof Promise) await result;
    }
    return performance.now() - start;
  };
  while ((await time()) < burst) times *= 2;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < bursts; i++) best = Math.min(best, await time());
  return best / times;
}

/** Medians over five rounds in which all take turns, so that a busy moment of the machine meets them alike. */
export async function inTurns(work: Readonly<Record<string, () => Promise<number>>>): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < 5; round++) {
    for (const [name, measure] of Object.entries(work)) {
      const list = times[name] ?? [];
      times[name] = list;
      list.push(await measure());
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}
