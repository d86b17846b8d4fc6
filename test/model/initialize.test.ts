import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Settings, settingsOf } from '../../src/model/experiment.ts';
import { initialize } from '../../src/model/network/initialize.ts';
import type { Parameters } from '../../src/model/network/parameters.ts';
import { branchFactor, networkOf, parameterCount } from '../../src/model/network/specification.ts';

const settings = (changes: Partial<Settings>): Settings => ({
  ...settingsOf(defaultExperiment, { name: 'one', overrides: {} }),
  ...changes,
});
const first = (parameters: Parameters) => parameters.units[0]?.layers[0]?.kernel ?? new Float32Array();
const meanSquare = (values: Float32Array) => values.reduce((sum, v) => sum + v * v, 0) / values.length;

/** Standard deviation over the trunk of a net of width 64 and depth 20: 81,920 numbers, so within .25 % of the truth. */
function spreadOf(changes: Partial<Settings>): number {
  const { units } = initialize(settings({ width: 64, depth: 20, ...changes }), 2, 2, 1);
  const squares = units.flatMap(({ layers }) => layers.map(({ kernel }) => meanSquare(kernel)));
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
}
const close = (measured: number, expected: number) => expect(Math.abs(measured / expected - 1)).toBeLessThan(0.0125);

describe('initialize', () => {
  it('draws trunk kernels with the standard deviation of each initialiser, times the gain', () => {
    close(spreadOf({ initializer: 'he' }), Math.sqrt(2 / 64));
    close(spreadOf({ initializer: 'glorot' }), 1 / 8);
    close(spreadOf({ initializer: 'lecun' }), 1 / 8);
    close(spreadOf({ initializer: 'normal', spread: 0.3 }), 0.3);
    close(spreadOf({ initializer: 'glorot', gain: 0.5 }), 1 / 16);
    close(spreadOf({ initializer: 'normal', spread: 0.3, gain: 2 }), 0.6);
  });

  it('draws from a normal distribution: no uniform one reaches past sqrt(3) standard deviations', () => {
    const { units } = initialize(settings({ width: 64, depth: 2, initializer: 'he' }), 2, 2, 1);
    const largest = Math.max(
      ...units.flatMap(({ layers }) => layers.flatMap(({ kernel }) => [...kernel].map(Math.abs))),
    );
    expect(largest).toBeGreaterThan(3 * Math.sqrt(2 / 64));
  });

  it.each([1, 2, 5, 24, 64])('makes orthogonal kernels of width %i: K K^T = gain^2 I', (width) => {
    const kernel = first(initialize(settings({ width, depth: 2, initializer: 'orthogonal', gain: 1.5 }), 2, 2, 7));
    for (let r = 0; r < width; r++) {
      for (let c = 0; c < width; c++) {
        let sum = 0;
        for (let i = 0; i < width; i++) sum += (kernel[r * width + i] ?? 0) * (kernel[c * width + i] ?? 0);
        expect(Math.abs(sum - (r === c ? 2.25 : 0))).toBeLessThan(1e-5);
      }
    }
  });

  it('does not favour a sign: half of 400 orthogonal kernels begin with a positive number', () => {
    let positive = 0;
    for (let seed = 0; seed < 400; seed++) {
      const kernel = first(initialize(settings({ width: 3, depth: 2, initializer: 'orthogonal' }), 2, 2, seed));
      if ((kernel[0] ?? 0) > 0) positive++;
    }
    // sd = sqrt(400 x .25) = 10.
    expect(Math.abs(positive - 200)).toBeLessThan(50);
  });

  it('adds noise of the given spread to the identity', () => {
    const near = first(
      initialize(settings({ width: 3, depth: 2, initializer: 'identity', spread: 0.0001, gain: 2 }), 2, 2, 1),
    );
    const wanted = [2, 0, 0, 0, 2, 0, 0, 0, 2];
    near.forEach((v, i) => {
      expect(Math.abs(v - (wanted[i] ?? 0))).toBeLessThan(0.002);
    });
    expect(new Set(near).size).toBe(9);
  });

  it('gives stem and head LeCun kernels whatever the trunk has', () => {
    const { stem, head } = initialize(settings({ width: 64, initializer: 'he', gain: 10 }), 196, 64, 1);
    // 12,544 and 4,096 numbers: sd of the estimate .6 % and 1.1 %.
    expect(Math.abs(Math.sqrt(meanSquare(stem.kernel)) * 14 - 1)).toBeLessThan(0.032);
    expect(Math.abs(Math.sqrt(meanSquare(head.kernel)) * 8 - 1)).toBeLessThan(0.055);
    expect([...stem.bias, ...head.bias].every((b) => b === 0)).toBe(true);
    expect([stem.kernel.length, stem.bias.length, head.kernel.length, head.bias.length]).toEqual([
      196 * 64,
      64,
      4096,
      64,
    ]);
  });

  it('has norms of gamma 1 and beta 0 only where a normalization is chosen', () => {
    const normed = initialize(settings({ width: 2, depth: 4, normalization: 'batch', finalNorm: true }), 2, 2, 1);
    expect(normed.finalNorm).toEqual({ gamma: Float32Array.of(1, 1), beta: Float32Array.of(0, 0) });
    for (const { layers } of normed.units) for (const { norm } of layers) expect(norm).toEqual(normed.finalNorm);
    const bare = initialize(settings({ width: 2, depth: 4, normalization: 'none', finalNorm: true }), 2, 2, 1);
    expect('finalNorm' in bare).toBe(false);
    expect(bare.units.some(({ layers }) => layers.some((layer) => 'norm' in layer))).toBe(false);
  });

  it('gives both arms identical tensors', () => {
    const [plain, residual] = defaultExperiment.arms.map((arm) =>
      initialize(settingsOf(defaultExperiment, arm), 196, 10, 3),
    );
    expect(plain).toEqual(residual);
  });

  it('begins a deeper network with the layers of a shallower one, and gives its layers different numbers', () => {
    const shallow = initialize(settings({ depth: 4 }), 2, 2, 1);
    const deep = initialize(settings({ depth: 10 }), 2, 2, 1);
    expect(deep.units.slice(0, 2)).toEqual(shallow.units);
    expect([deep.stem, deep.head]).toEqual([shallow.stem, shallow.head]);
    const kernels = deep.units.flatMap(({ layers }) => layers.map(({ kernel }) => kernel.join()));
    expect(new Set(kernels).size).toBe(10);
  });

  it('draws the same trunk whether units have one, two or three layers', () => {
    const kernels = (layersPerUnit: number) =>
      initialize(settings({ depth: 6, layersPerUnit }), 2, 2, 1).units.flatMap(({ layers }) =>
        layers.map(({ kernel }) => kernel),
      );
    expect(kernels(2)).toEqual(kernels(1));
    expect(kernels(3)).toEqual(kernels(1));
  });

  it('changes with the seed', () => {
    expect(first(initialize(settings({}), 2, 2, 1))).not.toEqual(first(initialize(settings({}), 2, 2, 2)));
  });

  it('silences the last kernel of every unit with `zero`, and only that', () => {
    const one = initialize(settings({ depth: 6, layersPerUnit: 3 }), 2, 2, 1);
    const zero = initialize(settings({ depth: 6, layersPerUnit: 3, branchScale: 'zero' }), 2, 2, 1);
    for (const [u, { layers }] of zero.units.entries()) {
      expect(layers[2]?.kernel.every((v) => v === 0)).toBe(true);
      expect(layers.slice(0, 2)).toEqual(one.units[u]?.layers.slice(0, 2));
    }
  });

  it('starts a learned branch scale at 0', () => {
    const { units } = initialize(settings({ depth: 4, branchScale: 'learned' }), 2, 2, 1);
    expect(units.map(({ scale }) => scale)).toEqual([Float32Array.of(0), Float32Array.of(0)]);
  });
});

describe('specification', () => {
  it('scales the branches of 50 layers in 25 units by 1, 1/5 or 1/25', () => {
    const factor = (branchScale: Settings['branchScale']) =>
      branchFactor(settings({ depth: 50, layersPerUnit: 2, branchScale }));
    expect(factor('one')).toBe(1);
    expect(factor('sqrt')).toBeCloseTo(0.2, 15);
    expect(factor('units')).toBeCloseTo(0.04, 15);
    expect([factor('zero'), factor('learned')]).toEqual([1, 1]);
    expect(networkOf(settings({ depth: 50, branchScale: 'units' }))).toMatchObject({
      branchFactor: 0.04,
      momentum: 0.9,
    });
  });

  it('counts parameters: 2 x 3 + 3, then 4 layers of 9 + 3, then 3 x 5 + 5: 77', () => {
    expect(parameterCount(settings({ width: 3, depth: 4 }), 2, 5)).toBe(77);
  });

  it('counts what initialize makes', () => {
    const count = (value: unknown): number =>
      value instanceof Float32Array
        ? value.length
        : value !== null && typeof value === 'object'
          ? Object.values(value).reduce((sum: number, part: unknown) => sum + count(part), 0)
          : 0;
    for (const normalization of ['none', 'batch'] as const) {
      for (const branchScale of ['one', 'learned'] as const) {
        const one = settings({ width: 5, depth: 6, layersPerUnit: 3, normalization, finalNorm: true, branchScale });
        expect(parameterCount(one, 7, 4)).toBe(count(initialize(one, 7, 4, 1)));
      }
    }
  });
});
