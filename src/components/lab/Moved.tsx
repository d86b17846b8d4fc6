/** The drawings of networks that are moved a little: their weights, their inputs, the step between their units. */
import { useState } from 'react';
import { fixed, percent } from '../../i18n/numbers.ts';
import { noise, roundings } from '../../model/analysis/disturbance.ts';
import { doublings } from '../../model/analysis/euler.ts';
import { linePositions } from '../../model/analysis/landscape.ts';
import { DecadeLines } from '../charts/DecadeLines.tsx';
import { ProfileChart } from '../charts/ProfileChart.tsx';
import { worded } from '../charts/worded.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { useLanguage } from '../prose/language.ts';
import type { DrawingProps } from './Drawings.tsx';
import { takeOf } from './findings.ts';
import { layerTake, middleLine, valleys } from './movedFindings.ts';
import { moved } from './movedWords.ts';

const hundredths = linePositions.map((position) => Math.round(100 * position));

export function Landscape({ arms }: DrawingProps<'landscape'>) {
  const language = useLanguage();
  const lines = Math.max(0, ...arms.flatMap(({ found }) => found.map((one) => one.lines.length)));
  const counted = arms.map(({ label, found }) => {
    const count = valleys(found);
    return `${label} ${Number.isNaN(count) ? moved.uncounted[language] : fixed(count, 1, language)}`;
  });
  return (
    <DecadeLines
      arms={arms.map(({ name, label, found }) => ({ name, label, seeds: found.map(middleLine) }))}
      places={hundredths}
      marked
      words={moved.landscape(language)}
      takeaway={[worded(takeOf.landscape(arms, language), arms)]}
      caption={moved.landscapeNote[language](lines, counted.join(language === 'zh' ? '；' : '; '))}
      file="lab-landscape"
    />
  );
}

type SensitivityView = 'rounded' | 'byLayer';
const sensitivityViews: readonly SensitivityView[] = ['rounded', 'byLayer'];

export function Sensitivity({ arms }: DrawingProps<'sensitivity'>) {
  const language = useLanguage();
  const [view, setView] = useState<SensitivityView>('rounded');
  const lines = arms.map(({ name, label, found }) => ({ name, label, seeds: found.map((one) => one[view]) }));
  const layers = Math.max(0, ...lines.flatMap(({ seeds }) => seeds.map(({ length }) => length)));
  return (
    <>
      <ChoiceControl
        label={moved.sensitivityView[language]}
        value={view}
        options={sensitivityViews.map((value) => ({ value, label: moved.sensitivityViews[value][language] }))}
        onChange={setView}
      />
      <DecadeLines
        key={view}
        arms={lines}
        places={view === 'rounded' ? roundings : Array.from({ length: layers }, (_, layer) => layer)}
        marked
        words={moved.sensitivity(language, view, layers - 1)}
        takeaway={[worded((view === 'rounded' ? takeOf.sensitivity : layerTake)(arms, language), arms)]}
        caption={view === 'byLayer' && moved.sensitivityNote[language](percent(noise, 0))}
        file={`lab-disturbed-${view}`}
      />
    </>
  );
}

/** A sentence in place of the drawing where no arm has anything to draw, beside it where some arm has not. */
export function Shattering({ arms }: DrawingProps<'shattering'>) {
  const language = useLanguage();
  const lines = arms.map(({ name, label, found }) => ({
    name,
    label,
    seeds: found.map(({ correlations }) => correlations),
  }));
  const without = arms.filter(({ found }) => found.some(({ correlations }) => correlations.length === 0));
  const notice = without.length > 0 && <p className="notice">{moved.noSlopes[language]}</p>;
  if (without.length === arms.length) return notice;
  return (
    <>
      {notice}
      <ProfileChart
        arms={lines}
        words={moved.shattering(language)}
        takeaway={[worded(takeOf.shattering(arms, language), arms)]}
        caption={moved.shatteringNote[language]}
        file="lab-slopes"
      />
    </>
  );
}

export function Euler({ arms }: DrawingProps<'euler'>) {
  const language = useLanguage();
  const lines = arms.map(({ name, label, found }) => ({ name, label, seeds: found.map(({ errors }) => errors) }));
  const without = arms.filter(({ found }) => found.some(({ errors }) => errors.length === 0));
  const notice = without.length > 0 && <p className="notice">{moved.noSteps[language]}</p>;
  if (without.length === arms.length) return notice;
  return (
    <>
      {notice}
      <DecadeLines
        arms={lines}
        places={doublings.map(Math.log2)}
        marked
        words={moved.euler(language)}
        takeaway={[worded(takeOf.euler(arms, language), arms)]}
        caption={moved.eulerNote[language]}
        file="lab-euler"
      />
    </>
  );
}
