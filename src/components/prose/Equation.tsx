/**
 * A displayed equation with its number and one line of words under it. The symbols that the formula marks with
 * `\sym{key}{...}` are explained on hover and touch; by keyboard, the arrow keys go from one to the next.
 */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Bilingual } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

interface EquationProps {
  readonly n: number;
  /** What the equation says, in words. */
  readonly words: string;
  /** What each marked symbol stands for. */
  readonly symbols?: Readonly<Record<string, Bilingual>>;
  /** The typeset equation. */
  readonly children: ReactNode;
}

const marked = '[data-symbol]';

export function Equation({ n, words, symbols = {}, children }: EquationProps) {
  const { t } = useProse();
  const language = useLanguage();
  const body = useRef<HTMLFieldSetElement>(null);
  const [shown, setShown] = useState<string>();
  const show = (element: Element | null | undefined) => {
    for (const other of body.current?.querySelectorAll('.symbol-shown') ?? []) other.classList.remove('symbol-shown');
    element?.classList.add('symbol-shown');
    setShown(element?.getAttribute('data-symbol') ?? undefined);
  };
  const over = (target: EventTarget) => target instanceof Element && show(target.closest(marked));
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...(body.current?.querySelectorAll(marked) ?? [])];
    if (!by || all.length === 0) return;
    event.preventDefault();
    const at = all.findIndex((element) => element.classList.contains('symbol-shown'));
    show(all[(at + by + all.length) % all.length]);
  };
  const explained = shown === undefined ? undefined : symbols[shown]?.[language];
  const explains = Object.keys(symbols).length > 0;
  return (
    <figure id={`equation-${n}`} className="equation">
      <div className="equation-line">
        <fieldset
          className="equation-body"
          ref={body}
          aria-label={t(explains ? 'equationSymbols' : 'equation', { n })}
          {...(explains && {
            tabIndex: 0,
            onKeyDown: move,
            onFocus: () => show(body.current?.querySelector(marked)),
            onBlur: () => show(undefined),
            onPointerOver: ({ target }) => over(target),
            onPointerLeave: () => show(undefined),
            onClick: ({ target }) => over(target),
          })}
        >
          {children}
        </fieldset>
        <span className="equation-number" title={t('equation', { n })}>
          ({n})
        </span>
      </div>
      {explains && (
        <p className="equation-symbol" aria-live="polite">
          {explained ?? t('symbolsHint')}
        </p>
      )}
      <figcaption>{words}</figcaption>
    </figure>
  );
}
