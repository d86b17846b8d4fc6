/** The pair that trains on the front page, and trains anew while its depth is dragged. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LossChart } from '../components/charts/LossChart.tsx';
import { NumberControl } from '../components/controls/NumberControl.tsx';
import { RunControls } from '../components/controls/RunControls.tsx';
import { Divergences, Failure } from '../components/experiment/Failure.tsx';
import { FirstStepStrip } from '../components/experiment/FirstStepStrip.tsx';
import { FrozenNote } from '../components/experiment/FrozenNote.tsx';
import { useFreeze, useFreezeLimit } from '../components/experiment/freeze.ts';
import { Notices } from '../components/experiment/Notices.tsx';
import { Provenance } from '../components/experiment/Provenance.tsx';
import { RunStatus } from '../components/experiment/RunStatus.tsx';
import { recordingName } from '../components/experiment/recordingName.ts';
import { snapshotOf, UnscriptedRun, useRecordedRun } from '../components/experiment/recordings.tsx';
import { restrained } from '../components/experiment/restrained.ts';
import { freshSeeds } from '../components/experiment/seeds.ts';
import { lossSeries } from '../components/experiment/series.ts';
import { useArmLabel } from '../components/experiment/useArmLabel.ts';
import type { LinkedExperiment } from '../components/experiment/useLinkedExperiment.ts';
import { same } from '../components/experiment/useRetrained.ts';
import { useRun } from '../components/experiment/useRun.ts';
import { PresentPart } from '../components/present/PresentPart.tsx';
import { chanceLoss } from '../model/data/facts.ts';
import { type Experiment, limits } from '../model/experiment.ts';
import { printAddress } from '../model/permalink.ts';
import { goesOn } from '../model/worker/snapshot.ts';

/** What the sliders pass over. */
const range = { width: { min: 4 }, rate: { min: 0.0001, max: 1 }, gain: { min: 0.1, max: 4 } } as const;

const recording = recordingName('home', 'hero');

interface HeroRunProps {
  readonly linked: LinkedExperiment;
}

export function HeroRun({ linked: { experiment, notices, change, dismiss, undo } }: HeroRunProps) {
  const { t } = useTranslation(['home', 'fields', 'experiment']);
  const label = useArmLabel();
  const [run, trained] = useRun(experiment, false);
  const limited = useFreezeLimit() !== undefined;
  const recorded = useRecordedRun(recording, limited || trained.status === 'failed');
  const isRecorded = recorded !== undefined && same(recorded.experiment, experiment);
  const late = useFreeze(trained.status, isRecorded, () => run.reset());
  const frozen = late !== undefined && isRecorded && trained.status === 'idle';
  // Where nothing can be trained, or not in the time given, the recorded run is shown in its place.
  const snapshot = useMemo(
    () => (recorded && (frozen || trained.status === 'failed') ? snapshotOf(recorded) : trained),
    [recorded, frozen, trained],
  );
  const asked = useRef(false);

  // What the page or its link begins with trains by itself where the visitor allows; what the visitor changes always does.
  useEffect(() => {
    if (asked.current || !restrained()) run.start(experiment);
    else run.reset(experiment);
  }, [experiment, run]);

  const ask = useCallback(
    (part: Partial<Experiment>) => {
      asked.current = true;
      change({ ...experiment, ...part });
    },
    [change, experiment],
  );
  const loss = useMemo(() => lossSeries(snapshot, label), [snapshot, label]);
  const chance = chanceLoss(experiment.dataset);
  const { depth, layersPerUnit, width, rate, gain } = experiment;
  // Drawn anew when they change, not with every step of the training.
  const depthControl = useMemo(
    () => (
      <NumberControl
        name="depth"
        value={depth}
        min={layersPerUnit}
        max={50}
        stride={layersPerUnit}
        text={t('fields:depthValue', { count: depth })}
        large
        onChange={(next) => ask({ depth: next })}
      />
    ),
    [depth, layersPerUnit, ask, t],
  );
  const more = useMemo(
    () => (
      <details className="more">
        <summary>{t('experiment:more')}</summary>
        <div className="controls">
          <NumberControl name="width" value={width} slider={range.width} onChange={(next) => ask({ width: next })} />
          <NumberControl name="rate" value={rate} slider={range.rate} onChange={(next) => ask({ rate: next })} />
          <NumberControl name="gain" value={gain} slider={range.gain} onChange={(next) => ask({ gain: next })} />
        </div>
      </details>
    ),
    [width, rate, gain, ask, t],
  );
  const controls = useMemo(
    () => (
      <RunControls
        status={snapshot.status}
        run={run}
        experiment={experiment}
        onNewSeed={() => ask({ seeds: freshSeeds(experiment.seeds, limits.seedMax) })}
      />
    ),
    [snapshot.status, run, experiment, ask],
  );
  return (
    <section className="experiment hero" id="hero" data-status={snapshot.status} data-step={snapshot.step}>
      <Notices notices={notices} experiment={experiment} onDismiss={dismiss} onUndo={undo} />
      {depthControl}
      <Failure snapshot={trained} onRetry={() => run.start(experiment)} onSpiral={() => ask({ dataset: 'spiral' })} />
      <Divergences snapshot={snapshot} armLabel={label} onRate={(rate) => ask({ rate })} />
      {frozen && <FrozenNote seconds={late} />}
      <UnscriptedRun name={recording} />
      <div className="pair run-charts">
        <div className="card">
          <LossChart arms={loss} depth={depth} steps={experiment.steps} running={goesOn(snapshot)} chance={chance} />
        </div>
        <div className="card">
          <FirstStepStrip snapshot={snapshot} caption={t('strip')} />
        </div>
      </div>
      <div className="hero-foot">
        {controls}
        <RunStatus snapshot={snapshot} />
      </div>
      {more}
      <Provenance
        experiment={experiment}
        engine={snapshot.engine}
        milliseconds={snapshot.status === 'done' ? snapshot.milliseconds : undefined}
        agreement={snapshot.agreement}
        onCheck={run.check}
      />
      <PresentPart part="hero" query={printAddress(experiment)} />
    </section>
  );
}
