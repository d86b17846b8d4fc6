/** One number of the unit: slider, stepper and field, held in the range that the model gives it. */
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestTick, ticksOf, typedNumber } from '../../components/controls/ticks.ts';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { NumberField } from '../../model/experiment.ts';

interface KnobProps {
  readonly label: string;
  readonly field: NumberField;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const stride = 0.1;

export function Knob({ label, field, value, onChange }: KnobProps) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const id = useId();
  const ticks = useMemo(() => ticksOf(field, stride), [field]);
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
  const at = nearestTick(ticks, value);
  const written = (number: number) => String(Number(number.toFixed(3))).replace('-', '−');
  const shown = written(value);

  const go = (next: number | undefined) => {
    setRemark('');
    setDraft(undefined);
    if (next !== undefined) onChange(next);
  };
  const commit = () => {
    if (draft === undefined) return;
    const used = typedNumber(field, draft);
    go(used);
    if (used === undefined) setRemark(t('notNumber', { asked: draft, used: shown }));
    else if (used !== Number(draft.replace('−', '-'))) {
      setRemark(t('allowed', { asked: draft, min: written(field.min), max: written(field.max), used: written(used) }));
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
        aria-valuetext={fixed(value, 2, language)}
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
        value={draft ?? shown}
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
