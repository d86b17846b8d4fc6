/** Predictions by choice: what may be answered, and which answer a measurement bears out. */
import type { Bilingual, Prediction } from './LessonState.tsx';

/** How a measured value is written beside the prediction. */
export type ValueForm = 'amount' | 'ratio' | 'percent';

export interface Choice {
  readonly key: string;
  readonly label: Bilingual;
  /** The values that this answer stands for: `from` included, `to` not. */
  readonly from: number;
  readonly to: number;
}
export interface ChoicePrediction {
  readonly as: ValueForm;
  readonly options: readonly Choice[];
}

/** The answer that this value bears out, where there is one. */
export const borneOut = ({ options }: ChoicePrediction, value: number): Choice | undefined =>
  options.find(({ from, to }) => from <= value && value < to);

/**
 * Whether a prediction answers the question as it is asked now: a stored one may be older than the lesson.
 * @param values of the sweep that was drawn
 */
export const answers = (
  prediction: Prediction,
  asked: ChoicePrediction | undefined,
  values: readonly unknown[] | undefined,
): boolean =>
  'choice' in prediction
    ? (asked?.options.some(({ key }) => key === prediction.choice) ?? false)
    : prediction.curves.every(
        ({ points }) => points.length === values?.length && points.every(({ x }, i) => x === values[i]),
      );
