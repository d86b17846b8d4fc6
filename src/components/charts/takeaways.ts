/**
 * Which conclusion the data allow. Each function picks the sober variant: it claims a difference only where the worst
 * seed of one arm beats the best of the other.
 */
import type { Language } from '../../i18n/language.ts';
import { amount, fixed, percent, powerText, range, ratioWords, smallestFloat32 } from '../../i18n/numbers.ts';
import type { ArmName } from './armStyle.ts';
import type { LossCurve } from './lossCurves.ts';
import type { Sentence } from './sentence.ts';
import { spread } from './spread.ts';

export interface LossFacts {
  readonly chance?: number | undefined;
  /** Trunk layers, where all arms have the same number. */
  readonly depth?: number | undefined;
  readonly running: boolean;
}

/** Within 2% of the loss of guessing, every seed. */
const guesses = (ends: readonly number[], chance: number | undefined): boolean =>
  chance !== undefined && ends.every((end) => Math.abs(end / chance - 1) <= 0.02);

/** Largest distance of two curves, and the largest loss on them, over the steps that both have. */
function distance(one: LossCurve, other: LossCurve): { apart: number; size: number } {
  let [apart, size] = [0, 0];
  one.steps.forEach((a, step) => {
    const b = other.steps[step];
    if (!b || !Number.isFinite(a.median) || !Number.isFinite(b.median)) return;
    apart = Math.max(apart, Math.abs(a.median - b.median), Math.abs(a.min - b.min), Math.abs(a.max - b.max));
    size = Math.max(size, a.median, b.median);
  });
  return { apart, size };
}

export function lossTakeaway(curves: readonly LossCurve[], facts: LossFacts, language: Language): readonly Sentence[] {
  const { chance, depth, running } = facts;
  const begun = curves.filter(({ steps }) => steps.length > 0);
  const steps = Math.max(0, ...begun.map((curve) => curve.steps.length));
  const print = (value: number) => amount(value, language);
  const say = (key: string, arms: readonly ArmName[], values: Record<string, string | number> = {}): Sentence => ({
    key: `loss.${key}`,
    arms,
    values: { ...values, steps: fixed(steps, 0, language), ...(chance !== undefined && { c: print(chance) }) },
  });
  const end = (curve: LossCurve) => spread(curve.ends).median;
  const each = { key: 'item', values: begun.map((curve) => print(end(curve))) };
  if (begun.length === 0) return [say('none', [])];
  if (running) return [{ ...say('running', begun, { step: fixed(steps, 0, language) }), each }];

  const at = depth === undefined ? { key: 'at.none', count: 0 } : { key: 'at.depth', count: depth };
  const opened = (key: string, arms: readonly ArmName[], values: Record<string, string | number> = {}) =>
    say(key, arms, { ...values, at: at.key, count: at.count });
  const alone = (curve: LossCurve) =>
    opened(guesses(curve.ends, chance) ? 'oneChance' : 'oneEnds', [curve], { a: print(end(curve)) });
  if (begun.some(({ diverged }) => diverged.length > 0))
    return begun.map((curve) =>
      curve.diverged.length > 0
        ? say('diverged', [curve], { count: curve.diverged.length, n: curve.ends.length })
        : alone(curve),
    );
  const [first, second] = begun;
  if (first && !second) return [alone(first)];
  if (!first || !second || begun.length > 2) return [{ ...say('ends', begun), each }];

  if (guesses(first.ends, chance) && guesses(second.ends, chance)) return [opened('bothChance', [first, second])];
  const { apart, size } = distance(first, second);
  if (apart === 0) return [say('identical', [])];
  if (apart < 0.002 * size) return [say('equal', [], { eps: apart < 0.01 ? powerText(apart, 1) : print(apart) })];
  const [worse, better] = end(first) >= end(second) ? [first, second] : [second, first];
  const values = { a: print(end(worse)), b: print(end(better)) };
  if (spread(worse.ends).min <= spread(better.ends).max) {
    if (worse.ends.length === 1) return [opened('oneSeed', [worse, better], values)];
    const seeds = ({ ends }: LossCurve) => range(spread(ends).min, spread(ends).max, language);
    return [say('overlap', [worse, better], { n: worse.ends.length, a: seeds(worse), b: seeds(better) })];
  }
  if (guesses(worse.ends, chance)) return [opened('chance', [worse, better], values)];
  return [opened(worse.ends.length === 1 ? 'oneSeed' : 'apart', [worse, better], values)];
}

/** @param arms slope of each arm in decades per layer, first to last; undefined where no two layers can be drawn. */
export function slopeTakeaway(
  arms: readonly (ArmName & { readonly slope: number | undefined; readonly theory?: number | undefined })[],
  unit: 'layer' | 'unit',
  language: Language,
): readonly Sentence[] {
  if (arms.length === 0) return [{ key: 'layers.none', values: {}, arms: [] }];
  return arms.map((arm) => {
    if (arm.slope === undefined) return { key: 'layers.lost', values: {}, arms: [arm] };
    const d = fixed(Math.abs(arm.slope), 2, language);
    const theory = arm.theory === undefined ? '' : fixed(arm.theory, 2, language);
    const way = arm.slope > 0 ? 'loses' : 'gains';
    const key = Math.abs(arm.slope) < 0.005 ? 'flat' : theory ? `${way}Theory` : way;
    return { key: `layers.${key}.${unit}`, values: { d, theory }, arms: [arm] };
  });
}

/** @param arms ratio of the gradient at the first layer to that at the last. */
export function ratioTakeaway(
  arms: readonly (ArmName & { readonly ratio: number })[],
  language: Language,
): readonly Sentence[] {
  if (arms.length === 0) return [{ key: 'layers.none', values: {}, arms: [] }];
  const words = arms.map(({ ratio }) => ratioWords(ratio, language));
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
