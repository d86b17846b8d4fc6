/** A window over the slide. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../prose/language.ts';
import { words } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, className, onClose, children }: DialogProps) {
  const language = useLanguage();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={`window ${className}`} aria-labelledby={heading} onClose={onClose}>
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.close[language]}
        </button>
      </header>
      {children}
    </dialog>
  );
}
