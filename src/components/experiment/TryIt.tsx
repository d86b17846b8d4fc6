/** Change it yourself: a whole experiment with its controls, its charts and its link. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../model/experiment.ts';
import { chartLink } from '../../model/permalink-view.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { FieldControl } from '../controls/FieldControl.tsx';
import { EmbedButton } from '../embed/EmbedButton.tsx';
import { HiddenControls } from '../embed/HiddenControls.tsx';
import { useShownControls } from '../embed/useShownControls.ts';
import { PresentPart } from '../present/PresentPart.tsx';
import { useLesson, useLessonExperiment } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { FrozenNote } from './FrozenNote.tsx';
import { useFreeze } from './freeze.ts';
import { LabLink } from './LabLink.tsx';
import { LiveRun } from './LiveRun.tsx';
import { Notices } from './Notices.tsx';
import { recordingName } from './recordingName.ts';
import { snapshotOf, UnscriptedRun, useRecordedRun } from './recordings.tsx';
import { useLinkedExperiment } from './useLinkedExperiment.ts';
import { same, useRetrained, useSettings } from './useRetrained.ts';

const usual: readonly FieldName[] = ['depth', 'normalization', 'initializer'];
const others: readonly FieldName[] = ['dataset', 'activation', 'order', 'optimizer', 'rate', 'width', 'steps', 'batch'];

export function TryIt({ id }: { readonly id: string }) {
  const { t } = useTranslation(['experiment', 'fields']);
  const { presets, controls = usual, more = others, quantities, view } = useLessonExperiment(id);
  const show = useShownControls(controls, more);
  const {
    experiment,
    shown: chart,
    show: setChart,
    notices,
    change,
    dismiss,
    undo,
  } = useLinkedExperiment(presets[0].experiment);
  const query = chartLink.print(experiment, chart);
  const [run, snapshot] = useRetrained(experiment);
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
  const isRecorded = recorded !== undefined && same(recorded.experiment, experiment);
  const late = useFreeze(snapshot.status, isRecorded, () => run.reset());
  const language = useLanguage();
  const preset = presets.find((one) => same(one.experiment, experiment));

  const set = useSettings(experiment, change);
  return (
    <section
      className="experiment"
      id={id}
      data-status={snapshot.status}
      data-step={snapshot.step}
      aria-label={t('controls')}
    >
      <Notices notices={notices} experiment={experiment} onDismiss={dismiss} onUndo={undo} />
      {show.unknown.length > 0 && (
        <p className="notice" role="status">
          {t('noControl', { names: show.unknown.join(', ') })}
        </p>
      )}
      <HiddenControls />
      <div className="controls">
        {show.preset && (
          <ChoiceControl
            label={t('presets')}
            value={preset?.id}
            options={presets.map((one) => ({ value: one.id, label: one.title[language] }))}
            onChange={(chosen) => {
              const found = presets.find((one) => one.id === chosen);
              if (found) change(found.experiment);
            }}
          />
        )}
        {show.controls.map((name) => (
          <FieldControl key={name} name={name} settings={experiment} onChange={set} />
        ))}
      </div>
      {show.more.length > 0 && (
        <details className="more">
          <summary>{t('more')}</summary>
          <div className="controls">
            {show.more.map((name) => (
              <FieldControl key={name} name={name} settings={experiment} onChange={set} />
            ))}
          </div>
        </details>
      )}
      <LiveRun
        experiment={experiment}
        run={run}
        snapshot={snapshot}
        shown={shown}
        change={change}
        set={set}
        quantities={quantities}
        first={view}
        chart={chart}
        onChart={setChart}
        query={query}
        links={
          <>
            <LabLink query={query} />
            <PresentPart part={id} query={query} />
            <EmbedButton part={id} query={query} controls={controls} />
          </>
        }
      >
        {late !== undefined && shown.recording && <FrozenNote seconds={late} />}
        <UnscriptedRun name={name} quantities={quantities} />
      </LiveRun>
    </section>
  );
}
