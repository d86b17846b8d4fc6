/** Counting values of several arms into the same bins, along an axis that is logarithmic already (values are decades). */

interface BinnedArm {
  /** Values in each bin. */
  readonly counts: readonly number[];
  /** Values below every axis: minus infinity. */
  readonly below: number;
  /** Values that are no number. */
  readonly without: number;
  readonly total: number;
}
export interface Bins {
  /** Left end of the first bin, in decades; a multiple of the width. */
  readonly low: number;
  readonly width: number;
  readonly count: number;
  readonly arms: readonly BinnedArm[];
}

const widths = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] as const;

/** The left end of bin `index`, without the rounding errors of repeated sums. */
export const edge = ({ low, width }: Pick<Bins, 'low' | 'width'>, index: number): number =>
  Number((low + index * width).toFixed(6));

/**
 * @param arms values in decades; minus infinity stands for what is too small for an axis
 * @param most bins at most
 */
export function binsOf(arms: readonly ArrayLike<number>[], most: number): Bins {
  // The value 1 is what the others are compared with: it stands on the axis, a decade from either end.
  let [least, greatest] = [-1, 1];
  for (const values of arms) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  const span = (width: number) => [Math.floor(least / width), Math.floor(greatest / width) + 1] as const;
  const width = widths.find((one) => span(one)[1] - span(one)[0] <= most) ?? 20;
  const [first, end] = span(width);
  const count = end - first;
  return {
    low: first * width,
    width,
    count,
    arms: arms.map((values) => {
      const counts = new Array<number>(count).fill(0);
      let [below, without] = [0, 0];
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? Number.NaN;
        if (value === Number.NEGATIVE_INFINITY) below++;
        else if (!Number.isFinite(value)) without++;
        else {
          const bin = Math.min(count - 1, Math.max(0, Math.floor(value / width) - first));
          counts[bin] = (counts[bin] ?? 0) + 1;
        }
      }
      return { counts, below, without, total: values.length };
    }),
  };
}
