/** The slides of the lesson on this page, or its one experiment, and the address that says which slide is shown. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createDeck, type Deck, type DeckSnapshot, hashOf, placeOf } from './deck.ts';
import { createSolo } from './solo.ts';

const none: DeckSnapshot = { slides: [], at: 0, page: 0, pages: 1 };
const empty = () => none;
const never = () => () => {};

/** @param part id of the one experiment to show; the whole lesson where it is left out */
export function useDeck(part: string | undefined): [Deck | undefined, DeckSnapshot] {
  const [deck, setDeck] = useState<Deck>();
  useEffect(() => {
    const lesson = document.querySelector('.lesson');
    if (part === undefined && !lesson) return;
    const made =
      part === undefined && lesson
        ? createDeck(lesson, decodeURIComponent(window.location.hash))
        : createSolo(part ?? '');
    setDeck(made);
    return made.dispose;
  }, [part]);
  const snapshot = useSyncExternalStore(deck?.subscribe ?? never, deck?.getSnapshot ?? empty, empty);
  const { slides, at, page } = snapshot;
  const id = slides[at]?.id;

  useEffect(() => {
    if (id === undefined || !deck || deck.alone) return;
    // An address that asks for a place inside the slide keeps it until another slide is shown.
    const asked = placeOf(decodeURIComponent(window.location.hash)).id;
    const inside = asked !== '' && asked !== id && document.getElementById(asked);
    if (inside && deck.current()?.contains(inside)) return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search + hashOf(id, page));
  }, [deck, id, page]);

  useEffect(() => {
    if (!deck) return;
    const follow = () => {
      const place = placeOf(decodeURIComponent(window.location.hash));
      const at = deck.getSnapshot().slides.findIndex((slide) => slide.id === place.id);
      const inside = document.getElementById(place.id);
      if (at >= 0) deck.go(at, place.page);
      else if (inside) deck.reveal(inside);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [deck]);
  return [deck, snapshot];
}
