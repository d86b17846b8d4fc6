/** Real tfjs layers of a block or a network. tfjs lives only here and in the files that import this one. */
import * as tf from '@tensorflow/tfjs';
import {
  addName,
  afterName,
  type Block,
  type ImageShape,
  isBlock,
  type Layer,
  type Network,
  type PaddedShortcut,
  shortcutLayers,
} from './graph.ts';
import { PaddedLayer } from './paddedLayer.ts';
import { sentenceOf, trace } from './trace.ts';

/**
 * How kernels start. glorot: uniform, Keras' default and the notes'; he: normal, He et al. 2015b. A seed given once
 * serves every layer, as in the notes' glorot_uniform(seed=0); a function gives each layer its own.
 */
export interface Start {
  readonly initializer: 'glorot' | 'he';
  readonly seed: number | ((layer: string) => number);
}

/** The block's ways meet with different shapes, or a layer cannot take what it gets. The message names layer and shapes. */
export class Misfit extends Error {
  override readonly name = 'Misfit';
}

type Wire = tf.SymbolicTensor;

const kernelInitializer = ({ initializer, seed }: Start, layer: string) => {
  const one = { seed: typeof seed === 'number' ? seed : seed(layer) };
  return initializer === 'glorot' ? tf.initializers.glorotUniform(one) : tf.initializers.heNormal(one);
};

/** The tfjs layer of this description. */
function layerOf(layer: Layer | PaddedShortcut, start: Start): tf.layers.Layer {
  const { name } = layer;
  switch (layer.kind) {
    case 'conv': {
      const { filters, kernel, stride, padding, bias } = layer;
      const settings = { filters, kernelSize: kernel, strides: stride, padding, useBias: bias };
      return tf.layers.conv2d({ name, ...settings, kernelInitializer: kernelInitializer(start, name) });
    }
    case 'batchNorm':
      return tf.layers.batchNormalization({ name });
    case 'relu':
      return tf.layers.reLU({ name });
    case 'maxPool':
      return tf.layers.maxPooling2d({ name, poolSize: layer.size, strides: layer.stride, padding: layer.padding });
    case 'globalAvgPool':
      return tf.layers.globalAveragePooling2d({ name, dataFormat: 'channelsLast' });
    case 'flatten':
      return tf.layers.flatten({ name });
    case 'dense':
      return tf.layers.dense({ name, units: layer.units, kernelInitializer: kernelInitializer(start, name) });
    case 'zeroPad':
      return tf.layers.zeroPadding2d({ name, padding: layer.size });
    case 'padded':
      return new PaddedLayer({ name, filters: layer.filters, stride: layer.stride });
  }
}

/** The wire behind the layer: apply() gives one symbolic tensor for one. */
function wired(layer: tf.layers.Layer, input: Wire | Wire[]): Wire {
  const output = layer.apply(input);
  if (output instanceof tf.SymbolicTensor) return output;
  throw new TypeError(`${layer.name} put out something else than one symbolic tensor.`);
}

const chained = (layers: readonly (Layer | PaddedShortcut)[], input: Wire, start: Start): Wire =>
  layers.reduce((wire, layer) => wired(layerOf(layer, start), wire), input);

/** The block's layers behind `input`, a symbolic [batch, height, width, channels]: the notes' identity_block(X, ...). */
export function applyBlock(block: Block, input: Wire, start: Start): Wire {
  const main = chained(block.main, input, start);
  const sum =
    block.shortcut.kind === 'none'
      ? main
      : wired(tf.layers.add({ name: addName(block) }), [main, chained(shortcutLayers(block.shortcut), input, start)]);
  return block.after === 'relu' ? wired(tf.layers.reLU({ name: afterName(block) }), sum) : sum;
}

/**
 * The block for inputs [height, width, channels], or the network, as a tfjs model with the names of the description.
 * The caller disposes of it.
 * @throws {Misfit}
 */
export function modelOf(graph: Block, start: Start, input: ImageShape): tf.LayersModel;
export function modelOf(graph: Network, start: Start): tf.LayersModel;
export function modelOf(graph: Block | Network, start: Start, input: ImageShape = [1, 1, 1]): tf.LayersModel {
  const { problem } = isBlock(graph) ? trace(graph, input) : trace(graph);
  if (problem) throw new Misfit(sentenceOf(problem));
  const inputs = tf.input({ shape: [...(isBlock(graph) ? input : graph.input)] });
  if (isBlock(graph)) return tf.model({ inputs, outputs: applyBlock(graph, inputs, start), name: graph.name });
  const blocks = graph.stages.flatMap((stage) => stage.blocks);
  const trunk = blocks.reduce((wire, block) => applyBlock(block, wire, start), chained(graph.stem, inputs, start));
  return tf.model({ inputs, outputs: chained(graph.head, trunk, start), name: graph.name });
}
