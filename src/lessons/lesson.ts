/** What every lesson says about itself without its prose: for the home page, the routes, the tests and the headless checks. */
import type { Bilingual, LessonExperiment, RecordedValue } from '../components/prose/LessonState.tsx';
import type { ChoicePrediction } from '../components/prose/prediction.ts';
import type { Answer, Kind, Question } from '../model/analysis/question.ts';
import type { Experiment } from '../model/experiment.ts';
import type { RunResult } from '../model/train.ts';

/** A quiz item of the lesson and the misconceptions that its wrong answers come from. */
interface QuizItem {
  readonly key: string;
  readonly misconceptions: readonly string[];
}

export interface Lesson {
  readonly id: string;
  /** Place in the course, as printed. */
  readonly number: number;
  /** Last part of its address. */
  readonly slug: string;
  /** Time to read and run it. */
  readonly minutes: number;
  readonly title: Bilingual;
  /** What the reader can do afterwards. */
  readonly goal: Bilingual;
  /** What it takes to follow. */
  readonly needs: Bilingual;
  /** One sentence for lists and search results. */
  readonly description: Bilingual;
  /** The live parts, by the id that the prose places them under. */
  readonly experiments: Readonly<Record<string, LessonExperiment>>;
  /** The predictions by choice, by the id that the prose places them under. */
  readonly predictions?: Readonly<Record<string, ChoicePrediction>>;
  /** Ids of the sweeps whose outcome the reader draws. */
  readonly drawn?: readonly string[];
  readonly quiz: readonly QuizItem[];
}

/** Trains an experiment to the end. Equal experiments are trained once. */
export type Train = (experiment: Experiment) => Promise<RunResult>;

/** Asks the networks of an experiment something. */
export type Ask = <K extends Kind>(question: Question<K>) => Promise<Answer<K>>;

/** What a claim measured, by name, each over seeds; and whether that bears the statement out. */
export interface Outcome {
  readonly values: Readonly<Record<string, RecordedValue>>;
  readonly holds: boolean;
}

/** A sentence of the lesson that a program can test. */
export interface Claim {
  readonly id: string;
  readonly statement: Bilingual;
  readonly run: (train: Train, ask: Ask) => Promise<Outcome>;
}
