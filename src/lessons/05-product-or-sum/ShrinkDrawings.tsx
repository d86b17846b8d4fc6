/** The exponent of every layer's weight gradient as bars, and what is left of the first state's gradient at each factor. */
import { useMemo } from 'react';
import { Bars, type BarsWords } from '../../components/charts/Bars.tsx';
import { spread } from '../../components/charts/spread.ts';
import { withPowers } from '../../components/charts/Takeaway.tsx';
import { worded } from '../../components/charts/worded.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { amount, fixed } from '../../i18n/numbers.ts';
import { type Answer, shrinkFactors } from '../../model/analysis/question.ts';

const words = {
  empty: {
    en: 'Nothing has been measured yet: the exponent of every layer appears here.',
    zh: '还没有测量，每层的指数会画在这里。',
  },
  lost: { en: 'none', zh: '没有' },
  ratios: {
    en: 'Gradient of the first state, relative to the last',
    zh: '第一个状态的梯度，以最后一个为 1',
  },
  factor: { en: 'weights times ε', zh: '权重乘以 ε' },
} satisfies Record<string, Bilingual>;

const chart: Readonly<Record<Language, BarsWords>> = {
  en: {
    kind: 'Bar chart, exponent of the weight gradient against layer.',
    x: 'layer',
    y: 'p in ‖∂E/∂W‖ ~ εᵖ',
    place: (layer) => `layer ${layer}`,
    none: 'too small for 32 bits',
  },
  zh: {
    kind: '柱状图：各层权重梯度的指数。',
    x: '层',
    y: '‖∂E/∂W‖ ~ εᵖ 中的 p',
    place: (layer) => `第 ${layer} 层`,
    none: '小到 32 位存不下',
  },
};

const median = (values: readonly number[]) => (values.some(Number.isNaN) ? Number.NaN : spread(values).median);

/** For each arm: the exponent of every layer and the ratio at every factor, medians over the seeds. */
const summary = ({ arms }: Answer<'shrink'>) =>
  arms.map(({ name, seeds }) => {
    const layers = seeds[0]?.finding.exponents.length ?? 0;
    return {
      name,
      exponents: Array.from({ length: layers }, (_, layer) =>
        median(seeds.map(({ finding }) => finding.exponents[layer] ?? Number.NaN)),
      ),
      ratios: shrinkFactors.map((_, k) => median(seeds.map(({ finding }) => finding.ratios[k] ?? Number.NaN))),
    };
  });

interface ShrinkDrawingsProps {
  /** Nothing before the first measurement. */
  readonly answer: Answer<'shrink'> | undefined;
  /** Seeds that were asked. */
  readonly seeds: number;
}

export function ShrinkDrawings({ answer, seeds }: ShrinkDrawingsProps) {
  const language = useLanguage();
  const label = useArmLabel();
  const arms = useMemo(
    () => (answer ? summary(answer) : []).map((arm) => ({ ...arm, label: label(arm.name), values: arm.exponents })),
    [answer, label],
  );
  const layers = Math.max(0, ...arms.map(({ values }) => values.length));
  const sentence = useMemo(() => {
    const [plain, residual] = arms;
    if (!plain || !residual) return [worded(words.empty[language], [])];
    const [p, r] = [plain, residual].map(({ values }) => {
      const middle = median(values);
      return Number.isNaN(middle) ? words.lost[language] : fixed(middle, 2, language);
    });
    const text =
      language === 'zh'
        ? `权重乘以 ε，权重的梯度按 ε 的某次方变小：<0/>网络的指数是 ${p}，<1/>网络是 ${r}（各层的中位数）。`
        : `With the weights times ε, their gradient goes as a power of ε: exponent ${p} in the <0/> network, ${r} in the <1/> one (median over the layers).`;
    return [worded(text, [plain, residual])];
  }, [arms, language]);
  return (
    <>
      <Bars
        places={Array.from({ length: layers }, (_, layer) => layer + 1)}
        series={arms}
        words={chart[language]}
        write={(value) => fixed(value, 2, language)}
        takeaway={sentence}
        caption={
          answer &&
          (language === 'zh'
            ? `斜率取自 ε = ${shrinkFactors.join('、')}；${seeds} 个种子的中位数。`
            : `Slope over ε = ${shrinkFactors.join(', ')}; median of ${seeds} seeds.`)
        }
        file="shrinking-weights"
      />
      {arms.length > 0 && (
        <div className="scores shrink-ratios">
          <table>
            <caption>{words.ratios[language]}</caption>
            <thead>
              <tr>
                <th scope="col">{words.factor[language]}</th>
                {arms.map((arm) => (
                  <th key={arm.name} scope="col">
                    <span className={arm.name === 'plain' ? 'arm-plain' : 'arm-residual'}>{arm.label}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shrinkFactors.map((factor, k) => (
                <tr key={factor}>
                  <th scope="row">{factor}</th>
                  {arms.map((arm) => (
                    <td key={arm.name}>{withPowers(written(arm.ratios[k], language), language)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** A ratio as stored. Near 1, the difference from 1 is what matters. */
const written = (ratio: number | undefined, language: Language): string => {
  if (ratio === undefined || Number.isNaN(ratio) || ratio === 0) return chart[language].none;
  return ratio > 0.5 && ratio < 2 ? fixed(ratio, 4, language) : amount(ratio, language);
};
