/** Parameters of the right shape, all zero: what a flat array of numbers is read into, and how an optimizer's moments begin. */
import type { Dense, Norm, Parameters } from './parameters.ts';
import { type NetworkSpec, unitsOf } from './specification.ts';

type Shape = Pick<NetworkSpec, 'width' | 'depth' | 'layersPerUnit' | 'normalization' | 'finalNorm' | 'branchScale'>;

const zeros = (count: number) => new Float32Array(count);
const dense = (from: number, to: number): Dense => ({ kernel: zeros(from * to), bias: zeros(to) });
const norm = (size: number): Norm => ({ gamma: zeros(size), beta: zeros(size) });

/** The same tensors as `initialize` makes for these settings, without their values. */
export function blank(network: Shape, inputSize: number, outputSize: number): Parameters {
  const { width, layersPerUnit, branchScale, finalNorm } = network;
  const normed = network.normalization !== 'none';
  return {
    stem: dense(inputSize, width),
    units: Array.from({ length: unitsOf(network) }, () => ({
      layers: Array.from({ length: layersPerUnit }, () => ({
        ...dense(width, width),
        ...(normed && { norm: norm(width) }),
      })),
      ...(branchScale === 'learned' && { scale: zeros(1) }),
    })),
    ...(normed && finalNorm && { finalNorm: norm(width) }),
    head: dense(width, outputSize),
  };
}
