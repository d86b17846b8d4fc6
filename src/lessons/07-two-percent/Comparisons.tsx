/** The table beside the two curves: every quantity in both models, and how many times larger it is in the plain one. */
import { withPowers } from '../../components/charts/Takeaway.tsx';
import { Plain, Residual } from '../../components/prose/Arms.tsx';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { fixed, percent, powerText } from '../../i18n/numbers.ts';
import { outputAtPrecision, plainModel, residualModel } from '../../model/analysis/sensitivity.ts';
import { type Comparison, input, type Knobs, type QuantityName } from './twoWeights.ts';

const words = {
  caption: { en: 'Which number is 51 times larger, and which is not', zh: '哪些数相差 51 倍，哪些不差' },
  quantity: { en: 'quantity', zh: '量' },
  plain: { en: 'plain', zh: '普通' },
  residual: { en: 'residual', zh: '残差' },
  ratio: { en: 'plain : residual', zh: '普通\u00a0: 残差' },
  equal: { en: 'equal', zh: '相同' },
  never: { en: 'never', zh: '到不了' },
  way: { en: 'On the way from {a} to {b}', zh: '从 {a} 走到 {b}' },
  held: { en: 'Holding the output at {a}', zh: '输出停在 {a}' },
  weight: { en: 'weight at the start', zh: '起始权重' },
  change: { en: 'change of the weight that is needed', zh: '权重要改变多少' },
  share: { en: 'the same, as a percentage', zh: '折合百分比' },
  slope: { en: '∂y/∂w, the slope of the output', zh: '输出对权重的导数' },
  steps: { en: 'steps until it arrives', zh: '到达要走的步数' },
  condition: { en: 'condition number κ', zh: '条件数 κ' },
  shaken: { en: 'spread of y when the weight is shaken by {n}', zh: '权重抖动 {n}，y 的标准差' },
  pulled: { en: 'pull of weight decay {d} on y', zh: '权重衰减 {d} 把 y 拉偏' },
  rounded: { en: 'error of y with {b}-digit binary weights', zh: '权重只存 {b} 位二进制，y 的误差' },
} satisfies Record<string, Bilingual>;

const onTheWay: readonly QuantityName[] = ['weight', 'change', 'share', 'slope', 'steps'];

/** Three significant digits. */
export function short(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 0.0001) return powerText(value, 2);
  return fixed(value, Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(size) + 1e-9))), language);
}

/** 51 : 1, or 1 : 51. */
export function ratioText(ratio: number, language: Language): string {
  if (Number.isNaN(ratio)) return '–';
  if (Math.abs(ratio - 1) < 1e-9) return words.equal[language];
  const times = (value: number) => {
    const whole = Math.round(value);
    return Math.abs(value - whole) < 0.05 || value >= 100 ? fixed(whole, 0, language) : fixed(value, 1, language);
  };
  return ratio > 1 ? `${times(ratio)} : 1` : `1 : ${times(1 / ratio)}`;
}

function valueText(name: QuantityName, value: number, none: string, language: Language): string {
  if (Number.isNaN(value)) return none;
  if (name === 'steps') return Number.isFinite(value) ? fixed(value, 0, language) : words.never[language];
  if (name === 'share') return percent(value, value < 0.1 ? 2 : 0);
  if (name === 'slope') return fixed(value, 0, language);
  return short(value, language);
}

interface ComparisonsProps {
  readonly knobs: Knobs;
  readonly compared: readonly Comparison[];
  /** For what has no value. */
  readonly none: string;
}

export function Comparisons({ knobs, compared, none }: ComparisonsProps) {
  const language = useLanguage();
  const given: Readonly<Record<string, string>> = {
    a: fixed(knobs.start, 1, language),
    b: fixed(knobs.target, 1, language),
    n: percent(knobs.noise, knobs.noise < 0.01 ? 1 : 0),
    d: String(knobs.decay),
  };
  const say = (key: keyof typeof words) =>
    words[key][language].replace(/\{(\w)\}/g, (_, name: string) =>
      key === 'rounded' ? String(knobs.bits) : (given[name] ?? ''),
    );
  const rounded = (model: typeof plainModel) =>
    fixed(outputAtPrecision(model, input, knobs.start, knobs.bits), 4, language);
  const cell = (name: QuantityName, value: number, model: typeof plainModel) => (
    <td>
      {withPowers(valueText(name, value, none, language), language)}
      {name === 'rounded' && <small>y = {rounded(model)}</small>}
    </td>
  );
  const rows = (title: string, wanted: readonly Comparison[]) => (
    <tbody>
      <tr>
        <th colSpan={4} scope="rowgroup">
          {title}
        </th>
      </tr>
      {wanted.map(({ name, plain, residual, ratio }) => (
        <tr key={name} data-quantity={name} data-ratio={Math.abs(ratio - 1) < 1e-9 ? 'equal' : 'different'}>
          <th scope="row">{say(name)}</th>
          {cell(name, plain, plainModel)}
          {cell(name, residual, residualModel)}
          <td className="two-weights-ratio">{ratioText(ratio, language)}</td>
        </tr>
      ))}
    </tbody>
  );
  return (
    <section className="scores" aria-label={say('caption')} tabIndex={0}>
      <table>
        <caption>{say('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('quantity')}</th>
            <th scope="col">
              <Plain>{say('plain')}</Plain>
            </th>
            <th scope="col">
              <Residual>{say('residual')}</Residual>
            </th>
            <th scope="col">{say('ratio')}</th>
          </tr>
        </thead>
        {rows(
          say('way'),
          compared.filter(({ name }) => onTheWay.includes(name)),
        )}
        {rows(
          say('held'),
          compared.filter(({ name }) => !onTheWay.includes(name)),
        )}
      </table>
    </section>
  );
}
