import { beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../../src/model/data/dataset.ts';
import { dataOf } from '../../../src/model/data/load.ts';
import { agreement } from '../../../src/model/engine/agreement.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { tapeEngine, tensorCount } from '../../../src/model/engine/tape.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { kernelBytes } from './kernel.ts';

let fused: Engine;
let tape: Engine;
let data: Data;
beforeAll(async () => {
  fused = await fusedEngine(await kernelBytes());
  tape = await tapeEngine();
  data = await dataOf('spiral', 1, () => Promise.reject(new Error('no file here')));
});

const experiment: Experiment = { ...defaultExperiment, dataset: 'spiral', width: 8, depth: 6, batch: 16, seeds: [1] };

/** The engine, with one number of one row multiplied by 1.001. */
const perturbed = (engine: Engine, arm: number, step: number, at: number): Engine => {
  let created = 0;
  return {
    ...engine,
    create(...given) {
      const trainee = engine.create(...given);
      const mine = created++ === arm;
      let done = 0;
      return {
        ...trainee,
        step(batch, rows, offset) {
          const divergence = trainee.step(batch, rows, offset);
          if (mine && done++ === step) rows[offset + at] = (rows[offset + at] ?? 0) * 1.001;
          return divergence;
        },
      };
    },
  };
};

describe('the agreement of two engines', () => {
  it('is exact for an engine and itself', () => {
    expect(agreement(experiment, data, { fused, tape: fused }).largest).toBe(0);
    expect(agreement(experiment, data, { fused: tape, tape }).largest).toBe(0);
  });

  it('is within 1e-4 for fused and tape, but not exact, and leaves no tensor behind', () => {
    const before = tensorCount();
    const { largest } = agreement(experiment, data, { fused, tape });
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(1e-4);
    expect(tensorCount()).toBe(before);
  });

  // Two layers a unit: 8 kernel gradients from index 2 on, then 4 state gradients, 4 state norms, 3 branch norms.
  it.each([
    ['loss', 0],
    ['kernelGradNorm', 5],
    ['stateGradNorm', 11],
    ['stateNorm', 14],
    ['branchNorm', 20],
    ['weightNorm', 21],
  ] as const)('notices a thousandth in %s, and says where', (quantity, at) => {
    const found = agreement(experiment, data, { fused: perturbed(fused, 1, 13, at), tape });
    expect(found).toMatchObject({ quantity, step: 13, arm: 1 });
    expect(found.largest).toBeGreaterThan(0.9e-3);
    expect(found.largest).toBeLessThan(1.1e-3);
  });

  it('notices an engine that is not finite where the other is', () => {
    const broken: Engine = {
      ...fused,
      create(...given) {
        const trainee = fused.create(...given);
        return {
          ...trainee,
          step(batch, rows, offset) {
            trainee.step(batch, rows, offset);
            rows[offset] = Number.NaN;
            return undefined;
          },
        };
      },
    };
    expect(agreement(experiment, data, { fused: broken, tape }).largest).toBe(Number.POSITIVE_INFINITY);
  });

  it('compares no more steps than the experiment has', () => {
    const late = (steps: number) =>
      agreement({ ...experiment, steps }, data, { fused: perturbed(fused, 0, 4, 0), tape: fused }).largest;
    expect(late(4)).toBe(0);
    expect(late(5)).toBeGreaterThan(0.9e-3);
  });
});
