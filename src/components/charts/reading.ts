/** How a median and its range are read out. */
import type { TFunction } from 'i18next';
import type { Language } from '../../i18n/language.ts';
import { amount, range } from '../../i18n/numbers.ts';
import type { Spread } from './spread.ts';

/** 2.30 (2.29–2.31); the range is left out where it prints as the median does. `lost` counts diverged seeds. */
export function readSpread(
  { median, min, max }: Spread,
  t: TFunction<'charts'>,
  language: Language,
  lost = 0,
  write = amount,
): string {
  const shown = write(median, language);
  const between = range(min, max, language, write);
  if (lost > 0) return shown + t('read.range', { range: t('read.lost', { range: between, count: lost }) });
  return between === shown ? shown : shown + t('read.range', { range: between });
}
