/**
 * Which conclusion the loss curves allow. The sober variant wins: a difference is claimed only where the worst seed of one
 * arm beats the best of the other.
 */
import type { Language } from '../../i18n/language.ts';
import { amount, fixed, powerText, range } from '../../i18n/numbers.ts';
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
  const items = (value: (curve: LossCurve) => number) => ({
    key: 'item',
    values: begun.map((curve) => print(value(curve))),
  });
  const each = items(end);
  if (begun.length === 0) return [say('none', [])];
  // Seeds that are not there yet have no say in what the others reached.
  const drawn = items((curve) => curve.steps.at(-1)?.median ?? Number.NaN);
  if (running) return [{ ...say('running', begun, { step: fixed(steps, 0, language) }), each: drawn }];

  const opened = (key: string, arms: readonly ArmName[], values: Record<string, string | number> = {}): Sentence => ({
    ...say(key, arms, values),
    depth,
  });
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
