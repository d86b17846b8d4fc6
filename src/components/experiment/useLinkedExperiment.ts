/** An experiment that lives in the address: read once the page is up, written at each change. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { defaultExperiment, type Experiment } from '../../model/experiment.ts';
import { type ChartChoice, chartLink, type LinkFormat } from '../../model/permalink-view.ts';
import { experimentQuery, pageQuery } from '../shell/mode.ts';
import type { LinkNotice } from './Notices.tsx';
import { ownStore } from './ownStore.ts';

export interface Linked<S> {
  readonly experiment: Experiment;
  /** What is looked at, which the address says too. */
  readonly shown: S;
  readonly show: (next: S) => void;
  readonly notices: readonly LinkNotice[];
  readonly change: (next: Experiment) => void;
  readonly dismiss: () => void;
  /** Back to what the page starts with, as the link's reader may ask. */
  readonly undo: () => void;
}

const isOwnHere = () => ownStore.get() !== undefined;

/** What is said of a link to an experiment on own data: those of its author are not in it. */
function ownNotice({ dataset }: Experiment, hasOwn: () => boolean): LinkNotice | undefined {
  if (dataset !== 'own') return undefined;
  if (!hasOwn()) return { kind: 'own-missing', used: defaultExperiment.dataset };
  // A page loaded anew is the reader's own, with the reader's own data.
  const [visit] = performance.getEntriesByType('navigation');
  const again = visit && 'type' in visit && visit.type !== 'navigate';
  return again ? undefined : { kind: 'own-here' };
}

const addressOf = (query: string) => {
  const { pathname, search, hash } = window.location;
  const whole = [pageQuery(search), query].filter(Boolean).join('&');
  return pathname + (whole && `?${whole}`) + hash;
};

/** Browsers refuse an address that changes at every move of a slider, and it costs a frame: it is written once that rests. */
const rest = 300;

export type LinkedExperiment = Linked<ChartChoice>;
export const useLinkedExperiment = (initial: Experiment, hasOwn = isOwnHere): LinkedExperiment =>
  useLinked(initial, chartLink, hasOwn);

/**
 * A link to an experiment on own data that are not here opens on other data and says so; the address stays as it was until
 * something is changed.
 * @param initial what an address without a query means; keep its identity stable
 * @param hasOwn whether there are own data here; keep its identity stable
 */
export function useLinked<S>(initial: Experiment, format: LinkFormat<S>, hasOwn = isOwnHere): Linked<S> {
  const [experiment, setExperiment] = useState(initial);
  const [shown, setShown] = useState(format.usual);
  const [notices, setNotices] = useState<readonly LinkNotice[]>([]);
  const latest = useRef({ experiment, shown });
  latest.current = { experiment, shown };
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const query = experimentQuery(window.location.search);
    if (!query) return;
    const read = format.parse(query);
    const notice = ownNotice(read.experiment, hasOwn);
    setExperiment(notice?.kind === 'own-missing' ? { ...read.experiment, dataset: notice.used } : read.experiment);
    setShown(() => read.shown);
    setNotices(notice ? [...read.notices, notice] : read.notices);
  }, [format, hasOwn]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const write = useCallback(
    (next: Experiment, look: S) => {
      clearTimeout(waiting.current);
      const query = format.print(next, look);
      const usual = query === format.print(initial, format.usual);
      window.history.replaceState(window.history.state, '', addressOf(usual ? '' : query));
    },
    [format, initial],
  );
  const writeLater = useCallback(() => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => write(latest.current.experiment, latest.current.shown), rest);
  }, [write]);
  const change = useCallback(
    (next: Experiment) => {
      setExperiment(next);
      writeLater();
    },
    [writeLater],
  );
  const show = useCallback(
    (next: S) => {
      setShown(() => next);
      writeLater();
    },
    [writeLater],
  );
  const dismiss = useCallback(() => setNotices([]), []);
  const undo = useCallback(() => {
    setNotices([]);
    setShown(() => format.usual);
    setExperiment(initial);
    write(initial, format.usual);
  }, [format, initial, write]);
  return { experiment, shown, show, notices, change, dismiss, undo };
}
