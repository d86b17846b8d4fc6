/** A finished run kept for comparison: its settings, its scores and its loss curves, thinned. One versioned document. */
import * as z from 'zod/mini';
import { type Experiment, type FieldName, fieldNames, isExperiment, settingsOf } from '../experiment.ts';
import type { RunSnapshot, SeedRun } from '../worker/snapshot.ts';

/** The version that this page writes. A later one adds to `readPins` the step from the one before. */
export const pinsVersion = 1;

/** Colours that a pin can have, by name; `lab.css` holds their values for each theme. */
export const pinColours = ['teal', 'magenta', 'gold', 'violet', 'green', 'grey'] as const;
export type PinColour = (typeof pinColours)[number];

export const pinLimits = { pins: 24, points: 120, name: 40 } as const;

/** Median and range over the seeds that have a number. */
const spread = z.readonly(z.object({ median: z.number(), min: z.number(), max: z.number() }));
const score = z.nullable(spread);
const pinnedArm = z.readonly(
  z.object({
    name: z.string(),
    trainLoss: score,
    trainAccuracy: score,
    testLoss: score,
    testAccuracy: score,
    /** Seeds that diverged. */
    diverged: z.int().check(z.nonnegative()),
    /** Median loss over the seeds at some steps; null where most seeds had diverged. */
    curve: z.readonly(z.array(z.readonly(z.tuple([z.int().check(z.nonnegative()), z.nullable(z.number())])))),
  }),
);
const pin = z.readonly(
  z.object({
    id: z.string(),
    name: z.string().check(z.minLength(1), z.maxLength(pinLimits.name)),
    colour: z.enum(pinColours),
    shown: z.boolean(),
    experiment: z.custom<Experiment>(isExperiment),
    /** The key of the reader's own data, where the run was on them. */
    own: z.optional(z.string()),
    arms: z.readonly(z.array(pinnedArm)),
  }),
);
const document = z.readonly(
  z.object({ version: z.literal(pinsVersion), pins: z.readonly(z.array(pin).check(z.maxLength(pinLimits.pins))) }),
);
export type Pin = z.infer<typeof pin>;
export type PinnedArm = z.infer<typeof pinnedArm>;
export type PinnedSpread = z.infer<typeof spread>;

/** What a stored text turned out to be. */
export type PinsReading =
  | { readonly kind: 'read'; readonly pins: readonly Pin[] }
  | { readonly kind: 'newer'; readonly theirs: number }
  | { readonly kind: 'unreadable' };

const versioned = z.looseObject({ version: z.int().check(z.positive()) });

export function readPins(text: string): PinsReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const found = z.safeParse(versioned, parsed);
  if (found.success && found.data.version > pinsVersion) return { kind: 'newer', theirs: found.data.version };
  const known = z.safeParse(document, parsed);
  return known.success ? { kind: 'read', pins: known.data.pins } : { kind: 'unreadable' };
}

export const printPins = (pins: readonly Pin[]): string => JSON.stringify({ version: pinsVersion, pins });

/** Median and range; null where there is no number. The median of an even number is the mean of the middle two. */
function over(values: readonly number[]): PinnedSpread | null {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  return { median: middle(sorted), min, max };
}

/** Of sorted numbers, infinity included. */
function middle(sorted: readonly number[]): number {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Steps 0 ... last, at most `most` of them and evenly apart, the last one always among them. */
export function thinned(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}

/**
 * Mean of the losses around a step, as the loss chart smooths them, so that a pinned curve lies on the one it was; infinite
 * from where the seed has no number.
 */
function lossAt({ rows, steps, divergence }: SeedRun, stride: number, step: number, half: number): number {
  const end = Math.min(steps, divergence?.step ?? steps);
  if (step >= end) return Number.POSITIVE_INFINITY;
  const reach = Math.min(half, Math.max(0, end - 1));
  const [from, to] = [Math.max(0, step - reach), Math.min(end, step + reach + 1)];
  let sum = 0;
  for (let i = from; i < to; i++) sum += rows[i * stride] ?? Number.NaN;
  const mean = sum / (to - from);
  return Number.isFinite(mean) ? mean : Number.POSITIVE_INFINITY;
}

const round = (value: number): number => Number(value.toPrecision(5));

/** What a finished run leaves behind, before it has a name. `half`: steps on either side that a loss is averaged over. */
export function pinnedArms({ arms, experiment }: Pick<RunSnapshot, 'arms' | 'experiment'>, half: number): PinnedArm[] {
  return arms.map(({ name, layout, seeds }) => {
    const finals = seeds.flatMap(({ final, divergence }) => (final && !divergence ? [final] : []));
    const curve = thinned(experiment.steps, pinLimits.points).map((step): [number, number | null] => {
      const losses = seeds.map((run) => lossAt(run, layout.stride, step, half)).sort((a, b) => a - b);
      const median = middle(losses);
      return [step, Number.isFinite(median) ? round(median) : null];
    });
    return {
      name,
      trainLoss: over(finals.map(({ train }) => train.loss)),
      trainAccuracy: over(finals.map(({ train }) => train.accuracy)),
      testLoss: over(finals.map(({ test }) => test.loss)),
      testAccuracy: over(finals.map(({ test }) => test.accuracy)),
      diverged: seeds.filter(({ divergence }) => divergence).length,
      curve,
    };
  });
}

/** The least used colour, the first of them. */
export function freeColour(pins: readonly Pin[]): PinColour {
  const uses = (colour: PinColour) => pins.filter((one) => one.colour === colour).length;
  return pinColours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}

/**
 * What decides the weights before the first step, as text: seeds, data and the settings that initial tensors are drawn by.
 * Two experiments with one text begin with the same weights. Shortcut scale, optimiser and rate play no part.
 * @param own the key of the reader's own data, which count where the experiment is on them
 */
export function startOf(experiment: Experiment, own?: string): string {
  const { seeds, dataset } = experiment;
  const arms = experiment.arms.map((arm) => {
    const { width, depth, layersPerUnit, initializer, gain, spread: sd, branchScale } = settingsOf(experiment, arm);
    const noisy = initializer === 'normal' || initializer === 'identity';
    const silent = branchScale === 'zero' ? layersPerUnit : 0;
    return JSON.stringify([width, depth, initializer, gain, noisy ? sd : 0, silent]);
  });
  return JSON.stringify([dataset === 'own' ? `own ${own}` : dataset, seeds, [...new Set(arms)].sort()]);
}

/** In what one experiment differs from another. */
export interface Difference {
  readonly fields: readonly FieldName[];
  /** Both are on own data, but not on the same. */
  readonly own: boolean;
  readonly arms: boolean;
  readonly seeds: boolean;
}

/** What was trained, and the key of the reader's own data if it was on them. */
interface Trained {
  readonly experiment: Experiment;
  readonly own?: string | undefined;
}

export function difference({ experiment: one, own }: Trained, { experiment: other, own: others }: Trained): Difference {
  const arms = (experiment: Experiment) =>
    JSON.stringify(experiment.arms.map(({ name, overrides }) => [name, Object.entries(overrides).sort()]));
  return {
    fields: fieldNames.filter((name) => one[name] !== other[name]),
    own: one.dataset === 'own' && other.dataset === 'own' && own !== others,
    arms: arms(one) !== arms(other),
    seeds: one.seeds.join() !== other.seeds.join(),
  };
}
