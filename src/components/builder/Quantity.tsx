/** One whole number with a button on either side: typed, stepped, or doubled where that is the usual step. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { held, type RangeName, ranges } from './design.ts';

interface QuantityProps {
  readonly label: string;
  readonly range: RangeName;
  readonly value: number;
  /** The next values down and up. */
  readonly next?: (value: number, by: -1 | 1) => number;
  readonly onChange: (value: number) => void;
}

const byOne = (value: number, by: -1 | 1): number => value + by;
/** Filters and channels go by factors of two. */
export const byTwo = (value: number, by: -1 | 1): number => (by > 0 ? value * 2 : value / 2);

export function Quantity({ label, range, value, next = byOne, onChange }: QuantityProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [least, most] = ranges[range];
  const go = (wanted: number) => {
    setDraft(undefined);
    onChange(held(range, wanted));
  };
  const commit = () => {
    const asked = Number(draft);
    if (draft !== undefined && draft.trim() !== '' && Number.isFinite(asked)) go(asked);
    else setDraft(undefined);
  };
  return (
    <div className="quantity">
      <label htmlFor={id}>{label}</label>
      <button
        type="button"
        aria-label={t('less', { field: label })}
        disabled={value <= least}
        onClick={() => go(next(value, -1))}
      >
        −
      </button>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(undefined);
          if (event.key === 'ArrowUp') go(next(value, 1));
          if (event.key === 'ArrowDown') go(next(value, -1));
        }}
      />
      <button
        type="button"
        aria-label={t('more', { field: label })}
        disabled={value >= most}
        onClick={() => go(next(value, 1))}
      >
        +
      </button>
    </div>
  );
}
