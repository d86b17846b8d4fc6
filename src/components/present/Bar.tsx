/** The strip under the slide: where the talk is, and everything that keys do, for pointers and screen readers. */
import { useLanguage } from '../prose/language.ts';
import type { DeckSnapshot } from './deck.ts';
import type { Act } from './keys.ts';
import { words } from './words.ts';

interface BarProps {
  readonly deck: DeckSnapshot;
  /** What a key came to, in a sentence. */
  readonly remark: string;
  /** What there is nothing of in this talk. */
  readonly absent: readonly Act[];
  readonly onAct: (act: Act) => void;
}

const buttons: readonly (readonly [Act, string])[] = [
  ['run', 'r'],
  ['enlarge', 'e'],
  ['notes', 'n'],
  ['speaker', 's'],
  ['overview', 'o'],
  ['help', '?'],
  ['leave', 'Esc'],
];
const short: Partial<Record<Act, { readonly en: string; readonly zh: string }>> = words.short;

export function Bar({ deck: { slides, at, page, pages }, remark, absent, onAct }: BarProps) {
  const language = useLanguage();
  const place = words.place[language](at + 1, slides.length);
  const offered = buttons.filter(([act]) => !absent.includes(act));
  const turns = !absent.includes('overview');
  const where =
    pages > 1 ? `${place}${language === 'zh' ? '，' : ', '}${words.page[language](page + 1, pages)}` : place;
  return (
    <aside className="present-bar" aria-label={words.bar[language]}>
      <div className="present-progress" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * (at + (page + 1) / pages)) / Math.max(1, slides.length)}%` }} />
      </div>
      {turns && (
        <button
          type="button"
          className="present-step"
          aria-label={words.act.previous[language]}
          onClick={() => onAct('previous')}
        >
          ‹
        </button>
      )}
      {turns && (
        <p className="present-where" aria-hidden="true">
          {at + 1} / {slides.length}
          {pages > 1 && <small> · {words.page[language](page + 1, pages)}</small>}
        </p>
      )}
      <p className="visually-hidden" role="status">{`${where}: ${slides[at]?.title ?? ''}`}</p>
      {turns && (
        <button
          type="button"
          className="present-step"
          aria-label={words.act.next[language]}
          onClick={() => onAct('next')}
        >
          ›
        </button>
      )}
      <p className="present-remark" role="status">
        {remark}
      </p>
      {offered.map(([act, key]) => (
        <button key={act} type="button" className="quiet" title={key} onClick={() => onAct(act)}>
          {(short[act] ?? words.act[act])[language]}
        </button>
      ))}
    </aside>
  );
}
