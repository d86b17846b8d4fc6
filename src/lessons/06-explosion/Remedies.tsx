/** Six starts of one residual network side by side: how state and gradient grow over the units, and what training makes of it. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { Failure } from '../../components/experiment/Failure.tsx';
import { Provenance } from '../../components/experiment/Provenance.tsx';
import { asSweep, Unscripted } from '../../components/experiment/recordings.tsx';
import { StandInNote } from '../../components/experiment/StandInNote.tsx';
import { useSweep } from '../../components/experiment/stores.ts';
import { useFirstPress } from '../../components/experiment/useFirstPress.ts';
import { useRecordingNames } from '../../components/experiment/useRecordingNames.ts';
import { same } from '../../components/experiment/useRetrained.ts';
import { useStandIn } from '../../components/experiment/useStandIn.ts';
import { usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { seconds } from '../../i18n/numbers.ts';
import { type Settings, wholeDepth } from '../../model/experiment.ts';
import { RemedyDrawings } from './RemedyDrawings.tsx';
import { conclude, outcomesOf } from './remedyRows.ts';
import { remedyWords } from './remedyWords.ts';
import { remedies, remedySweep, unfixed } from './settings.ts';

const prediction = 'growth';
const keys = remedies.map(({ key }) => key);
/** Whether the start is the one that the prediction asks about; the rate plays no part in it. */
const isAsked = ({ depth, gain }: Settings) => depth === unfixed.depth && gain === unfixed.gain;

export function Remedies() {
  const { t } = useTranslation(['experiment', 'fields']);
  const language = useLanguage();
  const words = remedyWords[language];
  const asked = usePrediction(prediction);
  const report = useReport();
  const [experiment, setExperiment] = useState(unfixed);
  const [sweep, snapshot] = useSweep(remedySweep(unfixed));
  const { status, total, current } = snapshot;

  // Locking the prediction is the first press of Run.
  useFirstPress(asked, () => sweep.start(remedySweep(experiment)));

  const names = useRecordingNames('remedies');
  const standIn = useStandIn({
    names,
    decode: asSweep,
    fits: (recording) => same(recording.experiment, snapshot.sweep.experiment),
    status,
    stop: () => sweep.reset(),
    open: asked.locked,
  });
  const { recorded } = standIn;
  const points = recorded?.points ?? snapshot.points;
  const finished = status === 'done' || recorded !== undefined;

  useEffect(() => {
    if (!isAsked(snapshot.sweep.experiment)) return;
    const bare = conclude(outcomesOf(points, keys)).growth;
    report(prediction, finished && bare ? { ...bare, seeds: experiment.seeds.length } : undefined);
  }, [finished, points, snapshot.sweep, experiment.seeds.length, report]);

  const set = (part: Partial<Settings>) => {
    const changed = { ...experiment, ...part };
    const next = { ...changed, depth: wholeDepth(changed.depth, changed.layersPerUnit) };
    setExperiment(next);
    if (status === 'idle') sweep.reset(remedySweep(next));
    else sweep.start(remedySweep(next));
  };
  const begin = () => sweep.start(remedySweep(experiment));
  const [main, act] = {
    idle: [t('run'), begin] as const,
    running: [t('pause'), sweep.pause] as const,
    paused: [t('resume'), sweep.resume] as const,
    done: [t('runAgain'), begin] as const,
    failed: [t('runAgain'), begin] as const,
  }[status];
  const says = {
    idle: recorded ? '' : t('idle'),
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
        <button type="button" disabled={status === 'idle'} onClick={() => sweep.reset(remedySweep(experiment))}>
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
      <StandInNote of={standIn} />
      <div className="run-charts">
        <RemedyDrawings points={shown.points} experiment={shown.trained} />
      </div>
      <Unscripted names={names} decode={asSweep}>
        {(found) => <RemedyDrawings points={found.points} experiment={found.experiment} />}
      </Unscripted>
      <Provenance
        experiment={experiment}
        engine={current.engine}
        milliseconds={status === 'done' ? snapshot.milliseconds : undefined}
      />
    </section>
  );
}
