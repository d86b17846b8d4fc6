/** A number of the scalar chains: slider, stepper and field, held in range by the table of the model. */
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestTick, ticksOf, typedNumber } from '../../components/controls/ticks.ts';
import { type ChainField, chainFields } from '../../model/analysis/chainFields.ts';

interface SliderProps {
  readonly name: ChainField;
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Distance of its stops. */
  readonly stride?: number;
}

export function Slider({ name, label, value, onChange, stride }: SliderProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const field = chainFields[name];
  const ticks = useMemo(() => ticksOf(field, stride), [field, stride]);
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
    if (used === undefined) setRemark(t('notNumber', { asked: draft, used: value }));
    else if (used !== Number(draft.replace('−', '-'))) {
      setRemark(t('allowed', { asked: draft, min: field.min, max: field.max, used }));
    }
  };
  return (
    <div className="control number">
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
        aria-valuetext={String(value)}
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
        value={draft ?? String(value).replace('-', '−')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
      <span role="status" className="remark">
        {remark}
      </span>
    </div>
  );
}
