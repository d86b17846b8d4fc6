/**
 * What the parts of one lesson page tell each other. A prediction box locks an answer; the experiment reads it, trains, and
 * reports what it measured; the verdict sets the two side by side. The lesson's data come in once, from above.
 */

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Language } from '../../i18n/language.ts';
import type { Experiment, FieldName } from '../../model/experiment.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import { lockPrediction } from '../progress/changes.ts';
import { progressStore, useProgress } from '../progress/useProgress.ts';
import type { CheckClaim } from './claim.ts';
import { answers, type ChoicePrediction } from './prediction.ts';

export type Bilingual = Readonly<Record<Language, string>>;

/** One named setting that the reader may choose. */
export interface Preset {
  readonly id: string;
  readonly title: Bilingual;
  readonly experiment: Experiment;
}
/** A live part of a lesson. */
export interface LessonExperiment {
  readonly presets: readonly [Preset, ...Preset[]];
  /** Makes it a sweep: the experiment is run once at each value of the field. */
  readonly sweep?: { readonly field: FieldName; readonly values: readonly (number | string | boolean)[] };
  /** The loss of an answer that ignores the input, in nats. Follows from the data set where it is left out. */
  readonly chance?: number;
  /** Settings that the reader may change at once, and those behind "more". */
  readonly controls?: readonly FieldName[];
  readonly more?: readonly FieldName[];
  /** What the charts by layer can show; the first one is shown first. */
  readonly quantities?: readonly LayeredQuantity[];
  /** The chart shown first. */
  readonly view?: 'loss' | 'layers' | 'heat' | 'regions';
}

/** What was drawn for one arm: x in trunk weight layers, y in nats of training loss. */
export interface DrawnCurve {
  readonly arm: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}
/** What was measured for one arm, over seeds. */
export interface MeasuredPoint {
  readonly x: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly seeds: number;
}
export interface MeasuredCurve {
  readonly arm: string;
  readonly points: readonly MeasuredPoint[];
}
/** What decides a drawn prediction, or a chosen one. */
type Measurement =
  | {
      /** The preset that was trained. */
      readonly preset: string;
      readonly arms: readonly MeasuredCurve[];
    }
  | RecordedValue;
/** A locked answer: the key of a choice, or the curves drawn. */
export type Prediction = { readonly choice: string } | { readonly curves: readonly DrawnCurve[] };

/** A value printed in prose: median and range over seeds, from the build's record of the claims. */
export interface RecordedValue {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly seeds: number;
}
export interface RecordedClaim {
  readonly id: string;
  readonly statement: Bilingual;
  readonly holds: boolean;
  readonly values: readonly (RecordedValue & { readonly name: string })[];
}
/** All claims of a lesson as last checked. */
export interface ClaimRecord {
  /** ISO 8601 day. */
  readonly date: string;
  readonly engine: string;
  readonly claims: readonly RecordedClaim[];
}

export interface LessonData {
  /** Id of the lesson. */
  readonly lesson: string;
  readonly experiments: Readonly<Record<string, LessonExperiment>>;
  readonly predictions: Readonly<Record<string, ChoicePrediction>>;
  readonly record: ClaimRecord;
  /** Tests a claim again, on this device; absent where nothing can train. */
  readonly checkClaim?: CheckClaim | undefined;
}
interface LessonState extends LessonData {
  /** By the id of their box; kept in the browser. */
  readonly locked: Readonly<Record<string, Prediction>>;
  /** Ids of those that were locked on this page since it was opened. */
  readonly lockedHere: ReadonlySet<string>;
  /** Keeps a prediction for good; a second call for the same id changes nothing. */
  readonly lock: (id: string, prediction: Prediction) => void;
  readonly measured: Readonly<Record<string, Measurement | undefined>>;
  /** The newest measurement replaces the one before; undefined when a new run starts. */
  readonly report: (id: string, measured: Measurement | undefined) => void;
}

const Context = createContext<LessonState | undefined>(undefined);

export function LessonProvider({ children, ...data }: LessonData & { readonly children: ReactNode }) {
  const { lesson, experiments, predictions, record, checkClaim } = data;
  const stored = useProgress().progress.predictions[lesson];
  const [measured, setMeasured] = useState<LessonState['measured']>({});
  const locked = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(stored ?? {}).filter(([id, prediction]) =>
          answers(prediction, predictions[id], experiments[id]?.sweep?.values),
        ),
      ),
    [stored, predictions, experiments],
  );
  const [lockedHere, setLockedHere] = useState<ReadonlySet<string>>(new Set());
  const lock = useCallback<LessonState['lock']>(
    (id, prediction) => {
      setLockedHere((before) => new Set(before).add(id));
      progressStore.change(
        lockPrediction(lesson, id, prediction, (earlier) =>
          answers(earlier, predictions[id], experiments[id]?.sweep?.values),
        ),
      );
    },
    [lesson, predictions, experiments],
  );
  const report = useCallback<LessonState['report']>(
    (id, value) => setMeasured((before) => (before[id] === value ? before : { ...before, [id]: value })),
    [],
  );
  const state = useMemo<LessonState>(
    () => ({ lesson, experiments, predictions, record, checkClaim, locked, lockedHere, lock, measured, report }),
    [lesson, experiments, predictions, record, checkClaim, locked, lockedHere, lock, measured, report],
  );
  return <Context value={state}>{children}</Context>;
}

/** @throws when no `LessonProvider` stands above. */
export function useLesson(): LessonState {
  const state = useContext(Context);
  if (!state) throw new Error('useLesson needs a LessonProvider above it');
  return state;
}

/** The live part of this name. @throws when the lesson has none. */
export function useLessonExperiment(id: string): LessonExperiment {
  const found = useLesson().experiments[id];
  if (!found) throw new Error(`the lesson has no experiment "${id}"`);
  return found;
}

/** One prediction, by the id of its box. `choice` or `curves` is there once it is locked. */
export function usePrediction(id: string): {
  readonly locked: boolean;
  /** Whether it was locked on this page since it was opened. */
  readonly here: boolean;
  readonly choice?: string;
  readonly curves?: readonly DrawnCurve[];
  readonly lock: (prediction: Prediction) => void;
} {
  const { locked, lockedHere, lock } = useLesson();
  const prediction = locked[id];
  return {
    locked: prediction !== undefined,
    here: lockedHere.has(id),
    ...prediction,
    lock: (answer) => lock(id, answer),
  };
}

/** Tells what was measured for a prediction; undefined when a new run starts. */
export const useReport = (): LessonState['report'] => useLesson().report;
