/** Change it yourself: a whole experiment with its controls, its charts and its link. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Experiment, type FieldName, limits, type Settings, wholeDepth } from '../../model/experiment.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { FieldControl } from '../controls/FieldControl.tsx';
import { RunControls } from '../controls/RunControls.tsx';
import { useLesson, useLessonExperiment } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { CopyLink } from './CopyLink.tsx';
import { Divergences, Failure } from './Failure.tsx';
import { Notices } from './Notices.tsx';
import { Provenance } from './Provenance.tsx';
import { RunCharts } from './RunCharts.tsx';
import { RunDrawings } from './RunDrawings.tsx';
import { RunStatus } from './RunStatus.tsx';
import { recordingName } from './recordingName.ts';
import { snapshotOf, UnscriptedRun, useRecordedRun } from './recordings.tsx';
import { Scores } from './Scores.tsx';
import { freshSeeds } from './seeds.ts';
import { useRun } from './stores.ts';
import { useArmLabel } from './useArmLabel.ts';
import { useLinkedExperiment } from './useLinkedExperiment.ts';

const usual: readonly FieldName[] = ['depth', 'normalization', 'initializer'];
const others: readonly FieldName[] = ['dataset', 'activation', 'order', 'optimizer', 'rate', 'width', 'steps', 'batch'];

const same = (a: Experiment, b: Experiment): boolean => JSON.stringify(a) === JSON.stringify(b);

export function TryIt({ id }: { readonly id: string }) {
  const { t } = useTranslation(['experiment', 'fields']);
  const { presets, controls = usual, more = others, quantities, view } = useLessonExperiment(id);
  const { experiment, notices, change, dismiss, undo } = useLinkedExperiment(presets[0].experiment);
  const [run, snapshot] = useRun(experiment);
  const label = useArmLabel();
  const name = recordingName(useLesson().lesson, id);
  const recorded = useRecordedRun(name);
  // Until something is trained here, and where nothing can be, the recorded run is shown in its place.
  const shown = useMemo(
    () =>
      recorded && ['idle', 'failed'].includes(snapshot.status) && same(recorded.experiment, experiment)
        ? snapshotOf(recorded)
        : snapshot,
    [recorded, snapshot, experiment],
  );
  const language = useLanguage();
  const preset = presets.find((one) => same(one.experiment, experiment));

  // What the run shows belongs to the settings: a change trains anew if something was trained, and only resets if not.
  const current = useRef(snapshot.experiment);
  useEffect(() => {
    if (same(current.current, experiment)) return;
    current.current = experiment;
    const { status } = run.getSnapshot();
    if (status === 'idle') run.reset(experiment);
    else run.start(experiment);
  }, [experiment, run]);

  const latest = useRef(experiment);
  latest.current = experiment;
  const set = useCallback(
    (part: Partial<Settings>) => {
      const next = { ...latest.current, ...part };
      change({ ...next, depth: wholeDepth(next.depth, next.layersPerUnit) });
    },
    [change],
  );
  return (
    <section
      className="experiment"
      id={id}
      data-status={snapshot.status}
      data-step={snapshot.step}
      aria-label={t('controls')}
    >
      <Notices notices={notices} experiment={experiment} onDismiss={dismiss} onUndo={undo} />
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
        {controls.map((name) => (
          <FieldControl key={name} name={name} settings={experiment} onChange={set} />
        ))}
      </div>
      {more.length > 0 && (
        <details className="more">
          <summary>{t('more')}</summary>
          <div className="controls">
            {more.map((name) => (
              <FieldControl key={name} name={name} settings={experiment} onChange={set} />
            ))}
          </div>
        </details>
      )}
      <RunControls
        status={snapshot.status}
        onRun={() => run.start(experiment)}
        onPause={run.pause}
        onResume={run.resume}
        onStep={run.step}
        onReset={() => run.reset(experiment)}
        onNewSeed={() => change({ ...experiment, seeds: freshSeeds(experiment.seeds, limits.seedMax) })}
      />
      <RunStatus snapshot={shown} />
      <Failure snapshot={snapshot} onRetry={() => run.start(experiment)} onSpiral={() => set({ dataset: 'spiral' })} />
      <Divergences snapshot={snapshot} armLabel={label} onRate={(lower) => set({ rate: lower })} />
      <UnscriptedRun name={name}>
        {(run) => <RunDrawings snapshot={snapshotOf(run)} quantities={quantities} />}
      </UnscriptedRun>
      <RunCharts snapshot={shown} quantities={quantities} first={view} />
      <Scores snapshot={shown} label={label} />
      <Provenance
        experiment={experiment}
        engine={snapshot.engine}
        milliseconds={snapshot.status === 'done' ? snapshot.milliseconds : undefined}
        agreement={snapshot.agreement}
        onCheck={run.check}
      />
      <CopyLink experiment={experiment} />
    </section>
  );
}
