/** Runs that a link brings by value: trained and pinned when the reader says so. */
import { useState } from 'react';
import type { LinkedPin } from '../../model/lab/link.ts';
import { type Pin, pinLimits, pinnedArms } from '../../model/lab/pins.ts';
import { windowHalf } from '../charts/lossCurves.ts';
import { useTrainer } from '../experiment/stores.ts';
import { same } from '../experiment/useRetrained.ts';
import { useLanguage } from '../prose/language.ts';
import { freshId, pinStore } from './pinStore.ts';
import { words } from './words.ts';

interface LinkedPinsProps {
  readonly pins: readonly LinkedPin[];
  /** All are pinned, or left out. */
  readonly onDone: () => void;
}

const isAlready = (pins: readonly Pin[], { name, colour, experiment }: LinkedPin): boolean =>
  pins.some((one) => one.name === name && one.colour === colour && same(one.experiment, experiment));

export function LinkedPins({ pins, onDone }: LinkedPinsProps) {
  const language = useLanguage();
  const trainer = useTrainer();
  const [at, setAt] = useState<number>();
  const [failed, setFailed] = useState<string>();
  const say = words.pins;

  const train = async () => {
    setFailed(undefined);
    for (const [i, pin] of pins.entries()) {
      const { pins: kept } = pinStore.getState();
      if (isAlready(kept, pin)) continue;
      if (kept.length >= pinLimits.pins) return setFailed(say.full[language](pinLimits.pins));
      setAt(i);
      try {
        const { arms } = await trainer.train(pin.experiment);
        const { experiment } = pin;
        const trained = pinnedArms({ arms, experiment }, windowHalf(experiment.steps));
        pinStore.change((before) => [...before, { ...pin, id: freshId(), shown: true, arms: trained }]);
      } catch {
        setAt(undefined);
        return setFailed(say.untrained[language](pin.name));
      }
    }
    onDone();
  };
  return (
    <div className="notice linked-pins">
      <p>{say.brought[language](pins.map(({ name }) => name).join(language === 'zh' ? '、' : ', '))}</p>
      <button type="button" disabled={at !== undefined} onClick={train}>
        {say.train[language]}
      </button>
      <button type="button" disabled={at !== undefined} onClick={onDone}>
        {say.leave[language]}
      </button>
      <p role="status">{failed ?? (at !== undefined && say.training[language](at + 1, pins.length))}</p>
    </div>
  );
}
