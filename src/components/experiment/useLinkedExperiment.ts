/** An experiment that lives in the address: read once the page is up, written at each change. */
import { useCallback, useEffect, useState } from 'react';
import type { Experiment } from '../../model/experiment.ts';
import { type Notice, parsePermalink, printAddress } from '../../model/permalink.ts';
import { experimentQuery, pageQuery } from '../shell/mode.ts';

export interface LinkedExperiment {
  readonly experiment: Experiment;
  readonly notices: readonly Notice[];
  readonly change: (next: Experiment) => void;
  readonly dismiss: () => void;
  /** Back to what the page starts with, as the link's reader may ask. */
  readonly undo: () => void;
}

const addressOf = (query: string) => {
  const { pathname, search, hash } = window.location;
  const whole = [pageQuery(search), query].filter(Boolean).join('&');
  return pathname + (whole && `?${whole}`) + hash;
};

/** @param initial what an address without a query means; keep its identity stable */
export function useLinkedExperiment(initial: Experiment): LinkedExperiment {
  const [experiment, setExperiment] = useState(initial);
  const [notices, setNotices] = useState<readonly Notice[]>([]);

  useEffect(() => {
    const query = experimentQuery(window.location.search);
    if (!query) return;
    const read = parsePermalink(query);
    setExperiment(read.experiment);
    setNotices(read.notices);
  }, []);

  const change = useCallback(
    (next: Experiment) => {
      setExperiment(next);
      const query = printAddress(next) === printAddress(initial) ? '' : printAddress(next);
      window.history.replaceState(window.history.state, '', addressOf(query));
    },
    [initial],
  );
  const dismiss = useCallback(() => setNotices([]), []);
  const undo = useCallback(() => {
    setNotices([]);
    change(initial);
  }, [change, initial]);
  return { experiment, notices, change, dismiss, undo };
}
