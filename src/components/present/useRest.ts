/** What of a slide lies below its lower edge: marked for the styles, and reached by a key or a button. */
import { useCallback, useEffect, useState } from 'react';
import { type Deck, slack } from './deck.ts';

/** Where a column stands: all of it in sight, more to come, or scrolled to its end. */
export type Rest = 'none' | 'below' | 'above';

const restOf = ({ scrollHeight, clientHeight, scrollTop }: Element): Rest => {
  if (scrollHeight - clientHeight <= slack) return 'none';
  return scrollHeight - clientHeight - scrollTop > slack ? 'below' : 'above';
};

/** The column of a slide that the experiment has, where the slide is more than that. */
const asideOf = (slide: Element | undefined): Element | undefined =>
  slide?.querySelector(':scope > .section-aside') ?? (slide?.querySelector('[data-shown]') || undefined);
const columnsOf = (slide: Element): Element[] =>
  [slide.querySelector(':scope > .section-text') ?? slide, asideOf(slide)].filter((one) => one !== undefined);

/**
 * @param turn changes whenever another page is shown
 * @returns where the experiment stands, and what goes down to the rest of it and back up
 */
export function useRest(deck: Deck | undefined, turn: string): readonly [Rest, () => void] {
  const [rest, setRest] = useState<Rest>('none');
  useEffect(() => {
    const slide = deck?.current();
    if (!slide) return;
    const columns = columnsOf(slide);
    const aside = asideOf(slide);
    const look = () => {
      for (const column of columns) column.setAttribute('data-rest', restOf(column));
      setRest(aside ? restOf(aside) : 'none');
    };
    look();
    const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look);
    for (const column of columns) {
      column.addEventListener('scroll', look, { passive: true });
      for (const watched of [column, ...column.children]) sizes?.observe(watched);
    }
    return () => {
      sizes?.disconnect();
      for (const column of columns) {
        column.removeEventListener('scroll', look);
        column.removeAttribute('data-rest');
      }
    };
  }, [deck, turn]);
  const reach = useCallback(() => {
    const aside = asideOf(deck?.current());
    if (!aside) return;
    const below = restOf(aside) === 'below';
    aside.scrollTo({ top: below ? aside.scrollTop + 0.8 * aside.clientHeight : 0, behavior: 'instant' });
  }, [deck]);
  return [rest, reach];
}
