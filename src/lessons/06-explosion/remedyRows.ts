/** From the trainings of a sweep over the remedies to what its chart draws and says. Pure functions. */

import { layerCurve } from '../../components/charts/layerValues.ts';
import { lossCurve, windowHalf } from '../../components/charts/lossCurves.ts';
import type { MultiplesRow, Trace, TracePoint } from '../../components/charts/multiples.ts';
import { type Spread, spread } from '../../components/charts/spread.ts';
import { read } from '../../model/telemetry.ts';
import type { SweepArm, SweepPoint } from '../../model/worker/sweep.ts';
import { stateGrowth } from './start.ts';

/** One remedy over the seeds trained so far. */
interface Outcome {
  readonly key: string;
  readonly runs: readonly { readonly seed: number; readonly arm: SweepArm }[];
  /** ||x_N|| / ||x_0|| before training. */
  readonly growth: readonly number[];
  /** Final training loss; infinite where a seed diverged. */
  readonly losses: readonly number[];
  /** Seeds that diverged, and the first update after which one did. */
  readonly diverged: number;
  readonly firstStep: number;
}

/** @param keys of the variants, in the order of the sweep */
export const outcomesOf = (points: readonly SweepPoint[], keys: readonly string[]): Outcome[] =>
  keys.map((key, variant) => {
    const runs = points
      .filter((point) => point.variant === variant)
      .flatMap(({ seed, arms: [arm] }) => (arm ? [{ seed, arm }] : []));
    const ended = runs.flatMap(({ arm: { divergence } }) => divergence?.step ?? []);
    return {
      key,
      runs,
      growth: runs.map(({ arm }) => stateGrowth(arm.layout, arm.first)),
      losses: runs.map(({ arm }) => (arm.divergence ? Number.POSITIVE_INFINITY : arm.final.train.loss)),
      diverged: ended.length,
      firstStep: Math.min(...ended),
    };
  });

const drawable = ({ median, min, max }: Spread): TracePoint => ({
  median,
  min,
  max,
  state: Number.isFinite(median) && median > 0 ? 'drawn' : median === 0 ? 'below' : 'none',
});

/** State norms relative to the first, gradients relative to the last, and the loss of each step, smoothed. */
export function tracesOf({ key, runs }: Outcome, steps: number): readonly Trace[] {
  const arm = { name: key, label: key };
  const states = runs.map(({ arm: { layout, first } }) => {
    const norms = [...read(layout, first, 0, 'stateNorm')];
    return norms.map((norm) => norm / (norms[0] ?? Number.NaN));
  });
  const gradients = runs.map(({ arm: { layout, first } }) => [...read(layout, first, 0, 'stateGradNorm')]);
  const loss = lossCurve(
    {
      ...arm,
      seeds: runs.map(({ seed, arm: { losses, divergence } }) => ({
        seed,
        values: losses,
        ...(divergence && { divergedAt: divergence.step }),
      })),
    },
    windowHalf(steps),
  );
  return [
    { points: layerCurve({ ...arm, seeds: states }, false).points, ends: [] },
    { points: layerCurve({ ...arm, seeds: gradients }, true).points, ends: [] },
    {
      points: loss.steps.map(drawable),
      ends: loss.diverged.map(({ step, loss: value }) => ({ index: Math.max(0, step - 1), value })),
    },
  ];
}

export interface RowWords {
  readonly label: (key: string) => string;
  /** How a remedy came out: on wide screens, and in few letters. */
  readonly loss: (losses: Spread) => string;
  readonly shortLoss: (losses: Spread) => string;
  readonly lost: (count: number, seeds: number, step: number) => string;
  readonly shortLost: (count: number, seeds: number) => string;
}

export const rowsOf = (outcomes: readonly Outcome[], steps: number, words: RowWords): MultiplesRow[] =>
  outcomes.map((outcome) => {
    const { key, runs, losses, diverged, firstStep } = outcome;
    const said =
      runs.length === 0
        ? { outcome: '', short: '' }
        : diverged > 0
          ? { outcome: words.lost(diverged, runs.length, firstStep), short: words.shortLost(diverged, runs.length) }
          : { outcome: words.loss(spread(losses)), short: words.shortLoss(spread(losses)) };
    return { key, label: words.label(key), ...said, traces: tracesOf(outcome, steps) };
  });

/** Which remedies the conclusion names. */
export interface Conclusion {
  /** Of the network without a remedy; undefined until it has been trained. */
  readonly growth?: Spread;
  readonly diverged: number;
  readonly seeds: number;
  readonly loss: number;
  /** Remedies that end low on every seed, and those of which a seed diverged. */
  readonly low: readonly string[];
  readonly lost: readonly string[];
  readonly of: number;
}

/** Below this loss a network counts as trained here; guessing costs 0.69. */
export const trainedBelow = 0.1;

export function conclude([bare, ...others]: readonly Outcome[]): Conclusion {
  const begun = others.filter(({ runs }) => runs.length > 0);
  return {
    ...(bare && bare.runs.length > 0 && { growth: spread(bare.growth) }),
    diverged: bare?.diverged ?? 0,
    seeds: bare?.runs.length ?? 0,
    loss: spread(bare?.losses ?? []).median,
    low: begun.filter(({ losses }) => spread(losses).median < trainedBelow).map(({ key }) => key),
    lost: begun.filter(({ diverged }) => diverged > 0).map(({ key }) => key),
    of: begun.length,
  };
}
