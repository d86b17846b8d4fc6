/** A run that belongs to its settings: once something was trained, every change trains anew, as fast as it is dragged. */
import { useCallback, useEffect, useRef } from 'react';
import { type Experiment, type Settings, wholeDepth } from '../../model/experiment.ts';
import type { Run } from '../../model/worker/run.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { useOwn } from './ownStore.ts';
import { useRun } from './useRun.ts';

export const same = (a: Experiment, b: Experiment): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What the run shows belongs to the settings: a change trains anew if something was trained, and only resets if not. */
export function useRetrained(experiment: Experiment): [Run, RunSnapshot] {
  const [run, snapshot] = useRun(experiment);
  const own = useOwn();
  useEffect(() => {
    const { status, experiment: shown, own: used } = run.getSnapshot();
    if (same(shown, experiment) && (experiment.dataset !== 'own' || used?.key === own?.key)) return;
    if (status === 'idle') run.reset(experiment);
    else run.start(experiment);
  }, [experiment, own, run]);
  return [run, snapshot];
}

/** Changes some settings and leaves the rest; depth stays whole units. Keeps its identity, so that controls rest. */
export function useSettings(
  experiment: Experiment,
  change: (next: Experiment, part: Partial<Settings>) => void,
): (part: Partial<Settings>) => void {
  const latest = useRef(experiment);
  latest.current = experiment;
  return useCallback(
    (part) => {
      const next = { ...latest.current, ...part };
      change({ ...next, depth: wholeDepth(next.depth, next.layersPerUnit) }, part);
    },
    [change],
  );
}
