/** A number of the two models: slider, stepper and field, held in range by `turned`. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestTick, ticksOf, typedNumber } from '../../components/controls/ticks.ts';
import { type NumberKnob, ranges } from './twoWeights.ts';

interface KnobProps {
  readonly name: NumberKnob;
  readonly label: string;
  readonly value: number;
  /** Distance of two stops; logarithmic knobs stop at 1, 2, 3 and 5 of each decade. */
  readonly stride: number;
  readonly onChange: (value: number) => void;
}

export function Knob({ name, label, value, stride, onChange }: KnobProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [remark, setRemark] = useState('');
  const range = ranges[name];
  const stops = ticksOf(range, stride);
  const at = nearestTick(stops, value);
  const go = (next: number | undefined) => {
    setRemark('');
    setDraft(undefined);
    if (next !== undefined && next !== value) onChange(next);
  };
  const commit = () => {
    if (draft === undefined) return;
    const used = typedNumber(range, draft);
    go(used);
    if (used === undefined) setRemark(t('notNumber', { asked: draft, used: value }));
    else if (used !== Number(draft)) {
      setRemark(t('allowed', { asked: draft, min: range.min, max: range.max, used }));
    }
  };
  return (
    <div className="control number" data-knob={name}>
      <label htmlFor={id}>{label}</label>
      <button
        type="button"
        aria-label={t('less', { field: label })}
        disabled={at === 0}
        onClick={() => go(stops[at - 1])}
      >
        −
      </button>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={at}
        aria-valuetext={String(value)}
        onChange={(event) => go(stops[Number(event.target.value)])}
      />
      <button
        type="button"
        aria-label={t('more', { field: label })}
        disabled={at === stops.length - 1}
        onClick={() => go(stops[at + 1])}
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
      <span role="status" className="remark">
        {remark}
      </span>
    </div>
  );
}
