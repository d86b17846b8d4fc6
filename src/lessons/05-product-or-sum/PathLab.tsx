/** One chain of residual units, multiplied out before the reader: the sums of its paths by length arrive at the product. */

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bars, type BarsWords } from '../../components/charts/Bars.tsx';
import { withPowers } from '../../components/charts/Takeaway.tsx';
import { worded } from '../../components/charts/worded.ts';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { RangeControl } from '../../components/controls/RangeControl.tsx';
import { type Bilingual, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { amount, fixed, powerText } from '../../i18n/numbers.ts';
import { chainFields } from '../../model/analysis/chainFields.ts';
import { allPaths, randomChain, residualProduct } from '../../model/analysis/chains.ts';
import { random } from '../../model/random.ts';
import { overSeeds } from '../overSeeds.ts';
import { PathTree } from './PathTree.tsx';
import { listed, type PathSums, pathSums } from './pathSums.ts';

const words = {
  name: { en: 'Paths through a chain, controls and result', zh: '穿过一条链的路径：设置与结果' },
  units: { en: 'Units L', zh: '单元数 L' },
  weights: { en: 'Weights', zh: '权重' },
  equal: { en: 'All the same', zh: '全部相同' },
  random: { en: 'Drawn at random', zh: '随机抽取' },
  weight: { en: 'Weight w of every unit', zh: '每个单元的权重 w' },
  spread: { en: 'standard deviation σ', zh: '标准差 σ' },
  seed: { en: 'Seed', zh: '随机种子' },
  idle: { en: 'Lock your answer, or press Run.', zh: '锁定答案，或按“运行”。' },
  empty: { en: 'Nothing has been multiplied yet: the paths appear here.', zh: '还没有乘开，路径会画在这里。' },
  ofLength: { en: 'paths of this length', zh: '这一长度的路径' },
  total: { en: 'total so far', zh: '累计' },
  tree: { en: 'Every path of this chain, with its product', zh: '这条链的每条路径，以及沿路的乘积' },
  within: { en: '0 to within rounding (± ', zh: '舍入误差之内为 0（± ' },
  close: { en: ')', zh: '）' },
} satisfies Record<string, Bilingual>;

const chart: Readonly<Record<Language, BarsWords>> = {
  en: {
    kind: 'Bar chart, sum of the paths against their length.',
    x: 'branches on the path',
    y: 'sum',
    place: (length) => `through ${length} ${length === 1 ? 'unit' : 'units'}`,
    none: 'no number',
  },
  zh: {
    kind: '柱状图：各种长度的路径之和。',
    x: '路径走过的支路数',
    y: '和',
    place: (length) => `走 ${length} 个单元`,
    none: '算不出数',
  },
};

interface Chain {
  readonly units: number;
  readonly kind: 'equal' | 'random';
  readonly weight: number;
  readonly spread: number;
  readonly seed: number;
}
/** The setting of the prediction. */
const start: Chain = {
  units: chainFields.units.default,
  kind: 'equal',
  weight: chainFields.weight.default,
  spread: chainFields.spread.default,
  seed: chainFields.seed.default,
};

/** Twelve digits, to be compared one by one. */
function digits(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-4 || size >= 1e9) return powerText(value, 12, true);
  return fixed(value, Math.max(0, 11 - Math.floor(Math.log10(size))), language);
}

const takeaway = ({ product, firstOrder }: PathSums, language: Language): string => {
  const [all, first] = [amount(product, language), amount(firstOrder, language)];
  return language === 'zh'
    ? `全部路径加起来等于乘积 ${all}；最多走一个单元的路径加起来是 ${first}。`
    : `All paths together make the product, ${all}; those through at most one unit make ${first}.`;
};

/** Names and values under the chart. */
function facts(sums: PathSums, units: number, language: Language): readonly (readonly [string, string])[] {
  const { product, firstOrder, paths, totals, rounding } = sums;
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en);
  const count = fixed(2 ** units, 0, language);
  const total = totals.at(-1) ?? 0;
  const lost = paths === undefined && Math.abs(total) < rounding;
  return [
    ['∏ (1 + w)', digits(product, language)],
    paths === undefined
      ? [
          say(`the ${units + 1} bars, added up`, `${units + 1} 根柱子之和`),
          lost ? words.within[language] + amount(rounding, language) + words.close[language] : digits(total, language),
        ]
      : [say(`all ${count} paths, added one by one`, `${count} 条路径逐条相加`), digits(paths, language)],
    [say('1 + Σ w', '1 + Σ w'), digits(firstOrder, language)],
  ];
}

export function PathLab({ id, predict }: { readonly id: string; readonly predict: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const { locked } = usePrediction(predict);
  const report = useReport();
  const [settings, set] = useState(start);
  const [begun, begin] = useState(false);
  const { units, kind, weight, spread, seed } = settings;
  const weights = useMemo(
    () =>
      kind === 'equal' ? new Array<number>(units).fill(weight) : randomChain(units, spread, random(seed, 'paths')),
    [units, kind, weight, spread, seed],
  );
  const sums = useMemo(() => (begun ? pathSums(weights) : undefined), [begun, weights]);

  // Locking is the first press of Run, at the setting that was asked about.
  useEffect(() => {
    if (!locked) return;
    set(start);
    begin(true);
    report(predict, overSeeds([residualProduct(new Array<number>(start.units).fill(start.weight))]));
  }, [locked, predict, report]);

  const change = (part: Partial<typeof settings>) => set({ ...settings, ...part });
  const places = useMemo(() => sums?.byLength.map((_, length) => length) ?? [], [sums]);
  const series = [{ name: 'length', label: words.ofLength[language], values: sums?.byLength ?? [] }];
  const total = { name: 'total', label: words.total[language], values: sums?.totals ?? [] };
  return (
    <section
      className="experiment"
      id={id}
      data-status={begun ? 'done' : 'idle'}
      data-step={begun ? units : 0}
      aria-label={words.name[language]}
    >
      <div className="controls">
        <ChoiceControl
          label={words.weights[language]}
          value={kind}
          options={(['equal', 'random'] as const).map((value) => ({ value, label: words[value][language] }))}
          onChange={(value) => change({ kind: value })}
        />
        <RangeControl
          field={chainFields.units}
          label={words.units[language]}
          value={units}
          onChange={(value) => change({ units: value })}
        />
        {kind === 'equal' ? (
          <RangeControl
            field={chainFields.weight}
            label={words.weight[language]}
            value={weight}
            stride={0.05}
            onChange={(value) => change({ weight: value })}
          />
        ) : (
          <>
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
          </>
        )}
      </div>
      {!begun && (
        <>
          <div className="run-controls">
            <button type="button" className="primary" onClick={() => begin(true)}>
              {t('run')}
            </button>
          </div>
          <p className="run-status">{words.idle[language]}</p>
        </>
      )}
      <Bars
        places={places}
        series={series}
        running={total}
        {...(sums && { level: { label: '∏ (1 + w)', value: sums.product } })}
        words={chart[language]}
        write={(value) => amount(value, language)}
        takeaway={[worded(sums ? takeaway(sums, language) : words.empty[language], [])]}
        file="paths-by-length"
      />
      {sums && (
        <dl className="sums">
          {facts(sums, units, language).map(([name, value]) => (
            <div key={name} className="sum">
              <dt>{name}</dt>
              <dd>{withPowers(value, language)}</dd>
            </div>
          ))}
        </dl>
      )}
      {sums && units <= 4 && <Tree weights={weights} />}
      {sums && units > 4 && (
        <p className="run-status">
          {withPowers(
            language === 'zh'
              ? units > listed
                ? `共 ${amount(2 ** units, language)} 条路径：不超过 ${listed} 个单元时逐条相加，不超过 4 个时画成树。`
                : '不超过 4 个单元时，路径画成一棵树。'
              : units > listed
                ? `That is ${amount(2 ** units, language)} paths: they are added one by one up to ${listed} units, and drawn as a tree up to 4.`
                : 'Up to 4 units, the paths are drawn as a tree.',
            language,
          )}
        </p>
      )}
    </section>
  );
}

const geometry = { x: 10, y: 20, across: 74, down: 27 } as const;

/** The chain as a tree, with its numbers. */
function Tree({ weights }: { readonly weights: readonly number[] }) {
  const language = useLanguage();
  const write = (value: number) => amount(value, language);
  const leaves = [...allPaths(weights)].map(write);
  const [width, height] = [
    geometry.x + weights.length * geometry.across + 110,
    geometry.y + leaves.length * geometry.down,
  ];
  return (
    <figure className="path-tree">
      <figcaption>{words.tree[language]}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${words.tree[language]}: ${leaves.join(', ')}`}>
        <PathTree factors={weights.map(write)} leaves={leaves} {...geometry} />
      </svg>
    </figure>
  );
}
