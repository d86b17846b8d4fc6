/** The networks of a comparison: what each is called, and in which settings it goes its own way. */
import { useCallback, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Arm,
  type ArmFieldName,
  type ArmSettings,
  armFieldNames,
  type Experiment,
  limits,
  type Settings,
  settingsOf,
} from '../../model/experiment.ts';
import { addedArm, cleanName, overridden, ownFields, released, removedArm, renamed } from '../../model/lab/arms.ts';
import { FieldControl } from '../controls/FieldControl.tsx';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { words } from './words.ts';

interface ArmsProps {
  readonly experiment: Experiment;
  /** `part` names what changes. */
  readonly onChange: (next: Experiment, part?: string) => void;
}

interface OneArmProps extends ArmsProps {
  readonly arm: Arm;
  readonly index: number;
}

function ArmName({ experiment, arm, index, onChange }: OneArmProps) {
  const language = useLanguage();
  const label = useArmLabel();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
  const commit = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    const name = cleanName(draft);
    // Plain and residual are written in the reader's language.
    if (name === label(arm.name)) return setRemark('');
    const known = ['plain', 'residual'].find((one) => label(one) === name) ?? name;
    const next = renamed(experiment, index, known);
    if (typeof next === 'string') return setRemark(words.arms[next][language](label(arm.name)));
    setRemark(name === draft.trim() ? '' : words.arms.cut[language](name, limits.nameLength));
    onChange(next);
  };
  return (
    <p className="arm-name-field">
      <label htmlFor={id}>{words.arms.name[language]}</label>
      <input
        id={id}
        autoComplete="off"
        value={draft ?? label(arm.name)}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
          if (key === 'Escape') setDraft(undefined);
        }}
      />
      <span className="remark" role="status">
        {remark}
      </span>
    </p>
  );
}

function OneArm({ experiment, arm, index, onChange }: OneArmProps) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const label = useArmLabel();
  const id = useId();
  const own = ownFields(arm);
  const settings = settingsOf(experiment, arm);
  const latest = useRef({ experiment, onChange });
  latest.current = { experiment, onChange };
  const set = useCallback(
    (part: Partial<Settings>) => {
      const { dataset: _data, batch: _batch, steps: _steps, ...mine } = part;
      const next = overridden(latest.current.experiment, index, mine satisfies Partial<ArmSettings>);
      latest.current.onChange(next, `${index} ${Object.keys(part).join()}`);
    },
    [index],
  );
  const differ = (text: string) => {
    const field = armFieldNames.find((one) => one === text);
    if (field) onChange(overridden(experiment, index, { [field]: settings[field] }));
  };
  const release = (field: ArmFieldName) => onChange(released(experiment, index, field));
  return (
    <fieldset className="arm">
      <legend>{label(arm.name)}</legend>
      <ArmName experiment={experiment} arm={arm} index={index} onChange={onChange} />
      {own.length === 0 && <p className="hint">{words.arms.same[language]}</p>}
      {own.map((field) => (
        <div className="arm-field" key={field}>
          <FieldControl name={field} settings={settings} onChange={set} />
          <button type="button" className="quiet" onClick={() => release(field)}>
            {words.arms.release[language](t(field))}
          </button>
        </div>
      ))}
      <p className="arm-tools">
        <label htmlFor={id}>{words.arms.differ[language]}</label>
        <select id={id} value="" onChange={({ target }) => differ(target.value)}>
          <option value="">{words.arms.choose[language]}</option>
          {armFieldNames
            .filter((field) => !own.includes(field))
            .map((field) => (
              <option key={field} value={field}>
                {t(field)}
              </option>
            ))}
        </select>
        <button
          type="button"
          disabled={experiment.arms.length === 1}
          onClick={() => onChange(removedArm(experiment, index))}
        >
          {words.arms.remove[language](label(arm.name))}
        </button>
      </p>
    </fieldset>
  );
}

export function Arms({ experiment, onChange }: ArmsProps) {
  const language = useLanguage();
  const { arms } = experiment;
  return (
    <div className="arms">
      <p className="hint">{words.arms.hint[language](limits.arms)}</p>
      {arms.map((arm, index) => (
        <OneArm key={index} experiment={experiment} arm={arm} index={index} onChange={onChange} />
      ))}
      <button
        type="button"
        disabled={arms.length >= limits.arms}
        onClick={() => onChange(addedArm(experiment, words.arms.nth[language]))}
      >
        {words.arms.add[language]}
      </button>
    </div>
  );
}
