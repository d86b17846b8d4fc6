/** What may happen to a reader's progress. Each function returns the same object where nothing changes. */
import type { Progress } from './progress.ts';

export type Prediction = Progress['predictions'][string][string];
type Change = (progress: Progress) => Progress;

const within = <T>(
  all: Readonly<Record<string, Readonly<Record<string, T>>>>,
  lesson: string,
  id: string,
  value: T,
) => ({
  ...all,
  [lesson]: { ...all[lesson], [id]: value },
});
const added = (list: readonly string[], one: string) => (list.includes(one) ? list : [...list, one]);

/** @param stands whether the answer locked before still answers what is asked: then it stays as it is */
export const lockPrediction =
  (lesson: string, id: string, prediction: Prediction, stands: (earlier: Prediction) => boolean = () => true): Change =>
  (progress) => {
    const earlier = progress.predictions[lesson]?.[id];
    if (earlier && stands(earlier)) return progress;
    return { ...progress, predictions: within(progress.predictions, lesson, id, prediction) };
  };

/** @param answer its place among the answers, from 0 */
export const checkAnswer =
  (lesson: string, quiz: string, answer: number): Change =>
  (progress) =>
    progress.answers[lesson]?.[quiz] === answer
      ? progress
      : { ...progress, answers: within(progress.answers, lesson, quiz, answer) };

export const markClaim =
  (claim: string, holds: boolean): Change =>
  (progress) =>
    progress.marks[claim] === holds ? progress : { ...progress, marks: { ...progress.marks, [claim]: holds } };

export const clearMarks: Change = (progress) =>
  Object.keys(progress.marks).length === 0 ? progress : { ...progress, marks: {} };

/** @param section the one in view, or an empty string */
export const visit =
  (lesson: string, section: string): Change =>
  (progress) => {
    const visited = added(progress.visited, lesson);
    const there = progress.last?.lesson === lesson && progress.last.section === section;
    return there && visited === progress.visited ? progress : { ...progress, visited, last: { lesson, section } };
  };

export const finish =
  (lesson: string): Change =>
  (progress) =>
    progress.finished.includes(lesson) ? progress : { ...progress, finished: [...progress.finished, lesson] };

const joined = <T>(mine: Readonly<Record<string, Readonly<Record<string, T>>>>, theirs: typeof mine) =>
  Object.fromEntries(
    [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map((lesson) => [
      lesson,
      { ...theirs[lesson], ...mine[lesson] },
    ]),
  );

/** Both together. Where they differ, what is already here counts. */
export const merge =
  (theirs: Progress): Change =>
  (mine) => ({
    ...mine,
    predictions: joined(mine.predictions, theirs.predictions),
    answers: joined(mine.answers, theirs.answers),
    marks: { ...theirs.marks, ...mine.marks },
    visited: [...new Set([...mine.visited, ...theirs.visited])],
    finished: [...new Set([...mine.finished, ...theirs.finished])],
    last: mine.last ?? theirs.last,
  });
