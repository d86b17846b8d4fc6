/** Three rings around one centre. */
import { type Random, random } from '../random.ts';
import type { Data, Examples } from './dataset.ts';

const radii = [0.3, 0.6, 0.9];
const noise = 0.05;

/** 768 training and 768 test points in about [-1, 1]^2, a third of them on each ring; classes 0 (inner) to 2 (outer). */
export const rings = (seed: number): Data => ({
  task: 'classify',
  inputSize: 2,
  outputSize: radii.length,
  train: points(768, random(seed, 'data')),
  test: points(768, random(seed, 'test data')),
});

/** The angle is uniform; the noise is normal and along the radius. */
function points(count: number, stream: Random): Examples {
  const inputs = new Float32Array(2 * count);
  const targets = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const ring = i % radii.length;
    const angle = 2 * Math.PI * stream.uniform();
    const radius = (radii[ring] ?? 0) + noise * stream.normal();
    inputs[2 * i] = radius * Math.cos(angle);
    inputs[2 * i + 1] = radius * Math.sin(angle);
    targets[i] = ring;
  }
  return { count, inputs, targets };
}
