import { beforeAll, describe, expect, it } from 'vitest';
import { kernelsOf } from '../../../src/model/analysis/kernels.ts';
import {
  curvatureAtMinimum,
  filterNormalized,
  localMinima,
  lossAlong,
  movedAlong,
} from '../../../src/model/analysis/landscape.ts';
import { scoreOf, untrained } from '../../../src/model/analysis/subject.ts';
import { norm } from '../../../src/model/analysis/vectors.ts';
import { digits } from '../../../src/model/data/digits.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import { random } from '../../../src/model/random.ts';
import { fiveSeeds, fused, mean, median, scalarSubject, settingsFor, trained } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

describe('a filter-normalised direction', () => {
  it('is as long as the network in every filter, and points elsewhere', () => {
    const data = digits(1);
    const { parameters } = untrained(settingsFor({ width: 24, depth: 3 }), data, 1);
    const direction = filterNormalized(parameters, random(1, 'direction'));
    const column = (kernel: Float32Array, j: number, columns: number) => kernel.filter((_, i) => i % columns === j);
    for (const [k, kernel] of kernelsOf(parameters).entries()) {
      const columns = k === 4 ? 10 : 24;
      const change = direction[k] ?? new Float32Array();
      expect(change).toHaveLength(kernel.length);
      for (let j = 0; j < columns; j++) {
        expect(norm(column(change, j, columns)) / norm(column(kernel, j, columns))).toBeCloseTo(1, 5);
      }
      expect(change).not.toEqual(kernel);
    }
  });

  it('leaves a kernel of zeros at 0', () => {
    const { parameters } = untrained(settingsFor({ depth: 2, branchScale: 'zero', shortcutScale: 1 }), spiral(1), 1);
    const direction = filterNormalized(parameters, random(1, 'direction'));
    expect(norm(direction[1] ?? [])).toBe(0);
    expect(movedAlong(parameters, direction, 0)).toEqual(parameters);
  });
});

describe('a line through the loss', () => {
  const positions = [-1, -0.5, 0, 0.5, 1];

  it('is a parabola where one weight of a linear network moves', async () => {
    // y = 2 (3 + 4 t), target 6: E = (8 t)^2, second derivative 128.
    const subject = scalarSubject([3], {}, { head: 2 });
    const direction = [Float32Array.of(0), Float32Array.of(4), Float32Array.of(0)];
    const one = { count: 1, inputs: Float32Array.of(1), targets: Float32Array.of(6) };
    for (const on of [engine, await tapeEngine()]) {
      const losses = lossAlong(on, subject, direction, one, positions);
      expect(losses).toEqual([64, 16, 0, 16, 64]);
      expect(curvatureAtMinimum(losses, 0.5)).toBe(128);
    }
  });

  it('goes through the network itself at 0', () => {
    const data = spiral(2);
    const subject = untrained(settingsFor({ depth: 4 }), data, 2);
    const direction = filterNormalized(subject.parameters, random(2, 'direction'));
    const [middle] = lossAlong(engine, subject, direction, data.train, [0]);
    expect(middle).toBe(scoreOf(engine, subject, data.train).loss);
  });
});

describe('local minima', () => {
  it.each([
    [[3, 2, 1], 0],
    [[2, 1, 2], 1],
    [[2, 1, 1, 2], 1],
    [[1, 2, 1], 0],
    [[2, 1, 2, 1, 2], 2],
    [[1, 1, 1], 0],
    [[3, 1, 2, 2, 1, 1, 3], 2],
  ])('of %j are %i', (values, wanted) => {
    expect(localMinima(values)).toBe(wanted);
  });
});

describe('ten trained layers with layer norm on the spiral, six lines each, five seeds', () => {
  const positions = Array.from({ length: 41 }, (_, i) => (i - 20) / 20);
  const slices = (shortcutScale: number) => {
    const settings = settingsFor({
      initializer: 'he',
      normalization: 'layer',
      depth: 10,
      optimizer: 'adam',
      rate: 0.003,
      shortcutScale,
    });
    const lines = fiveSeeds.flatMap((seed) => {
      const data = spiral(seed);
      const subject = trained(engine, settings, data, seed);
      const stream = random(seed, 'directions');
      return Array.from({ length: 6 }, () =>
        lossAlong(engine, subject, filterNormalized(subject.parameters, stream), data.train, positions),
      );
    });
    return {
      minima: mean(lines.map(localMinima)),
      curvature: median(lines.map((line) => curvatureAtMinimum(line, 0.05))),
    };
  };

  it('lie in a sharper and rougher valley when plain', () => {
    const [plain, residual] = [slices(0), slices(1)];
    expect(plain.curvature).toBeGreaterThan(4 * residual.curvature);
    expect(plain.minima).toBeGreaterThan(1.3 * residual.minima);
  });
});
