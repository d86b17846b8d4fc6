/**
 * Whether two correct programs stay together: how far rounding parts the losses of each arm, as it was measured, and what
 * exported code does about it.
 */
import type { Answer, Question } from '../analysis/question.ts';
import { comparedSteps } from '../analysis/rounding.ts';
import type { Arithmetic } from '../engine/arithmetic.ts';
import type { Experiment } from '../experiment.ts';

/** What losses may differ by, as a share of those above 1, before they count as parted. */
export const promised = 1e-4;
/**
 * An arm whose losses the measurement moves by more is named. It disturbs them more than arithmetic does: of 135 arms that
 * part, none is missed at what is promised, and a third of it leaves room for the next one.
 */
export const suspicious = promised / 3;
/** More seeds tell no more, and take longer. */
const mostSeeds = 5;

export interface Rounding {
  /** That it was measured with. */
  readonly seeds: readonly number[];
  /** Of each arm: the most that its losses were apart, over these seeds. */
  readonly apart: readonly number[];
  /** Of the engine that answered, which is the one that trains on the page. */
  readonly arithmetic: Arithmetic;
}

export const roundingQuestion = (experiment: Experiment): Question<'rounding'> => ({
  kind: 'rounding',
  experiment: { ...experiment, seeds: experiment.seeds.slice(0, mostSeeds) },
  trained: false,
});

export const roundingOf = ({ arms }: Answer<'rounding'>, arithmetic: Arithmetic): Rounding => ({
  seeds: arms[0]?.seeds.map(({ seed }) => seed) ?? [],
  apart: arms.map(({ seeds }) => Math.max(...seeds.map(({ finding }) => finding.apart))),
  arithmetic,
});

/** An arm, by its place in the experiment, in which rounding grows until two programs may part. */
export interface Growth {
  readonly arm: number;
  readonly apart: number;
}
export const growthIn = ({ apart }: Rounding): readonly Growth[] =>
  apart.flatMap((most, arm) => (most > suspicious ? [{ arm, apart: most }] : []));

/** How closely the losses of exported code are those of the page, and why. */
export type Agreement =
  /** Measured: rounding grows in no arm. */
  | { readonly kind: 'steady'; readonly rounding: Rounding }
  /** Rounding grows, so the first steps of these arms are computed in the engine's own order of float32 operations. */
  | { readonly kind: 'replayed'; readonly rounding: Rounding; readonly growing: readonly Growth[] }
  /** Nobody could measure whether it grows, so those of all arms are. */
  | { readonly kind: 'all replayed' };

/** @param rounding only the arithmetic of the engine, where nothing could be measured */
export function agreementOf(rounding: Rounding | Arithmetic): Agreement {
  if (typeof rounding === 'string') return { kind: 'all replayed' };
  const growing = growthIn(rounding);
  return growing.length === 0 ? { kind: 'steady', rounding } : { kind: 'replayed', rounding, growing };
}

/** What exported code has to know of the engine's arithmetic. */
interface Replay {
  readonly arithmetic: Arithmetic;
  /** With which it was measured whether rounding grows. */
  readonly seeds: readonly number[];
  /** Of each arm: how many steps are computed so. */
  readonly steps: readonly number[];
}

/** @param arms how many there are */
export function replayOf(arms: number, rounding: Rounding | Arithmetic): Replay {
  const agreement = agreementOf(rounding);
  const replayed = (arm: number) =>
    agreement.kind === 'all replayed' ||
    (agreement.kind === 'replayed' && agreement.growing.some((growth) => growth.arm === arm));
  const { arithmetic, seeds } = typeof rounding === 'string' ? { arithmetic: rounding, seeds: [] } : rounding;
  return { arithmetic, seeds, steps: Array.from({ length: arms }, (_, arm) => (replayed(arm) ? comparedSteps : 0)) };
}
