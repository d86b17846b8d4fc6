/** The identity task: give back what came in. */
import { type Random, random } from '../random.ts';
import type { Data, Examples } from './dataset.ts';

const features = 8;

/**
 * 1,024 training and 512 test examples of 8 features |N(0, 1)|; the target is the input. Features are not negative, so
 * that a ReLU network can represent the answer. Mean squared error of always saying 0: 1; of saying the mean
 * sqrt(2/pi): 1 - 2/pi = 0.363.
 */
export const identity = (seed: number): Data => ({
  task: 'regress',
  inputSize: features,
  outputSize: features,
  train: examples(1024, random(seed, 'data')),
  test: examples(512, random(seed, 'test data')),
});

function examples(count: number, stream: Random): Examples {
  const inputs = Float32Array.from({ length: count * features }, () => Math.abs(stream.normal()));
  return { count, inputs, targets: inputs.slice() };
}
