/** Libraries that train one example after the other and have no shortcuts: the plain network only, without norms. */
import brain from 'brain.js';
import convnetjs from 'convnetjs';
import type { Contestant, Problem } from './problem.ts';

const firstOf = ({ arms }: Problem) => {
  const [arm] = arms;
  if (!arm) throw new RangeError('No network.');
  return arm;
};
const inputsOf = ({ batch, data }: Problem): number[][] =>
  Array.from({ length: batch.count }, (_, i) => [
    ...batch.inputs.subarray(i * data.inputSize, (i + 1) * data.inputSize),
  ]);

/** Stem and trunk are its hidden layers. It draws its own initial weights, which costs the same. */
export function convnetContestant(problem: Problem): Contestant {
  const { network } = firstOf(problem);
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: problem.data.inputSize },
    ...Array.from({ length: network.depth + 1 }, () => ({
      type: 'fc',
      num_neurons: network.width,
      activation: 'relu',
    })),
    { type: 'softmax', num_classes: problem.data.outputSize },
  ]);
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: network.rate,
    momentum: 0,
    batch_size: problem.batch.count,
  });
  const inputs = inputsOf(problem).map((values) => new convnetjs.Vol(values));
  return {
    step() {
      for (const [i, x] of inputs.entries()) trainer.train(x, problem.batch.targets[i] ?? 0);
      return [];
    },
    dispose: () => {},
  };
}

/** Updates after every example, since it has no batches. */
export function brainContestant(problem: Problem): Contestant {
  const { network } = firstOf(problem);
  const { outputSize } = problem.data;
  const patterns = inputsOf(problem).map((input, i) => ({
    input,
    output: Array.from({ length: outputSize }, (_, c) => Number(c === problem.batch.targets[i])),
  }));
  const net = new brain.NeuralNetwork({
    hiddenLayers: Array.from({ length: network.depth + 1 }, () => network.width),
    activation: 'relu',
  });
  net.train(patterns, { iterations: 1, learningRate: network.rate });
  return {
    step() {
      for (const pattern of patterns) net.trainPattern(pattern);
      return [];
    },
    dispose: () => {},
  };
}
