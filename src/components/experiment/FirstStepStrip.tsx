/** What reaches each layer before the first step. Drawn anew when a first step comes in, not at every frame. */
import { memo } from 'react';
import { settingsOf } from '../../model/experiment.ts';
import { goesOn, type RunSnapshot } from '../../model/worker/snapshot.ts';
import { LayerStrip } from '../charts/LayerStrip.tsx';
import { layerSeries } from './series.ts';
import { useArmLabel } from './useArmLabel.ts';

interface FirstStepStripProps {
  readonly snapshot: RunSnapshot;
  readonly caption: string;
}

/** The buffers that have a first row: they stay the same as long as a run does. */
const begun = ({ arms }: RunSnapshot): Float32Array[] =>
  arms.flatMap(({ seeds }) => seeds.filter(({ steps }) => steps > 0).map(({ rows }) => rows));

function same(before: FirstStepStripProps, after: FirstStepStripProps): boolean {
  const [had, has] = [begun(before.snapshot), begun(after.snapshot)];
  return (
    before.caption === after.caption &&
    goesOn(before.snapshot) === goesOn(after.snapshot) &&
    before.snapshot.experiment === after.snapshot.experiment &&
    had.length === has.length &&
    had.every((rows, i) => rows === has[i])
  );
}

export const FirstStepStrip = memo(function FirstStepStrip({ snapshot, caption }: FirstStepStripProps) {
  const label = useArmLabel();
  const { experiment } = snapshot;
  const arms = layerSeries(snapshot, 'stateGradNorm', 0, label).map((arm, i) => {
    const source = experiment.arms[i];
    return { ...arm, shortcut: source !== undefined && settingsOf(experiment, source).shortcutScale !== 0 };
  });
  return <LayerStrip arms={arms} caption={caption} growing={goesOn(snapshot)} />;
}, same);
