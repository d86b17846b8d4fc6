/** What an optimizer remembers between steps, in a form that any engine can go on from. */
import { blank } from '../network/blank.ts';
import type { Parameters } from '../network/parameters.ts';
import type { NetworkSpec } from '../network/specification.ts';

export interface OptimizerState {
  /** Updates made so far: what Adam's bias correction counts. */
  readonly steps: number;
  /** One number for each parameter: none for sgd, the velocity of momentum, the two moments of Adam. */
  readonly moments: readonly Parameters[];
}

export const momentCounts = { sgd: 0, momentum: 1, adam: 2, adamw: 2 } as const satisfies Record<
  NetworkSpec['optimizer'],
  number
>;

/** @throws {RangeError} when `state` has not the moments of the network's optimizer */
export function checkState({ optimizer }: Pick<NetworkSpec, 'optimizer'>, { moments }: OptimizerState): void {
  if (moments.length === momentCounts[optimizer]) return;
  throw new RangeError(`${optimizer} keeps ${momentCounts[optimizer]} numbers a parameter, not ${moments.length}.`);
}

/** The state before the first update. */
export const freshState = (network: NetworkSpec, inputSize: number, outputSize: number): OptimizerState => ({
  steps: 0,
  moments: Array.from({ length: momentCounts[network.optimizer] }, () => blank(network, inputSize, outputSize)),
});
