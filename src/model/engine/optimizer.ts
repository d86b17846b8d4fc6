/**
 * The four optimizers, with PyTorch's meaning (see NetworkSpec). Written out rather than taken from tf.train, whose
 * state cannot be handed to another engine and whose momentum optimizer leaves a scalar behind when disposed.
 */
import type * as tf from '@tensorflow/tfjs';
import type { NetworkSpec } from '../network/specification.ts';

export interface Optimizer {
  /** Updates made so far. */
  readonly steps: number;
  /** One update from gradients by variable name. Call it inside a scope. */
  apply(gradients: tf.NamedTensorMap): void;
}

type Settings = Pick<NetworkSpec, 'optimizer' | 'rate' | 'decay' | 'momentum'>;

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/**
 * @param moments for each moment that the optimizer keeps, one variable for each of `variables`; the caller disposes them
 * @param steps updates made before
 */
export function optimizerOf(
  { optimizer, rate, decay, momentum }: Settings,
  variables: readonly tf.Variable[],
  moments: readonly (readonly tf.Variable[])[],
  steps: number,
): Optimizer {
  /** What is subtracted from the parameter, before the rate. */
  const direction = (gradient: tf.Tensor, [first, second]: readonly (tf.Variable | undefined)[]): tf.Tensor => {
    if (!first) return gradient;
    if (!second) {
      first.assign(first.mul(momentum).add(gradient));
      return first;
    }
    first.assign(first.mul(beta1).add(gradient.mul(1 - beta1)));
    second.assign(second.mul(beta2).add(gradient.square().mul(1 - beta2)));
    const root = second.sqrt().mul(1 / Math.sqrt(1 - beta2 ** steps));
    return first.div(root.add(epsilon)).mul(1 / (1 - beta1 ** steps));
  };

  return {
    get steps() {
      return steps;
    },
    apply(gradients) {
      steps++;
      for (const [i, variable] of variables.entries()) {
        const raw = gradients[variable.name];
        if (!raw) continue;
        const gradient = decay === 0 || optimizer === 'adamw' ? raw : raw.add(variable.mul(decay));
        const kept = optimizer === 'adamw' && decay !== 0 ? variable.mul(1 - rate * decay) : variable;
        const state = moments.map((moment) => moment[i]);
        variable.assign(kept.sub(direction(gradient, state).mul(rate)));
      }
    },
  };
}
