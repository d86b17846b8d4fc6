/** The gradient ratio over a run: what the first state hears of what the last one hears, window by window. */
import type { Language } from '../../i18n/language.ts';
import { amount, fixed } from '../../i18n/numbers.ts';
import { gradientRatio, type Layout } from '../../model/telemetry.ts';

/** First and last step (exclusive) of each window: step 0 alone, then `width` steps each. */
export function windowsOf(steps: number, width: number): readonly (readonly [from: number, to: number])[] {
  const rest = Math.ceil(Math.max(0, steps - 1) / width);
  return [
    ...(steps > 0 ? [[0, 1] as const] : []),
    ...Array.from({ length: rest }, (_, i) => [1 + i * width, Math.min(steps, 1 + (i + 1) * width)] as const),
  ];
}

/** About sixty windows a run. */
export const windowWidth = (steps: number): number => Math.max(1, Math.round(steps / 60));

/** The middle one of the values (the lower of two), NaN counting as least; NaN for none. */
export function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => (Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : a - b));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** ||dE/dx_0|| / ||dE/dx_L|| at each of the first `steps` rows of a run. */
export const ratiosOf = (layout: Layout, rows: Float32Array, steps: number): number[] =>
  Array.from({ length: steps }, (_, step) => gradientRatio(layout, rows, step));

/** The middle ratio of each window. */
export const windowed = (ratios: readonly number[], width: number): number[] =>
  windowsOf(ratios.length, width).map(([from, to]) => middleOf(ratios.slice(from, to)));

/** A ratio as two digits tell it: 0.077, 3.1, 42, 1200; as a power of ten where `amount` writes one. */
export function twoDigits(value: number, language: Language): string {
  const rounded = Number(value.toPrecision(2));
  const size = Math.abs(rounded);
  if (!Number.isFinite(rounded) || size < 0.01 || size >= 100_000) return amount(rounded, language);
  return fixed(rounded, Math.max(0, 1 - Math.floor(Math.log10(size))), language);
}
