/** Where training starts. Every tensor comes from its own stream, so neighbours never shift it. */
import type { Settings } from '../experiment.ts';
import { keeping } from '../keeping.ts';
import { type Random, random } from '../random.ts';
import type { Dense, Norm, Parameters, TrunkLayer, Unit } from './parameters.ts';
import { unitsOf } from './specification.ts';

/**
 * Parameters of the network that `settings` describe, for inputs of `inputSize` and outputs of `outputSize` numbers.
 *
 * Stem and head are LeCun normal (sd 1/sqrt(in)), not multiplied by the gain. Trunk kernels [width, width] are drawn
 * from normal distributions, never uniform ones, and multiplied by `gain`: he sd sqrt(2/in); glorot sd
 * sqrt(2/(in + out)); lecun sd sqrt(1/in), on a square kernel the same as glorot; orthogonal; normal sd `spread`;
 * identity I + `spread` N. Biases are 0, gamma 1, beta 0. Norms exist only where a normalization is chosen, so without
 * one `finalNorm` does nothing. The shortcut scale, the optimizer and the depth play no part: the plain and the
 * residual arm of one seed get identical tensors, and a deeper network begins with the layers of a shallower one.
 *
 * Sources: He et al. 2015 (arXiv:1502.01852), Glorot and Bengio 2010, Saxe et al. 2014.
 */
export function initialize(settings: Settings, inputSize: number, outputSize: number, seed: number): Parameters {
  const { width, layersPerUnit, normalization, branchScale } = settings;
  const normed = normalization !== 'none';
  const layer = (unit: number, index: number): TrunkLayer => {
    const silent = branchScale === 'zero' && index === layersPerUnit - 1;
    const kernel = silent
      ? new Float32Array(width * width)
      : trunkKernel(settings, seed, `trunk ${unit * layersPerUnit + index}`);
    return { kernel, bias: new Float32Array(width), ...(normed && { norm: newNorm(width) }) };
  };
  const unit = (u: number): Unit => ({
    layers: Array.from({ length: layersPerUnit }, (_, index) => layer(u, index)),
    ...(branchScale === 'learned' && { scale: new Float32Array(1) }),
  });
  return {
    stem: lecunDense(inputSize, width, seed, 'stem'),
    units: Array.from({ length: unitsOf(settings) }, (_, u) => unit(u)),
    ...(normed && settings.finalNorm && { finalNorm: newNorm(width) }),
    head: lecunDense(width, outputSize, seed, 'head'),
  };
}

const newNorm = (width: number): Norm => ({ gamma: new Float32Array(width).fill(1), beta: new Float32Array(width) });

/** Standard normal numbers: all arms begin with the same ones, and so does the next run of a drag. 8 MB of them are kept. */
const drawn = keeping<Float64Array>(2 ** 20);

const standardNormals = (count: number, seed: number, label: string): Float64Array =>
  drawn.of(`${seed} ${label} ${count}`, () => {
    const stream = random(seed, label);
    const values = new Float64Array(count);
    for (let i = 0; i < count; i++) values[i] = stream.normal();
    drawn.grew(count);
    return values;
  });

function normals(count: number, sd: number, seed: number, label: string): Float32Array {
  const standard = standardNormals(count, seed, label);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = sd * (standard[i] ?? 0);
  return values;
}

const lecunDense = (from: number, to: number, seed: number, label: string): Dense => ({
  kernel: normals(from * to, 1 / Math.sqrt(from), seed, label),
  bias: new Float32Array(to),
});

function trunkKernel({ width, initializer, gain, spread }: Settings, seed: number, label: string): Float32Array {
  const size = width * width;
  switch (initializer) {
    case 'he':
      return normals(size, gain * Math.sqrt(2 / width), seed, label);
    case 'glorot':
    case 'lecun':
      return normals(size, gain * Math.sqrt(1 / width), seed, label);
    case 'normal':
      return normals(size, gain * spread, seed, label);
    case 'identity':
      return normals(size, spread, seed, label).map((noise, i) => gain * ((i % (width + 1) === 0 ? 1 : 0) + noise));
    case 'orthogonal':
      return orthogonal(width, random(seed, label)).map((value) => gain * value);
  }
}

/**
 * A random orthogonal matrix [n, n], uniform over the group: Gram-Schmidt on the rows of a Gaussian matrix. Every row
 * keeps its own direction (R has a positive diagonal), which is the sign fix that a QR routine would need (Mezzadri
 * 2007). Each row is made orthogonal twice, which keeps float64 accuracy.
 */
function orthogonal(n: number, stream: Random): Float32Array {
  const rows: Float64Array[] = [];
  for (let r = 0; r < n; r++) {
    const row = Float64Array.from({ length: n }, () => stream.normal());
    for (const other of [...rows, ...rows]) {
      const along = dot(row, other);
      for (let i = 0; i < n; i++) row[i] = (row[i] ?? 0) - along * (other[i] ?? 0);
    }
    const length = Math.sqrt(dot(row, row));
    rows.push(row.map((value) => value / length));
  }
  return Float32Array.from(rows.flatMap((row) => [...row]));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
