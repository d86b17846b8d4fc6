/** What the three questions found out, and what of it each dial and the chart by layer read. Pure functions. */
import type { Answer, Findings, Kind } from '../../model/analysis/question.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { SeedReadings } from './DialTable.tsx';

export interface DialAnswers {
  readonly gradient: Answer<'gradient'> | undefined;
  readonly similarity: Answer<'similarity'> | undefined;
  readonly agreement: Answer<'agreement'> | undefined;
  /** What was asked about. */
  readonly experiment: Experiment;
}

/** What each seed of an arm answered, as far as it has. */
const findings = <K extends Kind>(answer: Answer<K> | undefined, arm: string): readonly Findings[K][] =>
  answer?.arms.find(({ name }) => name === arm)?.seeds.map(({ finding }) => finding) ?? [];

/** Likeness at each state, for each seed. */
export const profileOf = ({ similarity }: DialAnswers, arm: string): (readonly number[])[] =>
  findings(similarity, arm).map(({ states }) => states);

export const readingsOf = (answers: DialAnswers, arm: string): SeedReadings => ({
  ratio: findings(answers.gradient, arm).map(({ ratio }) => ratio),
  similarity: profileOf(answers, arm).map((states) => states.at(-1) ?? Number.NaN),
  agreement: findings(answers.agreement, arm).map(({ cosine }) => cosine),
});

/** Seeds that have answered the slowest of the three questions. */
export const seedsOf = ({ gradient, similarity, agreement }: DialAnswers): number =>
  Math.min(...[gradient, similarity, agreement].map((answer) => answer?.arms[0]?.seeds.length ?? 0));
