/**
 * The network of the model's README, in tfjs operations:
 *   x_0 = Ws u + bs;  y_l = lambda x_l + alpha F(x_l);  logits = Wh finalNorm(x_L) + bh
 *   pre:  x_{l+1} = y_l,      F = K times (norm, phi, linear)
 *   post: x_{l+1} = phi(y_l), F = K times (linear, norm), phi between the layers
 */
import * as tf from '@tensorflow/tfjs';
import type { NetworkSpec } from '../network/specification.ts';

export interface DenseVariables {
  readonly kernel: tf.Variable<tf.Rank.R2>;
  readonly bias: tf.Variable;
}
export interface NormVariables {
  readonly gamma: tf.Variable;
  readonly beta: tf.Variable;
}
export interface NetworkVariables {
  readonly stem: DenseVariables;
  readonly units: readonly {
    readonly layers: readonly (DenseVariables & { readonly norm?: NormVariables })[];
    readonly scale?: tf.Variable;
  }[];
  readonly finalNorm?: NormVariables;
  readonly head: DenseVariables;
}

/** Where the forward pass can be listened to. Both return the tensor that goes on. */
export interface Taps {
  state(index: number, x: tf.Tensor2D): tf.Tensor2D;
  branch(index: number, f: tf.Tensor2D): tf.Tensor2D;
}
const silent: Taps = { state: (_, x) => x, branch: (_, f) => f };

const phi: Record<NetworkSpec['activation'], (x: tf.Tensor2D) => tf.Tensor2D> = {
  relu: (x) => tf.relu(x),
  tanh: (x) => tf.tanh(x),
  sigmoid: (x) => tf.sigmoid(x),
  linear: (x) => x,
};

const epsilon = 1e-5;

/** Batch norm averages over axis 0 (the batch), layer norm over axis 1 (the features); biased variance. */
function normalise(x: tf.Tensor2D, axis: 0 | 1, { gamma, beta }: NormVariables): tf.Tensor2D {
  const centred = x.sub(x.mean(axis, true));
  const variance = centred.square().mean(axis, true);
  return centred.mul(variance.add(epsilon).rsqrt()).mul(gamma).add(beta);
}

const linear = (x: tf.Tensor2D, { kernel, bias }: DenseVariables): tf.Tensor2D => tf.matMul(x, kernel).add(bias);

/** Logits [batch, outputSize] for inputs [batch, inputSize]. */
export function forward(
  network: NetworkSpec,
  variables: NetworkVariables,
  inputs: tf.Tensor2D,
  taps: Taps = silent,
): tf.Tensor2D {
  const axis = network.normalization === 'batch' ? 0 : 1;
  const act = phi[network.activation];
  const norm = (x: tf.Tensor2D, n: NormVariables | undefined) => (n ? normalise(x, axis, n) : x);
  let x = taps.state(0, linear(inputs, variables.stem));
  for (const [l, unit] of variables.units.entries()) {
    let f = x;
    for (const [k, layer] of unit.layers.entries()) {
      if (network.order === 'pre') f = linear(act(norm(f, layer.norm)), layer);
      else {
        f = norm(linear(f, layer), layer.norm);
        if (k < unit.layers.length - 1) f = act(f);
      }
    }
    f = taps.branch(l, f);
    if (unit.scale) f = f.mul(unit.scale);
    else if (network.branchFactor !== 1) f = f.mul(network.branchFactor);
    const { shortcutScale } = network;
    const y: tf.Tensor2D = shortcutScale === 0 ? f : f.add(shortcutScale === 1 ? x : x.mul(shortcutScale));
    x = taps.state(l + 1, network.order === 'post' ? act(y) : y);
  }
  return linear(norm(x, variables.finalNorm), variables.head);
}
