/** What backpropagation delivers before any training: the gradient's norm state by state. */
import { batchStream } from '../data/batches.ts';
import type { Data, Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../experiment.ts';
import { measure, type Subject, untrained } from './subject.ts';
import { leastSquaresSlope } from './vectors.ts';

export interface GradientAtStart {
  /** ||dE/dx_l|| for l = 0 ... units, over the whole batch. */
  readonly norms: Float32Array;
  /** Decades that the norm loses with each unit on its way back: positive vanishes, negative explodes. */
  readonly slope: number;
  /** ||dE/dx_0|| / ||dE/dx_units||. */
  readonly ratio: number;
}

/** Measured with the seed's own initial parameters and first training batch, as row 0 of a run. */
export const gradientAtStart = (engine: Engine, settings: Settings, data: Data, seed: number): GradientAtStart =>
  gradientOn(engine, untrained(settings, data, seed), batchStream(data.train, settings.batch, seed)());

/** The same of any network, on a batch of choice. */
export function gradientOn(engine: Engine, subject: Subject, batch: Examples): GradientAtStart {
  const norms = measure(engine, subject, batch).read('stateGradNorm').slice();
  return { norms, slope: decadesPerUnit(norms), ratio: (norms[0] ?? Number.NaN) / (norms.at(-1) ?? Number.NaN) };
}

/**
 * Slope of the least-squares line through log10 of the norms. A norm of 0 has fallen below what float32 can hold and is
 * left out; NaN where fewer than two remain.
 */
export function decadesPerUnit(norms: Float32Array): number {
  const points = [...norms].flatMap((value, l) => (value > 0 ? [[l, Math.log10(value)] as const] : []));
  return leastSquaresSlope(points);
}
