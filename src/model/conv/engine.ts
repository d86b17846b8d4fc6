/** The contract of an engine for convolutional networks, and what it measures. */
import type { Examples } from '../data/dataset.ts';
import type { ConvParameters } from './parameters.ts';
import type { ConvDepth, ConvSpec } from './specification.ts';

export interface ConvEngineName {
  readonly name: 'fused' | 'tape';
  /** Where its arithmetic runs. */
  readonly backend: 'simd' | 'wasm' | 'cpu' | 'webgl' | 'webgpu';
}

/**
 * One telemetry row: loss, accuracy, then ||dE/dW|| of every weight layer, first to last: `depth` numbers. It is taken on
 * the step's batch, with the parameters that the step starts from.
 */
export const rowLength = (depth: ConvDepth): number => 2 + depth;
export const kernelsAt = 2;

/** One state of the network for some images: [images, side, side, channels]. */
export interface StateMaps {
  readonly side: number;
  readonly channels: number;
  readonly values: Float32Array;
}

/** A network on a whole set. Batch norm uses the statistics of the set itself. */
export interface ConvScore {
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  readonly accuracy: number;
  /** [true class, answer]: how many examples. */
  readonly confusion: Uint16Array;
  /** The states x_0 (behind the stem) to x_blocks, of the images asked for. */
  readonly states: readonly StateMaps[];
}

export interface ConvTrainee {
  /** Measures the batch into `row`, then updates at the rate. False where the loss has left every scale: then nothing was updated. */
  step(batch: Examples, rate: number, row: Float32Array): boolean;
  /** @param shown indices of the examples whose states are wanted */
  evaluate(examples: Examples, shown: readonly number[]): ConvScore;
  /** The parameters as they stand. */
  parameters(): ConvParameters;
  dispose(): void;
}

export interface ConvEngine extends ConvEngineName {
  /** Takes a copy of `parameters`. */
  create(spec: ConvSpec, parameters: ConvParameters): ConvTrainee;
}

/** The same on a graphics card, whose numbers arrive later. Every promise rejects with `GpuLost` once the card is gone. */
export interface CardTrainee {
  step(batch: Examples, rate: number, row: Float32Array): Promise<boolean>;
  evaluate(examples: Examples, shown: readonly number[]): Promise<ConvScore>;
  parameters(): Promise<ConvParameters>;
  dispose(): void;
}
export interface CardEngine extends ConvEngineName {
  /** Takes a copy of `parameters`. @throws {GpuLost} once the card is gone */
  create(spec: ConvSpec, parameters: ConvParameters): CardTrainee;
}

/** A loss above this counts as divergence. */
export const divergedAbove = 1e6;

/** Row by row the place of the largest of `columns` logits, `stride` numbers apart. */
export function answersOf(logits: ArrayLike<number>, rows: number, columns: number, stride = columns): Uint8Array {
  return Uint8Array.from({ length: rows }, (_, i) => {
    let best = 0;
    for (let c = 1; c < columns; c++) {
      if ((logits[i * stride + c] ?? 0) > (logits[i * stride + best] ?? 0)) best = c;
    }
    return best;
  });
}

/** Counts answers by true class; the diagonal is right. */
export function confusionOf(answers: Uint8Array, targets: Float32Array, classes: number): Uint16Array {
  const table = new Uint16Array(classes * classes);
  for (const [i, answer] of answers.entries()) {
    const at = (targets[i] ?? 0) * classes + answer;
    table[at] = (table[at] ?? 0) + 1;
  }
  return table;
}

/** Share of answers on the diagonal. */
export function accuracyOf(confusion: Uint16Array, classes: number): number {
  const right = Array.from({ length: classes }, (_, i) => confusion[i * (classes + 1)] ?? 0);
  const all = confusion.reduce((sum, count) => sum + count, 0);
  return right.reduce((sum, count) => sum + count, 0) / all;
}
