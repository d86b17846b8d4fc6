/** The charts of one run, one at a time, with a cursor through its steps where the chart has one. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chanceLoss } from '../../model/data/facts.ts';
import type { ChartChoice, ChartView } from '../../model/permalink-view.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import { goesOn, type RunSnapshot } from '../../model/worker/snapshot.ts';
import { HeatMap } from '../charts/HeatMap.tsx';
import { LayerChart } from '../charts/LayerChart.tsx';
import { LossChart } from '../charts/LossChart.tsx';
import type { PinnedCurve } from '../charts/PinnedCurves.tsx';
import { RegionsChart } from '../charts/RegionsChart.tsx';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { heatSeries, layerSeries, lossSeries, whatOf } from './series.ts';
import { useArmLabel } from './useArmLabel.ts';

const gradients = ['stateGradNorm', 'kernelGradNorm'] as const;

export interface RunChartsProps {
  readonly snapshot: RunSnapshot;
  /** What the charts by layer can show; the first one is shown first. */
  readonly quantities?: readonly LayeredQuantity[] | undefined;
  /** The chart shown first. */
  readonly first?: ChartView | undefined;
  /** Runs of before, drawn thin in the loss chart. */
  readonly pinned?: readonly PinnedCurve[] | undefined;
  /** Which chart is shown, where the page keeps it: in its address, say. */
  readonly chart?: ChartChoice;
  readonly onChart?: (next: ChartChoice) => void;
  /** The step that the charts by layer show, where another part of the page follows it too. */
  readonly cursor?: number;
  readonly onCursor?: (step: number) => void;
}

export function RunCharts({
  snapshot,
  quantities = gradients,
  first = 'loss',
  pinned,
  chart,
  onChart,
  cursor: given,
  onCursor,
}: RunChartsProps) {
  const { t } = useTranslation('experiment');
  const label = useArmLabel();
  const [kept, setKept] = useState<ChartChoice>({});
  const choice = chart ?? kept;
  const choose = (part: ChartChoice) => (onChart ?? setKept)({ ...choice, ...part });
  const asked = choice.view ?? first;
  const quantity = quantities.find((one) => one === choice.quantity) ?? quantities[0] ?? 'stateGradNorm';
  const what = whatOf[quantity];
  const cursor = given ?? choice.step ?? 0;
  const setCursor = onCursor ?? ((step: number) => choose({ step }));
  const { experiment, own, regions, points, arms } = snapshot;
  const planar = ['spiral', 'rings'].includes(experiment.dataset) || own?.columns.length === 2;
  const views: readonly ChartView[] = planar ? ['loss', 'layers', 'heat', 'regions'] : ['loss', 'layers', 'heat'];
  const view = views.includes(asked) ? asked : 'loss';
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
  const chance = chanceLoss(experiment.dataset, own);
  return (
    <div className="run-charts">
      <div className="controls">
        <ChoiceControl
          label={t('views')}
          value={view}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(next) => choose({ view: next })}
        />
        {(view === 'layers' || view === 'heat') && (
          <ChoiceControl
            label={t('quantity')}
            value={quantity}
            options={quantities.map((value) => ({ value, label: t(`quantity.${whatOf[value]}`) }))}
            onChange={(next) => choose({ quantity: next })}
          />
        )}
      </div>
      {view === 'loss' && (
        <LossChart
          arms={loss}
          depth={experiment.depth}
          steps={experiment.steps}
          running={goesOn(snapshot)}
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
