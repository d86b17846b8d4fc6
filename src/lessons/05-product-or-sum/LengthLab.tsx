/** How long the paths of a residual chain are, by number and by what they contribute. Exact: nothing is drawn at random. */

import { useMemo, useState } from 'react';
import { Bars, type BarsWords } from '../../components/charts/Bars.tsx';
import { worded } from '../../components/charts/worded.ts';
import { RangeControl } from '../../components/controls/RangeControl.tsx';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Language } from '../../i18n/language.ts';
import { fixed, percent } from '../../i18n/numbers.ts';
import { chainFields } from '../../model/analysis/chainFields.ts';
import { weightedPathLengths } from '../../model/analysis/chains.ts';

const words = {
  name: { en: 'Path lengths, controls and result', zh: '路径长度：设置与结果' },
  units: { en: 'Units L', zh: '单元数 L' },
  ratio: { en: 'factor r of every unit on the path', zh: '路径每走一个单元乘的 r' },
  count: { en: 'By number', zh: '按条数' },
  weighted: { en: 'By size', zh: '按大小' },
} satisfies Record<string, Bilingual>;

const chart: Readonly<Record<Language, BarsWords>> = {
  en: {
    kind: 'Bar chart, share of the paths against their length.',
    x: 'branches on the path',
    y: 'share',
    place: (length) => `through ${length} ${length === 1 ? 'unit' : 'units'}`,
    none: 'no number',
  },
  zh: {
    kind: '柱状图：各种长度的路径所占的比例。',
    x: '路径走过的支路数',
    y: '比例',
    place: (length) => `走 ${length} 个单元`,
    none: '算不出数',
  },
};

const meanOf = (shares: readonly number[]) => shares.reduce((sum, share, length) => sum + share * length, 0);

function takeaway(units: number, ratio: number, counted: number, weighted: number, language: Language): string {
  const [all, heavy] = [fixed(counted, 1, language), fixed(weighted, 1, language)];
  return language === 'zh'
    ? `按条数，路径平均走过 ${units} 个单元中的 ${all} 个；每走一个乘 ${ratio}，平均就是 ${heavy} 个。`
    : `By number, the paths go through ${all} of ${units} units on average; counted with ${ratio} for each unit, through ${heavy}.`;
}

export function LengthLab({ id }: { readonly id: string }) {
  const language = useLanguage();
  const [units, setUnits] = useState<number>(chainFields.units.max);
  const [ratio, setRatio] = useState<number>(chainFields.ratio.default);
  const [counted, weighted] = useMemo(
    () => [[...weightedPathLengths(units, 1)], [...weightedPathLengths(units, ratio)]] as const,
    [units, ratio],
  );
  const series = [
    { name: 'count', label: words.count[language], values: counted },
    { name: 'weighted', label: words.weighted[language], values: weighted },
  ];
  return (
    <section className="experiment" id={id} data-status="done" data-step={units} aria-label={words.name[language]}>
      <div className="controls">
        <RangeControl field={chainFields.units} label={words.units[language]} value={units} onChange={setUnits} />
        <RangeControl
          field={chainFields.ratio}
          label={words.ratio[language]}
          value={ratio}
          stride={0.05}
          onChange={setRatio}
        />
      </div>
      <Bars
        places={counted.map((_, length) => length)}
        series={series}
        words={chart[language]}
        tick={(share) => percent(share, 0)}
        write={(share) => percent(share, share < 0.1 ? 2 : 1)}
        takeaway={[worded(takeaway(units, ratio, meanOf(counted), meanOf(weighted), language), [])]}
        file="path-lengths"
      />
    </section>
  );
}
