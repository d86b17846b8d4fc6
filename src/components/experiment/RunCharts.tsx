/** The charts of one run, one at a time, with a cursor through its steps where the chart has one. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chanceLoss } from '../../model/data/facts.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { HeatMap } from '../charts/HeatMap.tsx';
import { LayerChart } from '../charts/LayerChart.tsx';
import { LossChart } from '../charts/LossChart.tsx';
import type { PinnedCurve } from '../charts/PinnedCurves.tsx';
import { RegionsChart } from '../charts/RegionsChart.tsx';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { heatSeries, layerSeries, lossSeries, whatOf } from './series.ts';
import { useArmLabel } from './useArmLabel.ts';

type View = 'loss' | 'layers' | 'heat' | 'regions';
const gradients = ['stateGradNorm', 'kernelGradNorm'] as const;

export interface RunChartsProps {
  readonly snapshot: RunSnapshot;
  /** What the charts by layer can show; the first one is shown first. */
  readonly quantities?: readonly LayeredQuantity[] | undefined;
  /** The chart shown first. */
  readonly first?: View | undefined;
  /** Runs of before, drawn thin in the loss chart. */
  readonly pinned?: readonly PinnedCurve[] | undefined;
  /** The step that the charts by layer show, where another part of the page follows it too. */
  readonly cursor?: number;
  readonly onCursor?: (step: number) => void;
}

export function RunCharts({
  snapshot,
  quantities = gradients,
  first = 'loss',
  pinned,
  cursor: given,
  onCursor,
}: RunChartsProps) {
  const { t } = useTranslation('experiment');
  const label = useArmLabel();
  const [chosen, setView] = useState<View>(first);
  const [picked, setQuantity] = useState<LayeredQuantity>();
  const quantity = picked ?? quantities[0] ?? 'stateGradNorm';
  const what = whatOf[quantity];
  const [own, setOwn] = useState(0);
  const cursor = given ?? own;
  const setCursor = onCursor ?? setOwn;
  const { experiment, regions, points, arms } = snapshot;
  const planar = experiment.dataset === 'spiral' || experiment.dataset === 'rings';
  const views: readonly View[] = planar ? ['loss', 'layers', 'heat', 'regions'] : ['loss', 'layers', 'heat'];
  const view = views.includes(chosen) ? chosen : 'loss';
  const last = Math.max(0, (arms[0]?.seeds[0]?.steps ?? 0) - 1);
  const step = Math.min(cursor, last);
  const loss = useMemo(() => lossSeries(snapshot, label), [snapshot, label]);
  const layers = useMemo(
    () => (view === 'layers' ? layerSeries(snapshot, quantity, step, label) : []),
    [view, snapshot, quantity, step, label],
  );
  const heat = useMemo(
    () => (view === 'heat' ? heatSeries(snapshot, quantity, label) : []),
    [view, snapshot, quantity, label],
  );
  const chance = chanceLoss(experiment.dataset);
  return (
    <div className="run-charts">
      <div className="controls">
        <ChoiceControl
          label={t('views')}
          value={view}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={setView}
        />
        {(view === 'layers' || view === 'heat') && (
          <ChoiceControl
            label={t('quantity')}
            value={quantity}
            options={quantities.map((value) => ({ value, label: t(`quantity.${whatOf[value]}`) }))}
            onChange={setQuantity}
          />
        )}
      </div>
      {view === 'loss' && (
        <LossChart
          arms={loss}
          depth={experiment.depth}
          steps={experiment.steps}
          running={snapshot.status === 'running'}
          chance={chance}
          pinned={pinned}
        />
      )}
      {view === 'layers' && (
        <>
          <LayerChart arms={layers} what={what} relative={what === 'state'} />
          <label className="scrub">
            {t('when', { step, steps: experiment.steps })}
            <input
              type="range"
              min={0}
              max={last}
              value={step}
              onChange={(event) => setCursor(Number(event.target.value))}
            />
          </label>
        </>
      )}
      {view === 'heat' && <HeatMap arms={heat} what={what} cursor={step} onCursor={setCursor} />}
      {view === 'regions' && regions && points && (
        <RegionsChart
          side={regions.side}
          extent={regions.extent}
          points={points}
          arms={arms.flatMap(({ name }, i) => {
            const region = regions.arms[i];
            return region ? [{ name, label: label(name), ...region }] : [];
          })}
        />
      )}
      {view === 'regions' && !(regions && points) && <p className="run-status">{t('idle')}</p>}
    </div>
  );
}
