/** The design on the page: it lives in the address, and every change can be taken back. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Notice, printDesign, readDesign } from './address.ts';
import type { Design } from './design.ts';
import { beginning, done, redone, undone } from './history.ts';

export interface Drafting {
  readonly design: Design;
  readonly notices: readonly Notice[];
  /** Nothing is kept of a change that changes nothing. */
  readonly change: (next: Design) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly dismiss: () => void;
}

/** @param initial what an address without a query means; keep its identity stable */
export function useDesign(initial: Design): Drafting {
  const [history, setHistory] = useState(() => beginning(initial));
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const { past, present, future } = history;

  useEffect(() => {
    const { search } = window.location;
    if (search.length < 2) return;
    const read = readDesign(search, initial);
    setHistory(beginning(read.design));
    setNotices(read.notices);
  }, [initial]);

  // Not at the start: there the address says more than the page does.
  useEffect(() => {
    if (past.length === 0 && future.length === 0) return;
    const query = printDesign(present);
    const { pathname, hash } = window.location;
    const address = pathname + (query === printDesign(initial) ? '' : `?${query}`) + hash;
    window.history.replaceState(window.history.state, '', address);
  }, [present, past, future, initial]);

  const change = useCallback(
    (next: Design) => setHistory((now) => (printDesign(next) === printDesign(now.present) ? now : done(now, next))),
    [],
  );
  const undo = useCallback(() => setHistory(undone), []);
  const redo = useCallback(() => setHistory(redone), []);
  const dismiss = useCallback(() => setNotices([]), []);
  return useMemo(
    () => ({
      design: present,
      notices,
      change,
      undo: past.length > 0 ? undo : undefined,
      redo: future.length > 0 ? redo : undefined,
      dismiss,
    }),
    [present, notices, change, past.length, future.length, undo, redo, dismiss],
  );
}
