import { beforeAll, describe, expect, it } from 'vitest';
import { shrinkReport, shrunk } from '../../../src/model/analysis/shrink.ts';
import { untrained } from '../../../src/model/analysis/subject.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { firstBatch, fiveSeeds, fused, median, scalarSubject, settingsFor } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

const factors = [0.03, 0.01, 0.003];
const overSeeds = (part: Partial<Settings>) =>
  fiveSeeds.map((seed) => {
    const settings = settingsFor({ initializer: 'he', depth: 10, ...part });
    const data = spiral(seed);
    return shrinkReport(engine, untrained(settings, data, seed), firstBatch(settings, data, seed), factors);
  });

describe('shrinking the trunk', () => {
  it('leaves stem, head and biases', () => {
    const { parameters } = scalarSubject([2, 4], {}, { stem: 3, head: 5 });
    const small = shrunk(parameters, 0.5);
    expect(small.units.map(({ layers }) => layers[0]?.kernel[0])).toEqual([1, 2]);
    expect([small.stem, small.head]).toEqual([parameters.stem, parameters.head]);
  });

  it('is a power law by hand: y = w^2, residual y = (1 + w)^2', () => {
    // Plain: y -> 0, dE/dy -> -2 t, dy/dw = w: exponent 1. Residual: dy/dw = 1 + w: exponent 0. Ratio (1 + w)^2.
    const batch = { count: 1, inputs: Float32Array.of(1), targets: Float32Array.of(1) };
    const plain = shrinkReport(engine, scalarSubject([1, 1]), batch, [1e-3, 1e-4]);
    expect(plain.exponents).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)]);
    const residual = shrinkReport(
      engine,
      scalarSubject([1, 1], { shortcutScale: 1 }, { head: 3 }),
      batch,
      [1e-3, 1e-4],
    );
    expect(residual.exponents).toEqual([expect.closeTo(0, 2), expect.closeTo(0, 2)]);
    expect(residual.ratios[0]).toBeCloseTo(1.001 ** 2, 5);
  });

  it('by eps takes eps^9 from ten plain layers, eps from units of two, nothing from units of one: five seeds', () => {
    const exponent = (part: Partial<Settings>) => overSeeds(part).map(({ exponents }) => median(exponents));
    for (const value of exponent({})) expect(Math.abs(value - 9)).toBeLessThan(0.1);
    for (const value of exponent({ shortcutScale: 1, layersPerUnit: 2 })) expect(Math.abs(value - 1)).toBeLessThan(0.1);
    for (const value of exponent({ shortcutScale: 1 })) expect(Math.abs(value)).toBeLessThan(0.1);
  });

  it('leaves residual states their gradient: the ratio tends to 1', () => {
    for (const layersPerUnit of [1, 2]) {
      for (const { ratios } of overSeeds({ shortcutScale: 1, layersPerUnit })) expect(ratios.at(-1)).toBeCloseTo(1, 1);
    }
    // eps^10 = 6e-26 times the ratio at eps = 1.
    for (const { ratios } of overSeeds({})) expect(ratios.at(-1)).toBeLessThan(1e-24);
  });

  it('is the same on the tape', async () => {
    const settings = settingsFor({ depth: 4, shortcutScale: 1, layersPerUnit: 2 });
    const data = spiral(1);
    const [subject, batch] = [untrained(settings, data, 1), firstBatch(settings, data, 1)];
    const [a, b] = [engine, await tapeEngine()].map((one) => shrinkReport(one, subject, batch, factors));
    for (const [l, value] of (a?.exponents ?? []).entries())
      expect(value).toBeCloseTo(b?.exponents[l] ?? Number.NaN, 4);
  });
});
