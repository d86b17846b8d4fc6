/** The convolutional race: plain and residual networks of 8, 14 or 20 layers on real images, with all that is measured. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ConvArm,
  type ConvExperiment,
  convArms,
  convFields,
  convSeedField,
  defaultRace,
} from '../../model/conv/experiment.ts';
import { convDepths } from '../../model/conv/specification.ts';
import { limits } from '../../model/experiment.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { RangeControl } from '../controls/RangeControl.tsx';
import { RunControls } from '../controls/RunControls.tsx';
import { ConvCharts } from './ConvCharts.tsx';
import { ConvNotes, ConvProvenance, ConvScores, ConvStatus } from './ConvReport.tsx';
import { freshSeeds } from './seeds.ts';
import { useArmLabel } from './useArmLabel.ts';
import { useConvRun } from './useConvRun.ts';

interface ConvRaceProps {
  readonly id: string;
  /** What is set at first; the default race otherwise. */
  readonly race?: ConvExperiment;
  /** Tells what each change of the run shows: for predictions. */
  readonly onChange?: (snapshot: ReturnType<typeof useConvRun>[1]) => void;
  /** When it turns true, the race begins: a locked prediction is the first press of Run. */
  readonly go?: boolean;
}

const choices: Readonly<Record<'both' | ConvArm, readonly ConvArm[]>> = {
  both: convArms,
  plain: ['plain'],
  residual: ['residual'],
};

export function ConvRace({ id, race = defaultRace, onChange, go = false }: ConvRaceProps) {
  const { t } = useTranslation(['race', 'fields']);
  const label = useArmLabel();
  const [experiment, setExperiment] = useState(race);
  const [run, snapshot] = useConvRun(race);
  const { status, step } = snapshot;
  const { depth, arms, steps, rate, seed } = experiment;

  // What was trained belongs to its settings: a change trains anew if something was trained, and only resets if not.
  const change = (part: Partial<ConvExperiment>) => {
    const next = { ...experiment, ...part };
    setExperiment(next);
    if (run.getSnapshot().status === 'idle') run.reset(next);
    else run.start(next);
  };
  const started = useRef(false);
  useEffect(() => {
    if (!go || started.current) return;
    started.current = true;
    run.start(race);
  }, [go, run, race]);
  useEffect(() => onChange?.(snapshot), [onChange, snapshot]);

  const shown = arms.length > 1 ? 'both' : (arms[0] ?? 'both');
  return (
    <section className="experiment race" id={id} data-status={status} data-step={step} aria-label={t('label')}>
      <div className="controls">
        <ChoiceControl
          label={t('depth')}
          value={String(depth)}
          options={convDepths.map((layers) => ({ value: String(layers), label: String(layers) }))}
          onChange={(value) => change({ depth: convDepths.find((layers) => String(layers) === value) ?? depth })}
        />
        <ChoiceControl
          label={t('arms')}
          value={shown}
          options={[{ value: 'both', label: t('both') }, ...convArms.map((arm) => ({ value: arm, label: label(arm) }))]}
          onChange={(value) => change({ arms: choices[value] })}
        />
        <RangeControl
          label={t('fields:steps')}
          field={convFields.steps}
          value={steps}
          stride={10}
          onChange={(value) => change({ steps: value })}
        />
        <RangeControl
          label={t('fields:rate')}
          field={convFields.rate}
          value={rate}
          onChange={(value) => change({ rate: value })}
        />
        <RangeControl
          label={t('seed')}
          field={convSeedField}
          slider={{ max: 20 }}
          value={seed}
          onChange={(value) => change({ seed: value })}
        />
      </div>
      <RunControls
        status={status}
        run={run}
        experiment={experiment}
        onNewSeed={() => change({ seed: freshSeeds([seed], limits.seedMax)[0] ?? seed })}
      />
      <ConvStatus snapshot={snapshot} />
      <ConvNotes
        snapshot={snapshot}
        label={label}
        onRetry={() => run.start(experiment)}
        onRate={(lower) => change({ rate: lower })}
      />
      <ConvCharts snapshot={snapshot} label={label} />
      <ConvScores snapshot={snapshot} label={label} />
      <ConvProvenance snapshot={snapshot} onMeasure={run.measure} />
    </section>
  );
}
