import { beforeAll, describe, expect, it } from 'vitest';
import { branchReport } from '../../../src/model/analysis/branches.ts';
import { measure, type Subject, scoreOf, untrained } from '../../../src/model/analysis/subject.ts';
import { identity } from '../../../src/model/data/identity.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { networkOf } from '../../../src/model/network/specification.ts';
import { firstBatch, fiveSeeds, fused, mean, median, settingsFor, trained } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

const eye = (size: number) => Float32Array.from({ length: size ** 2 }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));

/** Residual units that add these vectors, whatever comes in: kernels 0, biases given. */
const adding = (biases: readonly (readonly number[])[], part: Partial<Settings> = {}): Subject => {
  const dense = (kernel: Float32Array, bias: readonly number[]) => ({ kernel, bias: Float32Array.from(bias) });
  return {
    network: networkOf(settingsFor({ width: 2, depth: biases.length, shortcutScale: 1, ...part })),
    parameters: {
      stem: dense(eye(2), [0, 0]),
      units: biases.map((bias) => ({ layers: [dense(new Float32Array(4), bias)] })),
      head: dense(eye(2), [0, 0]),
    },
    task: 'regress',
  };
};
const one = { count: 1, inputs: Float32Array.of(3, 4), targets: Float32Array.of(0, 0) };

describe('the branch report', () => {
  it('can be checked by hand', () => {
    // x_0 = (3, 4), norm 5; F = (0, 1): ratio 1/5. x_1 = (3, 5), norm sqrt 34; F = (0, -1): 1 / sqrt 34. They cancel.
    const { ratios, cancellation, weightNorms } = branchReport(
      adding([
        [0, 1],
        [0, -1],
      ]),
      one,
    );
    expect(ratios[0]).toBeCloseTo(1 / 5, 12);
    expect(ratios[1]).toBeCloseTo(1 / Math.sqrt(34), 12);
    expect(cancellation).toBe(0);
    expect(weightNorms).toEqual([Math.SQRT2, 0, 0, Math.SQRT2]);
  });

  it('tells one direction (1) from a right angle (1 / sqrt 2)', () => {
    expect(
      branchReport(
        adding([
          [0, 1],
          [0, 3],
        ]),
        one,
      ).cancellation,
    ).toBeCloseTo(1, 12);
    expect(
      branchReport(
        adding([
          [0, 1],
          [1, 0],
        ]),
        one,
      ).cancellation,
    ).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('counts alpha in the shares alone', () => {
    const { ratios, shares } = branchReport(
      adding(
        [
          [0, 5],
          [0, 5],
        ],
        { branchScale: 'units' },
      ),
      one,
    );
    expect(ratios[0]).toBeCloseTo(1, 12);
    expect(shares[0]).toBeCloseTo(1 / 2, 12);
  });

  it('agrees with the telemetry of both engines', async () => {
    const settings = settingsFor({ depth: 8, layersPerUnit: 2, shortcutScale: 1, normalization: 'layer' });
    const data = spiral(1);
    const [subject, batch] = [untrained(settings, data, 1), firstBatch(settings, data, 1)];
    const report = branchReport(subject, batch);
    for (const on of [engine, await tapeEngine()]) {
      const row = measure(on, subject, batch);
      const [branches, states] = [row.read('branchNorm'), row.read('stateNorm')];
      for (const [l, ratio] of report.ratios.entries()) {
        expect((branches[l] ?? 0) / (states[l] ?? 1) / ratio).toBeCloseTo(1, 4);
      }
      for (const [k, norm] of report.weightNorms.entries())
        expect((row.read('weightNorm')[k] ?? 0) / norm).toBeCloseTo(1, 5);
    }
  });
});

/**
 * Ten units of two layers learn the identity, width 8. Stem and head begin as the identity and are learned, and decay
 * acts on them too, so what strong decay does to a bare stack of units cannot be seen here.
 */
function fit(part: Partial<Settings>) {
  const settings = settingsFor({
    dataset: 'identity',
    width: 8,
    depth: 20,
    layersPerUnit: 2,
    initializer: 'he',
    optimizer: 'adamw',
    rate: 0.003,
    steps: 600,
    ...part,
  });
  const all = fiveSeeds.map((seed) => {
    const data = identity(seed);
    const drawn = untrained(settings, data, seed);
    const open = { kernel: eye(8), bias: new Float32Array(8) };
    const from = { ...drawn, parameters: { ...drawn.parameters, stem: open, head: open } };
    const subject = trained(engine, settings, data, seed, { stages: 10, from });
    const [before, after] = [branchReport(from, data.test), branchReport(subject, data.test)];
    const trunk = ({ weightNorms }: typeof before) => mean(weightNorms.slice(1, -1));
    return {
      loss: scoreOf(engine, subject, data.train).loss,
      ratio: median(after.ratios),
      share: median(after.shares),
      cancellation: after.cancellation,
      weights: trunk(after) / trunk(before),
    };
  });
  const of = (quantity: keyof (typeof all)[number]) => all.map((entry) => entry[quantity]);
  return { of, median: (quantity: keyof (typeof all)[number]) => median(of(quantity)) };
}

describe('learning the identity, five seeds', () => {
  it('without decay leaves branches and weights as large as they were: the branches cancel', () => {
    const free = fit({ shortcutScale: 1, branchScale: 'sqrt' });
    expect(free.median('loss')).toBeLessThan(0.1);
    expect(free.median('ratio')).toBeGreaterThan(0.1);
    expect(free.median('weights')).toBeGreaterThan(0.85);
    expect(free.median('cancellation')).toBeLessThan(0.2);

    const decayed = fit({ shortcutScale: 1, branchScale: 'sqrt', decay: 1 });
    expect(decayed.median('loss')).toBeLessThan(free.median('loss'));
    expect(decayed.median('weights')).toBeLessThan(0.5);
    expect(decayed.median('share')).toBeLessThan(free.median('share') / 1.8);
    expect(decayed.median('cancellation')).toBeGreaterThan(0.4);
  });

  it('is done before it begins where branches start at 0', () => {
    expect(fit({ shortcutScale: 1, branchScale: 'zero' }).of('loss')).toEqual(fiveSeeds.map(() => 0));
  });

  it('is beyond a plain network', () => {
    expect(Math.min(...fit({}).of('loss'))).toBeGreaterThan(0.25);
  });
});
