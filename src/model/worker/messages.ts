/** The whole protocol between page and worker: one discriminated union each way. */
import type { Findings, Kind, Question } from '../analysis/question.ts';
import type { OwnData } from '../data/ownData.ts';
import type { Agreement } from '../engine/agreement.ts';
import type { EngineName } from '../engine/engine.ts';
import type { Experiment } from '../experiment.ts';
import type { Divergence, Final } from '../telemetry.ts';

/** Where a worker finds the data of its experiment. */
export interface DataSource {
  /** Of the images. */
  readonly dataUrl: string;
  /** The reader's own data, with every order that needs them: whichever worker gets it has them. */
  readonly own?: OwnData;
}

export type ToWorker =
  /** Starts a run; a run still going is cancelled first, unless it is the one to go `after`. */
  | ({
      readonly type: 'start';
      readonly runId: number;
      readonly experiment: Experiment;
      readonly after?: number;
      /** Whether the trained networks are scored. */
      readonly scored: boolean;
    } & DataSource)
  | { readonly type: 'pause'; readonly runId: number }
  | { readonly type: 'resume'; readonly runId: number }
  /** One step of a paused run. */
  | { readonly type: 'step'; readonly runId: number }
  | { readonly type: 'cancel'; readonly runId: number }
  /** Asks the networks of an experiment something; an inquiry still going is cancelled first. */
  | ({ readonly type: 'ask'; readonly runId: number; readonly question: Question } & DataSource)
  /** Compares the fused engine with the tape on this experiment, once the run is over. */
  | ({ readonly type: 'check'; readonly runId: number; readonly experiment: Experiment } & DataSource);

/** Rows of one arm and seed; `rows` is transferred. */
export interface Slice {
  readonly arm: number;
  readonly seed: number;
  readonly firstStep: number;
  readonly rows: Float32Array;
  readonly divergence?: Divergence;
}
/** The class that each arm (first seed) gives each point of a square grid over [-extent, extent]^2, row by row from the top. */
export interface Regions {
  readonly side: number;
  readonly extent: number;
  /** Per arm: class number and, after it, how sure (0 to 1), for each grid point. */
  readonly arms: readonly { readonly classes: Uint8Array; readonly confidence: Float32Array }[];
}
/** Training points of a 2-D data set, for drawing. */
export interface Points {
  readonly inputs: Float32Array;
  readonly classes: Uint8Array;
}

export type FailureCode = 'data-missing' | 'own-missing' | 'engine-missing' | 'worker-failed' | 'too-large';

export type FromWorker =
  | { readonly type: 'started'; readonly runId: number; readonly engine: EngineName; readonly points?: Points }
  | {
      readonly type: 'slices';
      readonly runId: number;
      readonly slices: readonly Slice[];
      readonly regions?: Regions;
      readonly milliseconds: number;
    }
  | {
      readonly type: 'done';
      readonly runId: number;
      readonly finals: readonly (readonly Final[])[];
      readonly milliseconds: number;
    }
  | { readonly type: 'failed'; readonly runId: number; readonly code: FailureCode; readonly detail: string }
  /** What was found out with one seed, arm by arm. */
  | {
      readonly type: 'found';
      readonly runId: number;
      readonly kind: Kind;
      readonly findings: readonly Findings[Kind][];
    }
  | { readonly type: 'answered'; readonly runId: number; readonly milliseconds: number }
  | { readonly type: 'checked'; readonly runId: number; readonly agreement: Agreement | 'failed' };
