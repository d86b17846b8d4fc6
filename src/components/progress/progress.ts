/**
 * What a reader has done, as one versioned document: the same in the browser's storage and in an exported file. Its
 * parts are named by ids that stay when words are changed and lessons are moved.
 */
import * as z from 'zod/mini';

/** The version that this page writes. A later one adds to `migrate` the step from the one before. */
export const version = 1;

const curve = z.readonly(
  z.object({
    arm: z.string(),
    points: z.readonly(z.array(z.readonly(z.object({ x: z.number(), y: z.number() })))),
  }),
);
const prediction = z.union([
  z.readonly(z.object({ choice: z.string() })),
  z.readonly(z.object({ curves: z.readonly(z.array(curve)) })),
]);
const named = <V extends z.core.SomeType>(value: V) => z.readonly(z.record(z.string(), value));

const schema = z.readonly(
  z.object({
    version: z.literal(version),
    /** By lesson, then by prediction: what was locked. */
    predictions: named(named(prediction)),
    /** By lesson, then by quiz item: the place of the answer last checked, from 0. */
    answers: named(named(z.int().check(z.nonnegative()))),
    /** By claim of the notes: whether the reader takes it to hold. */
    marks: named(z.boolean()),
    /** Ids of lessons. */
    visited: z.readonly(z.array(z.string())),
    finished: z.readonly(z.array(z.string())),
    /** Where the reader was last: a lesson, and the section in view or an empty string. */
    last: z.nullable(z.readonly(z.object({ lesson: z.string(), section: z.string() }))),
  }),
);
export type Progress = z.infer<typeof schema>;

export const nothing: Progress = {
  version,
  predictions: {},
  answers: {},
  marks: {},
  visited: [],
  finished: [],
  last: null,
};

/** What a document turned out to be. */
export type Reading =
  | { readonly kind: 'read'; readonly progress: Progress }
  /** By a later version of this page: `progress` holds what is understood of it. */
  | { readonly kind: 'newer'; readonly theirs: number; readonly progress: Progress }
  | { readonly kind: 'unreadable' };

const versioned = z.looseObject({ version: z.int().check(z.positive()) });

/** Reads a document of any version. Parts that this version does not know are left out. */
export function migrate(document: unknown): Reading {
  const found = z.safeParse(versioned, document);
  if (!found.success) return { kind: 'unreadable' };
  const theirs = found.data.version;
  const known = z.safeParse(schema, { ...found.data, version });
  if (theirs > version) return { kind: 'newer', theirs, progress: known.success ? known.data : nothing };
  return known.success ? { kind: 'read', progress: known.data } : { kind: 'unreadable' };
}

/** `migrate` for a text that should be JSON. */
export function readProgress(text: string): Reading {
  try {
    return migrate(JSON.parse(text));
  } catch {
    return { kind: 'unreadable' };
  }
}
