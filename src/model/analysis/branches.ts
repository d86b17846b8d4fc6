/** How much the branches of a residual network do, each alone and all together. */
import type { Examples } from '../data/dataset.ts';
import { kernelsOf } from './kernels.ts';
import { branchScaleAt, referenceForward } from './referenceForward.ts';
import type { Subject } from './subject.ts';
import { norm } from './vectors.ts';

export interface BranchReport {
  /** ||F(x_l)|| / ||x_l|| by unit, before alpha. */
  readonly ratios: readonly number[];
  /** ||alpha F(x_l)|| / ||x_l|| by unit: what is added, beside what it is added to. */
  readonly shares: readonly number[];
  /** ||sum of alpha F|| / sum of ||alpha F||: 1 where all branches pull one way, 0 where they cancel; NaN where all are 0. */
  readonly cancellation: number;
  /** ||W|| of stem, trunk layers, head. */
  readonly weightNorms: readonly number[];
}

/** Norms are Euclidean, over all examples. The sum over branches is the trunk's work only in order `pre` with lambda 1. */
export function branchReport({ network, parameters }: Subject, { inputs, count }: Examples): BranchReport {
  const { states, branches } = referenceForward(network, parameters, inputs, count);
  const total = new Float64Array(count * network.width);
  let lengths = 0;
  const ratios: number[] = [];
  const shares: number[] = [];
  for (const [l, branch] of branches.entries()) {
    const scale = branchScaleAt(network, parameters, l);
    const [length, stateLength] = [norm(branch), norm(states[l] ?? [])];
    for (const [i, value] of branch.entries()) total[i] = (total[i] ?? 0) + scale * value;
    lengths += Math.abs(scale) * length;
    ratios.push(length / stateLength);
    shares.push((Math.abs(scale) * length) / stateLength);
  }
  return { ratios, shares, cancellation: norm(total) / lengths, weightNorms: kernelsOf(parameters).map(norm) };
}
