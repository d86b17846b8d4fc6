/** What the charts by layer say of one layer of one arm. */
import type { TFunction } from 'i18next';
import type { Language } from '../../i18n/language.ts';
import { amount, powerText } from '../../i18n/numbers.ts';
import { byLayer, kindOf, type LayerArm, type LayerCurve, type LayerWhat } from './layerValues.ts';
import { readSpread } from './reading.ts';

/** Median and range as drawn; where nothing is drawn, what is stored there. */
export function readLayer(
  arm: LayerArm,
  curve: LayerCurve,
  layer: number,
  t: TFunction<'charts'>,
  language: Language,
  withRange = true,
): string {
  const point = curve.points[layer];
  if (!point) return t('read.noValue');
  if (point.state === 'drawn') {
    const all = withRange && point.below + point.without === 0 && arm.seeds.length > 1;
    return all ? readSpread(point, t, language) : amount(point.median, language);
  }
  const stored = arm.seeds.map((norms) => norms[layer] ?? Number.NaN);
  const kinds = stored.map(kindOf);
  const tiny = stored[kinds.indexOf('subnormal')];
  if (point.state === 'none')
    return t(kinds.includes('nan') ? 'read.nan' : kinds.includes('infinite') ? 'read.infinite' : 'read.noValue');
  return tiny === undefined ? t('read.zero') : t('read.subnormal', { value: powerText(tiny) });
}

/** What the place at an index is called: stem, layer or head; a state; a branch. */
export function placeName(what: LayerWhat, index: number, count: number, t: TFunction<'charts'>): string {
  if (what === 'branch') return t('read.branch', { layer: index + 1, layers: count });
  if (!byLayer(what)) return t('read.unit', { layer: index, layers: count - 1 });
  if (index === 0) return t('read.stem');
  return index === count - 1 ? t('read.head') : t('read.layer', { layer: index, layers: count - 2 });
}

/** The table of a chart by layer: one column an arm and seed, as stored. */
export const layerTable = (arms: readonly LayerArm[], first: string, t: TFunction<'charts'>) => ({
  columns: [
    first,
    ...arms.flatMap(({ label, seeds }) => seeds.map((_, i) => t('table.nth', { arm: label, index: i + 1 }))),
  ],
  rows: Array.from({ length: Math.max(0, ...arms.flatMap(({ seeds }) => seeds.map((s) => s.length))) }, (_, layer) => [
    layer,
    ...arms.flatMap(({ seeds }) => seeds.map((norms) => norms[layer])),
  ]),
});
