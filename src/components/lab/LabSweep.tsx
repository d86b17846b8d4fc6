/** Sweep any setting: the field, its values, and the chart of what they do. */
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Experiment, type Field, type FieldName, fields } from '../../model/experiment.ts';
import type { LabShown } from '../../model/lab/link.ts';
import { freed, mostValues, sensibleValues, typedValues, unmoved, valuesOf } from '../../model/lab/sweepValues.ts';
import type { FieldValue } from '../../model/worker/sweep.ts';
import { FieldSweep } from '../experiment/FieldSweep.tsx';
import { useOwn } from '../experiment/ownStore.ts';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { useFieldText } from './Settings.tsx';
import { words } from './words.ts';

const isField = (name: string): name is FieldName => Object.hasOwn(fields, name);
const fieldNames = Object.keys(fields).filter(isField);
const listed = (values: readonly FieldValue[]) => values.map(String).join(', ').replaceAll('-', '\u2212');

export type SweptValues = NonNullable<LabShown['sweep']>;
/** A sweep to begin with, over values that suit the experiment. */
export const sweepOf = (experiment: Experiment, field: FieldName = 'depth'): SweptValues => ({
  field,
  values: sensibleValues(experiment, field),
});

interface LabSweepProps {
  readonly experiment: Experiment;
  readonly sweep: SweptValues;
  readonly onSweep: (next: SweptValues) => void;
  /** Stands at the end. */
  readonly links?: ReactNode;
}

export function LabSweep({ experiment, sweep: { field, values: asked }, onSweep, links }: LabSweepProps) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const label = useArmLabel();
  const id = useId();
  const say = words.sweep;
  const swept = useMemo(() => freed(experiment, field, say.one[language]), [experiment, field, say, language]);
  // The text of the values keeps their identity: a new list that says the same is no new sweep.
  const text = JSON.stringify(valuesOf(experiment, field, asked));
  const values = useMemo((): readonly FieldValue[] => JSON.parse(text), [text]);
  const stays = unmoved(swept, field);

  const choose = (name: string) => {
    if (!isField(name)) return;
    onSweep(sweepOf(experiment, name));
  };
  return (
    <>
      <div className="controls">
        <p className="control select">
          <label htmlFor={id}>{say.field[language]}</label>
          <select id={id} value={field} onChange={({ target }) => choose(target.value)}>
            {fieldNames.map((name) => (
              <option key={name} value={name}>
                {t(name)}
              </option>
            ))}
          </select>
        </p>
        <Values
          key={field}
          experiment={experiment}
          field={field}
          values={values}
          onChange={(next) => onSweep({ field, values: next })}
        />
        <button type="button" onClick={() => onSweep(sweepOf(experiment, field))}>
          {say.few[language]}
        </button>
      </div>
      {swept !== experiment && <p className="hint">{say.freed[language](t(field))}</p>}
      {stays.length > 0 && (
        <p className="hint">
          {say.unmoved[language](stays.map(label).join(language === 'zh' ? '、' : ', '), t(field))}
        </p>
      )}
      <FieldSweep id="lab-sweep" experiment={swept} field={field} values={values} links={links} />
    </>
  );
}

interface ValuesProps {
  readonly experiment: Experiment;
  readonly field: FieldName;
  readonly values: readonly FieldValue[];
  readonly onChange: (values: readonly FieldValue[]) => void;
}

const Values = (props: ValuesProps) =>
  fields[props.field].kind === 'number' ? <TypedValues {...props} /> : <TickedValues {...props} />;

function TypedValues({ experiment, field, values, onChange }: ValuesProps) {
  const language = useLanguage();
  const id = useId();
  const say = words.sweep;
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
  const shown = listed(values);
  const commit = () => {
    if (draft === undefined) return;
    const typed = typedValues(experiment, field, draft);
    setDraft(undefined);
    if (typed.values.length === 0) return setRemark(say.none[language]);
    const said = [
      ...(typed.unread.length > 0 ? [say.unread[language](typed.unread.join(', '))] : []),
      ...typed.moved.map(({ asked, used }) => say.moved[language](listed([asked]), listed([used]))),
      ...(typed.cut > 0 ? [say.cut[language](typed.cut, mostValues)] : []),
    ];
    setRemark(said.join(language === 'en' ? ' ' : ''));
    onChange(typed.values);
  };
  return (
    <p className="control typed">
      <label htmlFor={id}>{say.typed[language]}</label>
      <input
        id={id}
        autoComplete="off"
        value={draft ?? shown}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
          if (key === 'Escape') setDraft(undefined);
        }}
      />
      <small className="hint">{say.most[language](mostValues)}</small>
      <span className="remark" role="status">
        {remark}
      </span>
    </p>
  );
}

function TickedValues({ experiment, field, values, onChange }: ValuesProps) {
  const language = useLanguage();
  const text = useFieldText();
  const [remark, setRemark] = useState('');
  const known: Field = fields[field];
  const own = useOwn();
  const all: readonly FieldValue[] = known.kind === 'choice' ? known.options : [false, true];
  const options = all.filter((option) => field !== 'dataset' || option !== 'own' || own);
  const toggle = (option: FieldValue, on: boolean) => {
    const next = options.filter((one) => (one === option ? on : values.includes(one)));
    setRemark(next.length === 0 ? words.sweep.keep[language] : '');
    if (next.length > 0) onChange(valuesOf(experiment, field, next));
  };
  return (
    <fieldset className="control ticked">
      <legend>{words.sweep.values[language]}</legend>
      {options.map((option) => (
        <label key={String(option)}>
          <input
            type="checkbox"
            checked={values.includes(option)}
            onChange={({ target }) => toggle(option, target.checked)}
          />{' '}
          {text(field, option)}
        </label>
      ))}
      <span className="remark" role="status">
        {remark}
      </span>
    </fieldset>
  );
}
