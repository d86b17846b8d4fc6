/** What is left of the gradients when every trunk weight is multiplied by a small number. */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import type { Parameters } from '../network/parameters.ts';
import { withTrunkKernels } from './kernels.ts';
import { measure, type Subject } from './subject.ts';
import { leastSquaresSlope } from './vectors.ts';

/** The trunk's kernels times `factor`; biases, norms, stem and head as they were. */
export const shrunk = (parameters: Parameters, factor: number): Parameters =>
  withTrunkKernels(parameters, (kernel) => kernel.map((w) => factor * w));

export interface ShrinkReport {
  /** p in ||dE/dW|| ~ factor^p for each trunk layer; NaN where fewer than two gradients are above 0. */
  readonly exponents: readonly number[];
  /** ||dE/dx_0|| / ||dE/dx_units|| at each factor. */
  readonly ratios: readonly number[];
}

/** Measures one batch at each factor, and fits a line through the logarithms. */
export function shrinkReport(
  engine: Engine,
  subject: Subject,
  batch: Examples,
  factors: readonly number[],
): ShrinkReport {
  const rows = factors.map((factor) => {
    const small = { ...subject, parameters: shrunk(subject.parameters, factor) };
    return { factor, row: measure(engine, small, batch) };
  });
  const exponents = Array.from({ length: subject.network.depth }, (_, layer) =>
    leastSquaresSlope(
      rows.flatMap(({ factor, row }) => {
        const gradient = row.read('kernelGradNorm')[layer + 1] ?? 0;
        return gradient > 0 ? [[Math.log(factor), Math.log(gradient)] as const] : [];
      }),
    ),
  );
  const ratios = rows.map(({ row }) => {
    const norms = row.read('stateGradNorm');
    return (norms[0] ?? Number.NaN) / (norms.at(-1) ?? Number.NaN);
  });
  return { exponents, ratios };
}
