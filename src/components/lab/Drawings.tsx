/** One drawing for each kind of inquiry: by unit on a logarithmic axis, as a share, or as bars. */
import { type ReactNode, useState } from 'react';
import type { Language } from '../../i18n/language.ts';
import { fixed, percent } from '../../i18n/numbers.ts';
import type { ListedKind as Kind } from '../../model/analysis/kinds.ts';
import { shrinkFactors } from '../../model/analysis/question.ts';
import { Bars } from '../charts/Bars.tsx';
import { DecadeLines } from '../charts/DecadeLines.tsx';
import { ProfileChart } from '../charts/ProfileChart.tsx';
import { worded } from '../charts/worded.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { useLanguage } from '../prose/language.ts';
import { drawn } from './drawnWords.ts';
import { type Examined, middle, middles } from './examined.ts';
import { readOutLossTake, swapTake, takeOf } from './findings.ts';
import { Euler, Landscape, Sensitivity, Shattering } from './Moved.tsx';

export interface DrawingProps<K extends Kind> {
  readonly arms: readonly Examined<K>[];
  /** Whether the networks sort into classes, so that there is an accuracy. */
  readonly classes: boolean;
  readonly seeds: readonly number[];
}
type Drawing<K extends Kind> = (props: DrawingProps<K>) => ReactNode;

const upTo = (count: number, from = 0) => Array.from({ length: Math.max(0, count) }, (_, i) => i + from);
const longest = (lists: readonly (readonly unknown[])[]) => Math.max(0, ...lists.map(({ length }) => length));
const print = (value: number, language: Language) => fixed(value, 2, language);

function Gradient({ arms }: DrawingProps<'gradient'>) {
  const language = useLanguage();
  const lines = arms.map(({ name, label, found }) => ({ name, label, seeds: found.map(({ norms }) => [...norms]) }));
  return (
    <DecadeLines
      arms={lines}
      places={upTo(longest(lines.flatMap(({ seeds }) => seeds)))}
      marked
      words={drawn.gradient(language)}
      takeaway={[worded(takeOf.gradient(arms, language), arms)]}
      file="lab-gradient"
    />
  );
}

function Similarity({ arms }: DrawingProps<'similarity'>) {
  const language = useLanguage();
  return (
    <ProfileChart
      arms={arms.map(({ name, label, found }) => ({ name, label, seeds: found.map(({ states }) => states) }))}
      words={drawn.similarity(language)}
      takeaway={[worded(takeOf.similarity(arms, language), arms)]}
      file="lab-likeness"
    />
  );
}

function Agreement({ arms, seeds }: DrawingProps<'agreement'>) {
  const language = useLanguage();
  const order = [...seeds.keys()].sort((a, b) => (seeds[a] ?? 0) - (seeds[b] ?? 0));
  return (
    <Bars
      places={order.map((i) => seeds[i] ?? 0)}
      series={arms.map(({ name, label, found }) => ({
        name,
        label,
        values: order.map((i) => found[i]?.cosine ?? Number.NaN),
      }))}
      words={drawn.agreement(language)}
      write={(value) => print(value, language)}
      takeaway={[worded(takeOf.agreement(arms, language), arms)]}
      file="lab-agreement"
    />
  );
}

type BranchView = 'shares' | 'ratios' | 'weightNorms';
const branchViews: readonly BranchView[] = ['shares', 'ratios', 'weightNorms'];

function Branches({ arms }: DrawingProps<'branches'>) {
  const language = useLanguage();
  const [view, setView] = useState<BranchView>('shares');
  const lines = arms.map(({ name, label, found }) => ({ name, label, seeds: found.map((one) => one[view]) }));
  const together = arms.map(({ label, found }) => ({
    label,
    value: middle(found.map(({ cancellation }) => cancellation)),
  }));
  return (
    <>
      <ChoiceControl
        label={drawn.branchView[language]}
        value={view}
        options={branchViews.map((value) => ({ value, label: drawn.branchViews[value][language] }))}
        onChange={setView}
      />
      <DecadeLines
        key={view}
        arms={lines}
        places={upTo(longest(lines.flatMap(({ seeds }) => seeds)), view === 'weightNorms' ? 0 : 1)}
        marked
        words={drawn.branches(language, view)}
        takeaway={[worded(takeOf.branches(arms, language), arms)]}
        caption={drawn.cancellation[language](
          together.map(({ label, value }) => ({ label, value: print(value, language) })),
        )}
        file={`lab-branches-${view}`}
      />
    </>
  );
}

function Shrink({ arms }: DrawingProps<'shrink'>) {
  const language = useLanguage();
  const series = arms.map(({ name, label, found }) => ({
    name,
    label,
    values: middles(found.map(({ exponents }) => exponents)),
  }));
  const places = upTo(longest(series.map(({ values }) => values)), 1);
  return (
    <Bars
      places={places}
      series={series.map((one) => ({ ...one, values: places.map((_, i) => one.values[i] ?? Number.NaN) }))}
      words={drawn.shrink(language)}
      write={(value) => print(value, language)}
      takeaway={[worded(takeOf.shrink(arms, language), arms)]}
      caption={drawn.shrinkNote[language](shrinkFactors.join(language === 'zh' ? '、' : ', '))}
      file="lab-shrink"
    />
  );
}

type LesionView = 'deleted' | 'swapped';
const lesionViews: readonly LesionView[] = ['deleted', 'swapped'];

function Lesion({ arms, classes }: DrawingProps<'lesion'>) {
  const language = useLanguage();
  const [view, setView] = useState<LesionView>('deleted');
  if (!classes) return <p className="notice">{drawn.noClasses[language]}</p>;
  const series = arms.map(({ name, label, found }) => ({
    name,
    label,
    values: [middle(found.map(({ intact }) => intact)), ...middles(found.map((one) => one[view]))],
  }));
  const places = upTo(longest(series.map(({ values }) => values)));
  return (
    <>
      <ChoiceControl
        label={drawn.lesionView[language]}
        value={view}
        options={lesionViews.map((value) => ({ value, label: drawn.lesionViews[value][language] }))}
        onChange={setView}
      />
      <Bars
        key={view}
        places={places}
        series={series.map((one) => ({ ...one, values: places.map((i) => one.values[i] ?? Number.NaN) }))}
        words={drawn.lesion(language, view)}
        write={(value) => percent(value, 1)}
        tick={(value) => percent(value, 0)}
        takeaway={[worded((view === 'deleted' ? takeOf.lesion : swapTake)(arms, language), arms)]}
        caption={drawn.lesionNote[language]}
        file={`lab-units-${view}`}
      />
    </>
  );
}

function ReadOut({ arms, classes }: DrawingProps<'readOut'>) {
  const language = useLanguage();
  const of = (pick: 'accuracy' | 'loss') =>
    arms.map(({ name, label, found }) => ({
      name,
      label,
      seeds: found.map((scores) => scores.map((score) => score[pick])),
    }));
  if (classes) {
    return (
      <ProfileChart
        arms={of('accuracy')}
        words={drawn.readOut(language)}
        takeaway={[worded(takeOf.readOut(arms, language), arms)]}
        file="lab-half-way"
      />
    );
  }
  const lines = of('loss');
  return (
    <DecadeLines
      arms={lines}
      places={upTo(longest(lines.flatMap(({ seeds }) => seeds)))}
      marked
      words={drawn.readOutLoss(language)}
      takeaway={[worded(readOutLossTake(arms, language), arms)]}
      file="lab-half-way"
    />
  );
}

const drawings: { readonly [K in Kind]: Drawing<K> } = {
  gradient: Gradient,
  similarity: Similarity,
  agreement: Agreement,
  branches: Branches,
  shrink: Shrink,
  lesion: Lesion,
  readOut: ReadOut,
  landscape: Landscape,
  sensitivity: Sensitivity,
  shattering: Shattering,
  euler: Euler,
};

interface AnswerDrawingProps<K extends Kind> extends DrawingProps<K> {
  readonly kind: K;
}

export function AnswerDrawing<K extends Kind>({ kind, ...rest }: AnswerDrawingProps<K>) {
  const Drawn: Drawing<K> = drawings[kind];
  return <Drawn {...rest} />;
}
