/** The convolutional race: everything a run depends on, as plain data. */
import * as z from 'zod/mini';
import { fields, limits, type NumberField } from '../experiment.ts';
import { type ConvDepth, type ConvSpec, convDepths } from './specification.ts';

export const convArms = ['plain', 'residual'] as const;
export type ConvArm = (typeof convArms)[number];

export interface ConvExperiment {
  readonly depth: ConvDepth;
  readonly arms: readonly ConvArm[];
  readonly steps: number;
  readonly rate: number;
  readonly seed: number;
  /** `copies`: layers of one shape start with the same numbers. Otherwise each has its own. */
  readonly start?: 'own' | 'copies';
}

/** Names and meaning are those of the other experiments; the ranges are narrower. */
export const convFields = {
  steps: { ...fields.steps, min: 10, max: 1000, default: 500 },
  rate: { ...fields.rate, min: 0.0001, max: 10, default: 0.1 },
} as const satisfies Record<string, NumberField>;

export const convSeedField: NumberField = {
  kind: 'number',
  key: 'seed',
  min: 0,
  max: limits.seedMax,
  integer: true,
  log: false,
  default: 1,
};

/** Images a step, and the share of the last step that the next one keeps (He et al. 2015, section 4.2, has 0.9 too). */
export const convBatch = 32;
const momentum = 0.9;

export const defaultRace: ConvExperiment = {
  depth: 14,
  arms: convArms,
  steps: convFields.steps.default,
  rate: convFields.rate.default,
  seed: 1,
};

const bounded = ({ min, max }: NumberField) => [z.minimum(min), z.maximum(max)] as const;
const schema = z.strictObject({
  depth: z.literal(convDepths),
  arms: z.array(z.enum(convArms)).check(
    z.minLength(1),
    z.refine((arms: readonly unknown[]) => new Set(arms).size === arms.length),
  ),
  steps: z.int().check(...bounded(convFields.steps)),
  rate: z.number().check(...bounded(convFields.rate)),
  seed: z.int().check(z.minimum(0), z.maximum(limits.seedMax)),
  start: z.optional(z.enum(['own', 'copies'])),
});

/** Whether a value from outside is a race, every number within its range. */
export const isConvExperiment = (value: unknown): value is ConvExperiment => schema.safeParse(value).success;

/** The network that an arm trains. */
export const convSpecOf = ({ depth }: ConvExperiment, arm: ConvArm): ConvSpec => ({
  depth,
  momentum,
  shortcutScale: arm === 'plain' ? 0 : 1,
});

/** The rate of one step: a tenth of the set one in the last third of the run, the way He et al. lower theirs towards the end. */
export const rateAt = ({ rate, steps }: ConvExperiment, step: number): number =>
  step < Math.ceil((2 * steps) / 3) ? rate : rate / 10;
