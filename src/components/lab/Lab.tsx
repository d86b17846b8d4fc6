/** The lab: one experiment with everything that can be set, trained, swept, examined and kept of it. */
import { useCallback, useMemo, useState } from 'react';
import { defaultExperiment, type Experiment, type FieldName, type Settings as Values } from '../../model/experiment.ts';
import { distinct } from '../../model/lab/arms.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import { FieldControl } from '../controls/FieldControl.tsx';
import { EmbedButton } from '../embed/EmbedButton.tsx';
import { useShownControls } from '../embed/useShownControls.ts';
import { LiveRun } from '../experiment/LiveRun.tsx';
import { Notices } from '../experiment/Notices.tsx';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLinkedExperiment } from '../experiment/useLinkedExperiment.ts';
import { useRetrained, useSettings } from '../experiment/useRetrained.ts';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';
import { Examine } from './Examine.tsx';
import { LabSweep } from './LabSweep.tsx';
import { Panel } from './Panel.tsx';
import { Pins } from './Pins.tsx';
import { type LessonPresets, Presets } from './Presets.tsx';
import { curvesOf } from './pinned.ts';
import { usePins } from './pinStore.ts';
import { Settings } from './Settings.tsx';
import { StepTable } from './StepTable.tsx';
import { useUndo } from './useUndo.ts';
import { words } from './words.ts';

const quantities: readonly LayeredQuantity[] = [
  'stateGradNorm',
  'kernelGradNorm',
  'stateNorm',
  'branchNorm',
  'weightNorm',
];

/** What a page that embeds the lab is offered to keep. */
const offered: readonly FieldName[] = [
  'dataset',
  'depth',
  'width',
  'activation',
  'normalization',
  'initializer',
  'rate',
];
const none: readonly FieldName[] = [];

interface LabProps {
  readonly lessons: readonly LessonPresets[];
}

export function Lab({ lessons }: LabProps) {
  const language = useLanguage();
  const chosen = useMode().controls !== undefined;
  const embedded = useShownControls(none, none);
  const label = useArmLabel();
  const linked = useLinkedExperiment(defaultExperiment);
  const experiment = useMemo(() => distinct(linked.experiment), [linked.experiment]);
  const { change, undo, redo, canUndo, canRedo } = useUndo(experiment, linked.change);
  const [run, snapshot] = useRetrained(experiment);
  const { pins } = usePins();
  const pinned = useMemo(() => curvesOf(pins, label), [pins, label]);
  // The start is looked at first; whoever trains single steps looks at the newest one, which is what undefined says.
  const [cursor, setCursor] = useState<number | undefined>(0);

  const put = useCallback(
    (next: Experiment, part: Partial<Values>) => change(next, Object.keys(part).join()),
    [change],
  );
  const set = useSettings(experiment, put);
  const replace = useCallback((next: Experiment) => change(next), [change]);
  const start = (next: Experiment) => {
    change(next);
    setCursor(0);
    run.start(next);
  };
  const stepping = useMemo(
    () => ({
      ...run,
      step() {
        setCursor(undefined);
        run.step();
      },
    }),
    [run],
  );
  const last = Math.max(0, (snapshot.arms[0]?.seeds[0]?.steps ?? 0) - 1);
  return (
    <div className="lab">
      <Panel id="lab-presets" title={words.presets.title[language]}>
        <Presets lessons={lessons} experiment={experiment} onChoose={start} />
      </Panel>
      <section
        className="experiment lab-table"
        id="lab"
        data-status={snapshot.status}
        data-step={snapshot.step}
        aria-label={words.title[language]}
      >
        <Notices
          notices={linked.notices}
          experiment={experiment}
          onDismiss={linked.dismiss}
          onUndo={() => {
            linked.dismiss();
            change(defaultExperiment);
          }}
          undoLabel={words.own[language]}
        />
        {chosen ? (
          <div className="controls">
            {embedded.controls.map((name) => (
              <FieldControl key={name} name={name} settings={experiment} onChange={set} />
            ))}
          </div>
        ) : (
          <div className="lab-settings">
            <h2>{words.settings[language]}</h2>
            <p className="lab-undo">
              <button type="button" disabled={!canUndo} onClick={undo}>
                {words.undo[language]}
              </button>{' '}
              <button type="button" disabled={!canRedo} onClick={redo}>
                {words.redo[language]}
              </button>{' '}
              <small className="hint">{words.undoKeys[language]}</small>
            </p>
            <Settings experiment={experiment} set={set} onChange={change} />
          </div>
        )}
        <div className="lab-run">
          <h2>{words.run[language]}</h2>
          <LiveRun
            experiment={experiment}
            run={stepping}
            snapshot={snapshot}
            change={replace}
            set={set}
            quantities={quantities}
            pinned={pinned}
            cursor={cursor ?? last}
            onCursor={setCursor}
            links={<EmbedButton part="lab" experiment={experiment} controls={offered} presets={false} />}
          />
        </div>
      </section>
      <Pins snapshot={snapshot} experiment={experiment} onOpen={start} />
      <Panel id="lab-step" title={words.step.title[language]}>
        <StepTable snapshot={snapshot} cursor={cursor} onCursor={setCursor} />
      </Panel>
      <Panel id="lab-sweeps" title={words.sweep.title[language]}>
        <LabSweep experiment={experiment} />
      </Panel>
      <Panel id="lab-examines" title={words.ask.title[language]}>
        <Examine experiment={experiment} />
      </Panel>
    </div>
  );
}
