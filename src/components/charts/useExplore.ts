/**
 * Reading values off a chart: one place at a time, by pointer, touch or keys. Arrow keys step points and series, Home and
 * End go to the ends, Escape lets go.
 */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';

export interface Place {
  /** Point along the horizontal axis. */
  readonly index: number;
  /** Series, or the row of a raster. */
  readonly series: number;
}
export interface Extent {
  /** Number of points. */
  readonly count: number;
  readonly series: number;
}

/** Where a key leads, or undefined for a key that means nothing here. `up` is what the arrow up adds to the series. */
export function moved(
  key: string,
  shift: boolean,
  at: Place,
  { count, series }: Extent,
  up: 1 | -1,
): Place | undefined {
  const stride = shift ? 10 : 1;
  const to = (index: number, row: number): Place => ({
    index: Math.min(count - 1, Math.max(0, index)),
    series: Math.min(series - 1, Math.max(0, row)),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(at.index - stride, at.series);
    case 'ArrowRight':
      return to(at.index + stride, at.series);
    case 'PageDown':
      return to(at.index - 10, at.series);
    case 'PageUp':
      return to(at.index + 10, at.series);
    case 'ArrowUp':
      return to(at.index, at.series + up);
    case 'ArrowDown':
      return to(at.index, at.series - up);
    case 'Home':
      return to(0, at.series);
    case 'End':
      return to(count - 1, at.series);
    default:
      return undefined;
  }
}

export interface Exploring {
  readonly extent: Extent;
  /** The place under a point of the chart, in pixels from its upper left corner. */
  readonly locate: (x: number, y: number, box: { readonly width: number; readonly height: number }) => Place;
  readonly up?: 1 | -1;
  /** Where the keys begin; default: the last point of the first series. */
  readonly start?: Place | undefined;
  /** Told of every place reached by key, press or drag. */
  readonly onPlace?: ((place: Place) => void) | undefined;
  /** Told of the place that was pressed or confirmed with Enter. */
  readonly onSelect?: ((place: Place) => void) | undefined;
}

export function useExplore({ extent, locate, up = -1, start, onPlace, onSelect }: Exploring) {
  const [chosen, setPlace] = useState<Place>();
  const place = chosen && chosen.index < extent.count && chosen.series < extent.series ? chosen : undefined;
  const point = (event: PointerEvent<HTMLElement>, pressed: boolean) => {
    if (extent.count === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const found = locate(event.clientX - box.left, event.clientY - box.top, box);
    setPlace(found);
    if (pressed) onPlace?.(found);
    if (event.type === 'pointerdown') onSelect?.(found);
  };
  const key = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || extent.count === 0) return;
    if (event.key === 'Escape') return setPlace(undefined);
    if (event.key === 'Enter') return place && onSelect?.(place);
    const from = place ?? start ?? { index: extent.count - 1, series: 0 };
    const next = moved(event.key, event.shiftKey, from, extent, up);
    if (!next) return;
    event.preventDefault();
    // The first arrow shows where reading begins; Home and End go where they say at once.
    const shown = event.key.startsWith('Arrow') && !place && !start ? from : next;
    setPlace(shown);
    onPlace?.(shown);
  };
  return {
    place,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button === 0) point(event, true);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => point(event, (event.buttons & 1) === 1),
      onPointerLeave: (event: PointerEvent<HTMLElement>) => {
        if (event.pointerType === 'mouse') setPlace(undefined);
      },
      onBlur: () => setPlace(undefined),
      onKeyDown: key,
    },
  };
}
