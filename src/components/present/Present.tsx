/** A lesson on the projector, one section a slide, or one experiment: by keys, clicker or touch, with a speaker window. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MissingPart } from '../embed/MissingPart.tsx';
import { useLanguage } from '../prose/language.ts';
import { Bar } from './Bar.tsx';
import { anotherTalk, joinTalk, type Message, type Talk, talkOf } from './channel.ts';
import { Help } from './Help.tsx';
import { type Act, focusOf, type Wanted, wantedBy } from './keys.ts';
import { plainAddress, talkAddress } from './links.ts';
import { Overview } from './Overview.tsx';
import { partIn, pressReset, pressRun } from './parts.ts';
import { choose, stepPrediction } from './predict.ts';
import { singleKeys } from './preferences.ts';
import { useDeck } from './useDeck.ts';
import { useRest } from './useRest.ts';
import { useTouch } from './useTouch.ts';
import { words } from './words.ts';

/** What lies over the slide. */
type Cover = 'none' | 'blank' | 'overview' | 'help';

const root = () => document.documentElement;
const toggled = (name: string) => root().toggleAttribute(name);

interface PresentProps {
  /** Id of the one experiment to show; the whole lesson where it is left out. */
  readonly part?: string | undefined;
  /** Whether the page has notes for a speaker. */
  readonly notes?: boolean;
}

/** What there is nothing of where one experiment is shown, and on a page without notes. */
const many: readonly Act[] = ['first', 'last', 'overview'];
const noted: readonly Act[] = ['notes', 'speaker'];
/** The prose comes late; what is not there by then does not come. */
const patience = 4000;

export function Present({ part: id, notes: hasNotes = false }: PresentProps) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const [deck, snapshot] = useDeck(id);
  const [waited, setWaited] = useState(false);
  const [rest, reach] = useRest(deck, `${snapshot.at}.${snapshot.page}.${snapshot.slides.length}`);
  const [cover, setCover] = useState<Cover>('none');
  const [remark, setRemark] = useState('');
  const [began, setBegan] = useState(() => Date.now());
  const [talk, setTalk] = useState(talkOf);
  const absent = useMemo<readonly Act[]>(
    () => [...(id === undefined ? [] : many), ...(hasNotes ? [] : noted)],
    [id, hasNotes],
  );

  useEffect(() => {
    const waiting = setTimeout(() => setWaited(true), patience);
    return () => clearTimeout(waiting);
  }, []);
  useEffect(() => {
    root().dataset.mode = 'present';
    return () => {
      delete root().dataset.mode;
      for (const name of ['data-notes', 'data-enlarged']) root().removeAttribute(name);
    };
  }, []);

  const speak = useCallback(() => {
    const opened = window.open(`?speaker=${talk}`, `talk-${talk}`, 'popup,width=960,height=720');
    if (!opened) setRemark(words.blocked[language]);
  }, [talk, language]);

  const act = useCallback(
    (wanted: Wanted) => {
      if (!deck) return;
      setRemark('');
      const slide = deck.current();
      const part = slide && partIn(slide);
      if (typeof wanted === 'object') {
        choose(slide, wanted.answer);
        return;
      }
      if (absent.includes(wanted)) return;
      const does: Record<Act, () => void> = {
        next: deck.next,
        previous: deck.previous,
        first: () => deck.go(0),
        last: () => deck.go(deck.getSnapshot().slides.length - 1),
        run: () => (part && pressRun(part)) || setRemark(words.noPart[language]),
        reset: () => {
          if (!part) setRemark(words.noPart[language]);
          else if (!pressReset(part, t('reset'))) setRemark(words.noReset[language]);
        },
        predict: () => {
          const outcome = stepPrediction(deck);
          if (outcome === 'none') setRemark(words.noPrediction[language]);
          if (outcome === 'answer-first') setRemark(words.answerFirst[language]);
        },
        enlarge: () => {
          if (deck.alone) return deck.alone();
          toggled('data-enlarged');
          window.dispatchEvent(new Event('resize'));
        },
        rest: () => (rest === 'none' ? setRemark(words.noRest[language]) : reach()),
        blank: () => setCover((now) => (now === 'blank' ? 'none' : 'blank')),
        fullscreen: () => {
          const asked = document.fullscreenElement ? document.exitFullscreen() : root().requestFullscreen();
          asked.catch(() => setRemark(words.noFullscreen[language]));
        },
        overview: () => setCover('overview'),
        help: () => setCover('help'),
        notes: () => {
          const notes = document.querySelector<HTMLDetailsElement>('#notes');
          if (notes) notes.open = true;
          toggled('data-notes');
        },
        speaker: speak,
        leave: () => {
          if (root().hasAttribute('data-notes')) toggled('data-notes');
          else window.location.assign(plainAddress());
        },
      };
      does[wanted]();
    },
    [absent, deck, language, reach, rest, speak, t],
  );
  const turn = useCallback((way: 'next' | 'previous') => act(way), [act]);
  useTouch(turn);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || cover === 'overview' || cover === 'help') return;
      const wanted = wantedBy(event, focusOf(event.target), singleKeys());
      if (cover === 'blank') {
        if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
        event.preventDefault();
        setCover('none');
        return;
      }
      if (!wanted) return;
      event.preventDefault();
      act(wanted);
    };
    // What was pressed by pointer gives the keys back to the slides.
    const onClick = () => {
      const { activeElement } = document;
      const inDialog = activeElement?.closest('dialog');
      if (activeElement instanceof HTMLElement && !inDialog && !activeElement.matches(':focus-visible')) {
        activeElement.blur();
      }
    };
    const onLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.href || event.defaultPrevented) return;
      const to = talkAddress(link);
      if (!to) {
        const target = document.getElementById(decodeURIComponent(new URL(link.href).hash.slice(1)));
        if (target && deck?.reveal(target)) event.preventDefault();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (to.here) window.location.assign(to.href);
      else window.open(to.href, '_blank', 'noopener');
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('click', onClick);
    window.addEventListener('click', onLink, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('click', onClick);
      window.removeEventListener('click', onLink, { capture: true });
    };
  }, [act, cover, deck]);

  const channel = useRef<Talk>(undefined);
  /** While it is not known yet whether another window has a talk of this name. */
  const greeting = useRef(false);
  const { slides, at, page, pages } = snapshot;
  const blank = cover === 'blank';
  const state = useRef<Message>(undefined);
  const path = typeof window === 'undefined' ? '' : window.location.pathname;
  state.current = { type: 'state', path, titles: slides.map(({ title }) => title), at, page, pages, blank, began };
  const hear = useRef<(message: Message) => void>(undefined);
  hear.current = (message) => {
    if (message.type === 'hello' && state.current) channel.current?.send(state.current);
    // Another window has the same talk: a copied tab brings its name along. The one that began later gives way without a
    // word, however late the answer to its greeting comes; the other says again where the talk stands.
    if (message.type === 'state') {
      if (greeting.current || message.began < began) {
        greeting.current = true;
        setTalk(anotherTalk());
      } else if (message.began > began && state.current) channel.current?.send(state.current);
    }
    if (message.type === 'act') act(message.act);
    if (message.type === 'go') deck?.go(message.slide);
    if (message.type === 'restart') setBegan(Date.now());
  };
  useEffect(() => {
    const joined = joinTalk(talk, (message) => hear.current?.(message));
    channel.current = joined;
    greeting.current = true;
    joined.send({ type: 'hello' });
    const heard = setTimeout(() => {
      greeting.current = false;
      if (state.current) joined.send(state.current);
    }, 150);
    const leave = () => {
      if (!greeting.current) joined.send({ type: 'bye' });
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      clearTimeout(heard);
      leave();
      joined.close();
    };
  }, [talk]);
  useEffect(() => {
    if (slides.length > 0 && state.current && !greeting.current) channel.current?.send(state.current);
  }, [slides, at, page, pages, blank, began]);

  return (
    <div className="lectern">
      {waited && id !== undefined && snapshot.slides.length === 0 && <MissingPart part={id} />}
      {rest !== 'none' && (
        <button type="button" className="present-rest" title="c" onClick={() => act('rest')}>
          {words[rest][language]}
        </button>
      )}
      <Bar deck={snapshot} remark={remark} absent={absent} onAct={act} />
      {cover === 'overview' && (
        <Overview
          slides={slides}
          elements={deck?.elements() ?? []}
          at={at}
          onGo={(slide) => deck?.go(slide)}
          onClose={() => setCover('none')}
        />
      )}
      {cover === 'help' && <Help absent={absent} onClose={() => setCover('none')} />}
      {blank && (
        <button type="button" className="present-blank" onClick={() => setCover('none')}>
          <span className="visually-hidden" role="status">
            {words.blanked[language]}
          </span>
        </button>
      )}
    </div>
  );
}
