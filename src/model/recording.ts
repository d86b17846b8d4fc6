/**
 * Runs and sweeps kept as files: the loss of every step exactly, everything else at some steps and to 0.2%, in two bytes a
 * number. A file is the length of its header (uint32, little-endian), the header (JSON), then the numbers.
 */
import { type Experiment, isExperiment, settingsOf } from './experiment.ts';
import { type Divergence, type Final, type Layout, layoutOf } from './telemetry.ts';
import type { RunResult } from './train.ts';
import type { ArmRun } from './worker/snapshot.ts';
import type { SweepPoint, Variant } from './worker/sweep.ts';

/** Where and when a recording was made. */
export interface Origin {
  /** ISO 8601 day. */
  readonly date: string;
  /** Engine and what its arithmetic ran on: fused (simd). */
  readonly engine: string;
  /** Time that the training took, in milliseconds. */
  readonly milliseconds: number;
}
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

/** A recording that is none, is damaged, or was made for another version of this page. */
export class RecordingError extends Error {}

const version = 1;
/** Steps at which a run keeps its whole telemetry. */
const keptSteps = 41;

/** Steps 0 to `steps` - 1, both among them, at most `keptSteps`. */
const keptOf = (steps: number): number[] => {
  const count = Math.min(steps, keptSteps);
  return Array.from({ length: count }, (_, i) => Math.round((i * (steps - 1)) / Math.max(1, count - 1)));
};

/** log2 of float32 numbers, the subnormal ones among them, from 1 on in 65,532 equal steps; 0, infinity and NaN apart. */
const scale = { low: -149, high: 128, top: 65_533, infinite: 65_534, nan: 65_535 } as const;
const codeOf = (value: number): number => {
  if (Number.isNaN(value)) return scale.nan;
  if (!Number.isFinite(value)) return scale.infinite;
  if (value <= 0) return 0;
  return 1 + Math.round(((Math.log2(value) - scale.low) / (scale.high - scale.low)) * (scale.top - 1));
};
const numberOf = (code: number): number => {
  if (code === 0) return 0;
  if (code === scale.nan) return Number.NaN;
  if (code === scale.infinite) return Number.POSITIVE_INFINITY;
  return 2 ** (scale.low + ((code - 1) / (scale.top - 1)) * (scale.high - scale.low));
};

type Part = Float32Array | Uint16Array;

function file(header: object, parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify({ version, ...header }));
  const size = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(4 + text.length + size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** Reads the numbers of a file in the order in which they were written. */
interface Reader {
  readonly header: { readonly [key: string]: unknown };
  floats(count: number): Float32Array;
  /** Numbers of two bytes. */
  logs(count: number): Float32Array;
}

/** @throws {RecordingError} */
function read(bytes: ArrayBuffer): Reader {
  const view = new DataView(bytes);
  const length = bytes.byteLength >= 4 ? view.getUint32(0, true) : Number.POSITIVE_INFINITY;
  if (4 + length > bytes.byteLength) throw new RecordingError('The file is too short.');
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  } catch {
    throw new RecordingError('The header is no JSON.');
  }
  if (!isRecord(header) || header.version !== version) throw new RecordingError('The file has another version.');
  let at = 4 + length;
  const take = (count: number, size: number) => {
    if (at + count * size > bytes.byteLength) throw new RecordingError('The file is too short.');
    const from = at;
    at += count * size;
    return from;
  };
  return {
    header,
    floats(count) {
      const from = take(count, 4);
      return Float32Array.from({ length: count }, (_, i) => view.getFloat32(from + 4 * i, true));
    },
    logs(count) {
      const from = take(count, 2);
      return Float32Array.from({ length: count }, (_, i) => numberOf(view.getUint16(from + 2 * i, true)));
    },
  };
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOrigin = (value: unknown): value is Origin =>
  isRecord(value) &&
  typeof value.date === 'string' &&
  typeof value.engine === 'string' &&
  typeof value.milliseconds === 'number';

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
/** @throws {RecordingError} */
function frameOf({ header }: Reader): { origin: Origin; experiment: Experiment } {
  const { origin, experiment } = header;
  if (!isOrigin(origin) || !isExperiment(experiment)) throw new RecordingError('The header lacks its experiment.');
  return { origin, experiment };
}

const lossesOf = ({ stride, at }: Layout, rows: Float32Array, steps: number): Float32Array =>
  Float32Array.from({ length: steps }, (_, step) => rows[step * stride + at.loss] ?? Number.NaN);
const logsOf = (values: Float32Array): Uint16Array => Uint16Array.from(values, codeOf);
const rowAt = ({ stride }: Layout, rows: Float32Array, step: number) =>
  rows.subarray(step * stride, (step + 1) * stride);

export function encodeRun(origin: Origin, experiment: Experiment, { arms }: RunResult): Uint8Array<ArrayBuffer> {
  const networks = arms.flatMap(({ layout, seeds }) => seeds.map((seed) => ({ layout, seed })));
  return file(
    { origin, experiment, networks: networks.map(({ seed }) => entryOf(seed)) },
    networks.flatMap(({ layout, seed: { rows, steps } }) => [
      lossesOf(layout, rows, steps),
      ...keptOf(steps).map((step) => logsOf(rowAt(layout, rows, step))),
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
      const kept = keptOf(entry.steps);
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
