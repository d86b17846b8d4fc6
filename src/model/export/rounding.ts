/** Whether two correct programs stay together: how far rounding parts the losses of each arm, as it was measured. */
import type { Answer, Question } from '../analysis/question.ts';
import type { Experiment } from '../experiment.ts';

/**
 * What losses may differ by, as a share of those above 1, before they count as parted. An arm whose losses the measurement
 * moves by more is named: it disturbs them more than arithmetic does.
 */
export const promised = 1e-4;
/** More seeds tell no more, and take longer. */
const mostSeeds = 5;

export interface Rounding {
  /** That it was measured with. */
  readonly seeds: readonly number[];
  /** Of each arm: the most that its losses were apart, over these seeds. */
  readonly apart: readonly number[];
}

export const roundingQuestion = (experiment: Experiment): Question<'rounding'> => ({
  kind: 'rounding',
  experiment: { ...experiment, seeds: experiment.seeds.slice(0, mostSeeds) },
  trained: false,
});

export const roundingOf = ({ arms }: Answer<'rounding'>): Rounding => ({
  seeds: arms[0]?.seeds.map(({ seed }) => seed) ?? [],
  apart: arms.map(({ seeds }) => Math.max(...seeds.map(({ finding }) => finding.apart))),
});

/** An arm, by its place in the experiment, in which rounding grows until two programs may part. */
export interface Growth {
  readonly arm: number;
  readonly apart: number;
}
export const growthIn = ({ apart }: Rounding): readonly Growth[] =>
  apart.flatMap((most, arm) => (most > promised ? [{ arm, apart: most }] : []));
