/** All slides at a glance, each in small; one press goes to any of them. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLanguage } from '../prose/language.ts';
import { Dialog } from './Dialog.tsx';
import type { Slide } from './deck.ts';
import { Miniature } from './Miniature.tsx';
import { words } from './words.ts';

interface OverviewProps {
  readonly slides: readonly Slide[];
  /** The elements of the slides, in their order. */
  readonly elements: readonly Element[];
  readonly at: number;
  readonly onGo: (slide: number) => void;
  readonly onClose: () => void;
}

/** The slide that an arrow leads to: within its row, or to the one above or below. */
function stepped(key: string, at: number, items: readonly HTMLElement[]): number | undefined {
  const from = items[at];
  if (key === 'ArrowRight') return at + 1;
  if (key === 'ArrowLeft') return at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  if (!from || (key !== 'ArrowDown' && key !== 'ArrowUp')) return undefined;
  const inColumn = items.flatMap(({ offsetLeft }, i) => (Math.abs(offsetLeft - from.offsetLeft) < 2 ? [i] : []));
  return key === 'ArrowDown' ? inColumn.find((i) => i > at) : inColumn.findLast((i) => i < at);
}

export function Overview({ slides, elements, at, onGo, onClose }: OverviewProps) {
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const items = () => [...(list.current?.querySelectorAll('li') ?? [])];
  const focus = (slide: number) => items()[slide]?.querySelector<HTMLElement>(':scope > button')?.focus();
  const first = useRef(at);
  useEffect(() => focus(first.current), []);
  const onKey = (event: KeyboardEvent) => {
    const all = items();
    const here = all.findIndex((item) => item.contains(document.activeElement));
    const to = here < 0 ? undefined : stepped(event.key, here, all);
    if (to === undefined) return;
    event.preventDefault();
    focus(to);
  };
  return (
    <Dialog title={words.act.overview[language]} className="overview" onClose={onClose}>
      <ol ref={list} onKeyDown={onKey}>
        {slides.map(({ id, title, live, asks }, i) => {
          const element = elements[i];
          return (
            <li key={id} aria-current={i === at ? 'step' : undefined}>
              {element && <Miniature slide={element} />}
              <button
                type="button"
                onClick={() => {
                  onGo(i);
                  onClose();
                }}
              >
                <span>
                  {i + 1} · {title}
                </span>
                <small>
                  {[asks && words.asks[language], live && words.live[language]].filter(Boolean).join(' · ')}
                </small>
              </button>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
