/** The values that a sweep over a field goes through: a few sensible ones, or those that were typed. */
import {
  type Arm,
  type Experiment,
  type Field,
  type FieldName,
  fields,
  givenDatasets,
  type NumberField,
} from '../experiment.ts';
import { type FieldValue, variantsOf } from '../worker/sweep.ts';

/** Values of one sweep at most. */
export const mostValues = 12;

/** What a person would choose, where the range of the field is far wider than that. */
const few: Partial<Record<FieldName, readonly number[]>> = {
  batch: [8, 16, 32, 64, 128],
  steps: [100, 200, 300, 400, 600],
  width: [8, 16, 24, 32, 48],
  depth: [2, 10, 20, 30, 50],
  shortcutScale: [0, 0.5, 0.9, 1, 1.1],
  decay: [0, 0.0001, 0.001, 0.01, 0.1],
};

const tidy = (value: number): number => Number(value.toPrecision(3));

/** Around the experiment's own value by half decades on a logarithmic field, else at most five over its range. */
function numbersFor(name: FieldName, { log, integer, min, max }: NumberField, own: number): readonly number[] {
  const chosen = few[name];
  if (chosen) return chosen;
  if (log) return [-2, -1, 0, 1, 2].map((by) => tidy(own * 10 ** (by / 2)));
  const count = integer ? Math.min(5, max - min + 1) : 5;
  return Array.from({ length: count }, (_, i) => {
    const value = min + ((max - min) * i) / (count - 1);
    return tidy(integer ? Math.round(value) : value);
  });
}

/** A few values that show what the field does, as the field can take them. */
export function sensibleValues(experiment: Experiment, name: FieldName): readonly FieldValue[] {
  const field: Field = fields[name];
  const own = experiment[name];
  // Own data may not be there.
  if (name === 'dataset' && own !== 'own') return valuesOf(experiment, name, givenDatasets);
  const asked: readonly FieldValue[] =
    field.kind === 'choice'
      ? field.options
      : field.kind === 'switch'
        ? [false, true]
        : numbersFor(name, field, typeof own === 'number' ? own : field.default);
  return valuesOf(experiment, name, asked);
}

/** What `variantsOf` makes of these values: in range, whole units, each once. */
export const valuesOf = (
  experiment: Experiment,
  name: FieldName,
  asked: readonly FieldValue[],
): readonly FieldValue[] => variantsOf(experiment, name, asked).flatMap(({ change }) => change[name] ?? []);

export interface TypedValues {
  readonly values: readonly FieldValue[];
  /** Pieces that are no number. */
  readonly unread: readonly string[];
  /** Numbers that the field holds at another value. */
  readonly moved: readonly { readonly asked: number; readonly used: number }[];
  /** Values beyond `mostValues`. */
  readonly cut: number;
}

/** Numbers parted by commas or spaces, for a field of numbers. */
export function typedValues(experiment: Experiment, name: FieldName, text: string): TypedValues {
  const pieces = text
    .replaceAll('\u2212', '-')
    .split(/[,，、;；\s]+/)
    .filter(Boolean);
  const read = pieces.map((piece) => ({ piece, value: Number(piece) }));
  const numbers = read.flatMap(({ value }) => (Number.isFinite(value) ? [value] : []));
  const values = valuesOf(experiment, name, numbers);
  const moved = numbers.flatMap((asked) => {
    const used = valuesOf(experiment, name, [asked])[0];
    return typeof used === 'number' && used !== asked ? [{ asked, used }] : [];
  });
  return {
    values: values.slice(0, mostValues),
    unread: read.flatMap(({ piece, value }) => (Number.isFinite(value) ? [] : [piece])),
    moved,
    cut: Math.max(0, values.length - mostValues),
  };
}

/** Arms that the sweep would not move, because they set the field for themselves. */
export const unmoved = (experiment: Experiment, name: FieldName): readonly string[] =>
  experiment.arms.flatMap((arm) => (Object.hasOwn(arm.overrides, name) ? [arm.name] : []));

/**
 * The experiment in which the sweep sets the field for every arm that would otherwise stay as it is at each value: where all
 * arms set it for themselves, none does any more, and arms that differ in nothing else become one, called `name`.
 */
export function freed(experiment: Experiment, field: FieldName, name: string): Experiment {
  if (unmoved(experiment, field).length < experiment.arms.length) return experiment;
  const left = new Map<string, Arm>();
  for (const arm of experiment.arms) {
    const overrides = Object.fromEntries(Object.entries(arm.overrides).filter(([own]) => own !== field));
    const key = JSON.stringify(Object.entries(overrides).sort());
    left.set(key, left.has(key) ? { name, overrides } : { name: arm.name, overrides });
  }
  return { ...experiment, arms: [...left.values()] };
}
