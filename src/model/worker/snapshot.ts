/** What a run looks like to whoever draws it: immutable, replaced as a whole. */
import type { OwnData } from '../data/ownData.ts';
import type { Agreement } from '../engine/agreement.ts';
import type { EngineName } from '../engine/engine.ts';
import type { Experiment } from '../experiment.ts';
import type { Origin } from '../recording.ts';
import type { Divergence, Final, Layout } from '../telemetry.ts';
import type { FailureCode, Points, Regions } from './messages.ts';

export interface SeedRun {
  readonly seed: number;
  /** Room for all steps; only the first `steps` rows are filled. */
  readonly rows: Float32Array;
  readonly steps: number;
  readonly divergence?: Divergence;
  readonly final?: Final;
}
export interface ArmRun {
  readonly name: string;
  readonly layout: Layout;
  readonly seeds: readonly SeedRun[];
}
export interface RunSnapshot {
  readonly status: 'idle' | 'running' | 'paused' | 'done' | 'failed';
  readonly experiment: Experiment;
  readonly arms: readonly ArmRun[];
  /** Steps that every arm and seed still in training has finished. */
  readonly step: number;
  readonly engine?: EngineName;
  readonly regions?: Regions;
  readonly points?: Points;
  /** The reader's data that the run is on, where its experiment asks for them. */
  readonly own?: OwnData;
  /** Where this run comes from, if it was not trained here. */
  readonly recording?: Origin;
  /** Time spent training, as the worker measured it. */
  readonly milliseconds: number;
  /** How far the engine is from tfjs autodiff on this experiment; `checking` while that is worked out, or why not. */
  readonly agreement?: Agreement | 'checking' | 'failed';
  readonly failure?: { readonly code: FailureCode; readonly detail: string };
}

/** Whether more of it may come. */
export const goesOn = ({ status }: RunSnapshot): boolean => status === 'running' || status === 'paused';
