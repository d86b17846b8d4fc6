/** The race of the prediction: the loss, and below it what the first layer hears of the gradient at every step. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spread } from '../../components/charts/spread.ts';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { FieldControl } from '../../components/controls/FieldControl.tsx';
import { RunControls } from '../../components/controls/RunControls.tsx';
import { Divergences, Failure } from '../../components/experiment/Failure.tsx';
import { Provenance } from '../../components/experiment/Provenance.tsx';
import { RunStatus } from '../../components/experiment/RunStatus.tsx';
import { asRun, snapshotOf, Unscripted } from '../../components/experiment/recordings.tsx';
import { StandInNote } from '../../components/experiment/StandInNote.tsx';
import { freshSeeds } from '../../components/experiment/seeds.ts';
import { useRun } from '../../components/experiment/stores.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { useFirstPress } from '../../components/experiment/useFirstPress.ts';
import { useRecordingNames } from '../../components/experiment/useRecordingNames.ts';
import { same } from '../../components/experiment/useRetrained.ts';
import { useStandIn } from '../../components/experiment/useStandIn.ts';
import { useLessonExperiment, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { type Experiment, limits, type Settings, wholeDepth } from '../../model/experiment.ts';
import { RaceDrawings } from './RaceDrawings.tsx';
import { ratioWords } from './raceWords.ts';

export function Race({ id, predict }: { readonly id: string; readonly predict: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const label = useArmLabel();
  const { presets } = useLessonExperiment(id);
  const asked = presets[0].experiment;
  const [experiment, setExperiment] = useState(asked);
  const [run, snapshot] = useRun(asked);
  const prediction = usePrediction(predict);
  const report = useReport();

  const change = (next: Experiment) => {
    setExperiment(next);
    if (snapshot.status === 'idle') run.reset(next);
    else run.start(next);
  };
  const set = (part: Partial<Settings>) => {
    const next = { ...experiment, ...part };
    change({ ...next, depth: wholeDepth(next.depth, next.layersPerUnit) });
  };

  // Locking the prediction is the first press of Run.
  useFirstPress(prediction, () => run.start(asked));

  const names = useRecordingNames(id);
  const standIn = useStandIn({
    names,
    decode: asRun,
    fits: (recorded) => same(recorded.experiment, snapshot.experiment),
    status: snapshot.status,
    stop: () => run.reset(),
    open: prediction.locked,
  });
  const { recorded } = standIn;
  const shown = useMemo(() => (recorded ? snapshotOf(recorded) : snapshot), [recorded, snapshot]);
  const { status, arms } = shown;

  // Other settings leave the verdict on the asked ones alone.
  useEffect(() => {
    if (!same(shown.experiment, asked) || status === 'idle') return;
    const plain = arms.find(({ name }) => name === 'plain')?.seeds ?? [];
    const shares = plain.flatMap(({ final, divergence }) => (final && !divergence ? [final.train.accuracy] : []));
    const finished = status === 'done' && shares.length > 0;
    report(predict, finished ? { ...spread(shares), seeds: shares.length } : undefined);
  }, [status, arms, shown.experiment, asked, report, predict]);

  const words = ratioWords[language];
  const preset = presets.find((one) => same({ ...one.experiment, seeds: experiment.seeds }, experiment));
  return (
    <section
      className="experiment"
      id={id}
      data-status={snapshot.status}
      data-step={snapshot.step}
      aria-label={words.label}
    >
      <div className="controls">
        <ChoiceControl
          label={t('presets')}
          value={preset?.id}
          options={presets.map((one) => ({ value: one.id, label: one.title[language] }))}
          onChange={(chosen) => {
            const found = presets.find((one) => one.id === chosen);
            if (found) change(found.experiment);
          }}
        />
        <FieldControl name="depth" settings={experiment} onChange={set} />
        <FieldControl name="rate" settings={experiment} onChange={set} />
      </div>
      <RunControls
        status={snapshot.status}
        run={run}
        experiment={experiment}
        onNewSeed={() => change({ ...experiment, seeds: freshSeeds(experiment.seeds, limits.seedMax) })}
      />
      {!recorded && <RunStatus snapshot={snapshot} />}
      <Failure snapshot={snapshot} onRetry={() => run.start(experiment)} />
      <Divergences snapshot={snapshot} armLabel={label} onRate={(rate) => set({ rate })} />
      <StandInNote of={standIn} />
      <div className="run-charts">
        <RaceDrawings snapshot={shown} />
      </div>
      <Unscripted names={names} decode={asRun}>
        {(recorded) => <RaceDrawings snapshot={snapshotOf(recorded)} />}
      </Unscripted>
      <Provenance
        experiment={snapshot.experiment}
        engine={snapshot.engine}
        milliseconds={snapshot.status === 'done' ? snapshot.milliseconds : undefined}
      />
    </section>
  );
}
