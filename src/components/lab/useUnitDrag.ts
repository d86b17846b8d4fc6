/** Dragging a unit onto another of its row, by mouse, pen or finger; a press that hardly moves stays a click. */
import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';

interface UnitDrag {
  readonly unit: number;
  /** The place it is over, counted from 0; none where it has left the row. */
  readonly to: number | undefined;
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

/** The place whose middle is nearest, if it is no further off than a place is wide: rows may wrap. */
function nearest(row: Element, x: number, y: number): number | undefined {
  const boxes = [...row.children].map((place) => place.getBoundingClientRect());
  const distances = boxes.map((box) => Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2));
  const least = Math.min(...distances);
  const at = distances.indexOf(least);
  return least <= (boxes[at]?.width ?? 0) ? at : undefined;
}

/** @param onDrop told the unit, and the place on which it was let go; not where that was off the row */
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
      const to = dragged.current ? nearest(event.currentTarget, event.clientX, event.clientY) : undefined;
      if (press.current && to !== undefined) onDrop(press.current.unit, to);
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
