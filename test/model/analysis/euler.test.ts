import { beforeAll, describe, expect, it } from 'vitest';
import { eulerErrors, eulerNetwork } from '../../../src/model/analysis/euler.ts';
import { untrained, withTrainee } from '../../../src/model/analysis/subject.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import { firstBatch, fiveSeeds, fused, scalarSubject, settingsFor } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

const halvings = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const ratios = (errors: readonly number[]) => errors.slice(1).map((error, i) => (errors[i] ?? Number.NaN) / error);

describe("Euler's method as a residual network", () => {
  // dx/dt = -x from 1: N steps give (1 - 1/N)^N, the solution is 1/e.
  const decay = scalarSubject([-1]);
  const one = { count: 1, inputs: Float32Array.of(1), targets: Float32Array.of(0) };

  it('gives (1 - 1/N)^N for dx/dt = -x', () => {
    for (const n of [1, 2, 10]) {
      const [y] = withTrainee(engine, eulerNetwork(decay, n), (copy) => copy.predict(one.inputs, 1));
      expect(y).toBeCloseTo((1 - 1 / n) ** n, 6);
    }
    // T = 2 in 4 steps: (1 - 1/2)^4.
    const [y] = withTrainee(engine, eulerNetwork(decay, 4, 2), (copy) => copy.predict(one.inputs, 1));
    expect(y).toBeCloseTo(1 / 16, 6);
  });

  it('is wrong by |(1 - 1/N)^N - 1/e|, which halves with the step from 16 steps on: within 0.05 of 2', () => {
    const errors = eulerErrors(engine, decay, one, halvings);
    for (const [i, n] of halvings.entries()) {
      expect(errors[i]).toBeCloseTo(Math.abs((1 - 1 / n) ** n - Math.exp(-1)), 6);
    }
    for (const ratio of ratios(errors).slice(4)) expect(Math.abs(ratio - 2)).toBeLessThan(0.05);
  });

  it('halves its error with random tanh units of two layers too, from 64 steps on: five seeds', () => {
    for (const seed of fiveSeeds) {
      const settings = settingsFor({ initializer: 'he', activation: 'tanh', depth: 2, layersPerUnit: 2 });
      const data = spiral(seed);
      const errors = eulerErrors(engine, untrained(settings, data, seed), firstBatch(settings, data, seed), halvings);
      for (const ratio of ratios(errors).slice(6)) expect(Math.abs(ratio - 2)).toBeLessThan(0.05);
    }
  });

  it('is the same on the tape', async () => {
    const [a, b] = [engine, await tapeEngine()].map((on) => eulerErrors(on, decay, one, [1, 2, 4]));
    for (const [i, error] of (a ?? []).entries()) expect(error).toBeCloseTo(b?.[i] ?? Number.NaN, 6);
  });

  it('needs a unit, and nothing after the addition', () => {
    expect(() => eulerNetwork(scalarSubject([1], { order: 'post' }), 4)).toThrow(RangeError);
    expect(() => eulerNetwork(scalarSubject([]), 4)).toThrow(RangeError);
  });
});
