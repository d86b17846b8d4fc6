/** Own data as text: what the browser keeps and what run files carry. Reading trusts nothing. */
import * as z from 'zod/mini';
import { base64Of, bytesOf, doublesOf } from '../export/base64.ts';
import { type OwnData, ownData } from './ownData.ts';

/** The version that this page writes. */
export const ownVersion = 1;

const names = z.array(z.string());
/** Numbers as base64: float64, little-endian, row by row; classes one byte each. */
export const ownPart = z.strictObject({ columns: names, classes: names, inputs: z.string(), labels: z.string() });
export type OwnPart = z.infer<typeof ownPart>;

export const partOf = ({ columns, classes, inputs, labels }: OwnData): OwnPart => ({
  columns: [...columns],
  classes: [...classes],
  inputs: base64Of(inputs),
  labels: base64Of(labels),
});

/** @returns undefined where the numbers do not fit together or a limit does not hold */
export function ownOfPart({ columns, classes, inputs, labels }: OwnPart): OwnData | undefined {
  const [numbers, kinds] = [doublesOf(inputs), bytesOf(labels)];
  return numbers && kinds && ownData({ columns, classes, inputs: numbers, labels: kinds });
}

/** What a stored text turned out to be. */
export type OwnReading =
  | { readonly kind: 'read'; readonly data: OwnData }
  | { readonly kind: 'newer'; readonly theirs: number }
  | { readonly kind: 'unreadable' };

const versioned = z.looseObject({ version: z.int().check(z.positive()) });
const document = z.strictObject({ version: z.literal(ownVersion), data: ownPart });

export const printOwn = (data: OwnData): string => JSON.stringify({ version: ownVersion, data: partOf(data) });

/** The text may be anything; never throws. */
export function readOwn(text: string): OwnReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const head = versioned.safeParse(parsed);
  if (head.success && head.data.version > ownVersion) return { kind: 'newer', theirs: head.data.version };
  const known = document.safeParse(parsed);
  const data = known.success ? ownOfPart(known.data.data) : undefined;
  return data ? { kind: 'read', data } : { kind: 'unreadable' };
}
