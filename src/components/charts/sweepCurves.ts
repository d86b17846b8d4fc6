/** From the final losses of a sweep to the curves that are drawn. */
import type { ArmName } from './armStyle.ts';
import { type Spread, spread } from './spread.ts';
import type { SweepArm } from './sweepTakeaway.ts';

export interface SweepPoint extends Spread {
  readonly x: number;
  /** One loss a seed, as it came. */
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

/** Points without a seed are left out; a seed that ended without a number counts as worse than every number. */
export const sweepCurves = (arms: readonly SweepArm[]): SweepCurve[] =>
  arms.map(({ name, label, points }) => ({
    name,
    label,
    points: points
      .filter(({ values }) => values.length > 0)
      .map(({ x, values }) => ({
        x,
        values,
        ...spread(values.map((loss) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss))),
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

/** The ticks that have room: each at least `gap` pixels after the one before. */
export function withRoom<T extends { readonly at: number }>(ticks: readonly T[], gap: number): T[] {
  const kept: T[] = [];
  for (const tick of ticks) if (tick.at - (kept.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= gap) kept.push(tick);
  return kept;
}
