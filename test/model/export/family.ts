/** Members of the network family drawn at random, from everything that the page lets a reader set, and some that were chosen. */
import {
  type ChoiceField,
  defaultExperiment,
  type Experiment,
  fields,
  wholeDepth,
} from '../../../src/model/experiment.ts';
import { random } from '../../../src/model/random.ts';

/** A tenth of it hardly moves a network in 20 steps; ten times it is rough. */
const usualRate = { sgd: 0.02, momentum: 0.02, adam: 0.003, adamw: 0.003 } as const;

/** The i-th member; the same at every call. */
export function memberOf(i: number): Experiment {
  const stream = random(i, 'a member of the family');
  const oneOf = <T>(list: readonly T[], first: T): T => list[stream.below(list.length)] ?? first;
  const option = <C extends string>({ options, default: usual }: ChoiceField<C>): C => oneOf(options, usual);
  const layersPerUnit = 1 + stream.below(3);
  const optimizer = option(fields.optimizer);
  return {
    ...defaultExperiment,
    dataset: oneOf(['spiral', 'rings', 'digits', 'identity'], 'spiral'),
    batch: oneOf([1, 4, 7, 16, 31, 32, 64, 90], 32),
    steps: 20,
    seeds: [1 + stream.below(1000)],
    width: 1 + stream.below(24),
    layersPerUnit,
    depth: wholeDepth(1 + stream.below(60), layersPerUnit),
    order: option(fields.order),
    activation: option(fields.activation),
    normalization: option(fields.normalization),
    finalNorm: stream.uniform() < 0.3,
    initializer: option(fields.initializer),
    gain: oneOf([0.9, 1, 1, 1.2], 1),
    spread: oneOf([0.05, 0.1, 0.2], 0.1),
    branchScale: option(fields.branchScale),
    optimizer,
    rate: usualRate[optimizer] * 10 ** (2 * stream.uniform() - 1),
    decay: oneOf([0, 0, 0.001, 0.01], 0),
    arms: [
      { name: 'plain', overrides: { shortcutScale: 0 } },
      { name: 'residual', overrides: { shortcutScale: oneOf([1, 1, 1, 0.5, -1], 1) } },
    ],
  };
}

export const base: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 8,
  batch: 32,
  steps: 20,
  depth: 10,
  rate: 0.03,
  seeds: [1],
};
/** Its first arm hands the norm values with a variance near 0, which it divides by their deviation. */
export const silent: Experiment = {
  ...base,
  order: 'post',
  normalization: 'batch',
  arms: [
    { name: 'from 0', overrides: { branchScale: 'zero' } },
    { name: 'whole', overrides: { branchScale: 'one' } },
  ],
};
/** No norm divides, no mask flips. */
export const calm: Experiment = { ...base, activation: 'tanh', rate: 0.01 };
export const deep: Experiment = {
  ...silent,
  depth: 60,
  width: 16,
  arms: [{ name: 'deep', overrides: { shortcutScale: 0 } }],
};
