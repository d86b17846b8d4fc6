/** Every statement of the notes, in their order, with the verdict of this course and where it is put to the test. */

import type { Verdict } from './statement.ts';
import { statementsOneTwo } from './statementsOneTwo.ts';
import { statementsThreeToFive } from './statementsThreeToFive.ts';

export const statements = [...statementsOneTwo, ...statementsThreeToFive];
export const verdicts = ['right', 'partly', 'wrong'] as const satisfies readonly Verdict[];

export const tally = (verdict: Verdict): number =>
  statements.filter((statement) => statement.verdict === verdict).length;
