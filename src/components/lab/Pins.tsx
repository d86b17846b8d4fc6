/** Runs that the reader keeps: pinned, named, coloured, drawn thin behind the present one, compared, removed. */
import { type ReactNode, useState } from 'react';
import type { Experiment } from '../../model/experiment.ts';
import { freeColour, type Pin, pinLimits, pinnedArms, pinsVersion } from '../../model/lab/pins.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { windowHalf } from '../charts/lossCurves.ts';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { PinTable } from './PinTable.tsx';
import { markOf } from './pinned.ts';
import { freshId, pinStore, usePins } from './pinStore.ts';
import { words } from './words.ts';

interface PinsProps {
  readonly snapshot: RunSnapshot;
  readonly experiment: Experiment;
  readonly onOpen: (experiment: Experiment) => void;
  /** Stands above the table. */
  readonly children?: ReactNode;
}

/** A name to begin with: what is compared, and how deep. */
const firstName = ({ arms, experiment }: RunSnapshot, label: (name: string) => string): string =>
  `${arms.map(({ name }) => label(name)).join(' / ')} · ${experiment.depth}`.slice(0, pinLimits.name);

export function Pins({ snapshot, experiment, onOpen, children }: PinsProps) {
  const language = useLanguage();
  const label = useArmLabel();
  const { pins, trouble } = usePins();
  const [said, setSaid] = useState('');
  const [gone, setGone] = useState<{ readonly pin: Pin; readonly at: number }>();
  const say = words.pins;
  const done = snapshot.status === 'done';
  const room = pins.length < pinLimits.pins;

  const pin = () => {
    const added: Pin = {
      id: freshId(),
      name: firstName(snapshot, label),
      colour: freeColour(pins),
      shown: true,
      experiment: snapshot.experiment,
      ...(snapshot.own && { own: snapshot.own.key }),
      arms: pinnedArms(snapshot, windowHalf(snapshot.experiment.steps)),
    };
    pinStore.change((before) => [...before, added]);
    setGone(undefined);
    setSaid(say.pinned[language](markOf(pins.length)));
  };
  const remove = (id: string) => {
    const at = pins.findIndex((one) => one.id === id);
    const found = pins[at];
    if (!found) return;
    pinStore.change((before) => before.filter((one) => one.id !== id));
    setGone({ pin: found, at });
    setSaid(say.removed[language](found.name));
  };
  const putBack = () => {
    if (!gone) return;
    pinStore.change((before) => before.toSpliced(gone.at, 0, gone.pin));
    setGone(undefined);
    setSaid('');
  };
  return (
    <section className="lab-pins" id="lab-pins" aria-labelledby="lab-pins-title">
      <h2 id="lab-pins-title">{say.title[language]}</h2>
      <p className="hint">{say.hint[language]}</p>
      <div className="run-controls">
        <button type="button" disabled={!done || !room} onClick={pin}>
          {say.pin[language]}
        </button>
        {!done && <span className="hint">{say.wait[language]}</span>}
        {done && !room && <span className="hint">{say.full[language](pinLimits.pins)}</span>}
      </div>
      <p className="run-status" role="status">
        {said}{' '}
        {gone && (
          <button type="button" className="quiet" onClick={putBack}>
            {say.back[language]}
          </button>
        )}
      </p>
      <div role="status">
        {trouble && (
          <p className="notice" data-trouble={trouble.kind}>
            {trouble.kind === 'newer'
              ? say.newer[language](trouble.theirs, pinsVersion)
              : say.trouble[trouble.kind][language]}
          </p>
        )}
      </div>
      {children}
      {pins.length > 0 && (
        <PinTable
          pins={pins}
          experiment={experiment}
          onOpen={onOpen}
          onRemove={remove}
          onChange={(id, part) =>
            pinStore.change((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)))
          }
        />
      )}
    </section>
  );
}
