/** A sentence that a program can test, and what the program may use. */
import type { Answer, Kind, Question } from '../../model/analysis/question.ts';
import type { ConvExperiment } from '../../model/conv/experiment.ts';
import type { ConvArmRun } from '../../model/conv/train.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { RunResult } from '../../model/train.ts';
import type { Bilingual, RecordedValue } from './LessonState.tsx';

/** Trains an experiment to the end. Equal experiments are trained once. */
export type Train = (experiment: Experiment) => Promise<RunResult>;

/** Asks the networks of an experiment something. */
export type Ask = <K extends Kind>(question: Question<K>) => Promise<Answer<K>>;

/** Races convolutional networks to the end, and scores them there. Equal races are run once. */
export type Race = (experiment: ConvExperiment) => Promise<readonly ConvArmRun[]>;

/** What a claim measured, by name, each over seeds; and whether that bears the statement out. */
export interface Outcome {
  readonly values: Readonly<Record<string, RecordedValue>>;
  readonly holds: boolean;
}

/** A sentence of the lesson that a program can test. */
export interface Claim {
  readonly id: string;
  readonly statement: Bilingual;
  readonly run: (train: Train, ask: Ask, race: Race) => Promise<Outcome>;
}

/** Tests one claim where the page is read, by its id. @throws {Error} where an engine or data are missing */
export type CheckClaim = (id: string) => Promise<Outcome>;
