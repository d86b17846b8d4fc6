/** The experiment of the degradation lesson: both networks at every depth and seed, beside what the reader drew. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seconds } from '../../i18n/numbers.ts';
import type { SweepPoint } from '../../model/worker/sweep.ts';
import { LossChart } from '../charts/LossChart.tsx';
import { SweepChart } from '../charts/SweepChart.tsx';
import { spread } from '../charts/spread.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { type MeasuredCurve, useLesson, useLessonExperiment } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { Failure } from './Failure.tsx';
import { Provenance } from './Provenance.tsx';
import { lossSeries } from './series.ts';
import { useRun, useSweep } from './stores.ts';
import { useArmLabel } from './useArmLabel.ts';

/** Final training losses of one arm by depth, each over the seeds trained so far; Infinity where a seed diverged. */
const curveOf = (points: readonly SweepPoint[], arm: string): { x: number; values: number[] }[] => {
  const byDepth = new Map<number, number[]>();
  for (const { value, arms } of points) {
    const loss = arms.find(({ name }) => name === arm)?.final.train.loss;
    if (loss === undefined) continue;
    byDepth.set(value, [...(byDepth.get(value) ?? []), Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY]);
  }
  return [...byDepth].map(([x, values]) => ({ x, values })).sort((a, b) => a.x - b.x);
};

export function DepthSweep({ id }: { readonly id: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const { presets, depths = [], chance } = useLessonExperiment(id);
  const { prediction, locked, report } = useLesson();
  const [presetId, setPresetId] = useState(presets[0].id);
  const preset = presets.find((one) => one.id === presetId) ?? presets[0];
  const wanted = useMemo(
    () => ({ experiment: preset.experiment, field: 'depth' as const, values: depths }),
    [preset, depths],
  );
  const [sweep, snapshot] = useSweep(wanted);
  // A point of the chart, opened: all its seeds, trained once more, with their curves.
  const [opened, openedSnapshot] = useRun(preset.experiment);
  const label = useArmLabel();
  const { status, points, total, current } = snapshot;

  // Locking the prediction is the first press of Run.
  const answered = useRef(false);
  useEffect(() => {
    if (!locked || answered.current) return;
    answered.current = true;
    sweep.start(wanted);
  }, [locked, sweep, wanted]);

  useEffect(() => {
    if (status !== 'done') return report(undefined);
    const arms = snapshot.sweep.experiment.arms.map(
      ({ name }): MeasuredCurve => ({
        arm: name,
        points: curveOf(points, name).map(({ x, values }) => ({ x, seeds: values.length, ...spread(values) })),
      }),
    );
    report({ preset: presetId, arms });
  }, [status, points, snapshot.sweep, presetId, report]);

  const choose = (chosen: string) => {
    const found = presets.find((one) => one.id === chosen);
    if (!found || found.id === presetId) return;
    setPresetId(found.id);
    const next = { ...wanted, experiment: found.experiment };
    if (status === 'idle') sweep.reset(next);
    else begin(next);
  };
  const drawn = openedSnapshot.status === 'idle' ? current : openedSnapshot;
  const depth = drawn.experiment.depth;
  const begin = (next = wanted) => {
    opened.reset();
    sweep.start(next);
  };
  const reset = () => {
    opened.reset();
    sweep.reset(wanted);
  };
  const time = seconds(snapshot.milliseconds / 1000, language);
  const says = {
    idle: t('idle'),
    running: t('sweepRunning', {
      next: Math.min(points.length + 1, total),
      total,
      depth: current.experiment.depth,
      seed: current.experiment.seeds[0],
      step: current.step,
    }),
    paused: t('sweepPaused', { done: points.length, total }),
    done: t('sweepDone', { total, time }),
    failed: '',
  };
  const [main, act] = {
    idle: [t('run'), () => begin()] as const,
    running: [t('pause'), sweep.pause] as const,
    paused: [t('resume'), sweep.resume] as const,
    done: [t('runAgain'), () => begin()] as const,
    failed: [t('runAgain'), () => begin()] as const,
  }[status];
  const loss = useMemo(() => lossSeries(drawn, label), [drawn, label]);
  // Between two points of the sweep nothing in this chart changes, while the loss below it is drawn at every frame.
  const chart = useMemo(
    () => (
      <SweepChart
        what="depth"
        values={depths}
        onPoint={({ x }) => opened.start({ ...preset.experiment, depth: x })}
        arms={preset.experiment.arms.map(({ name }) => ({ name, label: label(name), points: curveOf(points, name) }))}
        chance={chance}
        {...(prediction && { drawn: prediction.map(({ arm, points: drawn }) => ({ name: arm, points: drawn })) })}
      />
    ),
    [depths, preset, points, chance, prediction, label, opened],
  );
  return (
    <section
      className="experiment"
      id={id}
      data-status={status}
      data-step={points.length}
      aria-label={t('sweepControls')}
    >
      <div className="controls">
        <ChoiceControl
          label={t('presets')}
          value={presetId}
          options={presets.map((one) => ({ value: one.id, label: one.title[language] }))}
          onChange={choose}
        />
      </div>
      <div className="run-controls">
        <button type="button" className="primary" onClick={act}>
          {main}
        </button>
        <button type="button" disabled={status === 'idle'} onClick={reset}>
          {t('reset')}
        </button>
      </div>
      <p className="run-status" aria-hidden="true">
        {says[status]}
      </p>
      <p className="visually-hidden" role="status">
        {status === 'done' ? says.done : status === 'running' ? t('starting') : ''}
      </p>
      <Failure snapshot={current} onRetry={() => begin()} />
      {chart}
      {points.length > 0 && <p className="run-status">{t('openPoint')}</p>}
      {status !== 'idle' && (
        <div className="now" data-depth={depth} data-status={drawn.status}>
          <h3>{t('nowTraining', { depth })}</h3>
          <LossChart
            arms={loss}
            depth={depth}
            steps={drawn.experiment.steps}
            chance={chance}
            running={drawn.status === 'running'}
          />
        </div>
      )}
      <Provenance
        experiment={preset.experiment}
        engine={current.engine}
        milliseconds={status === 'done' ? snapshot.milliseconds : undefined}
      />
    </section>
  );
}
