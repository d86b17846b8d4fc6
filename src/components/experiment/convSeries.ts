/** From a race's telemetry to what the charts draw. */
import { kernelsAt, rowLength } from '../../model/conv/engine.ts';
import type { ConvDepth } from '../../model/conv/specification.ts';
import type { ConvArmRun } from '../../model/conv/train.ts';
import { smooth, windowHalf } from '../charts/lossCurves.ts';

/** An arm is replaced when it grows, so what was read from it stays true as long as it lives. */
const known = new WeakMap<ConvArmRun, Float32Array>();

/** The loss of each finished step; the same array for the same arm. */
function lossesOf(arm: ConvArmRun, length: number): Float32Array {
  const before = known.get(arm);
  if (before) return before;
  const values = Float32Array.from({ length: arm.steps }, (_, step) => arm.rows[step * length] ?? Number.NaN);
  known.set(arm, values);
  return values;
}

type Label = (name: string) => string;
interface Race {
  readonly arms: readonly ConvArmRun[];
  readonly experiment: { readonly depth: ConvDepth; readonly steps: number; readonly seed: number };
}

export const convLosses = ({ arms, experiment: { depth, seed } }: Race, label: Label) =>
  arms.map((arm) => ({
    name: arm.name,
    label: label(arm.name),
    seeds:
      arm.steps > 0
        ? [
            {
              seed,
              values: lossesOf(arm, rowLength(depth)),
              ...(arm.divergedAt !== undefined && { divergedAt: arm.divergedAt }),
            },
          ]
        : [],
  }));

/** Batches that the mean of a step takes in. */
export const accuracyWindow = (steps: number): number => 2 * windowHalf(steps) + 1;

/** Share of right answers on the training batches, each step the mean over its window. */
export const convAccuracies = ({ arms, experiment: { depth, steps } }: Race, label: Label) =>
  arms.map((arm) => {
    const length = rowLength(depth);
    const shares = Array.from({ length: arm.steps }, (_, step) => arm.rows[step * length + 1] ?? Number.NaN);
    return {
      name: arm.name,
      label: label(arm.name),
      values: [...smooth(shares, windowHalf(steps))],
      lost: arm.divergedAt !== undefined,
    };
  });

/** The gradient norm of each weight layer at one step; an arm that ended earlier shows its last row. */
export const convGradients = ({ arms, experiment: { depth } }: Race, step: number, label: Label) =>
  arms.map((arm) => {
    const at = Math.min(step, arm.steps - 1) * rowLength(depth) + kernelsAt;
    return {
      name: arm.name,
      label: label(arm.name),
      seeds: arm.steps > 0 ? [[...arm.rows.subarray(at, at + depth)]] : [],
    };
  });
