/** The contract of an engine: it owns parameters and optimizer state, trains on given batches, and measures. */
import type { Examples } from '../data/dataset.ts';
import type { Parameters } from '../network/parameters.ts';
import type { NetworkSpec } from '../network/specification.ts';
import type { Divergence, Layout, Score } from '../telemetry.ts';
import type { OptimizerState } from './state.ts';

export interface EngineName {
  readonly name: 'tape' | 'fused';
  /** Where its arithmetic runs. */
  readonly backend: 'wasm' | 'cpu' | 'simd';
}

/** One network in training. Examples given to it keep their numbers: others come as another object. */
export interface Trainee {
  readonly layout: Layout;
  /** Measures the batch, writes one telemetry row at `rows[offset]`, then updates. Returns where it diverged, if so. */
  step(batch: Examples, rows: Float32Array, offset: number): Divergence | undefined;
  /** Loss and accuracy over a set, without training. Batch norm uses the statistics of the set itself. */
  evaluate(examples: Examples): Score;
  /** Outputs for inputs [count, inputSize] as [count, outputSize], row-major. */
  predict(inputs: Float32Array, count: number): Float32Array;
  /** The parameters as they stand. */
  parameters(): Parameters;
  /** What the optimizer remembers as it stands. */
  state(): OptimizerState;
  dispose(): void;
}

export interface Engine extends EngineName {
  /**
   * Takes a copy of `parameters`, and of the optimizer's `state` where training goes on from an earlier step.
   * @throws {RangeError} when `state` has not the moments of the network's optimizer, or there are too many outputs
   */
  create(network: NetworkSpec, parameters: Parameters, task: Task, state?: OptimizerState): Trainee;
}

/** What the outputs mean. */
export type Task = 'classify' | 'regress';
