/** Any number: slider, stepper and field, all held in range by the field that the model gives it. */
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberField } from '../../model/experiment.ts';
import { nearestTick, ticksOf, typedNumber } from './ticks.ts';

export interface RangeControlProps {
  readonly label: string;
  readonly field: NumberField;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Narrows what the slider passes over; the exact field takes the whole range. */
  readonly slider?: { readonly min?: number; readonly max?: number };
  /** Distance of the slider's stops; logarithmic fields stop at 1, 2, 3 and 5 of each decade. */
  readonly stride?: number | undefined;
  /** What stands beside the slider, e.g. "30 layers"; the number itself otherwise. */
  readonly text?: string;
  readonly large?: boolean;
}

/** As it is typed and shown: at most three decimals of a dragged number, with a true minus sign. */
const written = (value: number): string =>
  String(Math.abs(value) >= 0.001 ? Number(value.toFixed(6)) : value).replace('-', '\u2212');

export function RangeControl({ label, field, value, onChange, slider, stride, text, large }: RangeControlProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const ticks = useMemo(() => ticksOf({ ...field, ...slider }, stride), [field, slider, stride]);
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
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
    if (used === undefined) setRemark(t('notNumber', { asked: draft, used: written(value) }));
    else if (used !== Number(draft.replace('\u2212', '-'))) {
      setRemark(t('allowed', { asked: draft, min: written(field.min), max: written(field.max), used: written(used) }));
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
        aria-valuetext={text ?? written(value)}
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
        value={draft ?? written(value)}
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
