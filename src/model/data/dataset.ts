/** Data as typed arrays: what every generator and loader returns. */
import type { Task } from '../engine/engine.ts';

/** `inputs` [count, inputSize] row-major. `targets`: class numbers [count] to classify, values [count, outputSize] to regress. */
export interface Examples {
  readonly count: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  /** Which rows of a larger set these are, where an engine that holds that set may rather read them there. */
  readonly picked?: { readonly from: Examples; readonly rows: Uint32Array };
}
export interface Data {
  readonly task: Task;
  readonly inputSize: number;
  /** Number of classes, or of regressed values. */
  readonly outputSize: number;
  readonly train: Examples;
  readonly test: Examples;
}
