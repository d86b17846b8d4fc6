/** The slopes in numbers: measured, expected, what one unit passes on, and what no slope can tell. */

import { withPowers } from '../../components/charts/Takeaway.tsx';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { amount, fixed, range, ratioWords } from '../../i18n/numbers.ts';
import { overSeeds } from '../overSeeds.ts';
import { buried, type NoTheory, type Theory } from './ruler.ts';

const words = {
  caption: { en: 'Decades that each unit takes from the gradient', zh: '每个单元让梯度减小几个数量级' },
  network: { en: 'Network', zh: '网络' },
  measured: { en: 'Measured', zh: '实测' },
  theory: { en: 'Theory', zh: '理论值' },
  factor: { en: 'One unit passes on', zh: '一个单元传下去' },
  ratio: { en: 'First state against last', zh: '第一个状态与最后一个之比' },
  none: { en: 'none', zh: '无' },
  lost: { en: 'too small to store', zh: '小到存不下' },
} satisfies Record<string, Bilingual>;

const reasons: Readonly<Record<NoTheory, Bilingual>> = {
  'states-grow': {
    en: 'no theory, because the shortcut lets the states grow from unit to unit, and with them changes the slope of the activation.',
    zh: '没有理论值：有了捷径，状态一个单元比一个单元大，激活函数的斜率也随之改变。',
  },
  'large-weights': {
    en: 'no theory, because weights this large push the activation into its flat ends, where its slope is no longer known in advance.',
    zh: '没有理论值：权重这么大，激活函数会进入饱和，斜率无法事先知道。',
  },
};

/** What lies below float32, and how far down the slope would lead. */
const sunk = (states: number, decades: string): Bilingual => ({
  en: `the ${states === 1 ? 'gradient of the first state is' : `gradients of the first ${states} states are`} smaller than 32 bits hold with all digits, about 10⁻³⁸, and stored as 0 or nearly so. The slope leads ${decades} decades down.`,
  zh: `前 ${states} 个状态的梯度小于 32 位浮点数能准确存下的约 10⁻³⁸，存成了 0 或近似的数。按斜率推算，第一个状态比最后一个小 ${decades} 个数量级。`,
});

export interface Reading {
  readonly name: string;
  readonly label: string;
  readonly theory: Theory;
  /** Of each seed: the gradient's norm by state, and the decades that it loses per unit. */
  readonly seeds: readonly { readonly norms: ArrayLike<number>; readonly slope: number; readonly ratio: number }[];
}

const signed = (value: number, language: Language) => fixed(value, 2, language);

function Row({ reading: { name, label, theory, seeds } }: { readonly reading: Reading }) {
  const language = useLanguage();
  const slope = overSeeds(seeds.map((seed) => seed.slope));
  const ratio = overSeeds(seeds.map((seed) => seed.ratio));
  const known = Number.isFinite(slope.median);
  return (
    <tr>
      <th scope="row">
        <span className={name}>{label}</span>
      </th>
      <td>
        {known ? signed(slope.median, language) : words.none[language]}
        {known && seeds.length > 1 && <small>{range(slope.min, slope.max, language, signed)}</small>}
      </td>
      <td>
        {theory.decades === undefined
          ? words.none[language]
          : (theory.atLeast ? '≥\u00a0' : '') + signed(theory.decades, language)}
      </td>
      <td>{known ? withPowers(amount(10 ** -slope.median, language), language) : words.none[language]}</td>
      <td>{ratio.median === 0 ? words.lost[language] : withPowers(ratioWords(ratio.median, language), language)}</td>
    </tr>
  );
}

export function Ruler({ readings }: { readonly readings: readonly Reading[] }) {
  const language = useLanguage();
  const between = language === 'zh' ? '：' : ': ';
  const remarks = readings.flatMap(({ name, label, theory, seeds }) => {
    const states = Math.min(...seeds.map(({ norms }) => buried(norms)));
    const units = (seeds[0]?.norms.length ?? 1) - 1;
    const { median } = overSeeds(seeds.map(({ slope }) => slope));
    const below = states > 0 && Number.isFinite(median) ? sunk(states, fixed(median * units, 0, language)) : undefined;
    const said = [theory.without && reasons[theory.without], below].filter((one) => one !== undefined);
    return said.map((text) => ({ name, label, text: text[language] }));
  });
  return (
    <div className="ruler">
      <section className="scores" aria-label={words.caption[language]} tabIndex={0}>
        <table>
          <caption>{words.caption[language]}</caption>
          <thead>
            <tr>
              {(['network', 'measured', 'theory', 'factor', 'ratio'] as const).map((column) => (
                <th key={column} scope="col">
                  {words[column][language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <Row key={reading.name} reading={reading} />
            ))}
          </tbody>
        </table>
      </section>
      {remarks.map(({ name, label, text }) => (
        <p className="ruler-remark" key={name + text}>
          <span className={name}>{label}</span>
          {between}
          {withPowers(text, language)}
        </p>
      ))}
    </div>
  );
}
