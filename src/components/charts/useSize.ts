/** How much room a chart has: its width and its letter size in CSS pixels, followed as either changes. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export interface Size {
  readonly width: number;
  /** Font size of the chart's text, 12.6 px by default and larger on a projector. */
  readonly em: number;
}

/** What a server render assumes. */
const assumed: Size = { width: 560, em: 12.6 };

/** `frame` takes the element to fill, `probe` an empty element 10em wide, whose width tells the letter size. */
export function useSize(): {
  readonly size: Size;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly probe: RefObject<HTMLSpanElement | null>;
} {
  const [size, setSize] = useState(assumed);
  const frame = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, probe.current];
    if (!outer || !inner || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const width = Math.round(outer.clientWidth) || assumed.width;
      const em = inner.getBoundingClientRect().width / 10 || assumed.em;
      setSize((old) => (old.width === width && Math.abs(old.em - em) < 0.01 ? old : { width, em }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);
  return { size, frame, probe };
}
