/** A run's loss, and what its layers measured before the first step, as drawings without anything to press. */
import { useTranslation } from 'react-i18next';
import { chanceLoss } from '../../model/data/facts.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { LayerChart } from '../charts/LayerChart.tsx';
import { LossChart } from '../charts/LossChart.tsx';
import { RecordedNote } from './RunStatus.tsx';
import { layerSeries, lossSeries, whatOf } from './series.ts';
import { useArmLabel } from './useArmLabel.ts';

interface RunDrawingsProps {
  readonly snapshot: RunSnapshot;
  readonly quantities?: readonly LayeredQuantity[] | undefined;
}

export function RunDrawings({ snapshot, quantities: [quantity = 'stateGradNorm'] = [] }: RunDrawingsProps) {
  const { t } = useTranslation('experiment');
  const label = useArmLabel();
  const { depth, steps, dataset } = snapshot.experiment;
  const what = whatOf[quantity];
  return (
    <div className="drawings">
      {snapshot.recording && <RecordedNote origin={snapshot.recording} />}
      <LossChart
        arms={lossSeries(snapshot, label)}
        depth={depth}
        steps={steps}
        running={false}
        chance={chanceLoss(dataset, snapshot.own)}
      />
      <p className="run-status">{t('when', { step: 0, steps })}</p>
      <LayerChart arms={layerSeries(snapshot, quantity, 0, label)} what={what} relative={what === 'state'} />
    </div>
  );
}
