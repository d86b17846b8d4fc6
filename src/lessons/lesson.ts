/** What every lesson says about itself without its prose: for the home page, the routes, the tests and the headless checks. */
import type { Bilingual, LessonExperiment } from '../components/prose/LessonState.tsx';
import type { ChoicePrediction } from '../components/prose/prediction.ts';
import type { Recordable } from '../model/recording.ts';

/** A quiz item of the lesson and the misconceptions that its wrong answers come from. */
interface QuizItem {
  readonly key: string;
  readonly misconceptions: readonly string[];
}

/** What lists and the head of a page say of a lesson. */
export interface Outline {
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
}

export interface Lesson extends Outline {
  /** The live parts, by the id that the prose places them under. */
  readonly experiments: Readonly<Record<string, LessonExperiment>>;
  /** What the live parts of the lesson's own making do at first, by the name of its recording. */
  readonly recorded?: Readonly<Record<string, Recordable>>;
  /** The predictions by choice, by the id that the prose places them under. */
  readonly predictions?: Readonly<Record<string, ChoicePrediction>>;
  /** Ids of the sweeps whose outcome the reader draws. */
  readonly drawn?: readonly string[];
  readonly quiz: readonly QuizItem[];
}

export type { Ask, Claim, Outcome, Race, Train } from '../components/prose/claim.ts';
