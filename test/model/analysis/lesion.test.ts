import { beforeAll, describe, expect, it } from 'vitest';
import { deleted, lesionReport, swapped, withoutShare } from '../../../src/model/analysis/lesion.ts';
import { readOutScores, readOuts, truncated } from '../../../src/model/analysis/readOut.ts';
import { type Subject, scoreOf, untrained, withTrainee } from '../../../src/model/analysis/subject.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import { random } from '../../../src/model/random.ts';
import { fiveSeeds, fused, mean, median, scalarSubject, settingsFor, trained } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

const output = (subject: Subject) =>
  withTrainee(engine, subject, (trainee) => trainee.predict(Float32Array.of(1), 1)[0] ?? Number.NaN);

describe('a lesion', () => {
  // y = prod (1 + w) = 3 * 4 * 6.
  const subject = scalarSubject([2, 3, 5], { shortcutScale: 1 });

  it('takes one factor out of the product', () => {
    expect(output(subject)).toBe(72);
    expect([0, 1, 2].map((unit) => output(deleted(subject, unit)))).toEqual([24, 18, 12]);
    expect(deleted(subject, 1).network.depth).toBe(2);
    expect(output(deleted(scalarSubject([2, 3, 5]), 0))).toBe(15);
  });

  it('exchanges two units', () => {
    const weights = ({ parameters }: Subject) => parameters.units.map(({ layers }) => layers[0]?.kernel[0]);
    expect(weights(swapped(subject, 0, 2))).toEqual([5, 3, 2]);
    expect(weights(subject)).toEqual([2, 3, 5]);
  });

  it('takes a share of the units, drawn at random, down to none and up to all', () => {
    const stream = random(1, 'share');
    expect(output(withoutShare(subject, 0, stream))).toBe(72);
    expect(output(withoutShare(subject, 1, stream))).toBe(1);
    const left = new Set(Array.from({ length: 50 }, () => output(withoutShare(subject, 1 / 3, stream))));
    expect([...left].toSorted((a, b) => a - b)).toEqual([12, 18, 24]);
  });

  it('refuses units that are not there', () => {
    expect(() => deleted(subject, 3)).toThrow(RangeError);
    expect(() => swapped(subject, 0, 3)).toThrow(RangeError);
  });
});

describe('the read-out', () => {
  it('is the head on each partial product', () => {
    const subject = scalarSubject([2, 3, 5], { shortcutScale: 1 }, { stem: 2, head: 10 });
    const one = { count: 1, inputs: Float32Array.of(1), targets: Float32Array.of(0) };
    expect(readOuts(engine, subject, one).map(([y]) => y)).toEqual([20, 60, 240, 1440]);
    // E = y^2.
    expect(readOutScores(engine, subject, one).map(({ loss }) => loss)).toEqual([400, 3600, 57600, 2073600]);
    expect(truncated(subject, 3)).toEqual(subject);
  });

  it('says the same everywhere where branches are 0', () => {
    const data = spiral(1);
    const subject = untrained(settingsFor({ depth: 6, shortcutScale: 1, branchScale: 'zero' }), data, 1);
    const [first, ...rest] = readOutScores(engine, subject, data.test);
    for (const score of rest) expect(score).toEqual(first);
  });
});

describe('both', () => {
  it('are the same on the tape', async () => {
    const settings = settingsFor({
      depth: 4,
      layersPerUnit: 2,
      shortcutScale: 1,
      normalization: 'layer',
      finalNorm: true,
    });
    const data = spiral(1);
    const subject = trained(engine, { ...settings, steps: 30 }, data, 1);
    const tape = await tapeEngine();
    const accuracies = (on: Engine) => {
      const { intact, deleted: without, swapped: exchanged } = lesionReport(on, subject, data.test);
      return [
        intact,
        ...without,
        ...exchanged,
        ...readOutScores(on, subject, data.test).map(({ accuracy }) => accuracy),
      ];
    };
    const [a, b] = [accuracies(engine), accuracies(tape)];
    expect(a).toHaveLength(1 + 2 + 1 + 3);
    // Of 768 points one may lie on the border.
    for (const [i, value] of a.entries()) expect(Math.abs(value - (b[i] ?? Number.NaN))).toBeLessThanOrEqual(2 / 768);
    const [outputs, others] = [engine, tape].map((on) => readOuts(on, subject, data.test).flatMap((y) => [...y]));
    for (const [i, value] of (outputs ?? []).entries()) expect(value).toBeCloseTo(others?.[i] ?? Number.NaN, 4);
  });
});

/** Ten units of one layer with layer norm, 300 steps of Adam on the spiral: medians over five seeds. */
function panel(shortcutScale: number) {
  const settings = settingsFor({
    initializer: 'he',
    normalization: 'layer',
    depth: 10,
    optimizer: 'adam',
    rate: 0.003,
    shortcutScale,
  });
  const all = fiveSeeds.map((seed) => {
    const data = spiral(seed);
    const subject = trained(engine, settings, data, seed);
    const stream = random(seed, 'lesion');
    const quarter = Array.from(
      { length: 5 },
      () => scoreOf(engine, withoutShare(subject, 1 / 4, stream), data.train).accuracy,
    );
    const readOut = readOutScores(engine, subject, data.train).map(({ accuracy }) => accuracy);
    return { lesions: lesionReport(engine, subject, data.train), quarter: mean(quarter), readOut };
  });
  return {
    intact: median(all.map(({ lesions }) => lesions.intact)),
    deleted: median(all.map(({ lesions }) => mean(lesions.deleted))),
    worst: median(all.map(({ lesions }) => Math.min(...lesions.deleted))),
    swapped: median(all.map(({ lesions }) => mean(lesions.swapped))),
    quarter: median(all.map(({ quarter }) => quarter)),
    readOut: (l: number) => median(all.map(({ readOut }) => readOut[l] ?? Number.NaN)),
  };
}

describe('ten trained layers on the spiral, medians over five seeds (chance 0.5)', () => {
  it('are lost without any one of them when plain, and say nothing before the last', () => {
    const plain = panel(0);
    expect(plain.intact).toBeGreaterThan(0.85);
    expect(plain.deleted).toBeLessThan(0.6);
    expect(plain.swapped).toBeLessThan(0.65);
    expect(plain.readOut(8)).toBeLessThan(0.75);
    expect(plain.readOut(10)).toBe(plain.intact);
  });

  it('do with one less beside shortcuts, worst of all without the costliest, and agree early', () => {
    const residual = panel(1);
    expect(residual.intact).toBeGreaterThan(0.95);
    expect(residual.deleted).toBeGreaterThan(0.8);
    expect(residual.swapped).toBeGreaterThan(0.8);
    expect(residual.worst).toBeLessThan(residual.deleted - 0.1);
    expect(residual.quarter).toBeLessThan(residual.deleted - 0.05);
    expect(residual.readOut(7)).toBeGreaterThan(0.9);
  });
});
