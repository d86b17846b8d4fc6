/**
 * One residual unit on single numbers: y = lambda x + F(x), x' = f(y), in both orders of the model's README.
 *   post (He et al. 2015, Fig. 2):      F(x) = w2 relu(w1 x),        x' = relu(y)
 *   pre  (He et al. 2016, Fig. 4 (e)):  F(x) = w2 relu(w1 relu(x)),  x' = y
 * No biases, no normalisation. The derivative of relu at 0 counts as 0.
 */
import { type ArmSettings, armFields, type NumberField } from '../experiment.ts';
import { type Random, random } from '../random.ts';

export interface OneUnit {
  readonly order: ArmSettings['order'];
  readonly w1: number;
  readonly w2: number;
  /** lambda. At 1 the wire hands on what it gets; at 0 it is cut: the plain unit. */
  readonly shortcut: number;
}

/**
 * The places of the unit, in the order in which a number reaches them: x; `in` what w1 multiplies; `first` w1 in;
 * `hidden` relu(first); `branch` F(x) = w2 hidden; `carried` lambda x; `sum` y; `out` x'.
 */
export type Place = 'x' | 'in' | 'first' | 'hidden' | 'branch' | 'carried' | 'sum' | 'out';
export type Values = Readonly<Record<Place, number>>;

const within = (most: number, byDefault: number): NumberField => ({
  kind: 'number',
  key: '',
  min: -most,
  max: most,
  integer: false,
  log: false,
  default: byDefault,
});
/** What may be set, and where it begins: 2 goes in, half of it times -0.3 comes out of the branch. */
export const knobs = {
  x: within(3, 2),
  w1: within(2, 0.5),
  w2: within(2, -0.3),
  shortcut: armFields.shortcutScale,
  target: within(3, 3),
} as const;
export type Knob = keyof typeof knobs;

/** Multiplications and additions that were carried out. A relu only compares. */
export interface Work {
  multiplications: number;
  additions: number;
}

/** Sends x through the unit and counts, operation by operation, what that takes. */
export function flow(
  { order, w1, w2, shortcut }: OneUnit,
  x: number,
): { readonly values: Values; readonly work: Work } {
  const work: Work = { multiplications: 0, additions: 0 };
  const times = (a: number, b: number) => {
    work.multiplications++;
    return a * b;
  };
  const plus = (a: number, b: number) => {
    work.additions++;
    return a + b;
  };
  const entry = order === 'pre' ? relu(x) : x;
  const first = times(w1, entry);
  const hidden = relu(first);
  const branch = times(w2, hidden);
  const carried = shortcut === 0 ? 0 : shortcut === 1 ? x : times(shortcut, x);
  const sum = shortcut === 0 ? branch : plus(carried, branch);
  const out = order === 'post' ? relu(sum) : sum;
  return { values: { x, in: entry, first, hidden, branch, carried, sum, out }, work };
}

export interface Derivatives {
  /** d out / d of the value at each place; for x along both ways together. */
  readonly at: Values;
  /** What reaches x by the shortcut, and by the branch. Their sum is `at.x`. */
  readonly byShortcut: number;
  readonly byBranch: number;
  readonly w1: number;
  readonly w2: number;
}

/** The chain rule from the output back. The plus hands the same number to both of its ways. */
export function derivatives(
  { order, w1, w2, shortcut }: OneUnit,
  { values }: { readonly values: Values },
): Derivatives {
  const sum = order === 'post' ? slope(values.sum) : 1;
  const hidden = sum * w2;
  const first = hidden * slope(values.first);
  const entry = first * w1;
  const byBranch = order === 'pre' ? entry * slope(values.x) : entry;
  const byShortcut = shortcut * sum;
  return {
    at: { x: byShortcut + byBranch, in: entry, first, hidden, branch: sum, carried: sum, sum, out: 1 },
    byShortcut,
    byBranch,
    w1: first * values.in,
    w2: sum * values.hidden,
  };
}

/** One step of gradient descent on E = (out - target)^2 / 2. Only w1 and w2 have a derivative to follow. */
export function trained(unit: OneUnit, x: number, target: number, rate: number): OneUnit {
  const passed = flow(unit, x);
  const error = passed.values.out - target;
  const { w1, w2 } = derivatives(unit, passed);
  return { ...unit, w1: unit.w1 - rate * error * w1, w2: unit.w2 - rate * error * w2 };
}

/** A unit with both weights from N(0, 1). */
export function randomUnit(order: OneUnit['order'], shortcut: number, seed: number): OneUnit {
  const stream: Random = random(seed, 'one unit');
  return { order, shortcut, w1: stream.normal(), w2: stream.normal() };
}

/** Share of the multiplications that connecting the shortcut (lambda 1) saves, for each x; negative where it costs some. */
export const sharesSaved = (unit: OneUnit, inputs: readonly number[]): number[] =>
  inputs.map((x) => {
    const cut = flow({ ...unit, shortcut: 0 }, x).work.multiplications;
    return (cut - flow({ ...unit, shortcut: 1 }, x).work.multiplications) / cut;
  });

const relu = (value: number): number => Math.max(0, value);
const slope = (value: number): number => (value > 0 ? 1 : 0);
