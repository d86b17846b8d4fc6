/** How far a reader is in a lesson. */
import type { Bilingual } from '../prose/LessonState.tsx';
import type { Progress } from './progress.ts';

/** What is told of a lesson in lists of lessons. */
export interface Outline {
  readonly id: string;
  readonly number: number;
  readonly slug: string;
  readonly minutes: number;
  readonly title: Bilingual;
  /** By id: the predictions by choice. */
  readonly predictions?: Readonly<Record<string, unknown>>;
  /** Ids of the predictions that are drawn. */
  readonly drawn?: readonly string[];
  readonly quiz: readonly { readonly key: string }[];
}

interface Share {
  readonly done: number;
  readonly of: number;
}
export interface Standing {
  readonly predictions: Share;
  readonly answers: Share;
  /** `done` stays, also when the lesson is given more to do. */
  readonly state: 'new' | 'begun' | 'done';
}

const share = (ids: readonly string[], done: Readonly<Record<string, unknown>> = {}): Share => ({
  done: ids.filter((id) => Object.hasOwn(done, id)).length,
  of: ids.length,
});

export function standingOf(progress: Progress, { id, predictions = {}, drawn = [], quiz }: Outline): Standing {
  const predicted = share([...Object.keys(predictions), ...drawn], progress.predictions[id]);
  const answered = share(
    quiz.map((item) => item.key),
    progress.answers[id],
  );
  const all = [predicted, answered];
  const done = progress.finished.includes(id) || all.every((part) => part.done === part.of);
  const begun = progress.visited.includes(id) || all.some((part) => part.done > 0);
  return { predictions: predicted, answers: answered, state: done ? 'done' : begun ? 'begun' : 'new' };
}
