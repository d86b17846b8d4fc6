/** The forward pass of the convolutional family in tfjs, and its loss: what the family is. */
import * as tf from '@tensorflow/tfjs';
import type { ConvParameters } from '../../conv/parameters.ts';
import type { ConvShape } from '../../conv/shape.ts';
import { type ConvSpec, classCount, lastFilters, planOf } from '../../conv/specification.ts';
import type { Examples } from '../../data/dataset.ts';
import { scoped } from '../scope.ts';

const epsilon = 1e-5;

/** One per tensor of the parameters, in order: kernel, gamma, beta of each convolution, then the dense layer's two. */
function tensorsOf({ convolutions }: ReturnType<typeof planOf>, { layers, head }: ConvParameters): tf.Tensor[] {
  return [
    ...convolutions.flatMap(({ size, channels, filters }, i) => {
      const layer = layers[i];
      if (!layer) throw new RangeError(`These parameters have no convolution ${i}.`);
      return [
        tf.tensor4d(layer.kernel, [size, size, channels, filters]),
        tf.tensor1d(layer.gamma),
        tf.tensor1d(layer.beta),
      ];
    }),
    tf.tensor2d(head.kernel, [lastFilters, classCount]),
    tf.tensor1d(head.bias),
  ];
}

/** Batch norm over all pixels of all images. */
function normed(x: tf.Tensor4D, gamma: tf.Tensor, beta: tf.Tensor): tf.Tensor4D {
  const centred = tf.sub(x, tf.mean(x, [0, 1, 2], true));
  const variance = tf.mean(tf.square(centred), [0, 1, 2], true);
  return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon))), gamma), beta);
}

/** Every second pixel of each row and column, of an even or odd number; tfjs's own strided slice has no gradient. */
function everySecond(x: tf.Tensor4D): tf.Tensor4D {
  const [images, height, width, channels] = x.shape;
  const [down, across] = [Math.ceil(height / 2), Math.ceil(width / 2)];
  const even = tf.pad(x, [
    [0, 0],
    [0, 2 * down - height],
    [0, 2 * across - width],
    [0, 0],
  ]);
  const rows = tf.slice(even.reshape([images * down, 2, 2 * across * channels]), [0, 0, 0], [-1, 1, -1]);
  const columns = tf.slice(rows.reshape([images * down * across, 2, channels]), [0, 0, 0], [-1, 1, -1]);
  return columns.reshape([images, down, across, channels]);
}

function shortcutOf(x: tf.Tensor4D, { stride, channels, filters }: ConvShape): tf.Tensor4D {
  const near = stride === 1 ? x : everySecond(x);
  if (filters === channels) return near;
  return tf.pad(near, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, filters - channels],
  ]);
}

export interface TapeNetwork {
  /** Kernel, gamma, beta of each convolution, then the dense layer's kernel and bias. */
  readonly variables: readonly tf.Variable[];
  /** Logits [images, classes]; `visit` sees every state in turn. */
  readonly forward: (examples: Examples, visit?: (state: tf.Tensor4D) => void) => tf.Tensor2D;
}

/** Makes the variables from the parameters; they live until they are disposed of. */
export function tapeNetwork(spec: ConvSpec, initial: ConvParameters): TapeNetwork {
  const plan = planOf(spec.depth);
  const { convolutions, blocks } = plan;
  const variables = scoped(() => tensorsOf(plan, initial).map((tensor) => tf.variable(tensor)));
  const [side, first] = [convolutions[0]?.height ?? 0, variables[0]];
  if (!first) throw new RangeError('These parameters have no convolution.');

  const layer = (x: tf.Tensor4D, i: number): tf.Tensor4D => {
    const [kernel = first, gamma = first, beta = first] = variables.slice(3 * i);
    return normed(tf.conv2d(x, kernel.as4D(...shapeOf(i)), convolutions[i]?.stride ?? 1, 'same'), gamma, beta);
  };
  const shapeOf = (i: number): [number, number, number, number] => {
    const { size = 0, channels = 0, filters = 0 } = convolutions[i] ?? {};
    return [size, size, channels, filters];
  };
  const forward: TapeNetwork['forward'] = ({ inputs, count }, visit = () => {}) => {
    let state: tf.Tensor4D = tf.relu(layer(tf.tensor4d(inputs, [count, side, side, 1]), 0));
    visit(state);
    for (const { first: index, shortcut } of blocks) {
      const branch = layer(tf.relu(layer(state, index)), index + 1);
      const sum: tf.Tensor4D =
        spec.shortcutScale === 0 ? branch : tf.add(branch, tf.mul(shortcutOf(state, shortcut), spec.shortcutScale));
      state = tf.relu(sum);
      visit(state);
    }
    const [kernel = first, bias = first] = variables.slice(-2);
    return tf.add(tf.matMul(tf.mean(state, [1, 2]), kernel.as2D(lastFilters, classCount)), bias).as2D(-1, classCount);
  };
  return { variables, forward };
}

/** Mean cross-entropy, in nats. */
export function lossOf(logits: tf.Tensor2D, { targets, count }: Examples): tf.Scalar {
  const wanted = tf.oneHot(tf.tensor1d(targets, 'int32'), classCount).toFloat().as2D(count, classCount);
  return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), 1)));
}
