/** Races for programs that wait for results. */
import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../../src/components/experiment/trainer.ts';
import { type ConvExperiment, defaultRace } from '../../../src/model/conv/experiment.ts';
import type { ConvRun, ConvSnapshot } from '../../../src/model/worker/convRun.ts';

/** Stores that end as they are told to, once they are started. */
function setup(endings: readonly ('done' | 'failed')[]) {
  const log: string[] = [];
  const nothing = () => {
    throw new Error('only races here');
  };
  let opened = 0;
  const race = (experiment: ConvExperiment): ConvRun => {
    const number = opened++;
    let listener = () => {};
    let now: ConvSnapshot = { status: 'idle', experiment, arms: [], step: 0, milliseconds: 0 };
    return {
      subscribe: (given) => {
        listener = given;
        return () => {};
      },
      getSnapshot: () => now,
      start(wanted) {
        log.push(`start ${number} seed ${wanted.seed}`);
        const arms = [{ name: 'plain' as const, rows: new Float32Array(), steps: wanted.seed, scores: [] }];
        const status = endings[number] ?? 'done';
        queueMicrotask(() => {
          now = {
            ...now,
            status,
            arms,
            ...(status === 'failed' && { failure: { code: 'worker-failed', detail: 'gone' } }),
          };
          listener();
        });
      },
      pause: nothing,
      resume: nothing,
      step: nothing,
      reset: nothing,
      measure: nothing,
      dispose: () => log.push(`end ${number}`),
    };
  };
  return { log, trainer: createTrainer({ run: nothing, inquiry: nothing, race }) };
}

describe('races in line', () => {
  it('go one after the other, each with a worker of its own, and equal ones once', async () => {
    const { log, trainer } = setup([]);
    const races = [1, 2, 1].map((seed) => trainer.race({ ...defaultRace, seed }));
    expect((await Promise.all(races)).map((arms) => arms[0]?.steps)).toEqual([1, 2, 1]);
    expect(log).toEqual(['start 0 seed 1', 'end 0', 'start 1 seed 2', 'end 1']);
  });
  it('may be tried again where they failed', async () => {
    const { log, trainer } = setup(['failed', 'done']);
    await expect(trainer.race(defaultRace)).rejects.toThrow('gone');
    expect((await trainer.race(defaultRace))[0]?.steps).toBe(1);
    expect(log).toEqual(['start 0 seed 1', 'end 0', 'start 1 seed 1', 'end 1']);
  });
});
