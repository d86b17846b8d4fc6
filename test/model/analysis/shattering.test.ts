import { beforeAll, describe, expect, it } from 'vitest';
import { autocorrelation, slopesAlong } from '../../../src/model/analysis/shattering.ts';
import { untrained, withTrainee } from '../../../src/model/analysis/subject.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { random } from '../../../src/model/random.ts';
import { fiveSeeds, fused, median, scalarSubject, settingsFor } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

describe('the slopes along a line', () => {
  it('of a linear network are the product of its weights, times the length of the line', () => {
    const slopes = slopesAlong(scalarSubject([2, 3], {}, { stem: 5, head: -1 }), [0], [2], 4);
    expect([...slopes]).toEqual([0, 1, 2, 3].map(() => expect.closeTo(-60, 5)));
  });

  it('of tanh are its derivative', () => {
    // y = tanh(u), u = -1 ... 1: dy/dt = 2 (1 - tanh^2).
    const slopes = slopesAlong(scalarSubject([1], { activation: 'tanh' }), [-1], [1], 3);
    const edge = 2 * (1 - Math.tanh(1) ** 2);
    expect([...slopes]).toEqual([edge, 2, edge].map((value) => expect.closeTo(value, 6)));
  });

  it('are what both engines say of the same network, with steps that float32 can resolve', async () => {
    const subject = untrained(settingsFor({ activation: 'tanh', depth: 6, shortcutScale: 1 }), spiral(1), 1);
    const [from, to] = [
      [-1, 1],
      [1, 1],
    ];
    const slopes = slopesAlong(subject, from, to, 9);
    const [step, scale] = [1 / 64, Math.max(...slopes.map(Math.abs))];
    for (const on of [engine, await tapeEngine()]) {
      const at = (t: number) =>
        withTrainee(on, subject, (copy) => copy.predict(Float32Array.of(2 * t - 1, 1), 1)[0] ?? Number.NaN);
      for (const [i, slope] of slopes.entries()) {
        const measured = (at(i / 8 + step) - at(i / 8 - step)) / (2 * step);
        expect(Math.abs(measured - slope)).toBeLessThan(0.05 * scale);
      }
    }
  });

  it('do not exist behind batch norm', () => {
    const subject = untrained(settingsFor({ normalization: 'batch', depth: 2 }), spiral(1), 1);
    expect(() => slopesAlong(subject, [0, 0], [1, 1], 4)).toThrow(RangeError);
  });
});

describe('the autocorrelation', () => {
  it('can be checked by hand', () => {
    // 1, -1, 1, -1: lag 0 gives 1, lag 1 -3/4, lag 2 2/4.
    const wave = Float64Array.of(1, -1, 1, -1);
    expect([0, 1, 2].map((lag) => autocorrelation(wave, lag))).toEqual([1, -0.75, 0.5]);
    expect(
      autocorrelation(
        wave.map((value) => value + 7),
        1,
      ),
    ).toBeCloseTo(-0.75, 12);
    expect(autocorrelation(Float64Array.of(2, 2, 2), 1)).toBeNaN();
  });

  it('of white noise is near 0: sd 1 / sqrt(10,000)', () => {
    const stream = random(1, 'noise');
    const noise = Float64Array.from({ length: 10_000 }, () => stream.normal());
    expect(Math.abs(autocorrelation(noise, 5))).toBeLessThan(0.04);
  });
});

describe('random networks of width 64, 256 points of the line from (-2, 1) to (2, 1), lag 5, five seeds', () => {
  const correlation = (part: Partial<Settings>) =>
    median(
      fiveSeeds.map((seed) => {
        const subject = untrained(settingsFor({ width: 64, initializer: 'he', ...part }), spiral(seed), seed);
        return autocorrelation(slopesAlong(subject, [-2, 1], [2, 1], 256), 5);
      }),
    );

  it('shatter with depth when plain', () => {
    expect(correlation({ normalization: 'layer', depth: 2 })).toBeGreaterThan(0.8);
    expect(correlation({ normalization: 'layer', depth: 50 })).toBeLessThan(0.3);
  });

  it('do not beside shortcuts and branches of 1/sqrt(units)', () => {
    expect(correlation({ shortcutScale: 1, branchScale: 'sqrt', depth: 50 })).toBeGreaterThan(0.7);
  });
});
