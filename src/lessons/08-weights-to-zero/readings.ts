/** From a run to what the live part draws: branches by unit at both ends, weights and loss over steps. */
import { spread } from '../../components/charts/spread.ts';
import { settingsOf } from '../../model/experiment.ts';
import { branchFactor } from '../../model/network/specification.ts';
import { type Layout, read } from '../../model/telemetry.ts';
import type { ArmRun, RunSnapshot, SeedRun } from '../../model/worker/snapshot.ts';
import { sharesAt, trunkNormSince } from './measures.ts';

/** Steps between two points of a curve: about a hundred points, whatever the length of the run. */
export const strideOf = (steps: number): number => Math.max(1, Math.round(steps / 100));

/** Steps that have a point. */
export const stepsDrawn = (steps: number): number[] =>
  Array.from({ length: Math.ceil(steps / strideOf(steps)) }, (_, i) => i * strideOf(steps));

const begun = ({ seeds }: ArmRun): readonly SeedRun[] => seeds.filter(({ steps }) => steps > 0);

/** ||W|| of the trunk over that before training, at each of `stepsDrawn` that the seed has reached. */
function weights(layout: Layout, { rows, steps }: SeedRun, stride: number): number[] {
  return Array.from({ length: Math.ceil(steps / stride) }, (_, i) => trunkNormSince(layout, rows, i * stride));
}

/** Mean training loss of the `stride` steps that begin at each of `stepsDrawn`. */
function losses(layout: Layout, { rows, steps }: SeedRun, stride: number): number[] {
  return Array.from({ length: Math.ceil(steps / stride) }, (_, i) => {
    const to = Math.min(steps, (i + 1) * stride);
    let sum = 0;
    for (let step = i * stride; step < to; step++) sum += read(layout, rows, step, 'loss')[0] ?? Number.NaN;
    return sum / (to - i * stride);
  });
}

export const curvesOf = (snapshot: RunSnapshot, quantity: 'weights' | 'losses', label: (name: string) => string) => {
  const stride = strideOf(snapshot.experiment.steps);
  const of = quantity === 'weights' ? weights : losses;
  return snapshot.arms.map((arm) => ({
    name: arm.name,
    label: label(arm.name),
    // What diverged ends in a value that is no number, so that the chart shows where.
    seeds: begun(arm).map((run) => [...of(arm.layout, run, stride), ...(run.divergence ? [Number.NaN] : [])]),
  }));
};

/** Shares of the residual arm's branches, by seed and unit: before training, and in the newest row. */
export function branchesOf({ arms, experiment }: RunSnapshot): {
  readonly before: readonly number[][];
  readonly now: readonly number[][];
} {
  const arm = arms.find(({ name }) => name === 'residual');
  const source = experiment.arms.find(({ name }) => name === 'residual');
  if (!arm || !source) return { before: [], now: [] };
  const alpha = branchFactor(settingsOf(experiment, source));
  const shares = (row: (run: SeedRun) => number) =>
    begun(arm).map((run) => sharesAt(arm.layout, run.rows, row(run), alpha));
  return { before: shares(() => 0), now: shares(({ steps }) => steps - 1) };
}

/** Of each seed, the middle one of its units. */
export const middleOf = (seeds: readonly (readonly number[])[]): number[] =>
  seeds.map((values) => spread(values).median);
