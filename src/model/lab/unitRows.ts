/** One step of one network as a table: what each unit received, added, and was told by the gradient. */
import { type Layout, read } from '../telemetry.ts';

/** Norms are Euclidean, over the batch for states and branches; undefined where a place has no such tensor. */
export interface UnitRow {
  readonly place: 'stem' | 'unit' | 'head';
  /** Units count from 1. */
  readonly unit: number;
  /** ||x_l||, what comes in. */
  readonly state?: number;
  /** ||F(x_l)||, what the branch makes of it. */
  readonly branch?: number;
  /** ||dE/dx_l||, what comes back. */
  readonly stateGradient?: number;
  /** ||dE/dW||, over all kernels of the place: the root of the sum of their squares. */
  readonly kernelGradient: number;
}

const together = (norms: Float32Array): number => Math.hypot(...norms);

/** From the stem, through the units, to the head, at one telemetry row. */
export function unitRows(layout: Layout, rows: Float32Array, step: number): UnitRow[] {
  const of = (quantity: 'stateNorm' | 'branchNorm' | 'stateGradNorm' | 'kernelGradNorm') =>
    read(layout, rows, step, quantity);
  const [states, branches, gradients, kernels] = [
    of('stateNorm'),
    of('branchNorm'),
    of('stateGradNorm'),
    of('kernelGradNorm'),
  ];
  const { units } = layout;
  const perUnit = units > 0 ? (kernels.length - 2) / units : 0;
  const at = (values: Float32Array, index: number) => values[index] ?? Number.NaN;
  return [
    { place: 'stem', unit: 0, kernelGradient: at(kernels, 0) },
    ...Array.from(
      { length: units },
      (_, l): UnitRow => ({
        place: 'unit',
        unit: l + 1,
        state: at(states, l),
        branch: at(branches, l),
        stateGradient: at(gradients, l),
        kernelGradient: together(kernels.subarray(1 + l * perUnit, 1 + (l + 1) * perUnit)),
      }),
    ),
    {
      place: 'head',
      unit: units + 1,
      state: at(states, units),
      stateGradient: at(gradients, units),
      kernelGradient: at(kernels, kernels.length - 1),
    },
  ];
}
