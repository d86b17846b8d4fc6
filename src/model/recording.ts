/** Runs and sweeps as files: the loss of every step exactly, everything else at some steps and to 0.2%. */
import type { Question } from './analysis/question.ts';
import { type Experiment, settingsOf } from './experiment.ts';
import { keptSteps } from './keptSteps.ts';
import type { RecordedKind } from './recordedAnswer.ts';
import { file, frameOf, isRecord, logsOf, type Origin, RecordingError, read } from './recordingFile.ts';
import { type Divergence, type Final, type Layout, layoutOf } from './telemetry.ts';
import type { RunResult } from './train.ts';
import type { ArmRun } from './worker/snapshot.ts';
import type { Sweep, SweepPoint, Variant } from './worker/sweep.ts';

export { decodeAnswer, encodeAnswer, type RecordedAnswer, type RecordedKind } from './recordedAnswer.ts';
export { type Origin, RecordingError } from './recordingFile.ts';

/** What can be recorded: a training, a sweep, or the answer to a question. */
export type Recordable =
  | { readonly run: Experiment }
  | { readonly sweep: Sweep }
  | { readonly question: Question<RecordedKind> };

export interface RecordedRun {
  readonly origin: Origin;
  readonly experiment: Experiment;
  readonly arms: readonly ArmRun[];
}
export interface RecordedSweep {
  readonly origin: Origin;
  readonly experiment: Experiment;
  readonly variants: readonly Variant[];
  readonly points: readonly SweepPoint[];
}

/** One arm and seed as the header has it. JSON knows no NaN: what is not finite is null there. */
interface Entry {
  readonly steps: number;
  readonly divergence?: Divergence;
  readonly final: Final;
}
const entryOf = ({ steps, divergence, final }: Entry): Entry => ({ steps, ...(divergence && { divergence }), final });
const isEntry = (value: unknown): value is Entry =>
  isRecord(value) && typeof value.steps === 'number' && value.steps >= 0 && isRecord(value.final);
const revived = ({ final, ...rest }: Entry): Entry => {
  const whole = (score: Final['train']) => ({ loss: score.loss ?? Number.NaN, accuracy: score.accuracy ?? Number.NaN });
  return { ...rest, final: { ...final, train: whole(final.train), test: whole(final.test) } };
};
/** @throws {RecordingError} where the header lacks the entry */
function entryAt(entries: unknown, index: number): Entry {
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined;
  if (!isEntry(entry)) throw new RecordingError('The header lacks a network.');
  return revived(entry);
}
const lossesOf = ({ stride, at }: Layout, rows: Float32Array, steps: number): Float32Array =>
  Float32Array.from({ length: steps }, (_, step) => rows[step * stride + at.loss] ?? Number.NaN);
const rowAt = ({ stride }: Layout, rows: Float32Array, step: number) =>
  rows.subarray(step * stride, (step + 1) * stride);

export function encodeRun(origin: Origin, experiment: Experiment, { arms }: RunResult): Uint8Array<ArrayBuffer> {
  const networks = arms.flatMap(({ layout, seeds }) => seeds.map((seed) => ({ layout, seed })));
  return file(
    { origin, experiment, networks: networks.map(({ seed }) => entryOf(seed)) },
    networks.flatMap(({ layout, seed: { rows, steps } }) => [
      lossesOf(layout, rows, steps),
      ...keptSteps(steps).map((step) => logsOf(rowAt(layout, rows, step))),
    ]),
  );
}

/**
 * Between two kept steps every quantity but the loss stays as it was at the earlier one.
 * @throws {RecordingError}
 */
export function decodeRun(bytes: ArrayBuffer): RecordedRun {
  const reader = read(bytes);
  const { origin, experiment } = frameOf(reader);
  const arms = experiment.arms.map((arm, a) => {
    const layout = layoutOf(settingsOf(experiment, arm));
    const seeds = experiment.seeds.map((seed, s) => {
      const entry = entryAt(reader.header.networks, a * experiment.seeds.length + s);
      const losses = reader.floats(entry.steps);
      const rows = new Float32Array(layout.stride * experiment.steps);
      const kept = keptSteps(entry.steps);
      for (const [i, step] of kept.entries()) {
        const row = reader.logs(layout.stride);
        const until = kept[i + 1] ?? entry.steps;
        for (let filled = step; filled < until; filled++) rows.set(row, filled * layout.stride);
      }
      for (const [step, loss] of losses.entries()) rows[step * layout.stride + layout.at.loss] = loss;
      return { seed, rows, ...entry };
    });
    return { name: arm.name, layout, seeds };
  });
  return { origin, experiment, arms };
}

export function encodeSweep(
  origin: Origin,
  experiment: Experiment,
  variants: readonly Variant[],
  points: readonly SweepPoint[],
): Uint8Array<ArrayBuffer> {
  const networks = points.flatMap(({ arms }) => arms);
  return file(
    {
      origin,
      experiment,
      variants,
      points: points.map(({ variant, seed }) => ({ variant, seed })),
      networks: networks.map((one) => entryOf(one)),
    },
    networks.flatMap(({ losses, first, last }) => [losses, logsOf(first), logsOf(last)]),
  );
}

const isVariant = (value: unknown): value is Variant =>
  isRecord(value) && typeof value.key === 'string' && isRecord(value.change);
const isPlace = (value: unknown): value is { readonly variant: number; readonly seed: number } =>
  isRecord(value) && typeof value.variant === 'number' && typeof value.seed === 'number';

/** @throws {RecordingError} */
export function decodeSweep(bytes: ArrayBuffer): RecordedSweep {
  const reader = read(bytes);
  const { origin, experiment } = frameOf(reader);
  const { variants, points } = reader.header;
  if (!Array.isArray(variants) || !variants.every(isVariant) || !Array.isArray(points) || !points.every(isPlace)) {
    throw new RecordingError('The header lacks its variants.');
  }
  let index = 0;
  return {
    origin,
    experiment,
    variants,
    points: points.map(({ variant, seed }) => {
      const changed = { ...experiment, ...variants[variant]?.change };
      const arms = experiment.arms.map((arm) => {
        const layout = layoutOf(settingsOf(changed, arm));
        const entry = entryAt(reader.header.networks, index++);
        const losses = reader.floats(entry.steps);
        return {
          name: arm.name,
          layout,
          ...entry,
          losses,
          first: reader.logs(layout.stride),
          last: reader.logs(layout.stride),
        };
      });
      return { variant, seed, arms };
    }),
  };
}
