/** All slides at a glance; one press goes to any of them. */
import { useEffect, useRef } from 'react';
import { useLanguage } from '../prose/language.ts';
import { Dialog } from './Dialog.tsx';
import type { Slide } from './deck.ts';
import { words } from './words.ts';

interface OverviewProps {
  readonly slides: readonly Slide[];
  readonly at: number;
  readonly onGo: (slide: number) => void;
  readonly onClose: () => void;
}

export function Overview({ slides, at, onGo, onClose }: OverviewProps) {
  const language = useLanguage();
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => current.current?.focus(), []);
  return (
    <Dialog title={words.act.overview[language]} className="overview" onClose={onClose}>
      <ol>
        {slides.map(({ id, title, live, asks }, i) => (
          <li key={id}>
            <button
              type="button"
              ref={i === at ? current : undefined}
              aria-current={i === at ? 'step' : undefined}
              onClick={() => {
                onGo(i);
                onClose();
              }}
            >
              <small>
                {[i + 1, asks && words.asks[language], live && words.live[language]].filter(Boolean).join(' · ')}
              </small>
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
