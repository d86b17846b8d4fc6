/** Undo and redo over the settings, by buttons and by the usual keys; kept in memory. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { done, type History, redone, undone } from '../builder/history.ts';

/** Changes of one setting that follow each other faster than this are one step: a drag is undone as a whole. */
const together = 700;

export interface Undo<T> {
  /** `part` names what changes, so that a drag is told from two changes. */
  readonly change: (next: T, part?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Where a text is being typed the keys belong to the text. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['range', 'radio', 'checkbox', 'button'].includes(target.type));

/** @param put shows a state; keep its identity */
export function useUndo<T>(present: T, put: (state: T) => void): Undo<T> {
  const history = useRef<History<T>>({ past: [], present, future: [] });
  // A link or another tab may have put something else there: that is no step of the reader's.
  if (history.current.present !== present) history.current = { ...history.current, present };
  const last = useRef<{ readonly part: string; readonly at: number }>(undefined);
  const [ends, setEnds] = useState({ canUndo: false, canRedo: false });

  const go = useCallback(
    (next: History<T>) => {
      history.current = next;
      setEnds({ canUndo: next.past.length > 0, canRedo: next.future.length > 0 });
      put(next.present);
    },
    [put],
  );
  const change = useCallback(
    (next: T, part?: string) => {
      const now = Date.now();
      const dragged = part !== undefined && last.current?.part === part && now - last.current.at < together;
      last.current = part === undefined ? undefined : { part, at: now };
      const before = history.current;
      go(dragged && before.past.length > 0 ? { ...before, present: next, future: [] } : done(before, next));
    },
    [go],
  );
  const step = useCallback(
    (by: (before: History<T>) => History<T>) => {
      const next = by(history.current);
      last.current = undefined;
      if (next !== history.current) go(next);
    },
    [go],
  );
  const undo = useCallback(() => step(undone), [step]);
  const redo = useCallback(() => step(redone), [step]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [undo, redo]);
  return { change, undo, redo, ...ends };
}
