import { beforeAll, describe, expect, it, vi } from 'vitest';
import { engineContestant } from '../scripts/bench/engines.ts';
import { jaxContestant } from '../scripts/bench/jax.ts';
import { layersContestant } from '../scripts/bench/layers.ts';
import { loopsContestant } from '../scripts/bench/loops.ts';
import { brainContestant, convnetContestant } from '../scripts/bench/peers.ts';
import { type Contestant, checkEqual, operations, problemOf } from '../scripts/bench/problem.ts';
import { fastest, inTurns, median } from '../scripts/bench/timing.ts';
import type { Engine } from '../src/model/engine/engine.ts';
import { tapeEngine, tensorCount } from '../src/model/engine/tape.ts';
import { defaultArms } from '../src/model/experiment.ts';

const rate = 0.05;
let tape: Engine;
beforeAll(async () => {
  tape = await tapeEngine();
});

describe('the contestants of the benchmark', () => {
  it('train the same networks: five steps give the same losses', async () => {
    const problem = problemOf({ width: 6, depth: 4, rate });
    const before = tensorCount();
    const contestants = {
      tape: engineContestant(tape, problem),
      loops: loopsContestant(problem),
      layers: layersContestant(problem),
      jax: await jaxContestant(problem),
    };
    for (let step = 0; step < 5; step++) await checkEqual(contestants);
    for (const contestant of Object.values(contestants)) contestant.dispose();
    expect(tensorCount()).toBe(before);
  });

  it('learn, where they tell no loss on the way', () => {
    const problem = problemOf({ width: 6, depth: 2, rate }, defaultArms.slice(0, 1));
    for (const contestant of [convnetContestant(problem), brainContestant(problem)]) {
      expect(contestant.step()).toEqual([]);
    }
  });

  it('are refused where they compute something else', async () => {
    const problem = problemOf({ width: 6, depth: 2 });
    const other: Contestant = { step: () => [0.5, 0.5], dispose: () => {} };
    await expect(checkEqual({ loops: loopsContestant(problem), other })).rejects.toThrow('other starts from');
  });
});

describe('the clock of the benchmark', () => {
  it('takes medians in turns', async () => {
    expect(median([5, 1, 4, 2, 3])).toBe(3);
    const order: string[] = [];
    const one = (name: string, times: number[]) => async () => {
      order.push(name);
      return times.shift() ?? 0;
    };
    expect(await inTurns({ a: one('a', [9, 1, 1, 1, 9]), b: one('b', [2, 3, 4, 5, 6]) })).toEqual({ a: 1, b: 4 });
    expect(order.join('')).toBe('ababababab');
  });

  it('divides a burst by its calls', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    let calls = 0;
    const time = await fastest(
      () => {
        calls++;
        clock += 1;
      },
      4,
      2,
    );
    vi.restoreAllMocks();
    // Bursts of 1, 2 and 4 calls until one takes 4 ms, then two of 4.
    expect([calls, time]).toEqual([15, 1]);
  });
});

it('counts the operations of a product by hand', () => {
  // One plain network, 2 inputs, 3 wide, 2 layers, 2 outputs, 64 rows: 6 * 64 * 9 * 2 + 4 * 64 * 2 * 3 + 6 * 64 * 3 * 2.
  expect(operations(problemOf({ width: 3, depth: 2 }, defaultArms.slice(0, 1)))).toBe(6912 + 1536 + 2304);
});
