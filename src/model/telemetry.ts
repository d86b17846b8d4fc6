/**
 * What is measured, and where it lies in memory. One row a step, taken with the parameters that the step starts from
 * (row 0 is the network before any training). All norms are Euclidean, over the whole tensor.
 */
import type { ArmSettings } from './experiment.ts';

/** The quantities of one row, in this order. `loss` and `accuracy` are single numbers, the rest one number a layer. */
export const quantities = [
  'loss',
  'accuracy',
  'kernelGradNorm',
  'stateGradNorm',
  'stateNorm',
  'branchNorm',
  'weightNorm',
] as const;
export type Quantity = (typeof quantities)[number];
/** What has one number a layer or a unit. */
export type LayeredQuantity = Exclude<Quantity, 'loss' | 'accuracy'>;

export interface Layout {
  readonly units: number;
  /** Numbers in one row. */
  readonly stride: number;
  /** First index of a quantity in the row. */
  readonly at: Readonly<Record<Quantity, number>>;
  /** How many numbers the quantity takes. */
  readonly size: Readonly<Record<Quantity, number>>;
}

/**
 * Kernels and weights count stem, trunk layers, head: depth + 2. States are x_0 ... x_units: units + 1. Branches are
 * F(x_0) ... F(x_{units-1}), before the branch scale.
 */
export function layoutOf({ depth, layersPerUnit }: Pick<ArmSettings, 'depth' | 'layersPerUnit'>): Layout {
  const units = depth / layersPerUnit;
  const size: Record<Quantity, number> = {
    loss: 1,
    accuracy: 1,
    kernelGradNorm: depth + 2,
    stateGradNorm: units + 1,
    stateNorm: units + 1,
    branchNorm: units,
    weightNorm: depth + 2,
  };
  const at = { ...size };
  let stride = 0;
  for (const name of quantities) {
    at[name] = stride;
    stride += size[name];
  }
  return { units, stride, at, size };
}

/** The numbers of one quantity at one row: a view, not a copy. */
export const read = (layout: Layout, rows: Float32Array, row: number, quantity: Quantity): Float32Array => {
  const start = row * layout.stride + layout.at[quantity];
  return rows.subarray(start, start + layout.size[quantity]);
};

/** Where an arm left the finite numbers. `layer` counts states: 0 is the stem's output, units the last one. */
export interface Divergence {
  readonly step: number;
  readonly layer: number;
}

/** Loss and accuracy (share of right answers, 0 for regression) over a whole set, after the last step. */
export interface Score {
  readonly loss: number;
  readonly accuracy: number;
}
export interface Final {
  readonly train: Score;
  readonly test: Score;
  /** Where the very last update left the finite numbers; telemetry has no row that could tell. */
  readonly divergence?: Divergence;
}

/** ||dE/dx_0|| / ||dE/dx_L|| in one row: what the first layer hears of what the last one hears. */
export function gradientRatio(layout: Layout, rows: Float32Array, row: number): number {
  const norms = read(layout, rows, row, 'stateGradNorm');
  return (norms[0] ?? Number.NaN) / (norms[norms.length - 1] ?? Number.NaN);
}
