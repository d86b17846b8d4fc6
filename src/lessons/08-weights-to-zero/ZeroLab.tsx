/** The identity task, live: decay, depth and start are the reader's; branches, weights and error are drawn while they move. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldChoice } from '../../components/controls/FieldChoice.tsx';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { RunControls } from '../../components/controls/RunControls.tsx';
import { Divergences, Failure } from '../../components/experiment/Failure.tsx';
import { Provenance } from '../../components/experiment/Provenance.tsx';
import { RunStatus } from '../../components/experiment/RunStatus.tsx';
import { type Model, snapshotOf, Unscripted } from '../../components/experiment/recordings.tsx';
import { StandInNote } from '../../components/experiment/StandInNote.tsx';
import { freshSeeds } from '../../components/experiment/seeds.ts';
import { useInquiry, useRun } from '../../components/experiment/stores.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { useFirstPress } from '../../components/experiment/useFirstPress.ts';
import { useRecordingNames } from '../../components/experiment/useRecordingNames.ts';
import { same } from '../../components/experiment/useRetrained.ts';
import { useStandIn } from '../../components/experiment/useStandIn.ts';
import { type Bilingual, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import type { Answer } from '../../model/analysis/question.ts';
import { type Experiment, limits, type Settings, wholeDepth } from '../../model/experiment.ts';
import { overSeeds } from '../overSeeds.ts';
import { branchQuestion, identityTask } from './lesson.ts';
import { branchesOf, middleOf } from './readings.ts';
import { ZeroDrawings } from './ZeroDrawings.tsx';

const asked = 'branch-share';

const words = {
  label: { en: 'Learning to return the input', zh: '学着原样输出' },
} satisfies Record<string, Bilingual>;

/** The run and what its branches were found to be, as they were recorded together. */
const decode = ({ decodeAnswer, decodeRun }: Model, run: ArrayBuffer, branches: ArrayBuffer) => ({
  ...decodeRun(run),
  branches: decodeAnswer(branches, 'branches').answer,
});
const cancellationOf = (answer: Answer<'branches'> | undefined) =>
  answer?.arms[0]?.seeds.map(({ finding }) => finding.cancellation);

export function ZeroLab({ id }: { readonly id: string }) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const label = useArmLabel();
  const [experiment, setExperiment] = useState(identityTask);
  const [run, snapshot] = useRun(identityTask);
  const [inquiry, found] = useInquiry<'branches'>();
  const prediction = usePrediction(asked);
  const report = useReport();
  const { status } = snapshot;

  const start = (wanted: Experiment) => {
    run.start(wanted);
    inquiry.ask(branchQuestion(wanted));
  };
  // Locking the prediction is the first press of Run.
  useFirstPress(prediction, () => start(experiment));

  const reset = () => {
    inquiry.reset();
    run.reset(snapshot.experiment);
  };
  const names = useRecordingNames(id, `${id}-branches`);
  const standIn = useStandIn({
    names,
    decode,
    fits: (recording) => same(recording.experiment, snapshot.experiment),
    status,
    stop: reset,
    open: prediction.locked,
  });
  const { recorded } = standIn;
  const shown = useMemo(() => (recorded ? snapshotOf(recorded) : snapshot), [recorded, snapshot]);

  // The verdict is about the question as it was asked: other settings leave it as it stands.
  useEffect(() => {
    if (shown.status !== 'done' || !same(shown.experiment, identityTask)) return;
    report(asked, overSeeds(middleOf(branchesOf(shown).now)));
  }, [shown, report]);

  const change = (next: Experiment) => {
    setExperiment(next);
    if (status === 'idle') run.reset(next);
    else start(next);
  };
  const set = (part: Partial<Settings>) => change({ ...experiment, ...part });

  const { depth, decay, branchScale, seeds, layersPerUnit } = experiment;
  const live =
    found.status === 'done' &&
    found.answered &&
    same(found.answered.experiment, branchQuestion(snapshot.experiment).experiment)
      ? found.answer
      : undefined;
  const settled = status === 'done' && found.status === 'running' ? 'running' : status;
  return (
    <section
      className="experiment"
      id={id}
      data-status={settled}
      data-step={snapshot.step}
      aria-label={words.label[language]}
    >
      <div className="controls">
        <NumberControl
          name="decay"
          value={decay}
          min={0}
          max={0.03}
          stride={0.001}
          onChange={(value) => set({ decay: value })}
        />
        <NumberControl
          name="depth"
          value={depth}
          min={layersPerUnit}
          max={40}
          stride={layersPerUnit}
          text={t('depthValue', { count: depth })}
          onChange={(value) => set({ depth: wholeDepth(value, layersPerUnit) })}
        />
        <FieldChoice
          name="branchScale"
          value={branchScale}
          only={['sqrt', 'zero', 'one']}
          onChange={(value) => set({ branchScale: value })}
        />
      </div>
      <RunControls
        status={status}
        run={{ ...run, start, reset }}
        experiment={experiment}
        onNewSeed={() => change({ ...experiment, seeds: freshSeeds(seeds, limits.seedMax) })}
      />
      {!recorded && <RunStatus snapshot={snapshot} />}
      <Failure snapshot={snapshot} onRetry={() => start(experiment)} />
      <Divergences snapshot={snapshot} armLabel={label} />
      <StandInNote of={standIn} />
      <div className="run-charts">
        <ZeroDrawings snapshot={shown} cancellation={cancellationOf(recorded?.branches ?? live)} />
      </div>
      <Unscripted names={names} decode={decode}>
        {(recording) => (
          <ZeroDrawings snapshot={snapshotOf(recording)} cancellation={cancellationOf(recording.branches)} />
        )}
      </Unscripted>
      <Provenance
        experiment={experiment}
        engine={snapshot.engine}
        milliseconds={status === 'done' ? snapshot.milliseconds : undefined}
      />
    </section>
  );
}
