/** Answers about networks as files: every number exactly, for they are few. */
import { type Answer, answerOf, type Findings, type Question } from './analysis/question.ts';
import { file, frameOf, type Origin, RecordingError, read } from './recordingFile.ts';

/** The kinds of question whose answers are recorded. */
export type RecordedKind = 'gradient' | 'similarity' | 'agreement' | 'branches' | 'shrink';

export interface RecordedAnswer<K extends RecordedKind = RecordedKind> {
  readonly origin: Origin;
  readonly question: Question<K>;
  readonly answer: Answer<K>;
}

type Rows = readonly ArrayLike<number>[];
/** A finding as rows of numbers and back. */
interface Form<F> {
  readonly rows: (finding: F) => Rows;
  readonly finding: (rows: readonly number[][]) => F;
}
const only = ([value = Number.NaN]: readonly number[] = []) => value;

const forms: { readonly [K in RecordedKind]: Form<Findings[K]> } = {
  gradient: {
    rows: ({ norms, slope, ratio }) => [norms, [slope], [ratio]],
    finding: ([norms = [], slope, ratio]) => ({
      norms: Float32Array.from(norms),
      slope: only(slope),
      ratio: only(ratio),
    }),
  },
  similarity: { rows: ({ states }) => [states], finding: ([states = []]) => ({ states }) },
  agreement: { rows: ({ cosine }) => [[cosine]], finding: ([cosine]) => ({ cosine: only(cosine) }) },
  branches: {
    rows: ({ ratios, shares, cancellation, weightNorms }) => [ratios, shares, [cancellation], weightNorms],
    finding: ([ratios = [], shares = [], cancellation, weightNorms = []]) => ({
      ratios,
      shares,
      cancellation: only(cancellation),
      weightNorms,
    }),
  },
  shrink: {
    rows: ({ exponents, ratios }) => [exponents, ratios],
    finding: ([exponents = [], ratios = []]) => ({ exponents, ratios }),
  },
};

export function encodeAnswer<K extends RecordedKind>(
  origin: Origin,
  { kind, experiment, trained }: Question<K>,
  { arms }: Answer<K>,
): Uint8Array<ArrayBuffer> {
  const form: Form<Findings[K]> = forms[kind];
  const found = arms.flatMap(({ seeds }) => seeds.map(({ finding }) => form.rows(finding)));
  return file(
    { origin, experiment, kind, trained, lengths: found.map((rows) => rows.map(({ length }) => length)) },
    found.flatMap((rows) => rows.map((row) => Float64Array.from(row))),
  );
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isLengths = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isCount);

/** @throws {RecordingError} also where another kind of question was asked */
export function decodeAnswer<K extends RecordedKind>(bytes: ArrayBuffer, kind: K): RecordedAnswer<K> {
  const reader = read(bytes);
  const { origin, experiment } = frameOf(reader);
  const { kind: asked, trained, lengths } = reader.header;
  if (asked !== kind || typeof trained !== 'boolean') throw new RecordingError('The header lacks its question.');
  const form: Form<Findings[K]> = forms[kind];
  const { arms, seeds } = experiment;
  const findings = arms.map((_, a) =>
    seeds.map((__, s) => {
      const of: unknown = Array.isArray(lengths) ? lengths[a * seeds.length + s] : undefined;
      if (!isLengths(of)) throw new RecordingError('The header lacks a network.');
      return form.finding(of.map((length) => [...reader.doubles(length)]));
    }),
  );
  const question: Question<K> = { kind, experiment, trained };
  const bySeed = seeds.map((_, s) => findings.flatMap((of) => of.slice(s, s + 1)));
  return { origin, question, answer: answerOf(question, bySeed) };
}
