/** The lab: one experiment with everything that can be set, trained, swept, examined and kept of it. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { defaultExperiment, type Experiment, type FieldName, type Settings as Values } from '../../model/experiment.ts';
import { distinct } from '../../model/lab/arms.ts';
import { type LabShown, labLink, printLab } from '../../model/lab/link.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import { FieldControl } from '../controls/FieldControl.tsx';
import { EmbedButton, type EmbedButtonProps } from '../embed/EmbedButton.tsx';
import { HiddenControls } from '../embed/HiddenControls.tsx';
import { useNamedControls, useShownControls } from '../embed/useShownControls.ts';
import { LiveRun } from '../experiment/LiveRun.tsx';
import { Notices } from '../experiment/Notices.tsx';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLinked } from '../experiment/useLinkedExperiment.ts';
import { useRetrained, useSettings } from '../experiment/useRetrained.ts';
import { hasOwn, ownKeeping } from '../own/keeping.ts';
import { PresentPart } from '../present/PresentPart.tsx';
import { useLanguage } from '../prose/language.ts';
import { Examine, firstExamination } from './Examine.tsx';
import { LabSweep, sweepOf } from './LabSweep.tsx';
import { LinkedPins } from './LinkedPins.tsx';
import { Panel } from './Panel.tsx';
import { Pins } from './Pins.tsx';
import { type LessonPresets, Presets } from './Presets.tsx';
import { curvesOf } from './pinned.ts';
import { usePins } from './pinStore.ts';
import { Settings } from './Settings.tsx';
import { StepTable } from './StepTable.tsx';
import { Units } from './Units.tsx';
import { unitWords } from './unitWords.ts';
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
/** What a talk keeps at hand. */
const presented: readonly FieldName[] = ['depth', 'rate'];
const none: readonly FieldName[] = [];
type Offers = Pick<EmbedButtonProps, 'controls' | 'others'>;
const noOffers: Offers = { others: [] };

/** Its words, its reader of tables and its board are fetched when the panel is opened. */
const OwnPanel = lazy(async () => ({ default: (await import('../own/OwnPanel.tsx')).OwnPanel }));

interface LabProps {
  readonly lessons: readonly LessonPresets[];
}

export function Lab({ lessons }: LabProps) {
  const language = useLanguage();
  const chosen = useNamedControls() !== undefined;
  const embedded = useShownControls(none, none);
  const label = useArmLabel();
  useEffect(ownKeeping.load, []);
  const linked = useLinked(defaultExperiment, labLink, hasOwn);
  const { shown, show } = linked;
  const experiment = useMemo(() => distinct(linked.experiment), [linked.experiment]);
  const { change, undo, redo, canUndo, canRedo } = useUndo(experiment, linked.change);
  const [run, snapshot] = useRetrained(experiment);
  const { pins } = usePins();
  const pinned = useMemo(() => curvesOf(pins, label), [pins, label]);
  // The start is looked at first; whoever trains single steps looks at the newest one.
  const [newest, setNewest] = useState(false);
  const setCursor = (step: number) => {
    setNewest(false);
    show({ ...shown, step });
  };
  const cursor = newest ? undefined : (shown.step ?? 0);

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
        setNewest(true);
        run.step();
      },
    }),
    [run],
  );
  /** Opens a panel at what it shows first, or closes it. */
  const panel =
    <P extends 'table' | 'units' | 'sweep' | 'ask'>(name: P, first: () => NonNullable<LabShown[P]>) =>
    (open: boolean) => {
      const { [name]: before, ...rest } = shown;
      show(open ? { ...shown, [name]: before ?? first() } : { ...rest, pins: shown.pins });
    };
  const last = Math.max(0, (snapshot.arms[0]?.seeds[0]?.steps ?? 0) - 1);
  // What the copied link says: the step in view, and the runs that are drawn.
  const link = useMemo(() => {
    const drawn = pins.filter((one) => one.shown);
    return printLab(experiment, { ...shown, ...(newest && { step: last }), pins: [...shown.pins, ...drawn] });
  }, [experiment, shown, newest, last, pins]);
  const query = labLink.print(experiment, shown);
  /** Leads to one live part alone, here with some controls and on other pages with those offered; own data stay here. */
  const alone = (part: string, controls: readonly string[] = none, offers: Offers = noOffers) => (
    <>
      <PresentPart part={part} query={query} controls={controls} />
      {experiment.dataset !== 'own' && <EmbedButton part={part} query={query} {...offers} />}
    </>
  );
  return (
    <div className="lab">
      <Panel id="lab-presets" title={words.presets.title[language]}>
        <Presets lessons={lessons} experiment={experiment} onChoose={start} />
      </Panel>
      <Panel id="lab-own" title={words.own.title[language]}>
        <Suspense>
          <OwnPanel experiment={experiment} onTrain={start} onChange={replace} />
        </Suspense>
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
            show(labLink.usual);
            change(defaultExperiment);
          }}
          undoLabel={words.back[language]}
        />
        <HiddenControls />
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
            chart={shown}
            onChart={(chart) => show({ ...shown, ...chart })}
            query={link.query}
            remark={link.left > 0 ? words.pins.left[language](link.left) : undefined}
            cursor={cursor ?? last}
            onCursor={setCursor}
            links={
              <>
                {alone('lab', presented, { ...noOffers, controls: offered })}
                {experiment.dataset === 'own' && <p className="hint">{words.own.links[language]}</p>}
              </>
            }
          />
        </div>
      </section>
      <Pins snapshot={snapshot} experiment={experiment} onOpen={start}>
        {shown.pins.length > 0 && <LinkedPins pins={shown.pins} onDone={() => show({ ...shown, pins: [] })} />}
      </Pins>
      <Panel
        id="lab-step"
        title={words.step.title[language]}
        open={shown.table !== undefined}
        onOpen={panel('table', () => ({ arm: experiment.arms.length - 1, seed: experiment.seeds[0] ?? 0 }))}
      >
        <StepTable
          snapshot={snapshot}
          cursor={cursor}
          onCursor={setCursor}
          picked={shown.table}
          onPick={(table) => show({ ...shown, table })}
        />
      </Panel>
      <Panel
        id="lab-units"
        title={unitWords.title[language]}
        open={shown.units !== undefined}
        onOpen={panel('units', () => ({ arm: experiment.arms.length - 1, seed: experiment.seeds[0] ?? 0 }))}
      >
        <Units
          experiment={experiment}
          shown={shown.units}
          onShow={(units) => show({ ...shown, units })}
          links={alone('lab-unit')}
        />
      </Panel>
      <Panel
        id="lab-sweeps"
        title={words.sweep.title[language]}
        open={shown.sweep !== undefined}
        onOpen={panel('sweep', () => sweepOf(experiment))}
      >
        <LabSweep
          experiment={experiment}
          sweep={shown.sweep ?? sweepOf(experiment)}
          onSweep={(sweep) => show({ ...shown, sweep })}
          links={alone('lab-sweep', ['measure'], { others: ['measure'] })}
        />
      </Panel>
      <Panel
        id="lab-examines"
        title={words.ask.title[language]}
        open={shown.ask !== undefined}
        onOpen={panel('ask', () => firstExamination)}
      >
        <Examine
          experiment={experiment}
          examination={shown.ask ?? firstExamination}
          onExamination={(ask) => show({ ...shown, ask })}
          links={alone('lab-examine')}
        />
      </Panel>
    </div>
  );
}
