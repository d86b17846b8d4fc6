/**
 * The form of a recording: the length of its header (uint32, little-endian), the header (JSON), then the numbers, exactly or
 * by their logarithm in two bytes.
 */
import { type Experiment, isExperiment } from './experiment.ts';

/** Where and when a recording was made. */
export interface Origin {
  /** ISO 8601 day. */
  readonly date: string;
  /** Engine and what its arithmetic ran on: fused (simd). */
  readonly engine: string;
  /** Time that the training took, in milliseconds. */
  readonly milliseconds: number;
}

/** A recording that is none, is damaged, or was made for another version of this page. */
export class RecordingError extends Error {}

const version = 1;

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
/** Numbers from 0 on, to 0.2%. */
export const logsOf = (values: Float32Array): Uint16Array => Uint16Array.from(values, codeOf);

type Part = Float32Array | Float64Array | Uint16Array;

/** @param parts the numbers, each array in a form that the reader knows from the header */
export function file(header: object, parts: readonly Part[]): Uint8Array<ArrayBuffer> {
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
  doubles(count: number): Float64Array;
  /** What `logsOf` made. */
  logs(count: number): Float32Array;
}

/** @throws {RecordingError} */
export function read(bytes: ArrayBuffer): Reader {
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
    doubles(count) {
      const from = take(count, 8);
      return Float64Array.from({ length: count }, (_, i) => view.getFloat64(from + 8 * i, true));
    },
    logs(count) {
      const from = take(count, 2);
      return Float32Array.from({ length: count }, (_, i) => numberOf(view.getUint16(from + 2 * i, true)));
    },
  };
}

export const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOrigin = (value: unknown): value is Origin =>
  isRecord(value) &&
  typeof value.date === 'string' &&
  typeof value.engine === 'string' &&
  typeof value.milliseconds === 'number';

/** What every recording says of itself. @throws {RecordingError} */
export function frameOf({ header }: Reader): { origin: Origin; experiment: Experiment } {
  const { origin, experiment } = header;
  if (!isOrigin(origin) || !isExperiment(experiment)) throw new RecordingError('The header lacks its experiment.');
  return { origin, experiment };
}
