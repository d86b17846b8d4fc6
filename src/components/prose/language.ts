/** The language of the page, and how prose writes a measured value in it. */
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '../../i18n/language.ts';

/** @throws when the page is in neither language of the course. */
export function useLanguage(): Language {
  const { language } = useTranslation('prose').i18n;
  if (!isLanguage(language)) throw new Error(`no such language: ${language}`);
  return language;
}

/** Two decimals; from 10 on none; below 0.1 two significant digits, so that a small loss does not print as 0.00. */
export function formatValue(language: Language, value: number): string {
  const size = Math.abs(value);
  const digits =
    size >= 9.995
      ? { maximumFractionDigits: 0 }
      : size >= 0.0995 || size === 0
        ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
        : { minimumSignificantDigits: 2, maximumSignificantDigits: 2 };
  return new Intl.NumberFormat(language, { ...digits, useGrouping: 'min2' }).format(value).replace('-', '\u2212');
}

/** A share as a whole percentage: 0.837 is 84%. */
export const formatShare = (language: Language, share: number): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
