/** That the claims of the degradation lesson can fail. */
import { describe, expect, it } from 'vitest';
import { claims } from '../../src/lessons/02-degradation/claims.ts';
import recorded from '../../src/lessons/02-degradation/record.json';
import type { Ask } from '../../src/lessons/lesson.ts';
import { overSeeds } from '../../src/lessons/overSeeds.ts';
import { type Experiment, settingsOf } from '../../src/model/experiment.ts';
import { layoutOf } from '../../src/model/telemetry.ts';
import type { RunResult } from '../../src/model/train.ts';

const unraced = () => Promise.reject(new Error('nothing races here'));

interface Outcome {
  readonly loss: number;
  readonly accuracy: number;
  /** ||dE/dx_0|| / ||dE/dx_L|| */
  readonly ratio: number;
}
type World = (experiment: Experiment, arm: string) => Outcome;

/** A run in a made-up world; seeds differ by 1%. */
const runIn =
  (world: World) =>
  async (experiment: Experiment): Promise<RunResult> => ({
    arms: experiment.arms.map((arm) => {
      const layout = layoutOf(settingsOf(experiment, arm));
      const { loss, accuracy, ratio } = world(experiment, arm.name);
      const rows = new Float32Array(layout.stride).fill(1);
      rows[layout.at.stateGradNorm] = ratio;
      const seeds = experiment.seeds.map((seed, i) => {
        const score = { loss: loss * (1 + i / 100), accuracy: accuracy * (1 - i / 100) };
        return { seed, rows, steps: 1, final: { train: score, test: score } };
      });
      return { name: arm.name, layout, seeds };
    }),
  });

const nobody: Ask = () => Promise.reject(new Error('nothing is asked here'));

const verdicts = async (world: World) =>
  Object.fromEntries(
    await Promise.all(
      claims.map(async ({ id, run }) => [id, (await run(runIn(world), nobody, unraced)).holds] as const),
    ),
  );

const everywhere = (value: boolean) => Object.fromEntries(claims.map(({ id }) => [id, value]));

describe('the claims of the degradation lesson', () => {
  it('take three seeds or more', () => {
    expect(recorded.claims.every(({ values }) => values.every(({ seeds }) => seeds >= 3))).toBe(true);
  });
  it('hold in a world in which plain networks degrade and tanh trains', async () => {
    const world: World = ({ depth, activation, dataset }, arm) => {
      const floor = dataset === 'spiral' ? 0.01 : 0.1;
      const loss = arm === 'plain' && activation === 'relu' ? floor + depth / 20 : floor;
      return { loss, accuracy: 1 - loss / 3, ratio: 300 };
    };
    expect(await verdicts(world)).toEqual(everywhere(true));
  });
  it('all fail in a world in which depth and shortcut change nothing', async () => {
    const world: World = () => ({ loss: 1, accuracy: 0.7, ratio: 1 });
    expect(await verdicts(world)).toEqual(everywhere(false));
  });
  it('fail for a plain network that has diverged: no number is no proof', async () => {
    const world: World = ({ depth }, arm) => ({
      loss: arm === 'plain' && depth > 20 ? Number.NaN : 0.1,
      accuracy: Number.NaN,
      ratio: Number.NaN,
    });
    expect(await verdicts(world)).toEqual(everywhere(false));
  });
  it('do not hold when the best of the tried rates saves the plain network', async () => {
    const world: World = ({ depth, rate }, arm) => ({
      loss: arm === 'plain' && rate !== 0.01 ? depth / 20 : 0.1,
      accuracy: 0.5,
      ratio: 1,
    });
    expect((await verdicts(world))['rate-is-fair']).toBe(false);
  });
});

describe('values over seeds', () => {
  it('are median, least and greatest: 3, 1, 2 give 2 between 1 and 3', () => {
    expect(overSeeds([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, seeds: 3 });
    expect(overSeeds([4, 1, 2, 3]).median).toBe(2.5);
  });
  it('are not a number as soon as one seed has none', () => {
    expect(overSeeds([1, Number.NaN, 2])).toEqual({ median: Number.NaN, min: Number.NaN, max: Number.NaN, seeds: 3 });
  });
});
