/** Whole trainings, from initial tensors to scores, and what a step costs as the network grows. */
import { engineOn } from '../../src/model/engine/fused.ts';
import type { Host } from '../../src/model/engine/host.ts';
import { runExperiment } from '../../src/model/train.ts';
import { quick } from './compare.ts';
import { engineContestant } from './engines.ts';
import { base, data, problemOf } from './problem.ts';
import { median } from './timing.ts';

/** Milliseconds of 300 steps of a pair, 20 layers x 16: the median of five, after one to warm up. */
export async function pairRun(host: Host): Promise<number> {
  const experiment = { ...base, width: 16, depth: 20, steps: 300, seeds: [1] };
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    const start = performance.now();
    await runExperiment(experiment, async () => data, engineOn(host));
    if (i > 0) times.push(performance.now() - start);
  }
  return median(times);
}

export interface Cost {
  readonly width: number;
  readonly depth: number;
  /** Milliseconds of one step of the pair. */
  readonly milliseconds: number;
}

/** Depth at width 24, then width at depth 20. */
export async function costs(host: Host): Promise<Cost[]> {
  const sizes = [
    ...[2, 10, 20, 30, 50, 100].map((depth) => ({ depth, width: 24 })),
    ...[4, 8, 16, 32, 48, 64].map((width) => ({ depth: 20, width })),
  ];
  const results: Cost[] = [];
  for (const size of sizes) {
    const contestant = engineContestant(engineOn(host), problemOf(size));
    const rounds: number[] = [];
    for (let i = 0; i < 5; i++) rounds.push(await quick(contestant)());
    contestant.dispose();
    results.push({ ...size, milliseconds: median(rounds) });
  }
  return results;
}
