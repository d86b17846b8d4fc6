/** The gradient at every state as a chart, and its slope beside the theory. */
import { useMemo } from 'react';
import { LayerChart } from '../../components/charts/LayerChart.tsx';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import type { Answer } from '../../model/analysis/question.ts';
import { type Experiment, settingsOf } from '../../model/experiment.ts';
import { atStart } from './lesson.ts';
import { Ruler } from './Ruler.tsx';
import { theoryOf } from './ruler.ts';

export interface Measured {
  readonly experiment: Experiment;
  readonly answer: Answer<'gradient'>;
}

/** What was measured of each arm, with what theory expects of it. */
const readingsOf = ({ experiment, answer }: Measured, label: (name: string) => string) =>
  answer.arms.map(({ name, seeds }, i) => ({
    name,
    label: label(name),
    theory: theoryOf(settingsOf(experiment, experiment.arms[i] ?? { name, overrides: {} })),
    seeds: seeds.map(({ finding }) => finding),
  }));

/** @param props.shown nothing before the first measurement */
export function SlopeDrawings({ shown }: { readonly shown: Measured | undefined }) {
  const label = useArmLabel();
  const readings = useMemo(() => (shown ? readingsOf(shown, label) : []), [shown, label]);
  const arms = useMemo(
    () =>
      (shown
        ? readings
        : atStart.arms.map(({ name }) => ({ name, label: label(name), theory: undefined, seeds: [] }))
      ).map(({ name, label: text, theory, seeds }) => ({
        name,
        label: text,
        seeds: seeds.map(({ norms }) => [...norms]),
        ...(theory?.decades !== undefined && { theory: theory.decades }),
      })),
    [shown, readings, label],
  );
  const chart = useMemo(() => <LayerChart arms={arms} what="state" relative />, [arms]);
  return (
    <>
      {chart}
      {shown && <Ruler readings={readings} />}
    </>
  );
}
