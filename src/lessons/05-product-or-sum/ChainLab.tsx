/** Four thousand chains of random weights: what the chain rule makes of them without and with the shortcut. */

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Histogram, type HistogramArm, type HistogramWords } from '../../components/charts/Histogram.tsx';
import { worded } from '../../components/charts/worded.ts';
import { RangeControl } from '../../components/controls/RangeControl.tsx';
import { type Bilingual, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { amount, fixed, percent, range } from '../../i18n/numbers.ts';
import { chainCount, chainDraws, chainSource, percentiles } from '../../model/analysis/chainDraws.ts';
import { chainFields } from '../../model/analysis/chainFields.ts';
import { overSeeds } from '../overSeeds.ts';

const words = {
  name: { en: 'Random chains, controls and result', zh: '随机链：设置与结果' },
  length: { en: 'Units L', zh: '单元数 L' },
  spread: { en: 'standard deviation σ of the weights', zh: '权重的标准差 σ' },
  seed: { en: 'Seed', zh: '随机种子' },
  plain: { en: 'plain', zh: '普通' },
  residual: { en: 'residual', zh: '残差' },
  empty: {
    en: 'No chain has been drawn yet: both histograms appear here.',
    zh: '还没有抽取权重，两张直方图会画在这里。',
  },
  idle: { en: 'Lock your answer, or press Run.', zh: '锁定答案，或按“运行”。' },
} satisfies Record<string, Bilingual>;

const chart: Readonly<Record<Language, HistogramWords>> = {
  en: {
    kind: 'Histogram, size of the derivative through the chain.',
    share: 'share of chains',
    one: '1: unchanged',
    median: 'median',
    zero: '0',
    tooSmall: '0, or too small for 64 bits',
    to: ' to ',
    from: 'from',
    until: 'to',
  },
  zh: {
    kind: '直方图：沿整条链的导数有多大。',
    share: '所占比例',
    one: '1：原样传到',
    median: '中位数',
    zero: '0',
    tooSmall: '0，或小到 64 位浮点数存不下',
    to: ' 到 ',
    from: '从',
    until: '到',
  },
};

const axis = (
  <>
    |∂<tspan fontStyle="italic">x</tspan>
    <tspan dy="0.25em" fontSize="0.78em" fontStyle="italic">
      L
    </tspan>
    <tspan dy="-0.2em"> / ∂</tspan>
    <tspan fontStyle="italic">x</tspan>
    <tspan dy="0.25em" fontSize="0.78em">
      0
    </tspan>
    <tspan dy="-0.2em">|</tspan>
  </>
);

/** The setting of the prediction, and the seeds that decide it. */
const foretold = { length: 50, spread: 0.5 } as const;
const seeds = [1, 2, 3, 4, 5] as const;
const start: { length: number; spread: number; seed: number } = { ...foretold, seed: chainFields.seed.default };

const size = (decades: number, language: Language) => {
  const value = 10 ** decades;
  return value === 0 ? chart[language].tooSmall : amount(value, language);
};

/** What the two histograms say, with the share of chains in which the first-order sum would do. */
function takeaway(arms: readonly HistogramArm[], share: number, language: Language): string {
  const [plain, residual] = arms;
  if (!plain || !residual) return words.empty[language];
  const [a, b] = [plain, residual].map(({ percentiles: { p50 } }) => size(p50, language));
  const { p5, p95 } = residual.percentiles;
  const between = range(10 ** p5, 10 ** p95, language);
  const near = percent(share, share > 0 && share < 0.1 ? 1 : 0);
  return language === 'zh'
    ? `导数的中位数：<0/>链 ${a}，<1/>链 ${b}（中间九成：${between}）。1\u00a0+\u00a0Σw 与残差链的乘积相差不到 10% 的，占 ${near}。`
    : `The median derivative is ${a} in the <0/> chain and ${b} in the <1/> one (nine tenths of them: ${between}). In ${near} of the draws, 1\u00a0+\u00a0Σw is within 10% of the residual product.`;
}

export function ChainLab({ id, predict }: { readonly id: string; readonly predict: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const { locked } = usePrediction(predict);
  const report = useReport();
  const [settings, set] = useState(start);
  const [begun, begin] = useState(false);
  const { length, spread, seed } = settings;
  const source = useMemo(() => chainSource(seed), [seed]);
  const draws = useMemo(
    () => (begun ? chainDraws(source, length, spread) : undefined),
    [begun, source, length, spread],
  );

  // Locking is the first press of Run, at the setting that was asked about.
  useEffect(() => {
    if (!locked) return;
    set(start);
    begin(true);
    const medians = seeds.map(
      (each) => percentiles(chainDraws(chainSource(each), foretold.length, foretold.spread).residual).p50,
    );
    report(predict, overSeeds(medians.map((decades) => 10 ** decades)));
  }, [locked, predict, report]);

  const arms = useMemo(
    (): readonly HistogramArm[] =>
      (['plain', 'residual'] as const).map((name) => {
        const decades = draws?.[name] ?? new Float64Array();
        return { name, label: words[name][language], decades, percentiles: percentiles(decades) };
      }),
    [draws, language],
  );
  const sentence = useMemo(
    () => [worded(draws ? takeaway(arms, draws.firstOrderShare, language) : words.empty[language], arms)],
    [arms, draws, language],
  );
  const change = (part: Partial<typeof settings>) => set({ ...settings, ...part });
  return (
    <section
      className="experiment"
      id={id}
      data-status={begun ? 'done' : 'idle'}
      data-step={begun ? length : 0}
      aria-label={words.name[language]}
    >
      <div className="controls">
        <RangeControl
          field={chainFields.length}
          label={words.length[language]}
          value={length}
          onChange={(value) => change({ length: value })}
        />
        <RangeControl
          field={chainFields.spread}
          label={words.spread[language]}
          value={spread}
          stride={0.05}
          onChange={(value) => change({ spread: value })}
        />
        <RangeControl
          field={chainFields.seed}
          label={words.seed[language]}
          value={seed}
          onChange={(value) => change({ seed: value })}
        />
      </div>
      {!begun && (
        <div className="run-controls">
          <button type="button" className="primary" onClick={() => begin(true)}>
            {t('run')}
          </button>
        </div>
      )}
      {!begun && <p className="run-status">{words.idle[language]}</p>}
      <Histogram
        arms={arms}
        words={chart[language]}
        axis={axis}
        takeaway={sentence}
        caption={
          begun &&
          (language === 'zh'
            ? `每组 ${fixed(chainCount, 0, language)} 条链，权重取自 N(0,\u00a0σ²)；普通链是 ∏\u00a0w，残差链是 ∏\u00a0(1\u00a0+\u00a0w)。标记是中位数，横线是中间九成。`
            : `${fixed(chainCount, 0, language)} chains each, weights drawn from N(0,\u00a0σ²): plain is ∏\u00a0w, residual is ∏\u00a0(1\u00a0+\u00a0w). Marker: median; line: the middle nine tenths.`)
        }
        file="random-chains"
      />
    </section>
  );
}
