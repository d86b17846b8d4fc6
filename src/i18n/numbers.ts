/** How both languages write measured numbers: digits, powers of ten, ranges, and ratios in words. Pure functions. */
import type { Language } from './language.ts';
import { spaced } from './spacing.ts';

const minus = '\u2212';
const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(language, { ...options, useGrouping: 'min2' });
  formats.set(key, known);
  return known;
}

/** What is written for a value that has no digits. */
const digitless: Record<Language, { nan: string; infinite: string }> = {
  en: { nan: 'not a number', infinite: 'infinite' },
  zh: { nan: '非数值', infinite: '无穷大' },
};
const withoutDigits = (value: number, language: Language): string =>
  Number.isNaN(value) ? digitless[language].nan : `${value < 0 ? minus : ''}${digitless[language].infinite}`;

/** A value with that many decimals, grouped from five digits on (5000; 50,000), with a true minus sign. */
export function fixed(value: number, digits: number, language: Language): string {
  if (!Number.isFinite(value)) return withoutDigits(value, language);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' } as const;
  return format(language, options).format(value).replace('-', minus);
}

/** A share as a percentage, closed up in both languages: 0.837 with no digits is 84%. */
export const percent = (share: number, digits: number): string => `${fixed(share * 100, digits, 'en')}%`;

/** A value as mantissa and power of ten, for typesetting. */
export interface Power {
  readonly mantissa: string;
  readonly exponent: number;
}

/**
 * @param value finite and not 0.
 * @param digits significant digits of the mantissa; zeros at its end are dropped unless `all` are asked for.
 */
export function power(value: number, digits = 2, all = false): Power {
  const [mantissa = '1', exponent = '0'] = value.toExponential(digits - 1).split('e');
  return { mantissa: (all ? mantissa : String(Number(mantissa))).replace('-', minus), exponent: Number(exponent) };
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** An integer in raised characters, for text that cannot be marked up: -13 is ⁻¹³. */
const superscript = (exponent: number): string =>
  [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : (raised[Number(sign)] ?? ''))).join('');

/** 5 × 10⁻⁶, which no line breaks, or 10⁻⁶ where the mantissa is 1. */
export function powerText(value: number, digits = 2, all = false): string {
  const { mantissa, exponent } = power(value, digits, all);
  const ten = `10${superscript(exponent)}`;
  if (mantissa === '1') return ten;
  return mantissa === `${minus}1` ? minus + ten : `${mantissa}\u00a0×\u00a0${ten}`;
}

/** A power of ten within a text, as `powerText` writes it. */
export const powerPattern = /10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g;
/** The exponent that raised characters stand for. */
export const exponentOf = (text: string): number =>
  Number([...text].map((sign) => (sign === '⁻' ? '-' : raised.indexOf(sign))).join(''));

/** A power of ten read aloud: ten to the minus 4. */
export function spokenPower(exponent: number, language: Language): string {
  const size = Math.abs(exponent);
  if (language === 'zh') return `10 的${exponent < 0 ? '负' : ''} ${size} 次方`;
  return `ten to the ${exponent < 0 ? 'minus ' : ''}${size}`;
}

/**
 * A measured value in a sentence: two decimals; none from 100 on; as a power of ten outside 0.01 to 10⁵, so that a small
 * loss never prints as 0.00.
 */
export function amount(value: number, language: Language): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return withoutDigits(value, language);
  if (size === 0) return '0';
  if (size < 0.01 || size >= 100_000) return powerText(value);
  return fixed(value, size >= 100 ? 0 : 2, language);
}

/** A loss in a table: three decimals; as a power of ten outside 0.01 to 10⁵, where they say nothing or fill the page. */
export const lossText = (value: number, language: Language): string =>
  value < 0.01 || value >= 100_000 ? amount(value, language) : fixed(value, 3, language);

/** Least and greatest: 0.63–0.68, in Chinese 0.63～0.68; "to" and 到 beside a minus sign or a power. One value alone. */
export function range(low: number, high: number, language: Language, write = amount): string {
  const [from, to] = [write(low, language), write(high, language)];
  if (from === to) return from;
  if (/^[\d.,]+%?$/.test(from + to)) return from + (language === 'zh' ? '～' : '–') + to;
  return language === 'zh' ? `${from} 到 ${to}` : `${from} to ${to}`;
}

/** A duration of two significant digits: 0.4 s, 0.4 秒. */
export function seconds(value: number, language: Language): string {
  const options = value < 100 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return format(language, options).format(value) + (language === 'zh' ? ' 秒' : '\u202fs');
}

/** British dates: 23 November 2026. */
const dateLocale: Record<Language, string> = { en: 'en-GB', zh: 'zh' };

/** A day of ISO 8601 in words: 23 November 2026, 2026 年 11 月 23 日. */
export const dayOf = (date: string, language: Language): string =>
  spaced(new Intl.DateTimeFormat(dateLocale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)));

/** Below this a float32 is kept imprecisely or stored as 0. */
export const smallestFloat32 = 2 ** -126;

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** A whole number from 0 to 99 spelt out in English. */
const spelt = (n: number): string =>
  n < 20 ? (ones[n] ?? '') : [tens[Math.floor(n / 10) - 2], n % 10 ? ones[n % 10] : ''].filter(Boolean).join('-');

/** Fractions from thousandths down: one digit, named after the power of ten that it counts. */
const fractions: Record<number, { en: string; zh: string }> = {
  [-3]: { en: 'a thousand', zh: '千' },
  [-4]: { en: 'ten thousand', zh: '万' },
  [-5]: { en: 'a hundred thousand', zh: '十万' },
  [-6]: { en: 'a million', zh: '百万' },
};
const chineseDigits = '零一二三四五六七八九';

/**
 * A ratio in words. Rounded to two digits before the words are chosen: 0.00996 is 1.0%, not ten in a thousand.
 *
 * @param value a ratio of sizes, 0 or more.
 */
export function ratioWords(value: number, language: Language): string {
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en);
  if (!Number.isFinite(value)) return withoutDigits(value, language);
  if (value === 0) return say('exactly 0', '恰好为 0');
  if (value < smallestFloat32) return say('too small for 32 bits, so stored as 0', '小到 32 位浮点数存不下，记成了 0');
  const rounded = Number(value.toPrecision(2));
  const { exponent } = power(value);
  if (exponent >= 6) {
    const decades = fixed(Math.log10(rounded), 1, language);
    const ten = powerText(value, 2, true);
    return say(`${ten} times (${decades} decades more)`, `${ten} 倍（大 ${decades} 个数量级）`);
  }
  const digits = (scaled: number) => fixed(scaled, Math.max(0, 1 - Math.floor(Math.log10(scaled))), language);
  if (exponent >= 0) {
    const chinese = exponent >= 4 ? `${digits(rounded / 10_000)} 万倍` : `${digits(rounded)} 倍`;
    return say(`${digits(rounded)} times as much`, chinese);
  }
  if (exponent >= -2) return `${digits(rounded * 100)}%`;
  const [digit = 1, place = 0] = rounded.toExponential(0).split('e').map(Number);
  if (place === -2) return '1.0%';
  const fraction = fractions[place];
  if (fraction) return say(`${spelt(digit)} in ${fraction.en}`, `${fraction.zh}分之${chineseDigits[digit]}`);
  const decades = -Math.round(Math.log10(value));
  return say(
    `about 10${superscript(-decades)} (${spelt(decades)} decades smaller)`,
    `约 10${superscript(-decades)}（小 ${decades} 个数量级）`,
  );
}
