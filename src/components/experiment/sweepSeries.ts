/** From a sweep's field and points to what its chart draws. */
import type { TFunction } from 'i18next';
import type { Language } from '../../i18n/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import { type FieldName, fields } from '../../model/experiment.ts';
import { gradientRatio } from '../../model/telemetry.ts';
import type { SweepPoint, SweepArm as Trained, Variant } from '../../model/worker/sweep.ts';
import type { SweepArm, SweepAxis, SweepMeasure } from '../charts/sweepTakeaway.ts';

/** Where a variant stands: at its number where the field has numbers, at 0, 1, 2 … for choices. */
export const placeOf = (field: FieldName, { key }: Variant, index: number): number =>
  fields[field].kind === 'number' ? Number(key) : index;

export function axisOf(
  field: FieldName,
  variants: readonly Variant[],
  t: TFunction<['fields', 'charts']>,
  language: Language,
): SweepAxis {
  const known = fields[field];
  const title = t(`fields:${field}`);
  const named = (value: string) => t('charts:sweep.place', { field: title, value });
  const places = variants.map((variant, i) => {
    const { key } = variant;
    const x = placeOf(field, variant, i);
    if (known.kind === 'number') {
      const short = Number.isInteger(x) ? fixed(x, 0, language) : String(x);
      return { x, short, name: field === 'depth' ? t('fields:depthValue', { count: x }) : named(short) };
    }
    const short = known.kind === 'switch' ? t(key === 'true' ? 'fields:on' : 'fields:off') : t(optionKey(field, key));
    return { x, short, name: named(short) };
  });
  const ordered = known.kind === 'number';
  return {
    title,
    places: places.sort((one, other) => one.x - other.x),
    ordered,
    log: known.kind === 'number' && known.log && places.every(({ x }) => x > 0),
  };
}

const optionKey = (field: FieldName, option: string): string => `fields:${field}.${option}`;

const measuredBy = ({ final, divergence, layout, first }: Trained, measure: SweepMeasure): number => {
  if (measure === 'ratio') return gradientRatio(layout, first, 0);
  return divergence ? Number.NaN : final.train[measure];
};

/**
 * One arm's values by place, each over the seeds trained so far; not finite where a seed diverged.
 * @param places where each variant stands
 */
export function valuesOf(
  points: readonly SweepPoint[],
  arm: string,
  places: readonly number[],
  measure: SweepMeasure,
): SweepArm['points'] {
  return places
    .map((x, variant) => {
      const mine = points.filter((point) => point.variant === variant);
      const trained = mine.flatMap(({ arms }) => arms.filter(({ name }) => name === arm));
      return { x, values: trained.map((one) => measuredBy(one, measure)) };
    })
    .filter(({ values }) => values.length > 0)
    .sort((one, other) => one.x - other.x);
}
