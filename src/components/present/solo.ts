/** One experiment as a talk of a single slide: it alone is shown, and beside it the prediction or the outcome asked for. */
import { isolate } from '../shell/isolate.ts';
import type { Deck, DeckSnapshot, Slide } from './deck.ts';
import { isShown } from './parts.ts';

/** The live part of this id; what shows several at once has the place of its first. */
const partOf = (id: string): HTMLElement | undefined => {
  const found = document.getElementById(id);
  return found?.matches('.experiment') ? found : (found?.querySelector<HTMLElement>('.experiment') ?? undefined);
};

/** What it stands in: a section of the lesson, with its questions, or the page. */
const aroundOf = (part: Element): Element => part.closest('.prose > section') ?? part.parentElement ?? part;
const headingOf = (part: Element): Element | null =>
  aroundOf(part).querySelector(':scope > .section-text > h2, :scope > summary > h2') ??
  document.querySelector('main h1');

const slack = 24;

/** @param id of the live part; there is no slide as long as the page has none of this name */
export function createSolo(id: string): Deck {
  const listeners = new Set<() => void>();
  let shown: DeckSnapshot = { slides: [], at: 0, page: 0, pages: 1 };
  let part: HTMLElement | undefined;
  /** The prediction or the outcome that stands beside the part. */
  let beside: Element | undefined;
  const root = document.documentElement;

  const publish = (slides: readonly Slide[]) => {
    shown = { ...shown, slides };
    for (const listener of listeners) listener();
  };
  const look = (): readonly Element[] => {
    const now = partOf(id);
    if (now !== part) {
      part?.removeAttribute('data-shown');
      part = now;
      now?.setAttribute('data-shown', '');
      const asks = now !== undefined && aroundOf(now).querySelector('[data-predict]') !== null;
      publish(now ? [{ id, title: headingOf(now)?.textContent?.trim() ?? '', live: true, asks }] : []);
    }
    if (!part) return [];
    if (beside && !beside.isConnected) beside = undefined;
    // The notes are kept for the speaker, who has them shown and put away.
    return [headingOf(part), part, beside, document.querySelector('#notes')].filter((one) => one != null);
  };
  let leave = isolate('present', look);
  const put = (element: Element | undefined) => {
    beside = element;
    root.toggleAttribute('data-asked', element !== undefined);
    leave();
    leave = isolate('present', look);
    window.dispatchEvent(new Event('resize'));
  };
  const scroll = (way: 1 | -1) => {
    if (!part) return;
    const left = way > 0 ? part.scrollHeight - part.clientHeight - part.scrollTop : part.scrollTop;
    if (left > slack) part.scrollBy({ top: way * Math.min(left, part.clientHeight * 0.85), behavior: 'instant' });
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    next: () => scroll(1),
    previous: () => scroll(-1),
    go() {
      part?.scrollTo({ top: 0, behavior: 'instant' });
    },
    reveal(element) {
      if (!part || !aroundOf(part).contains(element)) return false;
      if (!part.contains(element)) put(element);
      else if (isShown(element)) element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      return true;
    },
    alone: () => put(undefined),
    elements: () => (part ? [part] : []),
    current: () => part && aroundOf(part),
    dispose() {
      leave();
      part?.removeAttribute('data-shown');
      root.removeAttribute('data-asked');
    },
  };
}
