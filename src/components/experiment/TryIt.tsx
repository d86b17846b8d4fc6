/** Change it yourself: a whole experiment with its controls, its charts and its link. */
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArmSettings, type Experiment, limits, type Settings, wholeDepth } from '../../model/experiment.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { FieldChoice } from '../controls/FieldChoice.tsx';
import { NumberControl } from '../controls/NumberControl.tsx';
import { RunControls } from '../controls/RunControls.tsx';
import { useLessonExperiment } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { CopyLink } from './CopyLink.tsx';
import { Divergences, Failure } from './Failure.tsx';
import { Notices } from './Notices.tsx';
import { Provenance } from './Provenance.tsx';
import { RunCharts } from './RunCharts.tsx';
import { RunStatus } from './RunStatus.tsx';
import { Scores } from './Scores.tsx';
import { freshSeeds } from './seeds.ts';
import { useRun } from './stores.ts';
import { useArmLabel } from './useArmLabel.ts';
import { useLinkedExperiment } from './useLinkedExperiment.ts';

const same = (a: Experiment, b: Experiment): boolean => JSON.stringify(a) === JSON.stringify(b);

export function TryIt({ id }: { readonly id: string }) {
  const { t } = useTranslation(['experiment', 'fields']);
  const { presets } = useLessonExperiment(id);
  const { experiment, notices, change, dismiss, undo } = useLinkedExperiment(presets[0].experiment);
  const [run, snapshot] = useRun(experiment);
  const label = useArmLabel();
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

  const set = (part: Partial<Settings>) => {
    const next = { ...experiment, ...part };
    change({ ...next, depth: wholeDepth(next.depth, next.layersPerUnit) });
  };
  const setter =
    <N extends keyof ArmSettings>(name: N) =>
    (value: ArmSettings[N]) =>
      set({ [name]: value });
  const { depth, width, layersPerUnit, rate } = experiment;
  const depthText = useMemo(() => t('fields:depthValue', { count: depth }), [t, depth]);
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
        <NumberControl
          name="depth"
          value={depth}
          min={layersPerUnit}
          stride={layersPerUnit}
          text={depthText}
          onChange={setter('depth')}
        />
        <FieldChoice name="normalization" value={experiment.normalization} onChange={setter('normalization')} />
        <FieldChoice
          name="initializer"
          value={experiment.initializer}
          only={['he', 'glorot', 'orthogonal']}
          onChange={setter('initializer')}
        />
      </div>
      <details className="more">
        <summary>{t('more')}</summary>
        <div className="controls">
          <FieldChoice
            name="dataset"
            value={experiment.dataset}
            only={['fashion', 'digits', 'spiral', 'rings']}
            onChange={(dataset) => set({ dataset })}
          />
          <FieldChoice
            name="activation"
            value={experiment.activation}
            only={['relu', 'tanh', 'sigmoid']}
            onChange={setter('activation')}
          />
          <FieldChoice name="order" value={experiment.order} onChange={setter('order')} />
          <FieldChoice name="optimizer" value={experiment.optimizer} onChange={setter('optimizer')} />
          <NumberControl name="rate" value={rate} min={0.0001} max={1} onChange={setter('rate')} />
          <NumberControl name="width" value={width} min={4} onChange={setter('width')} />
          <NumberControl
            name="steps"
            value={experiment.steps}
            min={50}
            max={1000}
            stride={50}
            onChange={(steps) => set({ steps })}
          />
          <NumberControl name="batch" value={experiment.batch} min={1} onChange={(batch) => set({ batch })} />
        </div>
      </details>
      <RunControls
        status={snapshot.status}
        onRun={() => run.start(experiment)}
        onPause={run.pause}
        onResume={run.resume}
        onStep={run.step}
        onReset={() => run.reset(experiment)}
        onNewSeed={() => change({ ...experiment, seeds: freshSeeds(experiment.seeds, limits.seedMax) })}
      />
      <RunStatus snapshot={snapshot} />
      <Failure snapshot={snapshot} onRetry={() => run.start(experiment)} onSpiral={() => set({ dataset: 'spiral' })} />
      <Divergences snapshot={snapshot} armLabel={label} onRate={(lower) => set({ rate: lower })} />
      <RunCharts snapshot={snapshot} />
      <Scores snapshot={snapshot} label={label} />
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
