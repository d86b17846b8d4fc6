/** Parameters as tfjs variables, and back. */
import * as tf from '@tensorflow/tfjs';
import type { Dense, Norm, Parameters } from '../network/parameters.ts';
import type { DenseVariables, NetworkVariables, NormVariables } from './forward.ts';
import { scoped } from './scope.ts';

const vector = (values: Float32Array) => tf.variable(tf.tensor1d(values));
const dense = ({ kernel, bias }: Dense): DenseVariables => ({
  kernel: tf.variable(tf.tensor2d(kernel, [kernel.length / bias.length, bias.length])),
  bias: vector(bias),
});
const norm = ({ gamma, beta }: Norm): NormVariables => ({ gamma: vector(gamma), beta: vector(beta) });

/** Copies the parameters into variables of their own; dispose each of `listOf` in the end. */
export const variablesOf = (parameters: Parameters): NetworkVariables =>
  scoped(() => ({
    stem: dense(parameters.stem),
    units: parameters.units.map(({ layers, scale }) => ({
      layers: layers.map((layer) => ({ ...dense(layer), ...(layer.norm && { norm: norm(layer.norm) }) })),
      ...(scale && { scale: vector(scale) }),
    })),
    ...(parameters.finalNorm && { finalNorm: norm(parameters.finalNorm) }),
    head: dense(parameters.head),
  }));

/** Every variable, once. */
export function listOf({ stem, units, finalNorm, head }: NetworkVariables): tf.Variable[] {
  const ofNorm = (n: NormVariables | undefined) => (n ? [n.gamma, n.beta] : []);
  return [
    stem.kernel,
    stem.bias,
    ...units.flatMap(({ layers, scale }) => [
      ...layers.flatMap((layer) => [layer.kernel, layer.bias, ...ofNorm(layer.norm)]),
      ...(scale ? [scale] : []),
    ]),
    ...ofNorm(finalNorm),
    head.kernel,
    head.bias,
  ];
}

/** The kernels in the order of telemetry: stem, trunk layers, head. */
export const kernelsOf = ({ stem, units, head }: NetworkVariables): tf.Variable[] => [
  stem.kernel,
  ...units.flatMap(({ layers }) => layers.map(({ kernel }) => kernel)),
  head.kernel,
];

const values = (variable: tf.Variable): Float32Array => variable.dataSync<'float32'>();
const readDense = ({ kernel, bias }: DenseVariables): Dense => ({ kernel: values(kernel), bias: values(bias) });
const readNorm = ({ gamma, beta }: NormVariables): Norm => ({ gamma: values(gamma), beta: values(beta) });

export const parametersOf = ({ stem, units, finalNorm, head }: NetworkVariables): Parameters => ({
  stem: readDense(stem),
  units: units.map(({ layers, scale }) => ({
    layers: layers.map((layer) => ({ ...readDense(layer), ...(layer.norm && { norm: readNorm(layer.norm) }) })),
    ...(scale && { scale: values(scale) }),
  })),
  ...(finalNorm && { finalNorm: readNorm(finalNorm) }),
  head: readDense(head),
});
