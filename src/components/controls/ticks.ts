/** The stops of a slider. */
import { clampNumber, type NumberField } from '../../model/experiment.ts';

const perDecade = [1, 2, 3, 5] as const;

/** Stops between min and max: every `stride` for a linear field, 1-2-3-5 in each decade for a logarithmic one. */
export function ticksOf(field: NumberField, stride = field.integer ? 1 : 0.05): number[] {
  const { min, max } = field;
  if (!field.log) {
    const count = Math.floor((max - min) / stride + 1e-9);
    return Array.from({ length: count + 1 }, (_, i) => Number((min + i * stride).toFixed(6)));
  }
  const [from, to] = [Math.floor(Math.log10(min)), Math.ceil(Math.log10(max))];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
    .flatMap((decade) => perDecade.map((digit) => Number(`${digit}e${decade}`)))
    .filter((value) => value >= min && value <= max);
}

/** Index of the stop nearest to a value. */
export function nearestTick(ticks: readonly number[], value: number): number {
  let best = 0;
  for (const [i, tick] of ticks.entries()) {
    if (Math.abs(tick - value) < Math.abs((ticks[best] ?? 0) - value)) best = i;
  }
  return best;
}

/** What a typed text means for a field; undefined where it is no number. */
export function typedNumber(field: NumberField, text: string): number | undefined {
  const plain = text.trim().replace('−', '-');
  const asked = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(asked) ? clampNumber(field, asked) : undefined;
}
