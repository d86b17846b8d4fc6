/** From a finished run to a value over its seeds. */
import type { RecordedValue } from '../components/prose/LessonState.tsx';
import { gradientRatio, type Score } from '../model/telemetry.ts';
import type { ArmResult, RunResult } from '../model/train.ts';

/** Median, least and greatest. A NaN among the values makes all three NaN. */
export function overSeeds(values: readonly number[]): RecordedValue {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = (sorted.length - 1) / 2;
  if (values.some(Number.isNaN)) return { median: Number.NaN, min: Number.NaN, max: Number.NaN, seeds: values.length };
  return {
    median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
    seeds: values.length,
  };
}

/** The arm of this name. @throws when the run has none. */
function armOf(result: RunResult, name: string): ArmResult {
  const arm = result.arms.find((each) => each.name === name);
  if (!arm) throw new Error(`the run has no arm "${name}"`);
  return arm;
}

/** Loss (nats) or accuracy over a whole set after the last step. A seed that diverged counts as NaN. */
export const finalOf = (
  result: RunResult,
  arm: string,
  quantity: keyof Score,
  set: 'train' | 'test' = 'train',
): RecordedValue =>
  overSeeds(armOf(result, arm).seeds.map(({ final, divergence }) => (divergence ? Number.NaN : final[set][quantity])));

/** How far test and training loss lie apart, seed by seed, in nats. */
export const gapOf = (result: RunResult, arm: string): RecordedValue =>
  overSeeds(
    armOf(result, arm).seeds.map(({ final, divergence }) =>
      divergence ? Number.NaN : Math.abs(final.test.loss - final.train.loss),
    ),
  );

/** ||dE/dx_0|| / ||dE/dx_L|| before the first step. */
export function initialRatioOf(result: RunResult, name: string): RecordedValue {
  const arm = armOf(result, name);
  return overSeeds(arm.seeds.map(({ rows }) => gradientRatio(arm.layout, rows, 0)));
}
