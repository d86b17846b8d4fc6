/** The reader's own examples: rows of numbers with a class each, as they were given, and what can be taken of them. */

export interface OwnData {
  /** Tells these data from others: the same for the same names, numbers and classes. */
  readonly key: string;
  /** What the numbers of a row are called. */
  readonly columns: readonly string[];
  readonly classes: readonly string[];
  /** [rows, columns], as given: standardised where they are split. */
  readonly inputs: Float64Array;
  /** The class of each row, a place in `classes`. */
  readonly labels: Uint8Array;
  /** Rows of the training part, which is as large for every seed. */
  readonly train: number;
  /** Cross-entropy of answering every input with the training part's shares of the classes, in nats. */
  readonly chance: number;
}
export type OwnParts = Pick<OwnData, 'columns' | 'classes' | 'inputs' | 'labels'>;

/** `numbers`: rows times columns. `perClass`: rows of each class at least, so that both parts have some. */
export const ownLimits = {
  columns: { least: 2, most: 64 },
  classes: { least: 2, most: 10 },
  rows: { least: 20, most: 5000 },
  numbers: 100_000,
  perClass: 4,
  /** Characters of a name; the rest of it is cut off. */
  name: 40,
  /** Larger numbers are taken for mistakes: their squares would leave what a float64 holds. */
  magnitude: 1e100,
} as const;

/** What is wrong with the whole. */
export type SizeFault =
  | { readonly kind: 'few-columns' | 'few-rows'; readonly found: number; readonly least: number }
  | { readonly kind: 'many-columns' | 'many-rows' | 'many-numbers'; readonly found: number; readonly most: number }
  | { readonly kind: 'one-class'; readonly name: string }
  | { readonly kind: 'many-classes'; readonly found: number; readonly most: number }
  | { readonly kind: 'rare-class'; readonly name: string; readonly found: number; readonly least: number };

const { columns, classes, rows, numbers, perClass } = ownLimits;

/** @param count rows; `width` columns of numbers */
export function tableFaults(count: number, width: number): SizeFault[] {
  const faults: SizeFault[] = [];
  if (width < columns.least) faults.push({ kind: 'few-columns', found: width, least: columns.least });
  if (width > columns.most) faults.push({ kind: 'many-columns', found: width, most: columns.most });
  if (count < rows.least) faults.push({ kind: 'few-rows', found: count, least: rows.least });
  if (count > rows.most) faults.push({ kind: 'many-rows', found: count, most: rows.most });
  else if (count * width > numbers) faults.push({ kind: 'many-numbers', found: count * width, most: numbers });
  return faults;
}

/** Rows of each class. */
export const classCounts = ({ classes: names, labels }: OwnParts): number[] => {
  const counts = names.map(() => 0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
};

export function classFaults(parts: OwnParts): SizeFault[] {
  const { classes: names } = parts;
  if (names.length < classes.least) return [{ kind: 'one-class', name: names[0] ?? '' }];
  if (names.length > classes.most) return [{ kind: 'many-classes', found: names.length, most: classes.most }];
  return classCounts(parts).flatMap((found, i) =>
    found < perClass ? [{ kind: 'rare-class', name: names[i] ?? '', found, least: perClass }] : [],
  );
}

/** FNV-1a of 32 bits over bytes. */
function hash(bytes: Uint8Array, from: number): number {
  let h = from >>> 0;
  for (const byte of bytes) h = Math.imul(h ^ byte, 16777619) >>> 0;
  return h;
}

function keyOf({ columns: names, classes: kinds, inputs, labels }: OwnParts): string {
  const text = new TextEncoder().encode(JSON.stringify([names, kinds]));
  const given = new Uint8Array(inputs.buffer, inputs.byteOffset, inputs.byteLength);
  return [2166136261, 3238736251]
    .map((start) =>
      hash(labels, hash(given, hash(text, start)))
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}

/** Whether the parts fit together, every number and every name within its limits. */
function isWhole(parts: OwnParts): boolean {
  const { columns: names, classes: kinds, inputs, labels } = parts;
  return (
    inputs.length === labels.length * names.length &&
    tableFaults(labels.length, names.length).length === 0 &&
    labels.every((label) => label < kinds.length) &&
    classFaults(parts).length === 0 &&
    inputs.every((value) => Math.abs(value) <= ownLimits.magnitude) &&
    [...names, ...kinds].every(({ length }) => length > 0 && length <= ownLimits.name)
  );
}

/** Of a class with so many rows: one in four is kept for the test, and at least one. */
export const testCount = (count: number): number => Math.max(1, Math.round(count / 4));

/** @returns undefined where the limits do not hold */
export function ownData(parts: OwnParts): OwnData | undefined {
  if (!isWhole(parts)) return undefined;
  const counts = classCounts(parts).map((count) => count - testCount(count));
  const train = counts.reduce((sum, count) => sum + count, 0);
  const chance = counts.reduce((sum, count) => sum - (count / train) * Math.log(count / train), 0);
  const { columns: names, classes: kinds, inputs, labels } = parts;
  return { key: keyOf(parts), columns: names, classes: kinds, inputs, labels, train, chance };
}
