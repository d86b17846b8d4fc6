/** The pinned runs side by side: what each measured, in what it differs from the present settings, and which began alike. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lossText, percent, range } from '../../i18n/numbers.ts';
import type { Experiment } from '../../model/experiment.ts';
import { difference, type Pin, type PinnedSpread, pinColours, pinLimits, startOf } from '../../model/lab/pins.ts';
import { useOwn } from '../experiment/ownStore.ts';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { colourOf, markOf, sameStarts } from './pinned.ts';
import { useFieldText } from './Settings.tsx';
import { words } from './words.ts';

interface PinTableProps {
  readonly pins: readonly Pin[];
  readonly experiment: Experiment;
  readonly onOpen: (experiment: Experiment) => void;
  readonly onRemove: (id: string) => void;
  readonly onChange: (id: string, part: Partial<Pick<Pin, 'name' | 'colour' | 'shown'>>) => void;
}

const columns = [
  { key: 'trainLoss', title: 'scoreTrainLoss', share: false },
  { key: 'trainAccuracy', title: 'scoreTrainAccuracy', share: true },
  { key: 'testLoss', title: 'scoreTestLoss', share: false },
  { key: 'testAccuracy', title: 'scoreTestAccuracy', share: true },
] as const;

interface PinNameProps {
  readonly name: string;
  readonly label: string;
  readonly onChange: (name: string) => void;
}

/** An empty name is none: the one before stays. */
function PinName({ name, label, onChange }: PinNameProps) {
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    const wanted = draft?.trim();
    setDraft(undefined);
    if (wanted && wanted !== name) onChange(wanted);
  };
  return (
    <input
      aria-label={label}
      autoComplete="off"
      maxLength={pinLimits.name}
      value={draft ?? name}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
        if (key === 'Escape') setDraft(undefined);
      }}
    />
  );
}

export function PinTable({ pins, experiment, onOpen, onRemove, onChange }: PinTableProps) {
  const { t } = useTranslation(['experiment', 'fields']);
  const language = useLanguage();
  const label = useArmLabel();
  const text = useFieldText();
  const say = words.pins;
  const own = useOwn()?.key;
  const here = startOf(experiment, own);
  const and = language === 'zh' ? '，' : ', ';
  const print = (spread: PinnedSpread | null, share: boolean) => {
    if (!spread) return '—';
    const write = (value: number) => (share ? percent(value, 1) : lossText(value, language));
    return (
      <>
        {write(spread.median)}
        {spread.min !== spread.max && <small> {range(spread.min, spread.max, language, write)}</small>}
      </>
    );
  };
  const differs = (pin: Pin) => {
    const { fields, own: data, arms, seeds } = difference(pin, { experiment, own });
    const parts = [
      ...fields.map((name) => `${t(`fields:${name}`)} ${text(name, pin.experiment[name])}`),
      ...(data ? [say.data[language]] : []),
      ...(arms ? [say.arms[language]] : []),
      ...(seeds ? [say.seeds[language]] : []),
    ];
    return parts.length > 0 ? parts.join(and) : say.nothing[language];
  };
  const starts = (pin: Pin, index: number) => {
    const alike = [
      ...(startOf(pin.experiment, pin.own) === here ? [say.here[language]] : []),
      ...sameStarts(pins, index),
    ];
    return alike.length > 0 && say.sameAs[language](alike.join(language === 'zh' ? '、' : ', '));
  };
  return (
    <>
      <section className="scores pin-table" aria-label={say.compared[language]} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.run[language]}</th>
              <th scope="col">{say.network[language]}</th>
              {columns.map(({ key, title }) => (
                <th scope="col" key={key}>
                  {t(title)}
                </th>
              ))}
            </tr>
          </thead>
          {pins.map((pin, index) => {
            const mark = markOf(index);
            const start = starts(pin, index);
            const classify = pin.experiment.dataset !== 'identity';
            return (
              <tbody key={pin.id} data-pin={mark}>
                {pin.arms.map((arm, i) => (
                  <tr key={arm.name}>
                    {i === 0 && (
                      <th scope="rowgroup" rowSpan={pin.arms.length} className="pin-mark">
                        <span style={{ color: colourOf(pin.colour) }}>{mark}</span>
                      </th>
                    )}
                    <th scope="row">
                      {label(arm.name)}
                      {arm.diverged > 0 && <small> {say.diverged[language](arm.diverged)}</small>}
                    </th>
                    {columns.map(({ key, share }) => (
                      <td key={key}>{share && !classify ? '—' : print(arm[key], share)}</td>
                    ))}
                  </tr>
                ))}
                <tr className="pin-about">
                  <td colSpan={6}>
                    <div className="pin-tools">
                      <PinName
                        name={pin.name}
                        label={say.nameOf[language](mark)}
                        onChange={(name) => onChange(pin.id, { name })}
                      />{' '}
                      <select
                        aria-label={say.colourOf[language](mark)}
                        value={pin.colour}
                        onChange={({ target }) => {
                          const colour = pinColours.find((one) => one === target.value);
                          if (colour) onChange(pin.id, { colour });
                        }}
                      >
                        {pinColours.map((colour) => (
                          <option key={colour} value={colour}>
                            {say.colours[colour][language]}
                          </option>
                        ))}
                      </select>{' '}
                      <label>
                        <input
                          type="checkbox"
                          checked={pin.shown}
                          onChange={({ target }) => onChange(pin.id, { shown: target.checked })}
                        />{' '}
                        {say.showOf[language](mark)}
                      </label>{' '}
                      <button type="button" className="quiet" onClick={() => onOpen(pin.experiment)}>
                        {say.open[language](mark)}
                      </button>{' '}
                      <button type="button" className="quiet" onClick={() => onRemove(pin.id)}>
                        {say.remove[language](mark)}
                      </button>
                      <p>
                        {start && <strong className="same-start">{start}</strong>} {say.differs[language]}
                        {language === 'zh' ? '：' : ': '}
                        {differs(pin)}
                      </p>
                    </div>
                  </td>
                </tr>
              </tbody>
            );
          })}
        </table>
      </section>
      <p className="hint">{say.startNote[language]}</p>
    </>
  );
}
