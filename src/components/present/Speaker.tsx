/** The speaker's own window: the notes of the lesson, what comes next, and the time. It follows the talk and leads it. */
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../prose/language.ts';
import { isolate } from '../shell/isolate.ts';
import { mode } from '../shell/mode.ts';
import { joinTalk, type RemoteAct, type State, type Talk } from './channel.ts';
import { focusOf, wantedBy } from './keys.ts';
import { Miniature } from './Miniature.tsx';
import { singleKeys } from './preferences.ts';
import { words } from './words.ts';

const remote: readonly RemoteAct[] = ['previous', 'next', 'run', 'reset', 'predict', 'enlarge', 'blank'];
const isRemote = (act: unknown): act is RemoteAct =>
  remote.some((one) => one === act) || act === 'first' || act === 'last';

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
/** 754 seconds as 12:34; hours only once there are some. */
export const elapsed = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(whole % 60)}`;
};

/** The notes, opened, and nothing else of the page. */
function notesOf(): readonly Element[] {
  const notes = document.querySelector<HTMLDetailsElement>('#notes');
  if (notes) notes.open = true;
  return [...(notes ? [notes] : []), ...document.querySelectorAll('.speaker')];
}

export function Speaker({ minutes }: { readonly minutes: number }) {
  const language = useLanguage();
  const say = words.speaker;
  const [state, setState] = useState<State>();
  const [left, setLeft] = useState(false);
  const [alone, setAlone] = useState(false);
  const [now, setNow] = useState(() => Date.now());
  const talk = useRef<Talk>(undefined);

  useEffect(() => isolate('speaker', notesOf), []);
  useEffect(() => {
    const joined = joinTalk(mode.talk ?? '', (message) => {
      if (message.type === 'state') {
        const { href, origin, pathname } = new URL(message.path, window.location.origin);
        // The talk went on to another lesson, and its notes are there.
        if (origin === window.location.origin && pathname !== window.location.pathname) {
          window.location.assign(href + window.location.search);
          return;
        }
        setState(message);
        setLeft(false);
      }
      if (message.type === 'bye') setLeft(true);
    });
    talk.current = joined;
    joined.send({ type: 'hello' });
    // An answer takes a moment; only then is there none.
    const waiting = setTimeout(() => setAlone(true), 1500);
    return () => {
      clearTimeout(waiting);
      joined.close();
    };
  }, []);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const wanted = wantedBy(event, focusOf(event.target), singleKeys());
      if (!isRemote(wanted)) return;
      event.preventDefault();
      talk.current?.send({ type: 'act', act: wanted });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(now);
  const { titles = [], at = 0, page = 0, pages = 1 } = state ?? {};
  const following = [...document.querySelectorAll('.lesson > .lesson-header, .prose > section[id]')][at + 1];
  return (
    <section className="speaker" aria-label={say.title[language]}>
      <h1 className="visually-hidden">{say.title[language]}</h1>
      {((alone && !state) || left) && (
        <p className="notice" role="status">
          {(left ? say.left : say.waiting)[language]}
        </p>
      )}
      <dl className="speaker-times">
        <div>
          <dt>{say.clock[language]}</dt>
          <dd>{time}</dd>
        </div>
        <div>
          <dt>{say.elapsed[language]}</dt>
          <dd>
            {state ? elapsed((now - state.began) / 1000) : '—'} <small>{say.planned[language](minutes)}</small>
          </dd>
        </div>
      </dl>
      {state && (
        <>
          <dl className="speaker-slides" data-at={at}>
            <div>
              <dt>
                {say.now[language]} · {words.place[language](at + 1, titles.length)}
                {pages > 1 && ` · ${words.page[language](page + 1, pages)}`}
              </dt>
              <dd>{titles[at]}</dd>
            </div>
            <div>
              <dt>{say.next[language]}</dt>
              <dd>
                {page + 1 < pages ? (
                  <>
                    {titles[at]} <small>{words.page[language](page + 2, pages)}</small>
                  </>
                ) : (
                  (titles[at + 1] ?? say.end[language])
                )}
                {at + 1 < titles.length && following && <Miniature slide={following} />}
              </dd>
            </div>
          </dl>
          {state.blank && <p role="status">{say.blank[language]}</p>}
          <div className="speaker-acts">
            {remote.map((act) => (
              <button key={act} type="button" onClick={() => talk.current?.send({ type: 'act', act })}>
                {words.act[act][language]}
              </button>
            ))}
            <button type="button" onClick={() => talk.current?.send({ type: 'restart' })}>
              {say.restart[language]}
            </button>
          </div>
          <label className="speaker-jump">
            {say.slides[language]}{' '}
            <select
              value={at}
              onChange={({ target }) => talk.current?.send({ type: 'go', slide: Number(target.value) })}
            >
              {titles.map((title, i) => (
                <option key={title} value={i}>
                  {i + 1} · {title}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </section>
  );
}
