import { beforeAll, describe, expect, it } from 'vitest';
import { shortcutInWeights } from '../../../src/model/analysis/identityShift.ts';
import { type Subject, untrained, withTrainee } from '../../../src/model/analysis/subject.ts';
import { batchStream } from '../../../src/model/data/batches.ts';
import { identity } from '../../../src/model/data/identity.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { tapeEngine } from '../../../src/model/engine/tape.ts';
import type { Settings } from '../../../src/model/experiment.ts';
import { fiveSeeds, fused, settingsFor } from './cases.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fused();
});

const linear: Partial<Settings> = {
  dataset: 'identity',
  width: 8,
  depth: 10,
  activation: 'linear',
  initializer: 'normal',
  shortcutScale: 1,
};

/** Losses of the residual network and of its twin, step by step. */
function bothLosses(on: Engine, part: Partial<Settings>, seed: number, steps: number): [number[], number[]] {
  const settings = settingsFor({ ...linear, ...part });
  const data = identity(seed);
  const losses = (subject: Subject) =>
    withTrainee(on, subject, (trainee) => {
      const next = batchStream(data.train, settings.batch, seed);
      const row = new Float32Array(trainee.layout.stride);
      return Array.from({ length: steps }, () => {
        trainee.step(next(), row, 0);
        return row[trainee.layout.at.loss] ?? Number.NaN;
      });
    });
  const residual = untrained(settings, data, seed);
  return [losses(residual), losses(shortcutInWeights(residual))];
}
const furthest = ([a, b]: [number[], number[]]) =>
  Math.max(...a.map((loss, i) => Math.abs(loss - (b[i] ?? Number.NaN))));

describe('the shortcut in the weights, ten linear layers, 300 steps, five seeds', () => {
  it.each([
    ['sgd', 0.03],
    ['adam', 0.003],
  ] as const)('changes nothing under %s', (optimizer, rate) => {
    for (const seed of fiveSeeds) {
      const both = bothLosses(engine, { optimizer, rate }, seed, 300);
      expect(furthest(both)).toBeLessThan(1e-4);
      expect(both[0].at(-1)).toBeLessThan((both[0][0] ?? 0) / 10);
    }
  });

  it.each([
    ['sgd', 0.03],
    ['adam', 0.003],
  ] as const)(
    'is pulled apart by decay under %s: towards 0 in one, towards the identity in the other',
    (optimizer, rate) => {
      for (const seed of fiveSeeds) {
        const [residual, plain] = bothLosses(engine, { optimizer, rate, decay: 0.03 }, seed, 300);
        expect(plain.at(-1)).toBeGreaterThan(1.5 * (residual.at(-1) ?? Number.NaN));
      }
    },
  );

  it('changes nothing on the tape', async () => {
    expect(furthest(bothLosses(await tapeEngine(), { optimizer: 'adam', rate: 0.003, depth: 4 }, 1, 20))).toBeLessThan(
      1e-4,
    );
  });

  it('is refused where a unit is more than one linear layer', () => {
    for (const part of [
      { activation: 'relu' },
      { layersPerUnit: 2 },
      { shortcutScale: 0 },
      { normalization: 'layer' },
    ] as const) {
      const subject = untrained(settingsFor({ ...linear, ...part }), spiral(1), 1);
      expect(() => shortcutInWeights(subject)).toThrow(RangeError);
    }
  });
});
