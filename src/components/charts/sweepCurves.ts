/** From the values of a sweep to the curves that are drawn. */
import type { ArmName } from './armStyle.ts';
import { type Spread, spread } from './spread.ts';
import type { SweepArm, SweepMeasure } from './sweepTakeaway.ts';

export interface SweepPoint extends Spread {
  readonly x: number;
  /** One value a seed, as it came. */
  readonly values: readonly number[];
}
export interface SweepCurve extends ArmName {
  readonly points: readonly SweepPoint[];
}
/** What the reader drew for one arm. */
export interface DrawnCurve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** What a seed without a number counts as. */
const worst: Readonly<Record<SweepMeasure, number>> = {
  loss: Number.POSITIVE_INFINITY,
  accuracy: Number.NEGATIVE_INFINITY,
  ratio: Number.POSITIVE_INFINITY,
};

/** Points without a seed are left out; a seed that ended without a number counts as worse than every number. */
export const sweepCurves = (arms: readonly SweepArm[], measure: SweepMeasure): SweepCurve[] =>
  arms.map(({ name, label, points }) => ({
    name,
    label,
    points: points
      .filter(({ values }) => values.length > 0)
      .map(({ x, values }) => ({
        x,
        values,
        ...spread(values.map((value) => (Number.isFinite(value) ? value : worst[measure]))),
      })),
  }));

/** The highest loss in view: 15% above guessing, the medians and the drawing, as far as they stay below three times guessing. */
export function sweepTop(
  curves: readonly SweepCurve[],
  drawn: readonly DrawnCurve[],
  chance: number | undefined,
): number {
  const losses = [
    ...curves.flatMap(({ points }) => points.map(({ median }) => median)),
    ...drawn.flatMap(({ points }) => points.map(({ y }) => y)),
  ].filter(Number.isFinite);
  const limit = 3 * (chance ?? Math.max(...losses.slice(0, 1), 1));
  return 1.15 * Math.max(chance ?? 0, ...losses.map((loss) => Math.min(loss, limit))) || 1;
}

/** The ticks that have room, centred where they stand: each at least `gap` pixels after the end of the one before. */
export function withRoom<T extends { readonly at: number; readonly size?: number }>(
  ticks: readonly T[],
  gap: number,
): T[] {
  const kept: T[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const half = (tick.size ?? 0) / 2;
    if (tick.at - half < end + gap) continue;
    kept.push(tick);
    end = tick.at + half;
  }
  return kept;
}

/** Least and greatest exponent that hold all ratios above 0, at least three decades apart. */
export function ratioDecades(curves: readonly SweepCurve[]): readonly [number, number] {
  const sizes = curves
    .flatMap(({ points }) => points.flatMap(({ min, median, max }) => [min, median, max]))
    .filter((value) => value > 0 && Number.isFinite(value));
  if (sizes.length === 0) return [-2, 1];
  const low = Math.floor(Math.log10(Math.min(...sizes)) - 0.2);
  const high = Math.ceil(Math.log10(Math.max(...sizes)) + 0.2);
  return [Math.min(low, high - 3), high];
}
