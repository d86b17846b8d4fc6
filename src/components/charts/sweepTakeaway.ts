/**
 * Which conclusion a sweep allows. Over numbers: each arm's value at the least place against that at the greatest. Over
 * choices, which have no order: where it is lowest and where it is highest.
 */
import type { TFunction } from 'i18next';
import type { Language } from '../../i18n/language.ts';
import { amount, percent } from '../../i18n/numbers.ts';
import { spaced } from '../../i18n/spacing.ts';
import type { ArmName } from './armStyle.ts';
import type { Sentence } from './sentence.ts';
import { spread } from './spread.ts';

/** Final loss, final accuracy, or the gradient at the first state over that at the last before any training. */
export type SweepMeasure = 'loss' | 'accuracy' | 'ratio';

export interface SweepAxis {
  /** What is varied. */
  readonly title: string;
  /** Every place, ascending, also those not measured yet: its short text at the axis, and its name in a sentence. */
  readonly places: readonly { readonly x: number; readonly short: string; readonly name: string }[];
  /** Whether the places are numbers, joined by a line, and not choices. */
  readonly ordered: boolean;
  /** Decades along x instead of equal steps; the places must then be positive. */
  readonly log: boolean;
}

export interface SweepArm extends ArmName {
  /** Values over the seeds trained so far, by ascending x; not finite where a seed diverged. Points may be missing. */
  readonly points: readonly { readonly x: number; readonly values: readonly number[] }[];
}

/** How a value of the measure is written. */
export const writeMeasure = (measure: SweepMeasure, value: number, language: Language): string =>
  measure === 'accuracy' && Number.isFinite(value) ? percent(value, 1) : amount(value, language);

export function sweepTakeaway(
  arms: readonly SweepArm[],
  axis: SweepAxis,
  measure: SweepMeasure,
  t: TFunction<'charts'>,
  language: Language,
): readonly Sentence[] {
  const measured = arms
    .map((arm) => ({ ...arm, points: arm.points.filter(({ values }) => values.length > 0) }))
    .filter(({ points }) => points.length > 0);
  const what = t(`sweep.measure.${measure}`);
  const print = (value: number) => writeMeasure(measure, value, language);
  const place = (x: number) => axis.places.find((one) => one.x === x)?.name ?? String(x);
  const [from, to] = [measured[0]?.points[0]?.x, measured[0]?.points.at(-1)?.x];
  if (from === undefined || to === undefined) return [{ key: 'sweep.none', values: {}, arms: [] }];
  if (from === to) {
    const values = measured.map(({ points }) => print(spread(points[0]?.values ?? []).median));
    return [{ key: 'sweep.one', values: { x: place(from) }, arms: measured, each: { key: 'item', values } }];
  }
  const joined = (text: string) => (language === 'zh' ? spaced(text) : text);
  const span = joined(t('sweep.span', { from: place(from), to: place(to) }));
  let opened = false;
  return measured.map((arm): Sentence => {
    const diverged = arm.points.filter(({ values }) => !values.every(Number.isFinite)).map(({ x }) => place(x));
    const list = diverged.join(language === 'zh' ? '、' : ', ');
    if (diverged.length > 0)
      return {
        key: 'sweep.diverged',
        values: { list: language === 'zh' && /[\d.]$/.test(list) ? `${list} ` : list },
        arms: [arm],
      };
    if (!axis.ordered) {
      const medians = arm.points
        .map(({ x, values }) => ({ x, median: spread(values).median }))
        .sort((one, other) => one.median - other.median);
      const [low, high] = [medians[0], medians.at(-1)];
      const values = {
        what,
        from: place(low?.x ?? from),
        to: place(high?.x ?? to),
        a: print(low?.median ?? Number.NaN),
        b: print(high?.median ?? Number.NaN),
      };
      return { key: 'sweep.extremes', values, arms: [arm] };
    }
    const [least, greatest] = [spread(arm.points[0]?.values ?? []), spread(arm.points.at(-1)?.values ?? [])];
    const key = greatest.min > least.max ? 'rises' : greatest.max < least.min ? 'falls' : 'level';
    const values = { span, what, a: print(least.median), b: print(greatest.median) };
    const first = !opened;
    opened = true;
    return { key: first ? `sweep.${key}` : `sweep.then.${key}`, values, arms: [arm] };
  });
}
