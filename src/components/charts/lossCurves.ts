/** From the losses of single batches to the curve that is drawn: smoothed over steps, then median and range over seeds. */
import type { ArmName } from './armStyle.ts';
import { type Spread, sortedMedian, spread } from './spread.ts';

interface LossSeed {
  readonly seed: number;
  /** Loss of each step so far. */
  readonly values: readonly number[] | Float32Array;
  /** The step at which this seed left the finite numbers. */
  readonly divergedAt?: number;
}
export interface LossArm extends ArmName {
  readonly seeds: readonly LossSeed[];
}
export interface LossCurve extends ArmName {
  /**
   * One entry a step. The median counts diverged seeds as worse than every number: where they are half or more it is
   * infinite, and the curve has a gap. Least and greatest are those of the seeds that still have a loss.
   */
  readonly steps: readonly Spread[];
  /** Smoothed loss of each seed after its last step; Infinity where it diverged. */
  readonly ends: readonly number[];
  /** Where each diverged seed ended, and its last finite loss. */
  readonly diverged: readonly { readonly seed: number; readonly step: number; readonly loss: number }[];
}

/** Steps on either side of a step that its mean takes in: the window is 13 of 300 steps. */
export const windowHalf = (steps: number): number => Math.min(25, Math.round(steps / 50));

/** Mean over up to `half` values on either side, over those that exist at the ends. Values must be finite. */
export function smooth(values: ArrayLike<number>, half: number, length = values.length): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  return Float64Array.from({ length }, (_, i) => {
    const [from, to] = [Math.max(0, i - half), Math.min(length, i + half + 1)];
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}

/** How many values come before the first that is not a finite number. */
function finiteLength(values: ArrayLike<number>): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return values.length;
}

interface Smoothed {
  readonly half: number;
  readonly divergedAt: number | undefined;
  readonly curve: Float64Array;
  readonly diverged: boolean;
}
/** While one seed trains, the others stand still: their curves are smoothed once. */
const known = new WeakMap<LossSeed['values'], Smoothed>();

function smoothedSeed({ values, divergedAt }: LossSeed, half: number): Smoothed {
  const before = known.get(values);
  if (before && before.half === half && before.divergedAt === divergedAt) return before;
  const finite = Math.min(finiteLength(values), divergedAt ?? values.length);
  const curve = smooth(values, Math.min(half, Math.max(0, finite - 1)), finite);
  const result = { half, divergedAt, curve, diverged: divergedAt !== undefined || finite < values.length };
  known.set(values, result);
  return result;
}

const ascending = (a: number, b: number) => a - b;

export function lossCurve({ name, label, seeds }: LossArm, half: number): LossCurve {
  const smoothed = seeds.map((one) => ({ seed: one.seed, raw: one.values, ...smoothedSeed(one, half) }));
  const length = Math.max(0, ...seeds.map(({ values }) => values.length));
  // Asked for every step at every frame, so it makes no arrays.
  const losses: number[] = [];
  const at = (step: number): Spread => {
    losses.length = 0;
    for (const { curve, diverged } of smoothed) {
      const loss = curve[step] ?? (diverged ? Number.POSITIVE_INFINITY : undefined);
      if (loss !== undefined) losses.push(loss);
    }
    const median = sortedMedian(losses.sort(ascending));
    const last = losses.findLastIndex(Number.isFinite);
    return { median, min: last < 0 ? Number.NaN : (losses[0] ?? Number.NaN), max: losses[last] ?? Number.NaN };
  };
  return {
    name,
    label,
    steps: Array.from({ length }, (_, step) => at(step)),
    ends: smoothed.flatMap(({ curve, diverged }) => (diverged ? Number.POSITIVE_INFINITY : (curve.at(-1) ?? []))),
    diverged: smoothed.flatMap(({ seed, curve, raw, diverged }) =>
      diverged ? { seed, step: curve.length, loss: raw[curve.length - 1] ?? Number.NaN } : [],
    ),
  };
}

/**
 * The highest loss in view: 15% above the greater of the first loss and that of guessing, or of the curves' ends. A
 * start far above guessing, or an explosion, does not press the rest of the picture flat: it leaves through the top.
 */
export function lossTop(curves: readonly LossCurve[], chance: number | undefined): number {
  const finite = (values: readonly (number | undefined)[]) => values.filter((v): v is number => Number.isFinite(v));
  const firsts = finite(curves.map(({ steps }) => steps[0]?.median));
  const ends = finite(curves.map(({ ends: all }) => spread(all).median));
  const reference = chance ?? (firsts.length > 0 ? Math.min(...firsts) : 1);
  const inView = [
    ...firsts.map((loss) => Math.min(loss, chance ?? 1.5 * reference)),
    ...ends.map((loss) => Math.min(loss, 1.5 * reference)),
  ];
  // In steps of a tenth, so that the axis stands still while curves grow.
  return 1.15 * reference * (Math.ceil(10 * (Math.max(reference, ...inView) / reference) - 1e-9) / 10) || 1;
}
