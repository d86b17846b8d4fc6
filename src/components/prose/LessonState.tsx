/**
 * What the parts of one lesson page tell each other. `Predict` locks a prediction; the experiment reads it, trains, and
 * reports what it measured; `Verdict` sets the two side by side. The lesson's data come in once, from above.
 */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Language } from '../../i18n/language.ts';
import type { Experiment } from '../../model/experiment.ts';

export type Bilingual = Readonly<Record<Language, string>>;

/** One named setting that the reader may choose. */
export interface Preset {
  readonly id: string;
  readonly title: Bilingual;
  readonly experiment: Experiment;
}
/** A live part of a lesson. With `depths` it is a sweep: the experiment is run once at each depth. */
export interface LessonExperiment {
  readonly presets: readonly [Preset, ...Preset[]];
  readonly depths?: readonly number[];
  /** The loss of an answer that ignores the input, in nats. */
  readonly chance: number;
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
interface Measurement {
  /** The preset that was trained. */
  readonly preset: string;
  readonly arms: readonly MeasuredCurve[];
}

/** A value printed in prose: median and range over seeds, from the build's record of the claims. */
export interface RecordedValue {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly seeds: number;
}
export interface RecordedClaim {
  /** The lesson that makes it. */
  readonly lesson: string;
  readonly id: string;
  readonly statement: Bilingual;
  readonly holds: boolean;
  readonly values: readonly (RecordedValue & { readonly name: string })[];
}
/** All claims of the course as last checked. */
export interface ClaimRecord {
  /** ISO 8601 day. */
  readonly date: string;
  readonly engine: string;
  readonly claims: readonly RecordedClaim[];
}

export interface LessonState {
  readonly experiments: Readonly<Record<string, LessonExperiment>>;
  readonly record: ClaimRecord;
  readonly prediction?: readonly DrawnCurve[];
  readonly locked: boolean;
  /** Keeps the prediction for good; a second call changes nothing. */
  readonly lock: (prediction: readonly DrawnCurve[]) => void;
  readonly measured?: Measurement;
  /** The newest measurement replaces the one before; undefined when a new run starts. */
  readonly report: (measured: Measurement | undefined) => void;
}

const Context = createContext<LessonState | undefined>(undefined);

export function LessonProvider(props: Pick<LessonState, 'experiments' | 'record'> & { readonly children: ReactNode }) {
  const { experiments, record, children } = props;
  const [prediction, setPrediction] = useState<readonly DrawnCurve[]>();
  const [measured, report] = useState<Measurement>();
  const state = useMemo<LessonState>(
    () => ({
      experiments,
      record,
      locked: prediction !== undefined,
      lock: (drawn) => setPrediction((earlier) => earlier ?? drawn),
      report,
      ...(prediction && { prediction }),
      ...(measured && { measured }),
    }),
    [experiments, record, prediction, measured],
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
