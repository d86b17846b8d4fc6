/** Six starts of one residual network side by side: how state and gradient grow over the units, and what training makes of it. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { windowHalf } from '../../components/charts/lossCurves.ts';
import { Multiples } from '../../components/charts/Multiples.tsx';
import { worded } from '../../components/charts/worded.ts';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { Failure } from '../../components/experiment/Failure.tsx';
import { Provenance } from '../../components/experiment/Provenance.tsx';
import { useSweep } from '../../components/experiment/stores.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { seconds } from '../../i18n/numbers.ts';
import { type Experiment, type Settings, wholeDepth } from '../../model/experiment.ts';
import { conclude, outcomesOf, rowsOf } from './remedyRows.ts';
import { remedyWords } from './remedyWords.ts';
import { remedies, unfixed } from './settings.ts';

const prediction = 'growth';
const keys = remedies.map(({ key }) => key);
const sweepOf = (experiment: Experiment) => ({
  experiment,
  variants: remedies.map(({ key, change }) => ({ key, change })),
});
/** Whether the start is the one that the prediction asks about; the rate plays no part in it. */
const asked = ({ depth, gain }: Settings) => depth === unfixed.depth && gain === unfixed.gain;

export function Remedies() {
  const { t } = useTranslation(['experiment', 'fields']);
  const language = useLanguage();
  const words = remedyWords[language];
  const label = useArmLabel();
  const { locked } = usePrediction(prediction);
  const report = useReport();
  const [experiment, setExperiment] = useState(unfixed);
  const [sweep, snapshot] = useSweep(sweepOf(unfixed));
  const { status, points, total, current } = snapshot;

  // Locking the prediction is the first press of Run.
  const answered = useRef(false);
  useEffect(() => {
    if (!locked || answered.current) return;
    answered.current = true;
    sweep.start(sweepOf(experiment));
  }, [locked, sweep, experiment]);

  useEffect(() => {
    if (!asked(snapshot.sweep.experiment)) return;
    const bare = conclude(outcomesOf(points, keys)).growth;
    report(prediction, status === 'done' && bare ? { ...bare, seeds: experiment.seeds.length } : undefined);
  }, [status, points, snapshot.sweep, experiment.seeds.length, report]);

  const set = (part: Partial<Settings>) => {
    const changed = { ...experiment, ...part };
    const next = { ...changed, depth: wholeDepth(changed.depth, changed.layersPerUnit) };
    setExperiment(next);
    if (status === 'idle') sweep.reset(sweepOf(next));
    else sweep.start(sweepOf(next));
  };
  const begin = () => sweep.start(sweepOf(experiment));
  const [main, act] = {
    idle: [t('run'), begin] as const,
    running: [t('pause'), sweep.pause] as const,
    paused: [t('resume'), sweep.resume] as const,
    done: [t('runAgain'), begin] as const,
    failed: [t('runAgain'), begin] as const,
  }[status];
  const says = {
    idle: t('idle'),
    running: words.running(points.length, total),
    paused: words.running(points.length, total),
    done: t('sweepDone', { total, time: seconds(snapshot.milliseconds / 1000, language) }),
    failed: '',
  }[status];

  // While a slider is dragged, the last finished picture stays until the first seed of the new one is complete.
  const trained = snapshot.sweep.experiment;
  const complete = points.length >= keys.length || status === 'idle';
  const kept = useRef({ points, trained });
  useEffect(() => {
    if (complete) kept.current = { points, trained };
  }, [complete, points, trained]);
  const shown = complete || kept.current.points.length === 0 ? { points, trained } : kept.current;
  const chart = useMemo(() => {
    const { steps, depth, layersPerUnit, seeds } = shown.trained;
    const units = depth / layersPerUnit;
    const outcomes = outcomesOf(shown.points, keys);
    const arm = { name: 'residual', label: label('residual') };
    const text = shown.points.length === 0 ? words.none : words.take(conclude(outcomes), units, steps);
    return (
      <Multiples
        rows={rowsOf(outcomes, steps, words)}
        panels={[
          { title: words.state, key: 'state', most: 12 },
          { title: words.gradient, key: 'gradient', most: 12 },
        ]
          .map((panel) => ({
            ...panel,
            maths: true,
            along: words.units(units),
            count: units + 1,
            place: (index: number) => words.stateAt(index, units),
          }))
          .concat({
            key: 'loss',
            title: words.lossTitle,
            maths: false,
            most: 1,
            along: words.steps(steps),
            count: steps,
            place: words.stepAt,
          })}
        arm={arm}
        kind={words.kind}
        takeaway={[worded(text, [arm])]}
        caption={words.caption(seeds.length, 2 * windowHalf(steps) + 1)}
        places={words.places}
        file="remedies"
      />
    );
  }, [shown.points, shown.trained, words, label]);

  const { depth, layersPerUnit, rate, gain } = experiment;
  return (
    <section
      className="experiment remedies"
      id="remedies"
      data-status={status}
      data-step={points.length}
      data-stale={shown.trained !== trained}
      aria-label={words.live}
    >
      <div className="controls">
        <NumberControl
          name="depth"
          value={depth}
          min={layersPerUnit}
          stride={layersPerUnit}
          text={t('fields:depthValue', { count: depth })}
          onChange={(value) => set({ depth: value })}
        />
        <NumberControl name="rate" value={rate} min={0.001} max={0.3} onChange={(value) => set({ rate: value })} />
        <NumberControl name="gain" value={gain} min={0.1} max={2} onChange={(value) => set({ gain: value })} />
      </div>
      <div className="run-controls">
        <button type="button" className="primary" onClick={act}>
          {main}
        </button>
        <button type="button" disabled={status === 'idle'} onClick={() => sweep.reset(sweepOf(experiment))}>
          {t('reset')}
        </button>
      </div>
      <p className="run-status" aria-hidden="true">
        {says}
      </p>
      <p className="visually-hidden" role="status">
        {status === 'done' ? says : status === 'running' ? t('starting') : ''}
      </p>
      <Failure snapshot={current} onRetry={begin} />
      {chart}
      <Provenance
        experiment={experiment}
        engine={current.engine}
        milliseconds={status === 'done' ? snapshot.milliseconds : undefined}
      />
    </section>
  );
}
