/** The charts of one run, one at a time, with a cursor through its steps where the chart has one. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chanceLoss } from '../../model/data/facts.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { HeatMap } from '../charts/HeatMap.tsx';
import { LayerChart } from '../charts/LayerChart.tsx';
import { LossChart } from '../charts/LossChart.tsx';
import { RegionsChart } from '../charts/RegionsChart.tsx';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { heatSeries, layerSeries, lossSeries } from './series.ts';
import { useArmLabel } from './useArmLabel.ts';

type View = 'loss' | 'layers' | 'heat' | 'regions';
type Gradient = 'state' | 'kernel';
const quantity = { state: 'stateGradNorm', kernel: 'kernelGradNorm' } as const;

export function RunCharts({ snapshot }: { readonly snapshot: RunSnapshot }) {
  const { t } = useTranslation('experiment');
  const label = useArmLabel();
  const [chosen, setView] = useState<View>('loss');
  const [gradient, setGradient] = useState<Gradient>('state');
  const [cursor, setCursor] = useState(0);
  const { experiment, regions, points, arms } = snapshot;
  const planar = experiment.dataset === 'spiral' || experiment.dataset === 'rings';
  const views: readonly View[] = planar ? ['loss', 'layers', 'heat', 'regions'] : ['loss', 'layers', 'heat'];
  const view = views.includes(chosen) ? chosen : 'loss';
  const last = Math.max(0, (arms[0]?.seeds[0]?.steps ?? 0) - 1);
  const step = Math.min(cursor, last);
  const loss = useMemo(() => lossSeries(snapshot, label), [snapshot, label]);
  const layers = useMemo(
    () => (view === 'layers' ? layerSeries(snapshot, quantity[gradient], step, label) : []),
    [view, snapshot, gradient, step, label],
  );
  const heat = useMemo(
    () => (view === 'heat' ? heatSeries(snapshot, quantity[gradient], label) : []),
    [view, snapshot, gradient, label],
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
            value={gradient}
            options={(['state', 'kernel'] as const).map((value) => ({ value, label: t(`quantity.${value}`) }))}
            onChange={setGradient}
          />
        )}
      </div>
      {view === 'loss' && (
        <LossChart
          arms={loss}
          depth={experiment.depth}
          steps={experiment.steps}
          running={snapshot.status === 'running'}
          {...(chance !== undefined && { chance })}
        />
      )}
      {view === 'layers' && (
        <>
          <LayerChart arms={layers} what={gradient} relative={gradient === 'state'} />
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
      {view === 'heat' && <HeatMap arms={heat} what={gradient} cursor={step} onCursor={setCursor} />}
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
