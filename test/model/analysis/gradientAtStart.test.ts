import { beforeAll, describe, expect, it } from 'vitest';
import { decadesPerUnit, gradientAtStart } from '../../../src/model/analysis/gradientAtStart.ts';
import { theoreticalSlope } from '../../../src/model/analysis/theoreticalSlope.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { fused, median, settingsFor, tenSeeds } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

const overSeeds = (part: Partial<Settings>) => {
  const all = tenSeeds.map((seed) => gradientAtStart(engine, settingsFor(part), spiral(seed), seed));
  return { slope: median(all.map(({ slope }) => slope)), ratio: median(all.map(({ ratio }) => ratio)) };
};

describe('the slope', () => {
  it('is that of the least-squares line through the logarithms', () => {
    // log10: -4, -2, 0: two decades a unit.
    expect(decadesPerUnit(Float32Array.of(1e-4, 1e-2, 1))).toBeCloseTo(2, 6);
    // log10: 0, 0, 3 against 0, 1, 2: sum (x - 1)(y - 1) = 1 + 0 + 2 = 3, sum (x - 1)^2 = 2.
    expect(decadesPerUnit(Float32Array.of(1, 1, 1000))).toBeCloseTo(1.5, 6);
  });

  it('leaves out what has underflowed', () => {
    expect(decadesPerUnit(Float32Array.of(0, 1e-4, 1e-2, 1))).toBeCloseTo(2, 6);
    expect(decadesPerUnit(Float32Array.of(0, 0, 1))).toBeNaN();
  });
});

describe('the gradient at the start', () => {
  it('is exact where every layer is a multiple of the identity', () => {
    // Kernels 0.1 I, linear: plain units multiply by 0.1, residual ones by 1.1, log10(1.1) = 0.0414.
    const tenth: Partial<Settings> = { activation: 'linear', initializer: 'identity', spread: 0, gain: 0.1, depth: 5 };
    const plain = gradientAtStart(engine, settingsFor(tenth), spiral(1), 1);
    expect(plain.slope).toBeCloseTo(1, 5);
    expect(plain.ratio / 1e-5).toBeCloseTo(1, 4);
    expect(plain.norms).toHaveLength(6);
    const residual = gradientAtStart(engine, settingsFor({ ...tenth, shortcutScale: 1 }), spiral(1), 1);
    expect(residual.slope).toBeCloseTo(-0.0414, 4);
    expect(residual.ratio).toBeCloseTo(1.1 ** 5, 4);
  });

  it('vanishes in plain networks, and not beside a shortcut', () => {
    expect(overSeeds({ activation: 'sigmoid', depth: 20 }).ratio).toBeLessThan(1e-9);
    const residual = overSeeds({ activation: 'sigmoid', depth: 20, shortcutScale: 1 }).ratio;
    expect(residual).toBeGreaterThan(0.2);
    expect(residual).toBeLessThan(5);
    expect(overSeeds({ depth: 50 }).ratio).toBeLessThan(1e-6);
    // 10^-52: float32 ends at 10^-45.
    expect(overSeeds({ activation: 'sigmoid', initializer: 'normal', depth: 50 }).ratio).toBe(0);
  });

  it('arrives in a plain network of orthogonal tanh layers', () => {
    const kept = overSeeds({ activation: 'tanh', initializer: 'orthogonal', depth: 50 });
    expect(kept.ratio).toBeGreaterThan(0.03);
    expect(kept.slope).toBeLessThan(0.02);
  });

  it('explodes in residual networks that nothing tames, and in plain ones under batch norm', () => {
    expect(overSeeds({ initializer: 'he', shortcutScale: 1, depth: 50 }).ratio).toBeGreaterThan(1e4);
    expect(overSeeds({ initializer: 'he', normalization: 'batch', depth: 50 }).ratio).toBeGreaterThan(1e3);
  });

  it('is tamed by 1/sqrt(units), and by branches that start at 0', () => {
    const he: Partial<Settings> = { initializer: 'he', shortcutScale: 1, layersPerUnit: 2, depth: 50 };
    const { ratio } = overSeeds({ ...he, branchScale: 'sqrt' });
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(5);
    expect(overSeeds({ ...he, branchScale: 'zero' }).ratio).toBeCloseTo(1, 6);
    // 25 units of lambda = 1/2.
    expect(overSeeds({ ...he, branchScale: 'zero', shortcutScale: 0.5 }).ratio * 2 ** 25).toBeCloseTo(1, 4);
  });

  it.each([
    ['sigmoid, glorot', { activation: 'sigmoid' }],
    ['sigmoid, sd 0.1', { activation: 'sigmoid', initializer: 'normal' }],
    ['tanh, sd 0.1', { activation: 'tanh', initializer: 'normal' }],
    ['tanh, glorot', { activation: 'tanh' }],
    ['tanh, orthogonal', { activation: 'tanh', initializer: 'orthogonal' }],
    ['relu, glorot', {}],
    ['relu, sd 0.1', { initializer: 'normal' }],
    ['relu, he', { initializer: 'he' }],
    ['relu, orthogonal sqrt 2', { initializer: 'orthogonal', gain: Math.SQRT2 }],
    ['relu, he, layer norm', { initializer: 'he', normalization: 'layer' }],
    ['relu, he, layer norm, 1/sqrt(units)', { initializer: 'he', normalization: 'layer', branchScale: 'sqrt' }],
    ['relu, he, 1/sqrt(units)', { initializer: 'he', branchScale: 'sqrt', depth: 20 }],
    ['relu, he, batch norm', { initializer: 'he', normalization: 'batch' }],
    ['residual relu, sd 0.1', { initializer: 'normal', shortcutScale: 1 }],
    ['residual relu, glorot, two layers', { shortcutScale: 1, layersPerUnit: 2 }],
    ['residual relu, he', { initializer: 'he', shortcutScale: 1 }],
    ['residual relu, he, 1/sqrt(units)', { initializer: 'he', shortcutScale: 1, branchScale: 'sqrt' }],
  ] satisfies [string, Partial<Settings>][])('has the slope that theory gives a wide network: %s', (_, part) => {
    // Width 16 is not wide: the largest gaps are those of relu (0.04) and of sigmoid, whose states are not small (0.04).
    const all = { depth: 50, ...part };
    const theory = theoreticalSlope(settingsFor(all));
    expect(Math.abs(overSeeds(all).slope - (theory ?? Number.NaN))).toBeLessThan(0.06);
  });

  it('is the same on the tape', async () => {
    const tape = await tapeEngine();
    const settings = settingsFor({ shortcutScale: 1, normalization: 'layer', depth: 8 });
    const [a, b] = [engine, tape].map((one) => gradientAtStart(one, settings, spiral(1), 1));
    expect((a?.ratio ?? 0) / (b?.ratio ?? 1)).toBeCloseTo(1, 4);
    expect(a?.slope).toBeCloseTo(b?.slope ?? Number.NaN, 5);
  });
});
