/** The ready questions are experiments, and what their headings say of them holds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { headless } from '../../../scripts/headless.ts';
import { questionGroups } from '../../../src/components/lab/questions.ts';
import { type Experiment, isExperiment } from '../../../src/model/experiment.ts';
import { parsePermalink, printPermalink } from '../../../src/model/permalink.ts';

const questions = questionGroups.flatMap((group) => group.questions);
const named = (id: string): Experiment => {
  const found = questions.find((question) => question.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found.experiment;
};

describe('the ready questions', () => {
  it('have ids of their own and words in both languages', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { title, look } of questions) {
      for (const text of [title.zh, look.zh]) expect(text).toMatch(/\p{Script=Han}/u);
      for (const text of [title.en, look.en]) expect(text).not.toMatch(/\p{Script=Han}/u);
    }
  });
  it.each(questions.map(({ id, experiment }) => [id, experiment] as const))('%s is a link', (_, experiment) => {
    expect(isExperiment(experiment)).toBe(true);
    const { experiment: read, notices } = parsePermalink(printPermalink(experiment));
    expect(read).toEqual(experiment);
    expect(notices).toEqual([]);
    expect(new Set(experiment.arms.map(({ name }) => name)).size).toBe(experiment.arms.length);
  });
});

describe('the surprises', () => {
  let lab: Awaited<ReturnType<typeof headless>>;
  beforeAll(async () => {
    lab = await headless();
  });
  const guessing = Math.log(2);

  it('a plain network of fifty layers trains, every seed', async () => {
    const { arms } = await lab.run(named('plain-trains'));
    const plain = arms.find(({ name }) => name === 'plain');
    expect(plain?.seeds).toHaveLength(3);
    for (const { final } of plain?.seeds ?? []) expect(final.train.loss).toBeLessThan(guessing / 2);
  });
  it('a residual network without normalisation explodes, every seed', async () => {
    const { arms } = await lab.run(named('residual-explodes'));
    const residual = arms.find(({ name }) => name === 'residual');
    expect(residual?.seeds).toHaveLength(3);
    for (const { divergence, final } of residual?.seeds ?? []) {
      expect(divergence !== undefined || final.train.loss > 1000 * guessing).toBe(true);
    }
  });
});
