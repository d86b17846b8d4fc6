/** The same training as tfjs users write it: tf.layers, trainOnBatch, and tf.variableGrads for the gradient norms. */
import * as tf from '@tensorflow/tfjs';
import type { Dense } from '../../src/model/network/parameters.ts';
import type { Contestant, Problem } from './problem.ts';

type Output = tf.Tensor | tf.Tensor[] | tf.SymbolicTensor | tf.SymbolicTensor[];
function symbolic(output: Output): tf.SymbolicTensor {
  if (output instanceof tf.SymbolicTensor) return output;
  throw new TypeError('tf.layers gave a number where a layer belongs.');
}

const dense = ({ kernel, bias }: Dense, x: tf.SymbolicTensor): tf.SymbolicTensor => {
  const units = bias.length;
  const weights = [tf.tensor2d(kernel, [kernel.length / units, units]), tf.tensor1d(bias)];
  const y = symbolic(tf.layers.dense({ units, weights }).apply(x));
  tf.dispose(weights);
  return y;
};

const crossEntropy = (targets: tf.Tensor, logits: tf.Tensor): tf.Tensor =>
  tf.losses.softmaxCrossEntropy(targets, logits);

function modelOf({ network, initial }: Problem['arms'][number], inputSize: number): tf.LayersModel {
  const inputs = tf.input({ shape: [inputSize] });
  let x = dense(initial.stem, inputs);
  for (const unit of initial.units) {
    let f = x;
    for (const layer of unit.layers) f = dense(layer, symbolic(tf.layers.reLU().apply(f)));
    x = network.shortcutScale === 0 ? f : symbolic(tf.layers.add().apply([x, f]));
  }
  const model = tf.model({ inputs, outputs: dense(initial.head, x) });
  model.compile({ optimizer: tf.train.sgd(network.rate), loss: crossEntropy });
  return model;
}

/** Gradient norms take a second pass: trainOnBatch does not show its gradients. */
export function layersContestant({ arms, data, batch }: Problem): Contestant {
  const inputs = tf.tensor2d(batch.inputs, [batch.count, data.inputSize]);
  const targets = tf.tidy(() => tf.oneHot(tf.tensor1d(batch.targets, 'int32'), data.outputSize).toFloat());
  const known = new Set(Object.keys(tf.engine().registeredVariables));
  const models = arms.map((arm) => {
    const model = modelOf(arm, data.inputSize);
    const own = Object.values(tf.engine().registeredVariables).filter(({ name, trainable }) => {
      return trainable && !known.has(name);
    });
    for (const { name } of own) known.add(name);
    return { model, own };
  });
  const norms = (model: tf.LayersModel, own: tf.Variable[]) =>
    tf.tidy(() => {
      const { grads } = tf.variableGrads(() => {
        const logits = model.predictOnBatch(inputs);
        if (Array.isArray(logits)) throw new TypeError('One output was expected.');
        return crossEntropy(targets, logits).asScalar();
      }, own);
      return tf.stack(Object.values(grads).map((gradient) => gradient.norm())).dataSync();
    });
  return {
    async step() {
      const losses: number[] = [];
      for (const { model, own } of models) {
        norms(model, own);
        losses.push(Number(await model.trainOnBatch(inputs, targets)));
      }
      return losses;
    },
    dispose() {
      for (const { model } of models) {
        model.dispose();
        model.optimizer.dispose();
      }
      tf.dispose([inputs, targets]);
    },
  };
}
