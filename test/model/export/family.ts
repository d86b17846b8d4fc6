/** Members of the network family drawn at random: everything that the page lets a reader set. */
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
    batch: oneOf([4, 16, 32, 64], 32),
    steps: 20,
    seeds: [1 + stream.below(1000)],
    width: 2 + stream.below(23),
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
