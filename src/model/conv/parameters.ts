/** What a convolutional network learns, and where its training starts. */
import { type Random, random } from '../random.ts';
import { filterSize } from './shape.ts';
import { type ConvDepth, classCount, lastFilters, planOf } from './specification.ts';

interface ConvLayer {
  /** [3, 3, channels, filters] */
  readonly kernel: Float32Array;
  /** [filters] */
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}
export interface ConvParameters {
  readonly layers: readonly ConvLayer[];
  /** kernel [filters, classes], bias [classes] */
  readonly head: { readonly kernel: Float32Array; readonly bias: Float32Array };
}

const normals = (count: number, sd: number, stream: Random): Float32Array =>
  Float32Array.from({ length: count }, () => sd * stream.normal());

/**
 * Kernels are normal with sd sqrt(2 / (9 channels)) (He et al. 2015, arXiv:1502.01852), gamma 1, beta 0; the dense layer has
 * sd 1/sqrt(filters) and bias 0. The shortcut scale plays no part: both arms of a seed start from identical numbers.
 */
export function initializeConv(depth: ConvDepth, seed: number): ConvParameters {
  return {
    layers: planOf(depth).convolutions.map((shape, index) => ({
      kernel: normals(
        filterSize(shape),
        Math.sqrt(2 / (shape.size * shape.size * shape.channels)),
        random(seed, `conv ${index}`),
      ),
      gamma: new Float32Array(shape.filters).fill(1),
      beta: new Float32Array(shape.filters),
    })),
    head: {
      kernel: normals(lastFilters * classCount, 1 / Math.sqrt(lastFilters), random(seed, 'conv head')),
      bias: new Float32Array(classCount),
    },
  };
}

/** How many numbers these are. */
export const countOf = ({ layers, head }: ConvParameters): number =>
  layers.reduce((sum, { kernel, gamma, beta }) => sum + kernel.length + gamma.length + beta.length, 0) +
  head.kernel.length +
  head.bias.length;
