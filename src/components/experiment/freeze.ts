/** Freeze: a run that takes longer than asked gives way to its recording. Asked for by the address, or by the presenter. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { mode } from '../shell/mode.ts';

const listeners = new Set<() => void>();
let limit = mode.freeze;

/** @param seconds none lets every run take its time */
export function setFreezeLimit(seconds: number | undefined): void {
  limit = seconds;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
/** Seconds that a run may take. */
export const useFreezeLimit = (): number | undefined =>
  useSyncExternalStore(
    subscribe,
    () => limit,
    () => undefined,
  );

/**
 * Stops a run that takes too long, where there is a recording to show.
 * @param stop called once the time is up
 * @returns the seconds that were not enough for the run started last
 */
export function useFreeze(status: RunSnapshot['status'], recorded: boolean, stop: () => void): number | undefined {
  const seconds = useFreezeLimit();
  const [late, setLate] = useState<number>();
  const latest = useRef(stop);
  latest.current = stop;
  const running = status === 'running';
  useEffect(() => {
    if (!running) return;
    setLate(undefined);
    if (seconds === undefined || !recorded) return;
    const timer = setTimeout(() => {
      setLate(seconds);
      latest.current();
    }, 1000 * seconds);
    return () => clearTimeout(timer);
  }, [running, seconds, recorded]);
  return late;
}
