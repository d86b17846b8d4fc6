import { beforeAll, describe, expect, it } from 'vitest';
import { kernelsOf } from '../../../src/model/analysis/kernels.ts';
import {
  gradientAgreement,
  kernelGradients,
  meanCosine,
  stateSimilarity,
} from '../../../src/model/analysis/similarity.ts';
import { measure, untrained } from '../../../src/model/analysis/subject.ts';
import { norm } from '../../../src/model/analysis/vectors.ts';
import { batchStream } from '../../../src/model/data/batches.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { random } from '../../../src/model/random.ts';
import { firstBatch, fiveSeeds, fused, median, scalarSubject, settingsFor } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

describe('the mean cosine', () => {
  it('is 1 for one direction, -1 for two opposite ones, 0 for orthogonal ones', () => {
    expect(meanCosine(Float64Array.of(1, 2, 2, 4, 3, 6), 3)).toBeCloseTo(1, 12);
    expect(meanCosine(Float64Array.of(1, 2, -2, -4), 2)).toBeCloseTo(-1, 12);
    expect(meanCosine(Float64Array.of(3, 0, 0, 5), 2)).toBeCloseTo(0, 12);
  });

  it('leaves out rows without a direction', () => {
    expect(meanCosine(Float64Array.of(1, 1, 0, 0, 1, 1), 3)).toBeCloseTo(1, 12);
    expect(meanCosine(Float64Array.of(1, 1, 0, 0), 2)).toBeNaN();
  });

  it('is the mean over all pairs', () => {
    const stream = random(1, 'pairs');
    const rows = Array.from({ length: 7 }, () => Array.from({ length: 3 }, () => stream.normal()));
    const cosines = rows.flatMap((a, i) =>
      rows.slice(i + 1).map((b) => a.reduce((sum, v, j) => sum + v * (b[j] ?? 0), 0) / (norm(a) * norm(b))),
    );
    expect(meanCosine(Float64Array.from(rows.flat()), 7)).toBeCloseTo(
      cosines.reduce((sum, c) => sum + c, 0) / cosines.length,
      12,
    );
  });
});

describe('the gradients of the kernels', () => {
  it('can be checked by hand, whatever the optimizer and its decay', () => {
    // y = h w s u = 5 * 3 * 2 * 1 = 30, target 29: E = 1, dE/dy = 2; times s u h, w u h, w s u.
    const subject = scalarSubject([3], { optimizer: 'adam', decay: 10 }, { stem: 2, head: 5 });
    const batch = { count: 1, inputs: Float32Array.of(1), targets: Float32Array.of(29) };
    const [stem, trunk, head] = kernelGradients(engine, subject, batch).map(([g]) => g);
    expect([stem, trunk, head]).toEqual([2 * 15, 2 * 10, 2 * 6]);
  });

  it('have the norms of telemetry, however small', () => {
    const settings = settingsFor({ depth: 40, activation: 'sigmoid' });
    const data = spiral(1);
    const [subject, batch] = [untrained(settings, data, 1), firstBatch(settings, data, 1)];
    const norms = measure(engine, subject, batch).read('kernelGradNorm');
    expect(norms[1]).toBeLessThan(1e-20);
    for (const [k, gradient] of kernelGradients(engine, subject, batch).entries()) {
      expect(norm(gradient) / (norms[k] ?? 0)).toBeCloseTo(1, 5);
    }
  });

  it('have the shapes of the kernels, are the same on the tape, and leave the subject as it was', async () => {
    const settings = settingsFor({
      depth: 6,
      normalization: 'batch',
      shortcutScale: 1,
      optimizer: 'adamw',
      decay: 0.1,
    });
    const data = spiral(1);
    const [subject, batch] = [untrained(settings, data, 1), firstBatch(settings, data, 1)];
    const before = structuredClone(subject);
    const [a, b] = [engine, await tapeEngine()].map((one) => kernelGradients(one, subject, batch));
    expect(a?.map(({ length }) => length)).toEqual(kernelsOf(subject.parameters).map(({ length }) => length));
    for (const [k, gradient] of (a ?? []).entries()) {
      const other = b?.[k] ?? new Float64Array();
      expect(norm(gradient.map((value, i) => value - (other[i] ?? 0))) / norm(other)).toBeLessThan(1e-4);
    }
    expect(subject).toEqual(before);
  });
});

/** Last state's similarity, and agreement of the first two batches, at 50 layers: medians over five seeds. */
function atStart(part: Partial<Settings>) {
  const settings = settingsFor({ initializer: 'he', depth: 50, ...part });
  const all = fiveSeeds.map((seed) => {
    const data = spiral(seed);
    const subject = untrained(settings, data, seed);
    const next = batchStream(data.train, settings.batch, seed);
    const [one, other] = [next(), next()];
    return [stateSimilarity(subject, one).at(-1), gradientAgreement(engine, subject, one, other)] as const;
  });
  return {
    similarity: median(all.map(([similarity]) => similarity ?? Number.NaN)),
    agreement: median(all.map(([, agreement]) => agreement)),
  };
}

describe('fifty layers at the start, medians over five seeds', () => {
  it('map every input to one direction when plain: He 1.000, layer norm 1.000', () => {
    expect(atStart({}).similarity).toBeGreaterThan(0.99);
    expect(atStart({ normalization: 'layer' }).similarity).toBeGreaterThan(0.99);
  });

  it('keep inputs apart under batch norm, where two batches no longer agree', () => {
    const { similarity, agreement } = atStart({ normalization: 'batch' });
    expect(similarity).toBeLessThan(0.6);
    expect(Math.abs(agreement)).toBeLessThan(0.3);
  });

  it('keep inputs apart beside shortcuts, where two batches agree', () => {
    const norms = atStart({ normalization: 'layer', shortcutScale: 1, layersPerUnit: 2 });
    expect(norms.similarity).toBeLessThan(0.95);
    expect(norms.agreement).toBeGreaterThan(0.7);
    const silent = atStart({ branchScale: 'zero', shortcutScale: 1, layersPerUnit: 2 });
    expect(Math.abs(silent.similarity)).toBeLessThan(0.05);
    expect(silent.agreement).toBeGreaterThan(0.8);
  });

  it('agree with themselves', () => {
    const settings = settingsFor({ depth: 4 });
    const data = spiral(2);
    const batch = firstBatch(settings, data, 2);
    expect(gradientAgreement(engine, untrained(settings, data, 2), batch, batch)).toBeCloseTo(1, 12);
  });
});
