/**
 * A lesson as slides: its head, then one slide for each of its sections, each dealt out over as many pages as its text
 * needs. The page itself stays as React drew it; the deck marks what is to be seen, and the styles hide the rest.
 */

import { type Block, pagesOf } from './pages.ts';
import { isShown } from './parts.ts';

export interface Slide {
  /** Id of the section; empty for the head of the lesson. */
  readonly id: string;
  readonly title: string;
  /** Whether a live part, and a prediction or a question, are on it. */
  readonly live: boolean;
  readonly asks: boolean;
}
export interface DeckSnapshot {
  readonly slides: readonly Slide[];
  /** Place of the slide that is shown, from 0. */
  readonly at: number;
  /** Page of the slide, from 0, and how many there are. */
  readonly page: number;
  readonly pages: number;
}
export interface Deck {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DeckSnapshot;
  readonly next: () => void;
  readonly previous: () => void;
  /** @param page of the slide; the first where it is left out */
  readonly go: (slide: number, page?: number) => void;
  /** Brings an element of the lesson into view. @returns whether it is on a slide */
  readonly reveal: (element: Element) => boolean;
  /** Only where one experiment is presented: puts away what was revealed beside it. */
  readonly alone?: () => void;
  /** The elements of the slides, in their order. */
  readonly elements: () => readonly Element[];
  /** The element that is shown as a slide. */
  readonly current: () => Element | undefined;
  readonly dispose: () => void;
}

interface Seen {
  readonly slide: Slide;
  readonly element: HTMLElement;
  /** Holds the blocks that are dealt out, and scrolls where one is too high. */
  readonly text: HTMLElement;
}

/** A rest of this many pixels is but a margin. */
export const slack = 36;

/** `#why.2` is the second page of the section `why`. */
export function placeOf(hash: string): { readonly id: string; readonly page: number } {
  const [, id = '', page = '1'] = /^#?(.*?)(?:\.(\d+))?$/.exec(hash) ?? [];
  return { id, page: Math.max(0, Number(page) - 1) };
}
export const hashOf = (id: string, page: number): string => (id ? `#${id}${page > 0 ? `.${page + 1}` : ''}` : '');

function slidesIn(lesson: Element): Seen[] {
  const head = lesson.querySelector<HTMLElement>(':scope > .lesson-header');
  const sections = [...lesson.querySelectorAll<HTMLElement>('.prose > section[id]')];
  return [head, ...sections].flatMap((element) => {
    if (!element) return [];
    const title = element.querySelector('h1, h2')?.textContent?.trim() ?? '';
    const text = element.querySelector<HTMLElement>(':scope > .section-text') ?? element;
    const live = element.querySelector('.experiment') !== null;
    const asks = element.querySelector('[data-predict], [data-quiz]') !== null;
    return [{ slide: { id: element === head ? '' : element.id, title, live, asks }, element, text }];
  });
}

const headings = 'h1, h2';
/** Drawings of a slide without a live part stand beside its text. */
export const besides = '.figure, .paper-table';

function blocksOf({ element, text }: Seen): { readonly flow: HTMLElement[]; readonly beside: HTMLElement[] } {
  const children = [...text.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const apart = element.classList.contains('section-split') ? [] : children.filter((child) => child.matches(besides));
  return { flow: children.filter((child) => !child.matches(headings) && !apart.includes(child)), beside: apart };
}

/** A list or group that may be parted: its items are blocks of their own where it is too high. */
const isGroup = (block: HTMLElement) =>
  block.matches('div, section, aside, ol, ul') &&
  !block.matches('.experiment, [data-predict], .verdict') &&
  block.children.length > 1 &&
  // The numbers of a list would begin anew on each page.
  (!block.matches('ol') || getComputedStyle(block).listStyleType === 'none');

const parted = (flow: readonly HTMLElement[], room: number): HTMLElement[] =>
  flow.flatMap((block) =>
    isGroup(block) && block.getBoundingClientRect().height > room
      ? parted(
          [...block.children].filter((child): child is HTMLElement => child instanceof HTMLElement),
          room,
        )
      : [block],
  );

/** The blocks of a slide and the page of each. */
function dealt(flow: readonly HTMLElement[], text: HTMLElement): ReadonlyMap<HTMLElement, number> {
  const heading = [...text.children].find((child) => child.matches(headings));
  const from = heading ? heading.getBoundingClientRect().bottom : text.getBoundingClientRect().top;
  const gap = flow[0] ? Math.max(0, flow[0].getBoundingClientRect().top - from) : 0;
  const room = text.getBoundingClientRect().top + text.clientHeight - from - gap;
  const most = Math.max(room, 80);
  const whole = parted(flow, most);
  const blocks: Block[] = whole.map((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return { top, bottom, leads: block.matches('h3') };
  });
  const pages = pagesOf(blocks, most);
  return new Map(whole.map((block, i) => [block, pages[i] ?? 0]));
}

export function createDeck(lesson: Element, hash: string): Deck {
  const listeners = new Set<() => void>();
  let seen: Seen[] = [];
  let shown: DeckSnapshot = { slides: [], at: 0, page: 0, pages: 1 };
  /** Page of each block of the slide that is shown. */
  let pageOf = new Map<HTMLElement, number>();
  let wanted: ReturnType<typeof placeOf> | undefined = placeOf(hash);
  /** The page asked for, until another is turned to: there may be fewer before the letters are here. */
  let askedPage = 0;

  const publish = (part: Partial<DeckSnapshot>) => {
    shown = { ...shown, ...part };
    for (const listener of listeners) listener();
  };
  const mark = (element: Element, name: string, on: boolean) => element.toggleAttribute(name, on);

  /** Deals the slide out anew, with everything on it in sight. */
  const deal = (at: number): number => {
    const slide = seen[at];
    for (const { element } of seen) {
      mark(element, 'data-slide', true);
      mark(element, 'data-shown', element === slide?.element);
    }
    if (!slide) return 1;
    const { flow, beside } = blocksOf(slide);
    mark(slide.element, 'data-beside', beside.length > 0);
    for (const block of slide.text.querySelectorAll('[data-off]')) mark(block, 'data-off', false);
    // The head of the lesson stands in the middle of one page, however long its title is.
    pageOf = new Map(slide.slide.id === '' ? flow.map((block) => [block, 0]) : dealt(flow, slide.text));
    const pages = [...pageOf.values()];
    // A drawing is seen from the page on which it is spoken of until the next one comes.
    const order = [...slide.text.children];
    for (const drawing of beside) {
      const before = flow.filter((block) => order.indexOf(block) < order.indexOf(drawing)).at(-1);
      const last = [...pageOf.entries()].filter(([block]) => before?.contains(block)).at(-1);
      pageOf.set(drawing, last?.[1] ?? 0);
    }
    return Math.max(0, ...pages) + 1;
  };
  const turn = (page: number) => {
    const slide = seen[shown.at];
    if (!slide) return;
    const { beside } = blocksOf(slide);
    for (const [block, its] of pageOf) if (!beside.includes(block)) mark(block, 'data-off', its !== page);
    // A group goes with its items.
    for (const group of [...slide.text.children]) {
      const items = [...pageOf].filter(([block]) => block !== group && group.contains(block));
      if (items.length > 0)
        mark(
          group,
          'data-off',
          items.every(([, its]) => its !== page),
        );
    }
    const spoken = beside.filter((drawing) => (pageOf.get(drawing) ?? 0) <= page).at(-1) ?? beside[0];
    for (const drawing of beside) mark(drawing, 'data-off', drawing !== spoken);
    slide.text.scrollTop = 0;
    publish({ page });
  };
  const go = (slide: number, page = 0) => {
    const at = Math.min(Math.max(0, slide), seen.length - 1);
    if (at < 0) return;
    wanted = undefined;
    askedPage = page;
    const pages = deal(at);
    shown = { ...shown, at, pages };
    turn(Math.min(page, pages - 1));
  };
  const turnTo = (page: number) => {
    askedPage = page;
    turn(page);
  };
  const scrolled = (down: boolean): boolean => {
    const text = seen[shown.at]?.text;
    if (!text) return false;
    const left = down ? text.scrollHeight - text.clientHeight - text.scrollTop : text.scrollTop;
    if (left <= slack) return false;
    text.scrollBy({ top: (down ? 1 : -1) * Math.min(left, text.clientHeight * 0.85), behavior: 'instant' });
    return true;
  };
  const slideOf = (element: Element) => seen.findIndex((one) => one.element.contains(element));
  const reveal = (element: Element): boolean => {
    const at = slideOf(element);
    if (at < 0) return false;
    if (at !== shown.at) go(at);
    const block = [...pageOf.keys()].find((one) => one.contains(element));
    const page = block && pageOf.get(block);
    if (page !== undefined && page !== shown.page) turnTo(page);
    if (isShown(element)) element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return true;
  };

  /** The prose comes late, and may be drawn anew. */
  const look = () => {
    const now = slidesIn(lesson);
    const same = now.length === seen.length && now.every(({ element }, i) => element === seen[i]?.element);
    if (same) return;
    const before = seen[shown.at]?.slide.id;
    seen = now;
    shown = { ...shown, slides: now.map(({ slide }) => slide) };
    const place = wanted ?? { id: before ?? '', page: shown.page };
    const at = now.findIndex(({ slide }) => slide.id === place.id);
    const inside = at < 0 && place.id ? document.getElementById(place.id) : null;
    const found = at >= 0 || (inside !== null && slideOf(inside) >= 0);
    go(Math.max(0, at), place.page);
    if (inside) reveal(inside);
    // The slide asked for may be on its way.
    if (!found) wanted = place;
  };
  const again = () => {
    const pages = deal(shown.at);
    shown = { ...shown, pages };
    turn(Math.min(askedPage, pages - 1));
  };

  const observer = new MutationObserver(look);
  observer.observe(lesson, { childList: true, subtree: true });
  window.addEventListener('resize', again);
  document.fonts?.ready.then(again);
  look();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    next() {
      if (scrolled(true)) return;
      if (shown.page + 1 < shown.pages) turnTo(shown.page + 1);
      else if (shown.at + 1 < seen.length) go(shown.at + 1);
    },
    previous() {
      if (scrolled(false)) return;
      if (shown.page > 0) turnTo(shown.page - 1);
      else if (shown.at > 0) go(shown.at - 1, Number.POSITIVE_INFINITY);
    },
    go,
    reveal,
    elements: () => seen.map(({ element }) => element),
    current: () => seen[shown.at]?.element,
    dispose() {
      observer.disconnect();
      window.removeEventListener('resize', again);
      for (const marked of lesson.querySelectorAll('[data-slide], [data-off], [data-beside]')) {
        for (const name of ['data-slide', 'data-shown', 'data-off', 'data-beside']) marked.removeAttribute(name);
      }
    },
  };
}
