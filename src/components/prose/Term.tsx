/** A word of the glossary: a link to its entry, which it shows in short on hover and focus. Escape puts that away. */
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { termOf } from './glossary.ts';
import { useLanguage } from './language.ts';

interface TermProps {
  /** Of the glossary. */
  readonly id: string;
  /** The word as the sentence needs it. */
  readonly children: ReactNode;
}

/** Room left between the note and the edge of the window, in pixels. */
const margin = 8;

const useBeforePaint = typeof document === 'undefined' ? () => {} : useLayoutEffect;

export function Term({ id, children }: TermProps) {
  const language = useLanguage();
  const { name, says } = termOf(id);
  const described = useId();
  const note = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  useBeforePaint(() => {
    const element = note.current;
    if (!open || !element) return;
    element.style.translate = '';
    const { left, right } = element.getBoundingClientRect();
    const beyond = right + margin - document.documentElement.clientWidth;
    element.style.translate = `${beyond > 0 ? -Math.min(beyond, left - margin) : Math.max(0, margin - left)}px`;
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the link takes the focus; its note is part of what is hovered
    <span
      className="term"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
    >
      <Link to={`/${language}/glossary/#${id}`} aria-describedby={described}>
        {children}
      </Link>
      <span className="term-note" role="tooltip" id={described} ref={note} hidden={!open}>
        <strong>{name[language]}</strong> {says[language]}
      </span>
    </span>
  );
}
