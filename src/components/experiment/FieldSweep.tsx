/** An experiment over the values of one field: all arms at every value and seed, as one chart; any point opens its run. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seconds } from '../../i18n/numbers.ts';
import { chanceLoss } from '../../model/data/facts.ts';
import type { Experiment, FieldName } from '../../model/experiment.ts';
import { type FieldValue, type SweepPoint, variantsOf } from '../../model/worker/sweep.ts';
import { LossChart } from '../charts/LossChart.tsx';
import { SweepChart } from '../charts/SweepChart.tsx';
import { spread } from '../charts/spread.ts';
import type { SweepMeasure } from '../charts/sweepTakeaway.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import type { DrawnCurve, MeasuredCurve } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';
import { Failure } from './Failure.tsx';
import { useOwn } from './ownStore.ts';
import { Provenance } from './Provenance.tsx';
import { asSweep, Unscripted } from './recordings.tsx';
import { StandInNote } from './StandInNote.tsx';
import { lossSeries } from './series.ts';
import { useRun, useSweep } from './stores.ts';
import { axisOf, placeOf, valuesOf } from './sweepSeries.ts';
import { useArmLabel } from './useArmLabel.ts';
import { useFirstPress } from './useFirstPress.ts';
import { same } from './useRetrained.ts';
import { useStandIn } from './useStandIn.ts';

const unasked = { locked: false, here: false };
const measures: readonly SweepMeasure[] = ['loss', 'accuracy', 'ratio'];

export interface FieldSweepProps {
  readonly id: string;
  /** Keep the identity of these three as long as they say the same. */
  readonly experiment: Experiment;
  readonly field: FieldName;
  readonly values: readonly FieldValue[];
  /** Controls that stand before the choice of the measure. */
  readonly controls?: ReactNode;
  /** What the reader drew, in the chart of the loss. */
  readonly drawn?: readonly DrawnCurve[] | undefined;
  /** The prediction that asks for the outcome, if one does: locking it is the first press of Run. */
  readonly prediction?: { readonly locked: boolean; readonly here: boolean };
  /** Told what was measured once the sweep is done, and undefined when it is not any more. */
  readonly onMeasured?: (arms: readonly MeasuredCurve[] | undefined) => void;
  /** A recording of this very sweep, shown where nothing can be trained. */
  readonly recording?: string | undefined;
  /** Stands at the end. */
  readonly links?: ReactNode;
}

export function FieldSweep(props: FieldSweepProps) {
  const { id, experiment, field, values, controls, drawn, prediction = unasked, onMeasured, recording, links } = props;
  const { t } = useTranslation(['experiment', 'fields', 'charts']);
  const language = useLanguage();
  const { controls: kept } = useMode();
  const [measure, setMeasure] = useState<SweepMeasure>('loss');
  const own = useOwn();
  const data = experiment.dataset === 'own' || values.includes('own') ? own?.key : undefined;
  const wanted = useMemo(
    () => ({ experiment, variants: variantsOf(experiment, field, values) }),
    [experiment, field, values, data],
  );
  const places = useMemo(() => wanted.variants.map((variant, i) => placeOf(field, variant, i)), [wanted, field]);
  const [sweep, snapshot] = useSweep(wanted);
  // A point of the chart, opened: all its seeds, trained once more, with their curves.
  const [opened, openedSnapshot] = useRun(experiment);
  const label = useArmLabel();
  const { status, total, current } = snapshot;
  const standIn = useStandIn({
    names: recording === undefined ? undefined : [recording],
    decode: asSweep,
    fits: (recorded) => same(recorded.experiment, experiment),
    status,
    stop: () => sweep.reset(wanted),
    open: prediction === unasked || prediction.locked,
  });
  const replaced = standIn.recorded;
  const points = replaced?.points ?? snapshot.points;

  const begin = useCallback(() => {
    opened.reset();
    sweep.start(wanted);
  }, [opened, sweep, wanted]);
  const reset = useCallback(() => {
    opened.reset();
    sweep.reset(wanted);
  }, [opened, sweep, wanted]);
  // Another sweep than the one shown trains at once, if one was trained before.
  useEffect(() => {
    const { sweep: shown, status: now } = sweep.getSnapshot();
    if (shown === wanted) return;
    if (now === 'idle') reset();
    else begin();
  }, [sweep, wanted, begin, reset]);
  useFirstPress(prediction, begin);

  useEffect(() => {
    if (status !== 'done' && !replaced) return onMeasured?.(undefined);
    onMeasured?.(
      snapshot.sweep.experiment.arms.map(
        ({ name }): MeasuredCurve => ({
          arm: name,
          points: valuesOf(points, name, places, 'loss').map(({ x, values: losses }) => ({
            x,
            seeds: losses.length,
            ...spread(losses.map((loss) => (Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY))),
          })),
        }),
      ),
    );
  }, [status, replaced, points, places, snapshot.sweep, onMeasured]);

  const shownRun = openedSnapshot.status === 'idle' ? current : openedSnapshot;
  const { depth, dataset } = shownRun.experiment;
  const axis = useMemo(() => axisOf(field, wanted.variants, t, language), [field, wanted, t, language]);
  const nameOf = (one: Experiment) => {
    const at = wanted.variants.findIndex(({ key }) => key === String(one[field]));
    return axis.places.find(({ x }) => x === places[at])?.name ?? '';
  };
  const chance = chanceLoss(dataset, shownRun.own);
  const time = seconds(snapshot.milliseconds / 1000, language);
  const says = {
    idle: replaced ? '' : t('idle'),
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
    idle: [t('run'), begin] as const,
    running: [t('pause'), sweep.pause] as const,
    paused: [t('resume'), sweep.resume] as const,
    done: [t('runAgain'), begin] as const,
    failed: [t('runAgain'), begin] as const,
  }[status];
  const loss = useMemo(() => lossSeries(shownRun, label), [shownRun, label]);
  // Between two points of the sweep nothing in this chart changes, while the loss below it is drawn at every frame.
  const drawingOf = useCallback(
    (trained: readonly SweepPoint[], onPoint?: ({ x }: { readonly x: number }) => void) => (
      <SweepChart
        axis={axis}
        measure={measure}
        {...(onPoint && { onPoint })}
        arms={experiment.arms.map(({ name: arm }) => ({
          name: arm,
          label: label(arm),
          points: valuesOf(trained, arm, places, measure),
        }))}
        chance={chance}
        {...(drawn &&
          measure === 'loss' && { drawn: drawn.map(({ arm, points: own }) => ({ name: arm, points: own })) })}
      />
    ),
    [axis, places, measure, experiment, chance, drawn, label],
  );
  const chart = useMemo(
    () =>
      drawingOf(points, ({ x }) => {
        const variant = wanted.variants[places.indexOf(x)];
        if (variant) opened.start({ ...experiment, ...variant.change });
      }),
    [drawingOf, points, wanted, places, experiment, opened],
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
        {controls}
        {(!kept || kept.includes('measure')) && (
          <ChoiceControl
            label={t('measure')}
            value={measure}
            options={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
            onChange={setMeasure}
          />
        )}
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
      <Failure snapshot={current} onRetry={begin} />
      <StandInNote of={standIn} />
      {recording !== undefined && (
        <Unscripted names={[recording]} decode={asSweep}>
          {({ points: trained }) => drawingOf(trained)}
        </Unscripted>
      )}
      <div className="run-charts">{chart}</div>
      {points.length > 0 && <p className="run-status">{t('openPoint')}</p>}
      {status !== 'idle' && (
        <div className="now" data-depth={depth} data-status={shownRun.status}>
          <h3>{t('nowTraining', { place: nameOf(shownRun.experiment) })}</h3>
          <LossChart
            arms={loss}
            depth={depth}
            steps={shownRun.experiment.steps}
            chance={chance}
            running={shownRun.status === 'running' || shownRun.status === 'paused'}
          />
        </div>
      )}
      <Provenance
        experiment={experiment}
        own={current.own}
        engine={current.engine}
        milliseconds={status === 'done' ? snapshot.milliseconds : undefined}
      />
      {links}
    </section>
  );
}
