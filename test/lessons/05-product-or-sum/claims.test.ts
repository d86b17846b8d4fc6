/** That the claims about networks can fail; the others are arithmetic and are checked on themselves. */
import { describe, expect, it } from 'vitest';
import { claims } from '../../../src/lessons/05-product-or-sum/claims.ts';
import type { Ask, Train } from '../../../src/lessons/lesson.ts';
import type { Answer, Kind, Question } from '../../../src/model/analysis/question.ts';
import { type Experiment, settingsOf } from '../../../src/model/experiment.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';

const unraced = () => Promise.reject(new Error('nothing races here'));

const trainIn =
  (ratioOf: (experiment: Experiment) => number): Train =>
  async (experiment) => ({
    arms: experiment.arms.map((arm) => {
      const layout = layoutOf(settingsOf(experiment, arm));
      const rows = new Float32Array(layout.stride).fill(1);
      rows[layout.at.stateGradNorm] = ratioOf(experiment);
      const score = { loss: 1, accuracy: 0.5 };
      return {
        name: arm.name,
        layout,
        seeds: experiment.seeds.map((seed) => ({ seed, rows, steps: 1, final: { train: score, test: score } })),
      };
    }),
  });

/** A made-up answer to the one kind of question that the lesson asks. */
const askIn =
  (exponentOf: (arm: string, layersPerUnit: number) => number): Ask =>
  async <K extends Kind>({ experiment }: Question<K>) => {
    const answer: Answer<'shrink'> = {
      arms: experiment.arms.map(({ name }) => ({
        name,
        seeds: experiment.seeds.map((seed) => ({
          seed,
          finding: { exponents: [exponentOf(name, experiment.layersPerUnit)], ratios: [1] },
        })),
      })),
    };
    return answer as Answer<K>;
  };

const holds = async (id: string, train: Train, ask: Ask) =>
  (await claims.find((claim) => claim.id === id)?.run(train, ask, unraced))?.holds;

const explodes = trainIn(({ initializer }) => (initializer === 'he' ? 3e6 : 2));
const tame = trainIn(() => 2);
const asMeasured = askIn((arm, k) => (arm === 'plain' ? 9 : k - 1));
const noDifference = askIn(() => 1);

describe('the claims of the lesson on product and sum', () => {
  it('about networks hold in a world in which He weights explode and the branch alone decides the exponent', async () => {
    expect(await holds('he-explodes', explodes, asMeasured)).toBe(true);
    expect(await holds('weights-shrink', explodes, asMeasured)).toBe(true);
  });
  it('about networks fail in a world in which nothing explodes and depth changes no exponent', async () => {
    expect(await holds('he-explodes', tame, noDifference)).toBe(false);
    expect(await holds('weights-shrink', tame, noDifference)).toBe(false);
  });
  it('about networks fail where there is no number', async () => {
    expect(
      await holds(
        'he-explodes',
        trainIn(() => Number.NaN),
        noDifference,
      ),
    ).toBe(false);
    expect(
      await holds(
        'weights-shrink',
        tame,
        askIn(() => Number.NaN),
      ),
    ).toBe(false);
  });
  it('about chains hold: they are arithmetic', async () => {
    const arithmetic = claims.filter(({ id }) => !['he-explodes', 'weights-shrink'].includes(id));
    expect(arithmetic).toHaveLength(8);
    for (const { run } of arithmetic) expect((await run(tame, noDifference, unraced)).holds).toBe(true);
  });
});
