/** A number: slider, stepper and field, all held in range by the model's own table. */
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fields, type NumberField } from '../../model/experiment.ts';
import { nearestTick, ticksOf, typedNumber } from './ticks.ts';

type NumberFieldName = {
  [K in keyof typeof fields]: (typeof fields)[K] extends NumberField ? K : never;
}[keyof typeof fields];

export interface NumberControlProps {
  readonly name: NumberFieldName;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Narrows the range of the field for this page. */
  readonly min?: number;
  readonly max?: number;
  /** Narrows what the slider passes over; the exact field takes the whole range. */
  readonly slider?: { readonly min?: number; readonly max?: number };
  readonly stride?: number;
  /** What stands beside the slider, e.g. "30 layers"; the number itself otherwise. */
  readonly text?: string;
  readonly large?: boolean;
}

export function NumberControl({ name, value, onChange, min, max, slider, stride, text, large }: NumberControlProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const base: NumberField = fields[name];
  const field = useMemo(() => ({ ...base, min: min ?? base.min, max: max ?? base.max }), [base, min, max]);
  const ticks = useMemo(() => ticksOf({ ...field, ...slider }, stride), [field, slider, stride]);
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
  const label = t(name);
  const at = nearestTick(ticks, value);

  const go = (next: number | undefined) => {
    setRemark('');
    setDraft(undefined);
    if (next !== undefined && next !== value) onChange(next);
  };
  const commit = () => {
    if (draft === undefined) return;
    const used = typedNumber(field, draft);
    go(used);
    if (used === undefined) setRemark(t('notNumber', { asked: draft, used: value }));
    else if (used !== Number(draft)) {
      setRemark(t('allowed', { asked: draft, min: field.min, max: field.max, used }));
    }
  };
  return (
    <div className={large ? 'control number large' : 'control number'}>
      <label htmlFor={id}>{label}</label>
      <button
        type="button"
        aria-label={t('less', { field: label })}
        disabled={at === 0}
        onClick={() => go(ticks[at - 1])}
      >
        −
      </button>
      <input
        id={id}
        type="range"
        min={0}
        max={ticks.length - 1}
        value={at}
        aria-valuetext={text ?? String(value)}
        onChange={(event) => go(ticks[Number(event.target.value)])}
      />
      <button
        type="button"
        aria-label={t('more', { field: label })}
        disabled={at === ticks.length - 1}
        onClick={() => go(ticks[at + 1])}
      >
        +
      </button>
      <input
        className="exact"
        inputMode="decimal"
        aria-label={t('exact', { field: label })}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
      {text && (
        <span className="value" aria-hidden="true">
          {text}
        </span>
      )}
      <span role="status" className="remark">
        {remark}
      </span>
    </div>
  );
}
