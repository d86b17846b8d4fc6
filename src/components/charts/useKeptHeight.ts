/** The height that a part had at rest, kept while a run begins anew and goes on: what it says meanwhile does not move the page. */
import { type CSSProperties, type RefObject, useLayoutEffect, useRef } from 'react';

/** `part` takes the element, `style` is its own. */
export function useKeptHeight<E extends HTMLElement>(
  held: boolean,
): { readonly part: RefObject<E | null>; readonly style: CSSProperties | undefined } {
  const part = useRef<E>(null);
  const height = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (!held) height.current = part.current?.offsetHeight;
  });
  return { part, style: held && height.current !== undefined ? { minHeight: height.current } : undefined };
}
