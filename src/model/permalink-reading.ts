/** How the pieces of a link are read: leniently, each thing that is wrong reported and nothing thrown. */
import {
  armFieldNames,
  armFields,
  clampNumber,
  defaultExperiment,
  type Field,
  type FieldName,
  fields,
  limits,
  wholeDepth,
} from './experiment.ts';

/** One thing in a link that was not taken as it stood. `arm` names the arm that the value was meant for. */
export type Notice =
  /** Only the first `read` characters were looked at. */
  | { readonly kind: 'too-long'; readonly length: number; readonly read: number }
  /** A percent escape that stands for no text; the part is left out. */
  | { readonly kind: 'unreadable'; readonly text: string }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly arm?: string }
  /** Given more than once; the first one counts. */
  | { readonly kind: 'duplicate'; readonly key: string; readonly arm?: string }
  /** Not a finite decimal number; the default stands. */
  | { readonly kind: 'not-a-number'; readonly field: FieldName; readonly text: string; readonly arm?: string }
  /** Not among the choices; the default stands. */
  | { readonly kind: 'unknown-choice'; readonly field: FieldName; readonly text: string; readonly arm?: string }
  | {
      readonly kind: 'clamped';
      readonly field: FieldName;
      readonly asked: number;
      readonly used: number;
      readonly min: number;
      readonly max: number;
      readonly arm?: string;
    }
  /** To a whole number; a depth to whole units. */
  | {
      readonly kind: 'rounded';
      readonly field: FieldName;
      readonly asked: number;
      readonly used: number;
      readonly arm?: string;
    }
  /** Not a seed or a range of seeds; left out. */
  | { readonly kind: 'bad-seed'; readonly text: string }
  | {
      readonly kind: 'too-many';
      readonly what: 'arms' | 'seeds' | 'pins';
      readonly asked: number;
      readonly used: number;
    }
  /** The name of an arm was empty, too long, or held invisible characters. */
  | { readonly kind: 'renamed'; readonly used: string }
  /** Nothing that the page can show; it shows what it usually does. */
  | { readonly kind: 'unknown-view'; readonly key: string; readonly text: string }
  /** A step after the last one of the run. */
  | { readonly kind: 'late-step'; readonly asked: number; readonly used: number }
  /** In a pinned run so many things were not taken as they stood. */
  | { readonly kind: 'bent-pin'; readonly name: string; readonly count: number }
  /** A pinned run on its author's own data; left out. */
  | { readonly kind: 'own-pin'; readonly name: string }
  /** So many notices that the rest are only counted. */
  | { readonly kind: 'more'; readonly count: number };

/** Where a reader tells what it did not take as it stood. */
export type Report = (notice: Notice) => void;

const longest = 4096;
/** Characters that show nothing or turn the text around them. */
export const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Decoded keys and texts, in order. `+` is a space, as forms write it. */
export function readPairs(query: string, report: Report): [key: string, text: string][] {
  const start = query.startsWith('?') ? 1 : 0;
  let part = query.slice(start, start + longest);
  if (query.length - start > longest) {
    report({ kind: 'too-long', length: query.length, read: longest });
    // The last pair may have been cut in two.
    part = part.slice(0, Math.max(0, part.lastIndexOf('&')));
  }
  const pairs: [string, string][] = [];
  for (const piece of part.split('&')) {
    if (piece === '') continue;
    const at = piece.indexOf('=');
    const [key, text] = at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)];
    try {
      pairs.push([decodeURIComponent(key.replaceAll('+', ' ')), decodeURIComponent(text.replaceAll('+', ' '))]);
    } catch {
      report({ kind: 'unreadable', text: shown(piece) });
    }
  }
  return pairs;
}

/** Texts by key: known keys only, the first of each. */
export function gather(
  pairs: readonly (readonly [key: string, text: string])[],
  known: ReadonlySet<string>,
  report: Report,
  arm?: string,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [key, text] of pairs) {
    if (!known.has(key)) report({ kind: 'unknown-key', key: shown(key), ...of(arm) });
    else if (given.has(key)) report({ kind: 'duplicate', key, ...of(arm) });
    else given.set(key, text);
  }
  return given;
}

export function readFields(
  names: readonly FieldName[],
  given: ReadonlyMap<string, string>,
  report: Report,
  arm?: string,
): Record<string, string | number | boolean> {
  const values: [FieldName, string | number | boolean][] = [];
  for (const name of names) {
    const text = given.get(fields[name].key);
    const value = text === undefined ? undefined : readValue(name, text, report, arm);
    if (value !== undefined) values.push([name, value]);
  }
  return Object.fromEntries(values);
}

/** Decimal, with an optional exponent: no hexadecimal, no names, no empty text. */
const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e-?\d+)?$/i;

function readValue(name: FieldName, text: string, report: Report, arm?: string): string | number | boolean | undefined {
  const field: Field = fields[name];
  if (field.kind === 'number') {
    const asked = decimal.test(text) ? Number(text) + 0 : Number.NaN;
    if (!Number.isFinite(asked)) {
      report({ kind: 'not-a-number', field: name, text: shown(text), ...of(arm) });
      return undefined;
    }
    const { min, max } = field;
    const used = clampNumber(field, asked);
    if (asked < min || asked > max) report({ kind: 'clamped', field: name, asked, used, min, max, ...of(arm) });
    else if (asked !== used) report({ kind: 'rounded', field: name, asked, used, ...of(arm) });
    return used;
  }
  if (field.kind === 'switch' && (text === '0' || text === '1')) return text === '1';
  if (field.kind === 'choice' && field.options.includes(text)) return text;
  report({ kind: 'unknown-choice', field: name, text: shown(text), ...of(arm) });
  return undefined;
}

export function readDepth(asked: unknown, k: number, report: Report, arm?: string): number | undefined {
  if (typeof asked !== 'number') return undefined;
  const used = wholeDepth(asked, k);
  if (used !== asked) report({ kind: 'rounded', field: 'depth', asked, used, ...of(arm) });
  return used;
}

const armKeys: ReadonlySet<string> = new Set(armFieldNames.map((name) => armFields[name].key));

export function readArms(texts: readonly string[], k: number, report: Report) {
  if (texts.length > limits.arms) report({ kind: 'too-many', what: 'arms', asked: texts.length, used: limits.arms });
  return texts.slice(0, limits.arms).map((text, index) => {
    const [first = '', ...rest] = text.split(',');
    const name = readName(first, index, report);
    const pairs = rest.map((piece): [string, string] => {
      const at = piece.indexOf(':');
      return at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)];
    });
    const overrides = readFields(armFieldNames, gather(pairs, armKeys, report, name), report, name);
    const depth = readDepth(overrides.depth, Number(overrides.layersPerUnit ?? k), report, name);
    return { name, overrides: { ...overrides, ...(depth !== undefined && { depth }) } };
  });
}

function readName(escaped: string, index: number, report: Report): string {
  const asked = unescapeName(escaped);
  const cleaned = asked
    .replace(invisible, '')
    .slice(0, limits.nameLength)
    .replace(/\p{Cs}/gu, '');
  const used = cleaned.trim() === '' ? String(index + 1) : cleaned;
  if (used !== asked) report({ kind: 'renamed', used });
  return used;
}

/** A name typed by hand may hold a bare percent sign. */
function unescapeName(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

export function readSeeds(
  text: string,
  report: Report,
  usual: readonly number[] = defaultExperiment.seeds,
): readonly number[] {
  const seeds = new Set<number>();
  let asked = 0;
  for (const piece of text.split(',')) {
    const [, first, last = first] = /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(piece) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from <= to && to <= limits.seedMax)) {
      report({ kind: 'bad-seed', text: shown(piece) });
      continue;
    }
    asked += to - from + 1;
    for (let seed = from; seed <= to && seeds.size < limits.seeds; seed++) {
      if (seeds.has(seed)) report({ kind: 'duplicate', key: 'seeds' });
      seeds.add(seed);
    }
  }
  if (asked > limits.seeds) report({ kind: 'too-many', what: 'seeds', asked, used: seeds.size });
  return seeds.size === 0 ? usual : [...seeds];
}

const of = (arm: string | undefined): { readonly arm?: string } => (arm === undefined ? {} : { arm });

/** Text from a link as a notice may quote it. */
export function shown(text: string): string {
  const visible = text.slice(0, 60).replace(invisible, '');
  return visible.length > 40 ? `${visible.slice(0, 39)}…` : visible;
}
