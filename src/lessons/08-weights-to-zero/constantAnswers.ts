/** What the best answers cost that do not look at their input: the yardsticks of the identity task. */
import type { Examples } from '../../model/data/dataset.ts';

export interface ConstantAnswers {
  /** Mean squared error of answering 0. */
  readonly zero: number;
  /** Mean squared error of answering each target's mean over the examples: their variance. */
  readonly mean: number;
}

/** @param examples of a regression; targets [count, size] row-major */
export function constantAnswers({ count, targets }: Examples): ConstantAnswers {
  const size = targets.length / count;
  const sums = new Float64Array(size);
  let squares = 0;
  for (const [i, target] of targets.entries()) {
    sums[i % size] = (sums[i % size] ?? 0) + target;
    squares += target ** 2;
  }
  const zero = squares / targets.length;
  const explained = sums.reduce((total, sum) => total + (sum / count) ** 2, 0) / size;
  return { zero, mean: zero - explained };
}
