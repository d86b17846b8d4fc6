/** Which conclusion a sweep allows: each arm's final loss at the least value against that at the greatest. */
import type { TFunction } from 'i18next';
import type { Language } from '../../i18n/language.ts';
import { amount } from '../../i18n/numbers.ts';
import type { ArmName } from './armStyle.ts';
import type { Sentence } from './sentence.ts';
import { spread } from './spread.ts';

export type SweepAxis = 'depth' | 'width' | 'rate' | 'gain' | 'shortcutScale';

export interface SweepArm extends ArmName {
  /** Final losses over the seeds trained so far, by ascending x; not finite where a seed diverged. Points may be missing. */
  readonly points: readonly { readonly x: number; readonly values: readonly number[] }[];
}

export function sweepTakeaway(
  arms: readonly SweepArm[],
  what: SweepAxis,
  t: TFunction<'charts'>,
  language: Language,
): readonly Sentence[] {
  const measured = arms
    .map((arm) => ({ ...arm, points: arm.points.filter(({ values }) => values.length > 0) }))
    .filter(({ points }) => points.length > 0);
  const print = (value: number) => amount(value, language);
  const place = (x: number) => t(`sweep.x.${what}`, { count: x });
  const [from, to] = [measured[0]?.points[0]?.x, measured[0]?.points.at(-1)?.x];
  if (from === undefined || to === undefined) return [{ key: 'sweep.none', values: {}, arms: [] }];
  if (from === to) {
    const values = measured.map(({ points }) => print(spread(points[0]?.values ?? []).median));
    return [{ key: 'sweep.one', values: { x: place(from) }, arms: measured, each: { key: 'item', values } }];
  }
  const span = t(`sweep.span.${what}`, { from, to });
  let opened = false;
  return measured.map((arm): Sentence => {
    const diverged = arm.points.filter(({ values }) => !values.every(Number.isFinite)).map(({ x }) => place(x));
    const list = diverged.join(language === 'zh' ? '、' : ', ');
    if (diverged.length > 0) return { key: 'sweep.diverged', values: { list }, arms: [arm] };
    const [least, greatest] = [spread(arm.points[0]?.values ?? []), spread(arm.points.at(-1)?.values ?? [])];
    const key = greatest.min > least.max ? 'rises' : greatest.max < least.min ? 'falls' : 'level';
    const values = { span, a: print(least.median), b: print(greatest.median) };
    const first = !opened;
    opened = true;
    return { key: first ? `sweep.${key}` : `sweep.then.${key}`, values, arms: [arm] };
  });
}
