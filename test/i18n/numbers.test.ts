import { describe, expect, it } from 'vitest';
import {
  amount,
  exponentOf,
  fixed,
  lossText,
  percent,
  power,
  powerPattern,
  powerText,
  range,
  ratioWords,
  seconds,
  spokenPower,
} from '../../src/i18n/numbers.ts';

describe('digits', () => {
  it('are grouped from five on, with a true minus sign and no negative zero', () => {
    expect(fixed(5000, 0, 'en')).toBe('5000');
    expect(fixed(50_000, 0, 'zh')).toBe('50,000');
    expect(fixed(-1.25, 1, 'en')).toBe('−1.3');
    expect(fixed(-0.001, 2, 'en')).toBe('0.00');
  });
  it('of a percentage stand closed up', () => expect(percent(0.837, 0)).toBe('84%'));
  it('of what has none are words', () => {
    expect(fixed(Number.NaN, 2, 'zh')).toBe('非数值');
    expect(amount(Number.NEGATIVE_INFINITY, 'en')).toBe('−infinite');
  });
  it('of seconds are two, with a narrow space in English', () => {
    expect(seconds(0.4, 'en')).toBe('0.4\u202fs');
    expect(seconds(0.4, 'zh')).toBe('0.4 秒');
    expect(seconds(12.34, 'en')).toBe('12\u202fs');
    expect(seconds(123.4, 'en')).toBe('123\u202fs');
  });
});

describe('powers of ten', () => {
  it('have a mantissa without trailing zeros, which may be left out', () => {
    expect(power(4e-7)).toEqual({ mantissa: '4', exponent: -7 });
    expect(powerText(3.3e6)).toBe('3.3\u00a0×\u00a010⁶');
    expect(powerText(1e-4)).toBe('10⁻⁴');
    expect(powerText(-2.5e-13)).toBe('−2.5\u00a0×\u00a010⁻¹³');
    expect(powerText(7.6e-6, 3, true)).toBe('7.60\u00a0×\u00a010⁻⁶');
  });
  it('are found in a text again', () => {
    expect([...'5 × 10⁻¹³ and 10⁶'.matchAll(powerPattern)].map(([, raised = '']) => exponentOf(raised))).toEqual([
      -13, 6,
    ]);
  });
  it('are spoken', () => {
    expect(spokenPower(-4, 'en')).toBe('ten to the minus 4');
    expect(spokenPower(-4, 'zh')).toBe('10 的负 4 次方');
    expect(spokenPower(6, 'zh')).toBe('10 的 6 次方');
  });
});

describe('measured values', () => {
  it('never print as 0.00', () => {
    expect(amount(0.0004, 'en')).toBe('4\u00a0×\u00a010⁻⁴');
    expect(amount(0, 'en')).toBe('0');
    expect(amount(1.734, 'zh')).toBe('1.73');
    expect(amount(967.4, 'en')).toBe('967');
    expect(amount(2e7, 'en')).toBe('2\u00a0×\u00a010⁷');
  });
  it('in tables: three decimals, or a power of ten', () => {
    expect([0.4996, 0.004, 99_999, 4.5e18].map((loss) => lossText(loss, 'en'))).toEqual([
      '0.500',
      '4\u00a0×\u00a010⁻³',
      '99,999.000',
      '4.5\u00a0×\u00a010¹⁸',
    ]);
  });
  it('make ranges: a dash between digits, a word beside a sign or a power', () => {
    expect(range(0.63, 0.68, 'en')).toBe('0.63–0.68');
    expect(range(0.63, 0.68, 'zh')).toBe('0.63～0.68');
    expect(range(-1, 2, 'en')).toBe('−1.00 to 2.00');
    expect(range(1e-7, 0.5, 'zh')).toBe('10⁻⁷ 到 0.50');
  });
});

describe('ratios in words', () => {
  it.each([
    [1e13, '1.0\u00a0×\u00a010¹³ times (13.0 decades more)', '1.0\u00a0×\u00a010¹³ 倍（大 13.0 个数量级）'],
    [3.3e6, '3.3\u00a0×\u00a010⁶ times (6.5 decades more)', '3.3\u00a0×\u00a010⁶ 倍（大 6.5 个数量级）'],
    [48_000, '48,000 times as much', '4.8 万倍'],
    [480, '480 times as much', '480 倍'],
    [4.8, '4.8 times as much', '4.8 倍'],
    [1, '1.0 times as much', '1.0 倍'],
    // Two digits first: 0.998 is 1.0, so the row of multiples.
    [0.998, '1.0 times as much', '1.0 倍'],
    [0.22, '22%', '22%'],
    [0.02, '2.0%', '2.0%'],
    // 0.00996 is 0.010, so the row of percents, and 0.0096 would be ten in a thousand.
    [0.00996, '1.0%', '1.0%'],
    [0.0096, '1.0%', '1.0%'],
    [0.002, 'two in a thousand', '千分之二'],
    [5e-4, 'five in ten thousand', '万分之五'],
    [3e-5, 'three in a hundred thousand', '十万分之三'],
    [9.7e-5, 'one in ten thousand', '万分之一'],
    [5e-6, 'five in a million', '百万分之五'],
    [1e-13, 'about 10⁻¹³ (thirteen decades smaller)', '约 10⁻¹³（小 13 个数量级）'],
    [1e-35, 'about 10⁻³⁵ (thirty-five decades smaller)', '约 10⁻³⁵（小 35 个数量级）'],
    [1e-40, 'too small for 32 bits, so stored as 0', '小到 32 位浮点数存不下，记成了 0'],
    [0, 'exactly 0', '恰好为 0'],
  ])('%d', (value, en, zh) => {
    expect(ratioWords(value, 'en')).toBe(en);
    expect(ratioWords(value, 'zh')).toBe(zh);
  });
});
