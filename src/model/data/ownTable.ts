/** A table as people keep them, read as own data: CSV with its separators, quotes and headings, and every fault by its row. */
import { invisible } from '../permalink-reading.ts';
import {
  classFaults,
  type OwnData,
  type OwnParts,
  ownData,
  ownLimits,
  type SizeFault,
  tableFaults,
} from './ownData.ts';

export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** Cuts a text into rows of cells (RFC 4180): quoted cells may hold separators, line ends and doubled quotes. */
export type Cut = (text: string, separator: Separator) => readonly (readonly string[])[];

/** Rows count from 1, headings and empty lines among them, as editors and spreadsheets show them. */
export type TableFault =
  | SizeFault
  | { readonly kind: 'empty' | 'not-text' }
  | { readonly kind: 'too-long'; readonly found: number; readonly most: number }
  | { readonly kind: 'open-quote'; readonly row: number }
  | { readonly kind: 'ragged'; readonly row: number; readonly found: number; readonly wanted: number }
  | { readonly kind: 'missing'; readonly row: number; readonly column: string }
  | { readonly kind: 'not-number' | 'too-large'; readonly row: number; readonly column: string; readonly text: string };

export interface TableReading {
  readonly data?: OwnData;
  /** The first few; none where there are data. */
  readonly faults: readonly TableFault[];
  /** How many more there are. */
  readonly more: number;
  readonly separator: Separator;
  /** The names of all columns, that of the classes among them. */
  readonly columns: readonly string[];
  /** Which of them holds the classes. */
  readonly label: number;
  /** Whether the first row was taken for the names. */
  readonly headed: boolean;
}

/** Characters of a table at most. */
export const longestTable = 4_000_000;
const mostFaults = 8;

/** Reads a table. `label`: the column of the classes; the likeliest one where it is not given. Never throws. */
export function readTable(text: string, cut: Cut, label?: number): TableReading {
  const whole = text.replace(/^\uFEFF/, '');
  const nothing = { separator: ',', columns: [], label: 0, headed: false, more: 0 } as const;
  if (whole.trim() === '') return { ...nothing, faults: [{ kind: 'empty' }] };
  if (whole.length > longestTable) {
    return { ...nothing, faults: [{ kind: 'too-long', found: whole.length, most: longestTable }] };
  }
  if (whole.includes('\0')) return { ...nothing, faults: [{ kind: 'not-text' }] };
  const separator = separatorOf(whole);
  // A line of its own after the end: a quote that was never closed would swallow it.
  const cells = cut(`${whole}\n\u0001`, separator);
  if (cells.at(-1)?.[0] !== '\u0001') {
    return { ...nothing, separator, faults: [{ kind: 'open-quote', row: cells.length }] };
  }
  const rows = cells
    .slice(0, -1)
    .map((row, i): Row => ({ number: i + 1, cells: row.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  return readRows(rows, separator, label);
}

interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The one that gives most of the first rows the most columns; of equals not the one that may stand in a number. */
function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const widthOf = (separator: Separator) =>
    lines.map((line) => line.split(separator).length).sort((a, b) => a - b)[lines.length >> 1] ?? 0;
  return (['\t', ';', ','] as const).reduce((best, one) => (widthOf(one) > widthOf(best) ? one : best));
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** NaN for what is no number. Where cells end with a semicolon, decimals may be written with a comma. */
function numberIn(cell: string, separator: Separator): number {
  const plain = cell.replace('\u2212', '-');
  const dotted = separator === ';' && !plain.includes('.') ? plain.replace(',', '.') : plain;
  return decimal.test(dotted) ? Number(dotted) : Number.NaN;
}
const absent = /^(?:|na|n\/a|nan|null|none|\?|-)$/i;
const named = /^(?:label|labels|class|classes|target|species|category|标签|类别|类|分类|种类|目标)$/i;

/** Text of the reader's as it may be shown. */
const shown = (text: string): string => {
  const visible = text.replace(invisible, '').trim();
  return visible.length > ownLimits.name ? `${visible.slice(0, ownLimits.name - 1)}…` : visible;
};

function readRows(rows: readonly Row[], separator: Separator, asked: number | undefined): TableReading {
  const [first, ...rest] = rows;
  const width = first?.cells.length ?? 0;
  const isNumber = (cell: string) => !Number.isNaN(numberIn(cell, separator));
  const headed = rest.length > 0 && first?.cells.some(isNumber) === false;
  const body = headed ? rest : rows;
  const columns = Array.from({ length: width }, (_, i) => (headed && shown(first?.cells[i] ?? '')) || `x${i + 1}`);
  const label = asked !== undefined && asked < width ? asked : labelOf(columns, body, isNumber);
  const frame = { separator, columns, label, headed };

  const sizes = tableFaults(body.length, width - 1);
  if (sizes.length > 0) return { ...frame, faults: sizes, more: 0 };
  const faults: TableFault[] = [];
  const inputs: number[] = [];
  const kinds: string[] = [];
  for (const { number, cells } of body) {
    if (cells.length !== width) {
      faults.push({ kind: 'ragged', row: number, found: cells.length, wanted: width });
      continue;
    }
    for (const [i, cell] of cells.entries()) {
      const column = columns[i] ?? '';
      const value = i === label ? 0 : numberIn(cell, separator);
      if (absent.test(cell)) faults.push({ kind: 'missing', row: number, column });
      else if (i === label) kinds.push(cell);
      else if (Number.isNaN(value)) faults.push({ kind: 'not-number', row: number, column, text: shown(cell) });
      else if (Math.abs(value) > ownLimits.magnitude) {
        faults.push({ kind: 'too-large', row: number, column, text: shown(cell) });
      } else inputs.push(value);
    }
  }
  if (faults.length > 0) return { ...frame, faults: faults.slice(0, mostFaults), more: count(faults) };
  const parts = partsOf(columns.toSpliced(label, 1), inputs, kinds);
  const wrong = classFaults(parts);
  const data = wrong.length > 0 ? undefined : ownData(parts);
  return { ...frame, ...(data && { data }), faults: wrong, more: 0 };
}

const count = (faults: readonly TableFault[]): number => Math.max(0, faults.length - mostFaults);

/** The column that is called so; else the last one of words where numbers are in no more than half the rows; else the last. */
function labelOf(columns: readonly string[], rows: readonly Row[], isNumber: (cell: string) => boolean): number {
  const called = columns.findIndex((name) => named.test(name));
  if (called >= 0) return called;
  const wordy = (i: number) => rows.filter(({ cells }) => !isNumber(cells[i] ?? '')).length > rows.length / 2;
  const found = [...columns.keys()].findLast(wordy);
  return found ?? Math.max(0, columns.length - 1);
}

/** Classes in the order of their numbers, or else of their letters, whatever the order of the rows. */
function partsOf(columns: readonly string[], inputs: readonly number[], kinds: readonly string[]): OwnParts {
  const numbered = kinds.every((name) => decimal.test(name));
  const classes = [...new Set(kinds)].sort((a, b) => (numbered && Number(a) - Number(b)) || (a < b ? -1 : 1));
  const places = new Map(classes.map((name, place) => [name, place]));
  return {
    columns,
    classes: classes.map((name) => shown(name) || '?'),
    inputs: Float64Array.from(inputs),
    // Classes beyond the most that there may be are told of, and never trained.
    labels: Uint8Array.from(kinds, (name) => places.get(name) ?? 0),
  };
}
