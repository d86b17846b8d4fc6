/** Norms by layer on a logarithmic axis, and what has no place on one: zeros, underflow, numbers that are none. */
import { smallestFloat32 } from '../../i18n/numbers.ts';
import type { ArmName } from './armStyle.ts';
import { slope } from './slope.ts';
import { type Spread, spread } from './spread.ts';

/**
 * What is shown by layer: the gradient of the states x_0 to x_L or of the kernels (stem, trunk layers, head); the sizes of
 * the states, of the branches F(x_l), or of the weights.
 */
export type LayerWhat = 'state' | 'kernel' | 'size' | 'branch' | 'weight';
/** Whether a gradient is read from the last layer back. */
export const isGradient = (what: LayerWhat): boolean => what === 'state' || what === 'kernel';
/** Whether the places are stem, layers and head, and not units. */
export const byLayer = (what: LayerWhat): boolean => what === 'kernel' || what === 'weight';

export interface LayerArm extends ArmName {
  /** Per seed, the norm at each layer or state from first to last, as it was stored. */
  readonly seeds: readonly (readonly number[])[];
  /** Decades per layer that theory expects, positive where the gradient shrinks on its way back. */
  readonly theory?: number;
}

export type Kind = 'normal' | 'zero' | 'subnormal' | 'nan' | 'infinite';

/** What a stored float32 stands for. Below 2^-126 it has lost digits, and engines may round it to 0. */
export function kindOf(value: number): Kind {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return 'infinite';
  if (value === 0) return 'zero';
  return Math.abs(value) < smallestFloat32 ? 'subnormal' : 'normal';
}

export interface LayerPoint extends Spread {
  /** What most seeds have here: a number to draw, one below the axis, or none. The median is 0 below the axis. */
  readonly state: 'drawn' | 'below' | 'none';
  /** Seeds that are zero or subnormal here, and those without a number. */
  readonly below: number;
  readonly without: number;
}
export interface LayerCurve extends ArmName {
  readonly points: readonly LayerPoint[];
  /** Decades per layer, over the seeds; undefined where no seed has two layers to draw. */
  readonly slope: Spread | undefined;
  readonly theory: number | undefined;
}

/**
 * One seed as it is drawn: 0 for what is below the axis, NaN for what has no number. Relative to the last layer if asked;
 * a last layer that is itself not drawable gives no ratio.
 */
function drawable(norms: readonly number[], relative: boolean): number[] {
  const last = norms.at(-1) ?? Number.NaN;
  const unit = !relative ? 1 : kindOf(last) === 'normal' ? last : Number.NaN;
  return norms.map((norm) => {
    const kind = kindOf(norm);
    if (kind === 'normal') return norm / unit;
    return kind === 'nan' || kind === 'infinite' || Number.isNaN(unit) ? Number.NaN : 0;
  });
}

export function layerCurve({ name, label, seeds, theory }: LayerArm, relative: boolean): LayerCurve {
  const drawn = seeds.map((norms) => drawable(norms, relative));
  const layers = Math.max(0, ...drawn.map(({ length }) => length));
  const slopes = drawn.flatMap((norms) => slope(norms) ?? []);
  return {
    name,
    label,
    theory,
    slope: slopes.length > 0 ? spread(slopes) : undefined,
    points: Array.from({ length: layers }, (_, layer): LayerPoint => {
      const values = drawn.map((norms) => norms[layer] ?? Number.NaN);
      const numbers = values.filter((value) => !Number.isNaN(value));
      const without = values.length - numbers.length;
      // The middle seed itself, not the mean of two: half of a number and a zero means nothing on a logarithmic axis.
      const median = [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
      return {
        ...spread(numbers),
        median,
        below: numbers.filter((value) => value === 0).length,
        without,
        state: without > numbers.length || Number.isNaN(median) ? 'none' : median === 0 ? 'below' : 'drawn',
      };
    }),
  };
}

/** Least and greatest exponent that hold all drawn points, at least `least` decades apart; 0 within. */
export function decadesOf(curves: readonly LayerCurve[], least: number): readonly [number, number] {
  const sizes = curves.flatMap(({ points }) =>
    points.flatMap(({ min, max, median, state }) => (state === 'drawn' ? [min, median, max].filter((v) => v > 0) : [])),
  );
  if (sizes.length === 0) return [-least, 0];
  const low = Math.floor(Math.log10(Math.min(...sizes)) - 0.4);
  const high = Math.ceil(Math.log10(Math.max(...sizes)) + 0.05);
  return [Math.min(low, high - least), high];
}
