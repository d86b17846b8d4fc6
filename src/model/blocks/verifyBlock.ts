/** How far tfjs layers are from a block's reference case. Runs on the backend that is set. */
import * as tf from '@tensorflow/tfjs';
import { scoped } from '../engine/scope.ts';
import { relativeError } from '../verify.ts';
import type { BlockReference } from './blockReference.ts';
import { modelOf } from './layers.ts';

/** The largest relative error of one quantity, and at which of its numbers. */
export interface BlockDeviation {
  readonly quantity: 'output' | 'loss' | 'inputGradNorm' | 'kernelGradNorm' | 'gammaGradNorm';
  readonly index: number;
  readonly error: number;
}

/** Each number is compared with itself, |a - b| / |b|; each output, which may be 0, with the largest output. */
export function verifyBlock(reference: BlockReference): BlockDeviation[] {
  const { expected } = reference;
  const measured = measure(reference);
  const largest = Math.max(...expected.output.map(Math.abs));
  return [
    worst('output', measured.output, expected.output, largest),
    worst('loss', [measured.loss], [expected.loss]),
    worst('inputGradNorm', [measured.inputGradNorm], [expected.inputGradNorm]),
    worst('kernelGradNorm', measured.kernelGradNorm, expected.kernelGradNorm),
    worst('gammaGradNorm', measured.gammaGradNorm, expected.gammaGradNorm),
  ];
}

function worst(
  quantity: BlockDeviation['quantity'],
  measured: ArrayLike<number>,
  expected: readonly number[],
  scale?: number,
): BlockDeviation {
  const errors = expected.map((wanted, i) => relativeError(measured[i] ?? Number.NaN, wanted, scale));
  const error = Math.max(...errors);
  return { quantity, index: errors.indexOf(error), error };
}

/** Output, loss and gradients of the block in training, that is with the statistics of the batch. */
function measure({ block, count, inputShape, outputShape, input, probe, weights }: BlockReference) {
  const before = new Set(Object.keys(tf.engine().registeredVariables));
  const model = modelOf(block, { initializer: 'glorot', seed: 0 }, inputShape);
  // The input is a variable too, so that one pass backwards gives its gradient with the weights'.
  const images = tf.tidy(() => tf.variable(tf.tensor4d(input, [count, ...inputShape])));
  try {
    const variables = Object.values(tf.engine().registeredVariables).filter(({ name }) => !before.has(name));
    return scoped(() => {
      const names = [...weights].map(([key, { kernel, bias, gamma, beta }]) => {
        const conv = model.getLayer(`${block.name}_branch${key}`);
        const norm = model.getLayer(`bn${block.name.slice(3)}_branch${key}`);
        assign(conv, [kernel, bias]);
        assign(norm, [gamma, beta]);
        return { kernel: conv.trainableWeights[0]?.name ?? '', gamma: norm.trainableWeights[0]?.name ?? '' };
      });
      let output: ArrayLike<number> = [];
      const { value, grads } = tf.variableGrads(
        () => {
          const result = model.apply(images, { training: true });
          if (!(result instanceof tf.Tensor)) throw new TypeError('The block put out something else than one tensor.');
          output = result.dataSync();
          return tf.mean(tf.mul(result, tf.tensor4d(probe, [count, ...outputShape]))).asScalar();
        },
        variables.filter(({ trainable }) => trainable),
      );
      const normOf = (name: string) => {
        const gradient = grads[name];
        return gradient ? (tf.norm(gradient).dataSync()[0] ?? Number.NaN) : Number.NaN;
      };
      return {
        output,
        loss: value.dataSync()[0] ?? Number.NaN,
        inputGradNorm: normOf(images.name),
        kernelGradNorm: names.map(({ kernel }) => normOf(kernel)),
        gammaGradNorm: names.map(({ gamma }) => normOf(gamma)),
      };
    });
  } finally {
    images.dispose();
    model.dispose();
  }
}

/** Sets the first weights of a layer, the others stay. */
function assign(layer: tf.layers.Layer, values: readonly Float32Array[]): void {
  layer.setWeights(
    layer.getWeights().map((weight, i) => {
      const value = values[i];
      return value ? tf.tensor(value, weight.shape) : weight;
    }),
  );
}
