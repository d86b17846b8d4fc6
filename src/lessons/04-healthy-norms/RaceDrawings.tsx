/** A run's loss, and below it what its first layer hears of the gradient at every step. */
import { useMemo } from 'react';
import { DecadeLines } from '../../components/charts/DecadeLines.tsx';
import { LossChart } from '../../components/charts/LossChart.tsx';
import { worded } from '../../components/charts/worded.ts';
import { Scores } from '../../components/experiment/Scores.tsx';
import { lossSeries } from '../../components/experiment/series.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { useLanguage } from '../../components/prose/language.ts';
import { chanceLoss } from '../../model/data/facts.ts';
import { keptSteps } from '../../model/keptSteps.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { ratioTakeaway, ratioWords } from './raceWords.ts';
import { middleOf, ratiosOf, windowed, windowsOf, windowWidth } from './ratios.ts';

export function RaceDrawings({ snapshot }: { readonly snapshot: RunSnapshot }) {
  const language = useLanguage();
  const label = useArmLabel();
  const { arms, status } = snapshot;
  const { steps, depth, dataset } = snapshot.experiment;
  const loss = useMemo(() => lossSeries(snapshot, label), [snapshot, label]);
  const width = windowWidth(steps);
  const ratios = useMemo(
    () =>
      arms.map(({ name, layout, seeds }) => ({
        name,
        label: label(name),
        all: seeds.filter(({ steps: done }) => done > 0).map(({ rows, steps: done }) => ratiosOf(layout, rows, done)),
      })),
    [arms, label],
  );
  const lines = ratios.map(({ all, ...arm }) => ({ ...arm, seeds: all.map((seed) => windowed(seed, width)) }));
  const typical = ratios.flatMap(({ all, ...arm }) => {
    if (all.length === 0) return [];
    return [
      {
        arm,
        start: middleOf(all.map(([first = Number.NaN]) => first)),
        middle: middleOf(all.map((seed) => middleOf(seed))),
        end: middleOf(all.map((seed) => seed.at(-1) ?? Number.NaN)),
      },
    ];
  });
  const words = ratioWords[language];
  const chance = chanceLoss(dataset);
  return (
    <>
      <LossChart
        arms={loss}
        depth={depth}
        steps={steps}
        running={status === 'running'}
        {...(chance !== undefined && { chance })}
      />
      <DecadeLines
        arms={lines}
        places={windowsOf(steps, width).map(([from]) => from)}
        marked={false}
        levels={[{ label: words.equal, value: 1 }]}
        words={{ kind: words.kind, x: words.x, y: words.y, place: (at) => words.place(at) }}
        takeaway={
          typical.length > 0
            ? typical.map((one) => worded(ratioTakeaway(one, language), [one.arm]))
            : [worded(words.none, [])]
        }
        caption={snapshot.recording ? words.kept(keptSteps(steps).length, steps) : words.caption(width)}
        file="gradient-ratio-by-step"
      />
      <Scores snapshot={snapshot} label={label} />
    </>
  );
}
