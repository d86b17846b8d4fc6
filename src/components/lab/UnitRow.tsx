/** The units of one network as a row of buttons: a press deletes or brings back, a drag or Alt with an arrow lets two trade places. */
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { asTrained, isAsTrained, swapped, toggled, type UnitOrder } from '../../model/lab/unitOrder.ts';
import { useLanguage } from '../prose/language.ts';
import { unitWords as say } from './unitWords.ts';
import { useUnitDrag } from './useUnitDrag.ts';

/** More units than these scroll in a frame of their own, so that the scores stay near. */
const many = 30;

interface UnitRowProps {
  readonly order: UnitOrder;
  /** What the network is called. */
  readonly name: string;
  /** Whether its units have no shortcut. */
  readonly plain: boolean;
  readonly onChange: (next: UnitOrder) => void;
}

export function UnitRow({ order, name, plain, onChange }: UnitRowProps) {
  const language = useLanguage();
  const row = useRef<HTMLOListElement>(null);
  const [picked, setPicked] = useState(0);
  // The unit that keeps the focus when the places change.
  const held = useRef<number>(undefined);
  const at = Math.max(
    0,
    order.findIndex(({ unit }) => unit === picked),
  );
  const chosen = order[at]?.unit ?? 0;
  const focus = (unit: number) => row.current?.querySelector<HTMLElement>(`[data-unit="${unit}"] button`)?.focus();
  useLayoutEffect(() => {
    if (held.current !== undefined) focus(held.current);
    held.current = undefined;
  });
  const swap = (unit: number, to: number) => {
    setPicked(unit);
    const next = swapped(order, unit, to);
    if (next.some((place, i) => place.unit !== order[i]?.unit)) onChange(next);
  };
  const { drag, handlers } = useUnitDrag(swap);
  const partner = drag?.to === undefined ? undefined : order[drag.to];
  const trades = partner !== undefined && partner.unit !== drag?.unit;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const ends = { Home: 0, End: order.length - 1 }[event.key];
    const to = step === undefined ? ends : at + step;
    if (to === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Neither the browser's history nor a talk's next slide.
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) {
      held.current = chosen;
      swap(chosen, to);
    } else focus(order[Math.max(0, Math.min(order.length - 1, to))]?.unit ?? chosen);
  };
  const untouched = isAsTrained(order);
  return (
    <>
      <ol
        className="unit-row"
        data-long={order.length > many}
        ref={row}
        aria-label={say.row[language](name)}
        {...handlers}
      >
        {order.map(({ unit, deleted }, place) => (
          <li
            key={unit}
            data-unit={unit}
            data-drop={trades && partner.unit === unit ? true : undefined}
            data-dragged={drag?.unit === unit ? true : undefined}
          >
            {trades && drag?.unit === unit && (
              <UnitDrawing unit={partner.unit + 1} plain={plain} deleted={partner.deleted} />
            )}
            <button
              style={drag?.unit === unit ? { translate: `${drag.x}px ${drag.y}px` } : undefined}
              type="button"
              tabIndex={unit === chosen ? 0 : -1}
              data-picked={unit === chosen}
              aria-label={say.unit[language](unit + 1, place + 1, order.length, deleted)}
              aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+Home Alt+End"
              onFocus={() => setPicked(unit)}
              onKeyDown={onKeyDown}
              onClick={() => {
                setPicked(unit);
                onChange(toggled(order, unit));
              }}
            >
              <UnitDrawing unit={unit + 1} plain={plain} deleted={deleted} />
            </button>
          </li>
        ))}
      </ol>
      <div className="run-controls">
        <button type="button" aria-disabled={at === 0} onClick={() => swap(chosen, at - 1)}>
          {say.earlier[language](chosen + 1)}
        </button>
        <button type="button" aria-disabled={at === order.length - 1} onClick={() => swap(chosen, at + 1)}>
          {say.later[language](chosen + 1)}
        </button>
        <button
          type="button"
          aria-disabled={untouched}
          onClick={() => {
            if (!untouched) onChange(asTrained(order.length));
          }}
        >
          {say.reset[language]}
        </button>
      </div>
    </>
  );
}

interface UnitDrawingProps {
  readonly unit: number;
  readonly plain: boolean;
  readonly deleted: boolean;
}

/** A box on the line in a plain network; above it, on a branch, in a residual one. The line is the state's way. */
function UnitDrawing({ unit, plain, deleted }: UnitDrawingProps) {
  const top = plain ? 14 : 5;
  const way = plain && !deleted ? 'M0 27H9M39 27H48' : plain ? 'M0 27H4V47H44V27H48' : 'M0 46H48';
  return (
    <svg viewBox="0 0 48 54" data-deleted={deleted} aria-hidden="true">
      <path className="unit-way" d={way} />
      {!plain && !deleted && <path className="unit-branch" d="M4 46V18H9M39 18H44V46" />}
      <rect className="unit-box" x="9" y={top} width="30" height="26" rx="3" />
      <text x="24" y={top + 18} textAnchor="middle">
        {unit}
      </text>
    </svg>
  );
}
