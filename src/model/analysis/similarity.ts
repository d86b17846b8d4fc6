/** How alike a network's inputs look to it, and how much two mini-batches agree on where to go. */
import type { Examples } from '../data/dataset.ts';
import type { Engine } from '../engine/engine.ts';
import { kernelsOf } from './kernels.ts';
import { referenceForward } from './referenceForward.ts';
import { measure, type Subject, withTrainee } from './subject.ts';
import { dot, norm } from './vectors.ts';

/**
 * For each state x_0 ... x_units the mean cosine between the states of two different examples. 1: the state tells nothing
 * of the input but its length.
 */
export function stateSimilarity({ network, parameters }: Subject, { inputs, count }: Examples): number[] {
  return referenceForward(network, parameters, inputs, count).states.map((state) => meanCosine(state, count));
}

/**
 * Mean over all pairs of different rows of values [rows, columns]: with unit vectors u_1 ... u_n it is
 * (||sum u_i||^2 - n) / (n (n - 1)). A row of zeros has no direction and is left out; NaN where fewer than two remain.
 */
export function meanCosine(values: Float64Array, rows: number): number {
  const columns = values.length / rows;
  const sum = new Float64Array(columns);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const one = values.subarray(row * columns, (row + 1) * columns);
    const length = norm(one);
    if (length === 0) continue;
    n++;
    for (const [j, value] of one.entries()) sum[j] = (sum[j] ?? 0) + value / length;
  }
  return n < 2 ? Number.NaN : (dot(sum, sum) - n) / (n * (n - 1));
}

/**
 * dE/dW of every kernel on one batch, in the order and shapes of `kernelsOf`, to the accuracy of float32: one step of
 * plain SGD, read back. Its rate is a power of two, so large that the parameters are lost in rounding beside the step and
 * only just small enough for float32; what is 10^-36 of the largest gradient reads 0.
 */
export function kernelGradients(engine: Engine, subject: Subject, batch: Examples): Float64Array[] {
  const largest = Math.max(...measure(engine, subject, batch).read('kernelGradNorm'));
  const rate = 2 ** Math.min(126, Math.floor(120 - Math.log2(largest)));
  const network = { ...subject.network, optimizer: 'sgd', rate, decay: 0 } as const;
  return withTrainee(engine, { ...subject, network }, (trainee) => {
    trainee.step(batch, new Float32Array(trainee.layout.stride), 0);
    const after = kernelsOf(trainee.parameters());
    return kernelsOf(subject.parameters).map((before, k) =>
      Float64Array.from(before, (value, i) => (value - (after[k]?.[i] ?? Number.NaN)) / rate),
    );
  });
}

/** Cosine between the gradients of two batches, over all kernels: 1 the same direction, 0 nothing in common. */
export function gradientAgreement(engine: Engine, subject: Subject, one: Examples, other: Examples): number {
  const [a, b] = [kernelGradients(engine, subject, one), kernelGradients(engine, subject, other)];
  const inner = (left: Float64Array[], right: Float64Array[]) =>
    left.reduce((sum, values, k) => sum + dot(values, right[k] ?? []), 0);
  return inner(a, b) / Math.sqrt(inner(a, a) * inner(b, b));
}
