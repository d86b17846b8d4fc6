/** Dragging a unit along its row, by mouse, pen or finger; a press that hardly moves stays a click. */
import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';

interface UnitDrag {
  readonly unit: number;
  /** The place it would go to, counted from 0. */
  readonly to: number;
  /** How far it has been dragged, in pixels. */
  readonly x: number;
  readonly y: number;
}

/** Pixels before a press becomes a drag. */
const slack = 6;

const unitAt = (target: EventTarget): number | undefined => {
  const place = target instanceof Element ? target.closest('[data-unit]') : null;
  return place instanceof HTMLElement ? Number(place.dataset.unit) : undefined;
};

/** The place whose middle is nearest: rows may wrap. */
function nearest(row: Element, x: number, y: number): number {
  const distances = [...row.children].map((place) => {
    const box = place.getBoundingClientRect();
    return Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2);
  });
  return distances.indexOf(Math.min(...distances));
}

/** @param onDrop told the unit, and the place at which it was let go */
export function useUnitDrag(onDrop: (unit: number, to: number) => void) {
  const [drag, setDrag] = useState<UnitDrag>();
  const press = useRef<{ readonly unit: number; readonly x: number; readonly y: number; readonly id: number }>(
    undefined,
  );
  const dragged = useRef(false);
  const end = () => {
    press.current = undefined;
    setDrag(undefined);
  };
  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      dragged.current = false;
      const unit = unitAt(event.target);
      if (unit === undefined || event.button !== 0 || !event.isPrimary) return;
      press.current = { unit, x: event.clientX, y: event.clientY, id: event.pointerId };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = press.current;
      if (!from || from.id !== event.pointerId) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!dragged.current && Math.hypot(x, y) < slack) return;
      if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = true;
      setDrag({ unit: from.unit, to: nearest(event.currentTarget, event.clientX, event.clientY), x, y });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (press.current && dragged.current)
        onDrop(press.current.unit, nearest(event.currentTarget, event.clientX, event.clientY));
      end();
    },
    onPointerCancel: end,
    /** The click that ends a drag deletes nothing. */
    onClickCapture(event: MouseEvent<HTMLElement>) {
      if (dragged.current) event.stopPropagation();
      dragged.current = false;
    },
  };
  return { drag, handlers };
}
