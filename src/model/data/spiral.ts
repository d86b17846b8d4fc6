/** Two arms of a spiral, each turning once around the origin: no straight line parts them. */
import { type Random, random } from '../random.ts';
import type { Data, Examples } from './dataset.ts';

const arms = 2;
const turns = 1;
const noise = 0.05;

/** 768 training and 768 test points in about [-1, 1]^2, half of them on each arm; classes 0 and 1. */
export const spiral = (seed: number): Data => ({
  task: 'classify',
  inputSize: 2,
  outputSize: arms,
  train: points(768, random(seed, 'data')),
  test: points(768, random(seed, 'test data')),
});

/**
 * Radius t and angle 2 pi (turns t + arm / arms), with normal noise on both coordinates. t is the root of a uniform
 * number, which spreads the points evenly over the disc: few lie at the centre, where the arms touch.
 */
function points(count: number, stream: Random): Examples {
  const inputs = new Float32Array(2 * count);
  const targets = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const arm = i % arms;
    const t = Math.sqrt(stream.uniform());
    const angle = 2 * Math.PI * (turns * t + arm / arms);
    inputs[2 * i] = t * Math.cos(angle) + noise * stream.normal();
    inputs[2 * i + 1] = t * Math.sin(angle) + noise * stream.normal();
    targets[i] = arm;
  }
  return { count, inputs, targets };
}
