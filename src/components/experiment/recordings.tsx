/**
 * Recordings on the page. At build time they are at hand, and are written as drawings for readers without scripts; in the
 * browser a live part fetches its own, and shows it until it trains.
 */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { decodeRun, decodeSweep, type RecordedRun, type RecordedSweep } from '../../model/recording.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';

/** Files by name, where the page is written at build time. */
export const RecordingsAtBuild = createContext<ReadonlyMap<string, ArrayBuffer> | undefined>(undefined);

/** The recording of this name, once it is here; a missing or damaged file is none. */
function useRecording<T>(name: string, decode: (bytes: ArrayBuffer) => T, wanted: boolean): T | undefined {
  const [recorded, setRecorded] = useState<T>();
  useEffect(() => {
    if (!wanted) return;
    const leaving = new AbortController();
    fetch(import.meta.env.BASE_URL + name, { signal: leaving.signal })
      .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(new Error(response.statusText))))
      .then((bytes) => setRecorded(decode(bytes)))
      // The page is whole without it.
      .catch(() => {});
    return () => leaving.abort();
  }, [name, decode, wanted]);
  return recorded;
}

/** Fetched once it is `wanted`. */
export const useRecordedRun = (name: string, wanted = true): RecordedRun | undefined =>
  useRecording(name, decodeRun, wanted);
export const useRecordedSweep = (name: string, wanted: boolean): RecordedSweep | undefined =>
  useRecording(name, decodeSweep, wanted);

/** A recorded run as what a run looks like when it is done. */
export const snapshotOf = ({ origin, experiment, arms }: RecordedRun): RunSnapshot => ({
  status: 'done',
  experiment,
  arms,
  step: experiment.steps,
  milliseconds: origin.milliseconds,
  recording: origin,
});

/** Drawn from the recording for readers without scripts; browsers that run scripts do not even lay it out. */
function Unscripted({ children }: { readonly children: ReactNode }) {
  return <noscript>{children}</noscript>;
}

export function UnscriptedRun({
  name,
  children,
}: {
  readonly name: string;
  readonly children: (run: RecordedRun) => ReactNode;
}) {
  const bytes = useContext(RecordingsAtBuild)?.get(name);
  return <Unscripted>{bytes && children(decodeRun(bytes))}</Unscripted>;
}

export function UnscriptedSweep({
  name,
  children,
}: {
  readonly name: string;
  readonly children: (sweep: RecordedSweep) => ReactNode;
}) {
  const bytes = useContext(RecordingsAtBuild)?.get(name);
  return <Unscripted>{bytes && children(decodeSweep(bytes))}</Unscripted>;
}
