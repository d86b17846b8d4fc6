/** How this lesson writes a share of a size. */
import type { Language } from '../../i18n/language.ts';
import { amount, percent, powerText, range } from '../../i18n/numbers.ts';

/** 99%, 12%, 2.4%, 0.24%; below a thousandth a power of ten, from 10 on a factor. What is no number is said as such. */
export function share(value: number, language: Language): string {
  if (!Number.isFinite(value)) return amount(value, language);
  if (value === 0) return '0';
  if (value < 0.001) return powerText(value);
  if (value >= 10) return language === 'zh' ? `${amount(value, language)} 倍` : `${amount(value, language)} times`;
  return percent(value, value < 0.00995 ? 2 : value < 0.0995 ? 1 : 0);
}

/** Median and, where it prints differently, the range: 12% (9.2%–18%). */
export function withRange(
  { median, min, max }: { readonly median: number; readonly min: number; readonly max: number },
  language: Language,
  write: (value: number, language: Language) => string,
): string {
  const [shown, between] = [write(median, language), range(min, max, language, write)];
  if (between === shown) return shown;
  // Joined, so that in a narrow cell the mark does not stand on a line of its own.
  return language === 'zh' ? `${shown}（${between.replace('～', '\u2060～\u2060')}）` : `${shown} (${between})`;
}
