/** What every contestant is given: the same networks, the same initial tensors, the same batch. */
import { batchStream } from '../../src/model/data/batches.ts';
import type { Data, Examples } from '../../src/model/data/dataset.ts';
import { spiral } from '../../src/model/data/spiral.ts';
import { type Arm, type ArmSettings, defaultExperiment, settingsOf } from '../../src/model/experiment.ts';
import { initialize } from '../../src/model/network/initialize.ts';
import type { Parameters } from '../../src/model/network/parameters.ts';
import { type NetworkSpec, networkOf } from '../../src/model/network/specification.ts';

export interface Problem {
  readonly data: Data;
  readonly batch: Examples;
  readonly arms: readonly { readonly network: NetworkSpec; readonly initial: Parameters }[];
}

/** Something that trains the problem's networks. */
export interface Contestant {
  /** One step of all arms. Returns the losses it started from, where it tells them. */
  step(): readonly number[] | Promise<readonly number[]>;
  dispose(): void;
}

export const batchSize = 64;
export const base = {
  ...defaultExperiment,
  dataset: 'spiral',
  batch: batchSize,
  optimizer: 'sgd',
  rate: 1e-4,
} as const;
export const data = spiral(1);

export function problemOf(part: Partial<ArmSettings>, arms: readonly Arm[] = base.arms): Problem {
  const initial = (arm: Arm) => {
    const settings = settingsOf({ ...base, ...part }, arm);
    return { network: networkOf(settings), initial: initialize(settings, data.inputSize, data.outputSize, 1) };
  };
  return { data, batch: batchStream(data.train, batchSize, 1)(), arms: arms.map(initial) };
}

/** Multiplications and additions in the products of one step: forward, by the kernel, by the input. */
export const operations = ({ arms }: Problem): number =>
  arms.reduce((sum, { network: { width, depth } }) => {
    const trunk = 6 * batchSize * width * width * depth;
    return sum + trunk + 4 * batchSize * data.inputSize * width + 6 * batchSize * width * data.outputSize;
  }, 0);

/**
 * Takes one step of each and compares the losses that they started from: a contestant that computes something else has
 * no place in the table.
 * @throws {Error} where two of them differ by more than a thousandth
 */
export async function checkEqual(contestants: Readonly<Record<string, Contestant>>): Promise<void> {
  let expected: readonly number[] | undefined;
  for (const [name, contestant] of Object.entries(contestants)) {
    const losses = await contestant.step();
    expected ??= losses;
    for (const [arm, loss] of losses.entries()) {
      if (!(Math.abs(loss / (expected[arm] ?? Number.NaN) - 1) < 1e-3)) {
        throw new Error(`${name} starts from the loss ${loss}, the others from ${expected[arm]}.`);
      }
    }
  }
}
