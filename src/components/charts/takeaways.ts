/** The conclusions of the charts by layer and of the decision regions, from measured numbers to the fitting sentence. */
import type { TFunction } from 'i18next';
import type { Language } from '../../i18n/language.ts';
import { fixed, percent, ratioWords, smallestFloat32 } from '../../i18n/numbers.ts';
import type { ArmName } from './armStyle.ts';
import type { Sentence } from './sentence.ts';

/**
 * @param arms slope of each arm in decades per layer, first to last; undefined where no two layers can be drawn.
 * @param backwards whether the values are read from the last layer to the first, as gradients are
 */
export function slopeTakeaway(
  arms: readonly (ArmName & { readonly slope: number | undefined; readonly theory?: number | undefined })[],
  unit: 'layer' | 'unit',
  language: Language,
  backwards = true,
): readonly Sentence[] {
  if (arms.length === 0) return [{ key: backwards ? 'layers.none' : 'sizes.none', values: {}, arms: [] }];
  const level = ({ slope }: { readonly slope: number | undefined }) => slope !== undefined && Math.abs(slope) < 0.005;
  if (!backwards && arms.length === 2 && arms.every(level)) return [{ key: `sizes.neither.${unit}`, values: {}, arms }];
  return arms.map((arm) => {
    if (!backwards) return sizeSentence(arm, unit, language);
    if (arm.slope === undefined) return { key: 'layers.lost', values: {}, arms: [arm] };
    const d = fixed(Math.abs(arm.slope), 2, language);
    const theory = arm.theory === undefined ? '' : fixed(Math.abs(arm.theory), 2, language);
    const way = arm.slope > 0 ? 'loses' : 'gains';
    // A theory of nearly 0 has no direction to disagree on.
    const agrees = arm.theory === undefined || Math.abs(arm.theory) < 0.005 || arm.theory > 0 === arm.slope > 0;
    const key = Math.abs(arm.slope) < 0.005 ? 'flat' : !theory ? way : agrees ? `${way}Theory` : `${way}Against`;
    return { key: `layers.${key}.${unit}`, values: { d, theory }, arms: [arm] };
  });
}

function sizeSentence(
  arm: ArmName & { readonly slope: number | undefined },
  unit: 'layer' | 'unit',
  language: Language,
): Sentence {
  if (arm.slope === undefined) return { key: 'sizes.lost', values: {}, arms: [arm] };
  const d = fixed(Math.abs(arm.slope), 2, language);
  const way = Math.abs(arm.slope) < 0.005 ? 'level' : arm.slope > 0 ? 'grows' : 'shrinks';
  return { key: `sizes.${way}.${unit}`, values: { d }, arms: [arm] };
}

/**
 * @param arms ratio of the gradient at the first layer to that at the last: 0 where the first is stored as 0 or nearly so,
 * NaN where one of them is no number.
 */
export function ratioTakeaway(
  arms: readonly (ArmName & { readonly ratio: number })[],
  t: TFunction<'charts'>,
  language: Language,
): readonly Sentence[] {
  if (arms.length === 0) return [{ key: 'layers.none', values: {}, arms: [] }];
  // A stored 0 may be underflow or a true zero, and the norm alone does not tell which.
  const words = arms.map(({ ratio }) =>
    ratio === 0 ? t('ratio.stored') : Number.isFinite(ratio) ? ratioWords(ratio, language) : t('ratio.none'),
  );
  const [a = '', b = ''] = words;
  // "The first hears too small for 32 bits" is no sentence: what is not a share or a multiple goes into the list.
  const ordinary = arms.every(({ ratio }) => ratio >= smallestFloat32 && Number.isFinite(ratio));
  if (arms.length === 2 && ordinary) return [{ key: 'ratio.two', values: { a, b }, arms }];
  return [{ key: 'ratio.each', values: {}, arms, each: { key: 'ratio.item', values: words } }];
}

/** @param arms decades between the largest and the smallest gradient of a step; undefined where there is none. */
export function spanTakeaway(
  arms: readonly (ArmName & { readonly decades: number | undefined })[],
  step: number,
  language: Language,
): readonly Sentence[] {
  if (arms.length === 0) return [{ key: 'layers.none', values: {}, arms: [] }];
  const spans = arms.map(({ decades }) => (decades === undefined ? undefined : fixed(decades, 1, language)));
  const at = fixed(step, 0, language);
  const [a, b] = spans;
  if (arms.length === 2 && a !== undefined && b !== undefined)
    return [{ key: 'heat.two', values: { step: at, a, b }, arms }];
  return [{ key: 'heat.each', values: { step: at }, arms, each: { key: 'item', values: spans.map((s) => s ?? '—') } }];
}

/** @param arms share of the training points that lie in the region of their own class. */
export function regionsTakeaway(arms: readonly (ArmName & { readonly share: number })[]): readonly Sentence[] {
  const shares = arms.map(({ share }) => percent(share, 0));
  const [a = '', b = ''] = shares;
  if (arms.length === 2) return [{ key: 'regions.two', values: { a, b }, arms }];
  return [{ key: 'regions.each', values: {}, arms, each: { key: 'item', values: shares } }];
}
