/** A batch of images through a block, layer by layer, and the loss's gradient back: what stepping through the code shows. */
import * as tf from '@tensorflow/tfjs';
import { scoped } from '../engine/scope.ts';
import { addName, afterName, type Block, type ImageShape, shortcutLayers } from './graph.ts';
import { modelOf, type Start } from './layers.ts';

/** What one layer puts out, and dE/d(output). Both [batch, height, width, channels], row-major. */
export interface WalkStep {
  readonly layer: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
  readonly gradient: Float32Array;
}
export interface Walk {
  /** In the order of computation: main path, shortcut, addition, activation. */
  readonly steps: readonly WalkStep[];
  /** dE/dx of the input, [batch, ...input]. */
  readonly inputGradient: Float32Array;
}

/**
 * Runs `images` [batch, ...input] through the freshly started block as in training, so that norms use the statistics of
 * this batch, and sends back the gradient of E = mean of output * probe; without a probe, of the mean of output squared.
 * @throws {Misfit}
 */
export function walk(block: Block, start: Start, input: ImageShape, images: Float32Array, probe?: Float32Array): Walk {
  const model = modelOf(block, start, input);
  try {
    return scoped(() => {
      const size = input[0] * input[1] * input[2];
      const first = tf.tensor(images, [images.length / size, ...input]);
      const { names, outputs } = forward(block, model, first, []);
      // A zero added behind each layer changes nothing, and its gradient is the gradient there.
      const zeros = outputs.map((output) => tf.zerosLike(output));
      const gradients = tf.grads((x, ...probes) => {
        const output = forward(block, model, x ?? first, probes).outputs.at(-1) ?? first;
        return probe ? tf.mean(tf.mul(output, tf.tensor(probe, output.shape))) : tf.mean(tf.square(output));
      })([first, ...zeros]);
      const steps = outputs.map((output, i) => ({
        layer: names[i] ?? '',
        shape: output.shape,
        values: floats(output),
        gradient: floats(gradients[i + 1] ?? tf.zerosLike(output)),
      }));
      return { steps, inputGradient: floats(gradients[0] ?? tf.zerosLike(first)) };
    });
  } finally {
    model.dispose();
  }
}

const floats = (tensor: tf.Tensor): Float32Array => Float32Array.from(tensor.dataSync());

/** The outputs of the block's layers, each with its probe added where there is one. */
function forward(block: Block, model: tf.LayersModel, images: tf.Tensor, probes: readonly tf.Tensor[]) {
  const names: string[] = [];
  const outputs: tf.Tensor[] = [];
  const through = (name: string, inputs: tf.Tensor | tf.Tensor[]): tf.Tensor => {
    const result = model.getLayer(name).apply(inputs, { training: true });
    if (!(result instanceof tf.Tensor)) throw new TypeError(`${name} put out something else than one tensor.`);
    const probe = probes[outputs.length];
    const output = probe ? tf.add(result, probe) : result;
    names.push(name);
    outputs.push(output);
    return output;
  };
  const main = block.main.reduce((x, { name }) => through(name, x), images);
  const short = shortcutLayers(block.shortcut).reduce((x, { name }) => through(name, x), images);
  const sum = block.shortcut.kind === 'none' ? main : through(addName(block), [main, short]);
  if (block.after === 'relu') through(afterName(block), sum);
  return { names, outputs };
}
