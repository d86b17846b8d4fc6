/** The protocol between page and the worker of the convolutional race: one discriminated union each way. */
import type { GpuVerdict } from '../conv/backends.ts';
import type { ConvEngineName } from '../conv/engine.ts';
import type { ConvExperiment } from '../conv/experiment.ts';
import type { ScoreAt } from '../conv/train.ts';
import type { FailureCode } from './messages.ts';

export type ToConvWorker =
  /** Starts a run; a run still going is cancelled first. */
  | { readonly type: 'start'; readonly runId: number; readonly experiment: ConvExperiment; readonly dataUrl: string }
  | { readonly type: 'pause'; readonly runId: number }
  | { readonly type: 'resume'; readonly runId: number }
  /** One step of a paused run. */
  | { readonly type: 'step'; readonly runId: number }
  | { readonly type: 'cancel'; readonly runId: number }
  /** Asks whether a graphics card trains this race faster; where one does, the runs that follow use it. */
  | { readonly type: 'measure'; readonly runId: number; readonly experiment: ConvExperiment; readonly dataUrl: string };

/** Rows of one arm, one after the other; transferred. */
export interface ConvSlice {
  readonly arm: number;
  readonly firstStep: number;
  readonly rows: Float32Array;
  /** The last of these rows left every scale. */
  readonly diverged: boolean;
}

/** The test images whose states are sent with every score, [images, 14 x 14], one of each class in their order. */
export interface ShownImages {
  readonly side: number;
  readonly values: Float32Array;
}

export type FromConvWorker =
  /** A run begins; a second time where it begins anew because the graphics card was lost. */
  | {
      readonly type: 'started';
      readonly runId: number;
      readonly engine: ConvEngineName;
      readonly images: ShownImages;
    }
  | {
      readonly type: 'slices';
      readonly runId: number;
      readonly slices: readonly ConvSlice[];
      readonly milliseconds: number;
    }
  | ({ readonly type: 'score'; readonly runId: number; readonly arm: number } & ScoreAt)
  | { readonly type: 'done'; readonly runId: number; readonly milliseconds: number }
  /** One verdict a way to the card; a second time where the card in use was lost. */
  | { readonly type: 'measured'; readonly runId: number; readonly verdicts: readonly GpuVerdict[] }
  | { readonly type: 'unmeasured'; readonly runId: number }
  | { readonly type: 'failed'; readonly runId: number; readonly code: FailureCode; readonly detail: string };
