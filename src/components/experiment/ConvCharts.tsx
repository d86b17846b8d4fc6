/** The charts of a race, one at a time. */
import { useMemo, useState } from 'react';
import { percent } from '../../i18n/numbers.ts';
import { convBatch } from '../../model/conv/experiment.ts';
import { classCount } from '../../model/conv/specification.ts';
import type { ConvSnapshot } from '../../model/worker/convRun.ts';
import { CurveChart } from '../charts/CurveChart.tsx';
import { LayerChart } from '../charts/LayerChart.tsx';
import { LossChart } from '../charts/LossChart.tsx';
import { worded } from '../charts/worded.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { Confusion } from './Confusion.tsx';
import { accuracyWindow, convAccuracies, convGradients, convLosses } from './convSeries.ts';
import { FeatureMaps } from './FeatureMaps.tsx';
import { useRace } from './useRace.ts';

const views = ['loss', 'accuracy', 'layers', 'maps', 'confusion'] as const;
type View = (typeof views)[number];

interface ConvChartsProps {
  readonly snapshot: ConvSnapshot;
  readonly label: (name: string) => string;
}

export function ConvCharts({ snapshot, label }: ConvChartsProps) {
  const { t } = useRace();
  const [view, setView] = useState<View>('loss');
  const loss = useMemo(() => convLosses(snapshot, label), [snapshot, label]);
  return (
    <div className="run-charts">
      <div className="controls">
        <ChoiceControl
          label={t('view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={setView}
        />
      </div>
      {view === 'loss' && (
        <LossChart
          arms={loss}
          depth={snapshot.experiment.depth}
          steps={snapshot.experiment.steps}
          running={snapshot.status === 'running' || snapshot.status === 'paused'}
          chance={Math.log(classCount)}
        />
      )}
      {view === 'accuracy' && <Accuracy snapshot={snapshot} label={label} />}
      {view === 'layers' && <Gradients snapshot={snapshot} label={label} />}
      {view === 'maps' && <FeatureMaps snapshot={snapshot} label={label} />}
      {view === 'confusion' && <Confusion snapshot={snapshot} label={label} />}
    </div>
  );
}

function Accuracy({ snapshot, label }: ConvChartsProps) {
  const { t } = useRace();
  const curves = useMemo(() => convAccuracies(snapshot, label), [snapshot, label]);
  const { steps } = snapshot.experiment;
  const begun = curves.filter(({ values }) => values.length > 0);
  return (
    <CurveChart
      curves={curves}
      steps={steps}
      domain={[0, 1]}
      level={1 / classCount}
      words={{ kind: t('accuracy.kind'), y: t('accuracy.y'), level: t('accuracy.level') }}
      write={(share) => percent(share, 1)}
      takeaway={
        begun.length > 0
          ? begun.map((arm) => worded(t('accuracy.arm', { value: percent(arm.values.at(-1) ?? 0, 1) }), [arm]))
          : [worded(t('accuracy.none'), [])]
      }
      caption={t('accuracy.caption', { window: accuracyWindow(steps), batch: convBatch })}
      file="race-accuracy"
    />
  );
}

function Gradients({ snapshot, label }: ConvChartsProps) {
  const { t } = useRace();
  const { steps } = snapshot.experiment;
  const [cursor, setCursor] = useState(0);
  const last = Math.max(0, Math.max(...snapshot.arms.map((arm) => arm.steps)) - 1);
  const step = Math.min(cursor, last);
  const arms = useMemo(() => convGradients(snapshot, step, label), [snapshot, step, label]);
  return (
    <>
      <LayerChart arms={arms} what="kernel" relative={false} />
      <label className="scrub">
        {t('when', { step, steps })}
        <input
          type="range"
          min={0}
          max={last}
          value={step}
          onChange={(event) => setCursor(Number(event.target.value))}
        />
      </label>
    </>
  );
}
