/** That the claims of the lesson hold in a world of products, and fail in worlds without. */
import { describe, expect, it } from 'vitest';
import { claims } from '../../../src/lessons/03-product/claims.ts';
import { theoreticalSlope } from '../../../src/model/analysis/theoreticalSlope.ts';
import { type Experiment, type Settings, settingsOf } from '../../../src/model/experiment.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import type { RunResult } from '../../../src/model/train.ts';

const unraced = () => Promise.reject(new Error('nothing races here'));

interface Fate {
  /** Decades that a unit loses. */
  readonly slope: number;
  readonly loss: number;
  /** Norm of every weight gradient. */
  readonly weights: number;
}
type World = (settings: Settings, seed: number) => Fate;

const runIn =
  (world: World) =>
  async (experiment: Experiment): Promise<RunResult> => ({
    arms: experiment.arms.map((arm) => {
      const settings = settingsOf(experiment, arm);
      const layout = layoutOf(settings);
      const seeds = experiment.seeds.map((seed) => {
        const { slope, loss, weights } = world(settings, seed);
        const rows = new Float32Array(layout.stride);
        const norms = Array.from({ length: layout.units + 1 }, (_, l) => 10 ** (-slope * (layout.units - l)));
        rows.set(norms, layout.at.stateGradNorm);
        rows.fill(weights, layout.at.kernelGradNorm, layout.at.kernelGradNorm + layout.size.kernelGradNorm);
        const score = { loss, accuracy: 0.5 };
        return { seed, rows, steps: 1, final: { train: score, test: score } };
      });
      return { name: arm.name, layout, seeds };
    }),
  });
const unasked = () => Promise.reject(new Error('these claims ask nothing'));

const holding = async (world: World) => {
  const verdicts = await Promise.all(
    claims.map(async ({ id, run }) => ({ id, holds: (await run(runIn(world), unasked, unraced)).holds })),
  );
  return verdicts.filter(({ holds }) => holds).map(({ id }) => id);
};

/** Plain networks lose what theory says, more or less with the seed where they are narrow; too small a gradient ends training. */
const products: World = (settings, seed) => {
  const { shortcutScale, width, layersPerUnit, depth, optimizer, initializer } = settings;
  if (shortcutScale !== 0) return { slope: initializer === 'he' ? -0.15 : 0, loss: 0.01, weights: 0.1 };
  const slope = (theoreticalSlope(settings) ?? 0) + (0.004 * (seed % 5) * 16) / width ** 1.5;
  const lost = (slope * depth) / layersPerUnit;
  const heard = lost < (optimizer === 'adam' ? 6 : 3);
  return { slope, loss: heard ? 0.01 : Math.LN2, weights: 10 ** -lost };
};

describe('the claims of the product lesson', () => {
  it('hold in a world in which layers multiply', async () => {
    expect(await holding(products)).toEqual(claims.map(({ id }) => id));
  });
  it('fail in a world in which nothing is lost and nothing learnt, but for the one that says just that', async () => {
    expect(await holding(() => ({ slope: 0, loss: 0.5, weights: 1 }))).toEqual(['deep-and-level']);
  });
  it('fail where depth alone decides, whatever the weights', async () => {
    const held = await holding(({ depth, shortcutScale }) => ({
      slope: shortcutScale === 0 ? 0.3 : 0,
      loss: shortcutScale === 0 && depth >= 10 ? Math.LN2 : 0.01,
      weights: 1,
    }));
    for (const id of ['ruler', 'deep-and-level', 'larger-start-trains', 'deep-plain-trains', 'adam-rescales'])
      expect(held).not.toContain(id);
  });
  it('are not borne out by runs without numbers', async () => {
    expect(await holding(() => ({ slope: Number.NaN, loss: Number.NaN, weights: Number.NaN }))).toEqual([]);
  });
});
