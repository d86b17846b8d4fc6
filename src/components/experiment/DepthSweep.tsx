/** An experiment over the values of one field: all arms at every value and seed, beside what the reader drew. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seconds } from '../../i18n/numbers.ts';
import { chanceLoss } from '../../model/data/facts.ts';
import type { Experiment, FieldName } from '../../model/experiment.ts';
import { type FieldValue, type Sweep, type SweepPoint, variantsOf } from '../../model/worker/sweep.ts';
import { LossChart } from '../charts/LossChart.tsx';
import { SweepChart } from '../charts/SweepChart.tsx';
import { spread } from '../charts/spread.ts';
import type { SweepMeasure } from '../charts/sweepTakeaway.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { type MeasuredCurve, useLesson, useLessonExperiment, usePrediction, useReport } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { Failure } from './Failure.tsx';
import { Provenance } from './Provenance.tsx';
import { RecordedNote } from './RunStatus.tsx';
import { recordingName } from './recordingName.ts';
import { UnscriptedSweep, useRecordedSweep } from './recordings.tsx';
import { lossSeries } from './series.ts';
import { useRun, useSweep } from './stores.ts';
import { axisOf, placeOf, valuesOf } from './sweepSeries.ts';
import { useArmLabel } from './useArmLabel.ts';

const measures: readonly SweepMeasure[] = ['loss', 'accuracy', 'ratio'];
const none: readonly FieldValue[] = [];
const sweepOf = (experiment: Experiment, field: FieldName, values: readonly FieldValue[]): Sweep => ({
  experiment,
  variants: variantsOf(experiment, field, values),
});

export function DepthSweep({ id }: { readonly id: string }) {
  const { t } = useTranslation(['experiment', 'fields', 'charts']);
  const language = useLanguage();
  const { presets, sweep: swept } = useLessonExperiment(id);
  const { curves: prediction, locked } = usePrediction(id);
  const report = useReport();
  const [presetId, setPresetId] = useState(presets[0].id);
  const preset = presets.find((one) => one.id === presetId) ?? presets[0];
  const [measure, setMeasure] = useState<SweepMeasure>('loss');
  const { field, values } = swept ?? { field: 'depth', values: none };
  const wanted = useMemo(() => sweepOf(preset.experiment, field, values), [preset, field, values]);
  const places = useMemo(() => wanted.variants.map((variant, i) => placeOf(field, variant, i)), [wanted, field]);
  const [sweep, snapshot] = useSweep(wanted);
  // A point of the chart, opened: all its seeds, trained once more, with their curves.
  const [opened, openedSnapshot] = useRun(preset.experiment);
  const label = useArmLabel();
  const { status, total, current } = snapshot;
  const name = recordingName(useLesson().lesson, id);
  const recorded = useRecordedSweep(name, status === 'failed');
  // Where nothing can be trained, the recorded sweep is shown in its place.
  const replaced = status === 'failed' && presetId === presets[0].id ? recorded : undefined;
  const points = replaced?.points ?? snapshot.points;

  // Locking the prediction is the first press of Run.
  const answered = useRef(false);
  useEffect(() => {
    if (!locked || answered.current) return;
    answered.current = true;
    sweep.start(wanted);
  }, [locked, sweep, wanted]);

  useEffect(() => {
    if (status !== 'done' && !replaced) return report(id, undefined);
    const arms = snapshot.sweep.experiment.arms.map(
      ({ name }): MeasuredCurve => ({
        arm: name,
        points: valuesOf(points, name, places, 'loss').map(({ x, values: losses }) => ({
          x,
          seeds: losses.length,
          ...spread(losses.map((loss) => (Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY))),
        })),
      }),
    );
    report(id, { preset: presetId, arms });
  }, [status, replaced, points, places, snapshot.sweep, presetId, id, report]);

  const choose = (chosen: string) => {
    const found = presets.find((one) => one.id === chosen);
    if (!found || found.id === presetId) return;
    setPresetId(found.id);
    const next = sweepOf(found.experiment, field, values);
    if (status === 'idle') sweep.reset(next);
    else begin(next);
  };
  const drawn = openedSnapshot.status === 'idle' ? current : openedSnapshot;
  const { depth, dataset } = drawn.experiment;
  const axis = useMemo(() => axisOf(field, wanted.variants, t, language), [field, wanted, t, language]);
  const nameOf = (experiment: Experiment) => {
    const at = wanted.variants.findIndex(({ key }) => key === String(experiment[field]));
    return axis.places.find(({ x }) => x === places[at])?.name ?? '';
  };
  const chance = chanceLoss(dataset);
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
      place: nameOf(current.experiment),
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
  const drawingOf = useCallback(
    (trained: readonly SweepPoint[], onPoint?: ({ x }: { readonly x: number }) => void) => (
      <SweepChart
        axis={axis}
        measure={measure}
        {...(onPoint && { onPoint })}
        arms={preset.experiment.arms.map(({ name: arm }) => ({
          name: arm,
          label: label(arm),
          points: valuesOf(trained, arm, places, measure),
        }))}
        chance={chance}
        {...(prediction &&
          measure === 'loss' && { drawn: prediction.map(({ arm, points: own }) => ({ name: arm, points: own })) })}
      />
    ),
    [axis, places, measure, preset, chance, prediction, label],
  );
  const chart = useMemo(
    () =>
      drawingOf(points, ({ x }) => {
        const variant = wanted.variants[places.indexOf(x)];
        if (variant) opened.start({ ...preset.experiment, ...variant.change });
      }),
    [drawingOf, points, wanted, places, preset, opened],
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
        <ChoiceControl
          label={t('measure')}
          value={measure}
          options={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
          onChange={setMeasure}
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
      {replaced && <RecordedNote origin={replaced.origin} />}
      <UnscriptedSweep name={name}>
        {({ origin, points: trained }) => (
          <div className="drawings">
            <RecordedNote origin={origin} />
            {drawingOf(trained)}
          </div>
        )}
      </UnscriptedSweep>
      <div className="run-charts">{chart}</div>
      {points.length > 0 && <p className="run-status">{t('openPoint')}</p>}
      {status !== 'idle' && (
        <div className="now" data-depth={depth} data-status={drawn.status}>
          <h3>{t('nowTraining', { place: nameOf(drawn.experiment) })}</h3>
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
