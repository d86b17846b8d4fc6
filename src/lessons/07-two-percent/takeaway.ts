/** What the chart of the two weights says above itself, read off the two ways. */
import type { ArmName } from '../../components/charts/armStyle.ts';
import type { Sentence } from '../../components/charts/sentence.ts';
import { worded } from '../../components/charts/worded.ts';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import type { Language } from '../../i18n/language.ts';
import { fixed, percent, powerText } from '../../i18n/numbers.ts';
import { apart, type Knobs, type Pair, type Way } from './twoWeights.ts';

export type View = 'output' | 'weight' | 'share';

/** Rounding in 64 bits, and nothing else, keeps two curves this far apart. */
const rounding = 1e-9;

const words = {
  none: {
    en: 'Nothing has been computed yet: the curves appear here.',
    zh: '还没有计算，算完后曲线画在这里。',
  },
  atOnce: { en: 'Start and target are the same: there is nothing to learn.', zh: '起点就是目标，没有什么要学。' },
  arrives: { en: 'the <0/> unit arrives after {n} steps', zh: '<0/>单元走 {n} 步到达' },
  rests: { en: 'the <0/> unit is still {d} away after {n} steps', zh: '<0/>单元走了 {n} 步，仍差 {d}' },
  stuck: { en: 'the <0/> unit does not move at all', zh: '<0/>单元一步也没有动' },
  diverges: { en: 'the <0/> unit diverges at step {n}', zh: '<0/>单元在第 {n} 步发散' },
  bothDiverge: { en: 'Both units diverge at step {n}.', zh: '两个单元都在第 {n} 步发散。' },
  weight: { en: 'the <0/> weight goes from {a} to {b}', zh: '<0/>权重从 {a} 变到 {b}' },
  share: { en: 'the <0/> weight changes by {c}', zh: '<0/>权重变化 {c}' },
  noShare: { en: 'the <0/> weight starts at 0, so it has no percentage', zh: '<0/>权重从 0 起步，谈不上百分比' },
} satisfies Record<string, Bilingual>;

type Key = keyof typeof words;
type Values = Readonly<Record<string, string>>;

const fill = (key: Key, language: Language, values: Values = {}): string =>
  words[key][language].replace(/\{(\w)\}/g, (_, name: string) => values[name] ?? '');

/** What became of one way: which words, with which numbers. */
function fate({ end, outputs }: Way, { target }: Knobs, language: Language): readonly [Key, Values] {
  const last = outputs.length - 1;
  const n = fixed(end === 'diverges' ? last + 1 : last, 0, language);
  if (end === 'diverges') return ['diverges', { n }];
  if (end === 'arrives') return ['arrives', { n }];
  const away = Math.abs((outputs[last] ?? Number.NaN) - target);
  return last === 0 ? ['stuck', {}] : ['rests', { n, d: fixed(away, 3, language) }];
}

function weights({ weights: all }: Way, view: View, language: Language): readonly [Key, Values] {
  const [from = Number.NaN, to = Number.NaN] = [all[0], all.at(-1)];
  if (view === 'weight') return ['weight', { a: fixed(from, 3, language), b: fixed(to, 3, language) }];
  if (from === 0) return ['noShare', {}];
  const change = (to - from) / Math.abs(from);
  return ['share', { c: percent(change, Math.abs(change) < 0.1 ? 2 : 0) }];
}

/** @param arms plain and residual, in this order */
export function takeawayOf(
  pair: Pair | undefined,
  view: View,
  knobs: Knobs,
  arms: readonly ArmName[],
  language: Language,
): readonly Sentence[] {
  if (!pair) return [worded(fill('none', language), [])];
  const ways = [pair.plain, pair.residual];
  if (view === 'output') {
    if (ways.every(({ end, outputs }) => end === 'arrives' && outputs.length === 1))
      return [worded(fill('atOnce', language), [])];
    const eps = apart(pair);
    if (eps !== undefined && eps < rounding && pair.plain.end !== 'diverges')
      return [{ key: eps === 0 ? 'loss.identical' : 'loss.equal', values: { eps: powerText(eps || 1, 2) }, arms: [] }];
  }
  const [first, second] = ways.map((way) => fate(way, knobs, language));
  if (view === 'output' && first?.[0] === 'diverges' && second?.[0] === 'diverges' && first[1].n === second[1].n)
    return [worded(fill('bothDiverge', language, first[1]), [])];
  const parts = ways.map((way, i) => {
    const [key, values] = view === 'output' ? fate(way, knobs, language) : weights(way, view, language);
    return fill(key, language, values).replace('<0/>', `<${i}/>`);
  });
  const text = parts.join(language === 'zh' ? '，' : ', ');
  return [worded(`${text.charAt(0).toUpperCase()}${text.slice(1)}${language === 'zh' ? '。' : '.'}`, arms)];
}
