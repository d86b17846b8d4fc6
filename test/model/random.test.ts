import { describe, expect, it } from 'vitest';
import { random } from '../../src/model/random.ts';

const words = (seed: number, label: string, count: number) => {
  const stream = random(seed, label);
  return Array.from({ length: count }, () => stream.uniform() * 2 ** 32);
};

describe('random', () => {
  it('gives the words that a second implementation of sfc32 and FNV-1a gives', () => {
    // Written again in Python with unlimited integers and masks.
    expect(words(1, 'data', 4)).toEqual([3402510406, 2623287451, 905203068, 1755455930]);
    expect(words(4294967295, 'stem', 4)).toEqual([377768858, 1534731396, 1529616899, 841803949]);
  });

  it('turns two uniform numbers into two normal ones as Box and Muller did', () => {
    const stream = random(1, 'data');
    // u = 3402510406 / 2^32, v = 2623287451 / 2^32, r = sqrt(-2 ln(1 - u)): r cos(2 pi v), r sin(2 pi v).
    expect(stream.normal()).toBeCloseTo(-1.3603174149880868, 12);
    expect(stream.normal()).toBeCloseTo(-1.1366523437074847, 12);
  });

  it('replays a stream, and gives each seed and each label its own', () => {
    expect(words(3, 'stem', 8)).toEqual(words(3, 'stem', 8));
    expect(words(3, 'stem', 8)).not.toEqual(words(4, 'stem', 8));
    expect(words(3, 'stem', 8)).not.toEqual(words(3, 'head', 8));
  });

  it('is uniform: every tenth holds a tenth of 100,000 numbers, within five standard deviations', () => {
    const stream = random(5, 'uniform');
    const counts = Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const bin = stream.below(10);
      counts[bin] = (counts[bin] ?? Number.NaN) + 1;
    }
    // sd = sqrt(100,000 x .1 x .9) = 95.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });

  it('is normal: mean 0, variance 1, fourth moment 3', () => {
    const stream = random(6, 'normal');
    const n = 100_000;
    const values = Array.from({ length: n }, () => stream.normal());
    const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / n;
    expect(Math.abs(moment(1))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
  });
});
