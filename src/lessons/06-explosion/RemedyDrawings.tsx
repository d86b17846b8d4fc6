/** Six starts as rows of small charts: how state and gradient grow over the units, and the loss over the steps. */
import { useMemo } from 'react';
import { windowHalf } from '../../components/charts/lossCurves.ts';
import { Multiples } from '../../components/charts/Multiples.tsx';
import { worded } from '../../components/charts/worded.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { useLanguage } from '../../components/prose/language.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { SweepPoint } from '../../model/worker/sweep.ts';
import { conclude, outcomesOf, rowsOf } from './remedyRows.ts';
import { remedyWords } from './remedyWords.ts';
import { remedies } from './settings.ts';

const keys = remedies.map(({ key }) => key);

interface RemedyDrawingsProps {
  /** Of a sweep over the remedies. */
  readonly points: readonly SweepPoint[];
  /** What was swept. */
  readonly experiment: Experiment;
}

export function RemedyDrawings({ points, experiment }: RemedyDrawingsProps) {
  const words = remedyWords[useLanguage()];
  const label = useArmLabel();
  return useMemo(() => {
    const { steps, depth, layersPerUnit, seeds } = experiment;
    const units = depth / layersPerUnit;
    const outcomes = outcomesOf(points, keys);
    const arm = { name: 'residual', label: label('residual') };
    const text = points.length === 0 ? words.none : words.take(conclude(outcomes), units, steps);
    return (
      <Multiples
        rows={rowsOf(outcomes, steps, words)}
        panels={[
          { title: words.state, key: 'state', most: 12 },
          { title: words.gradient, key: 'gradient', most: 12 },
        ]
          .map((panel) => ({
            ...panel,
            maths: true,
            along: words.units(units),
            count: units + 1,
            place: (index: number) => words.stateAt(index, units),
          }))
          .concat({
            key: 'loss',
            title: words.lossTitle,
            maths: false,
            most: 1,
            along: words.steps(steps),
            count: steps,
            place: words.stepAt,
          })}
        arm={arm}
        kind={words.kind}
        takeaway={[worded(text, [arm])]}
        caption={words.caption(seeds.length, 2 * windowHalf(steps) + 1)}
        places={words.places}
        file="remedies"
      />
    );
  }, [points, experiment, words, label]);
}
