/**
 * Recordings on the page. At build time they are at hand, and are written as drawings for readers without scripts; in the
 * browser a live part fetches its own, and shows it until it trains.
 */
import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { RecordedRun, RecordedSweep } from '../../model/recording.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';

interface AtBuild {
  readonly files: ReadonlyMap<string, ArrayBuffer>;
  readonly model: typeof import('../../model/recording.ts');
  readonly Drawings: ComponentType<DrawingsProps>;
}
interface DrawingsProps {
  readonly snapshot: RunSnapshot;
  readonly quantities?: readonly LayeredQuantity[] | undefined;
}

/** Files by name, how they are read and how a run is drawn, where the page is written at build time. */
export const RecordingsAtBuild = createContext<AtBuild | undefined>(undefined);

type Decode<T> = (model: typeof import('../../model/recording.ts')) => (bytes: ArrayBuffer) => T;
const asRun: Decode<RecordedRun> = ({ decodeRun }) => decodeRun;
const asSweep: Decode<RecordedSweep> = ({ decodeSweep }) => decodeSweep;

/** The recording of this name, once it is here; a missing or damaged file is none. */
function useRecording<T>(name: string, decode: Decode<T>, wanted: boolean): T | undefined {
  const [recorded, setRecorded] = useState<T>();
  useEffect(() => {
    if (!wanted) return;
    const leaving = new AbortController();
    const load = async () => {
      const [model, response] = await Promise.all([
        import('../../model/recording.ts'),
        fetch(import.meta.env.BASE_URL + name, { signal: leaving.signal }),
      ]);
      if (response.ok) setRecorded(decode(model)(await response.arrayBuffer()));
    };
    // The page is whole without it.
    load().catch(() => {});
    return () => leaving.abort();
  }, [name, decode, wanted]);
  return recorded;
}

/** Fetched once it is `wanted`. */
export const useRecordedRun = (name: string, wanted = true): RecordedRun | undefined =>
  useRecording(name, asRun, wanted);
/** Fetched once it is `wanted`. */
export const useRecordedSweep = (name: string, wanted: boolean): RecordedSweep | undefined =>
  useRecording(name, asSweep, wanted);

/** A recorded run as what a run looks like when it is done. */
export const snapshotOf = ({ origin, experiment, arms }: RecordedRun): RunSnapshot => ({
  status: 'done',
  experiment,
  arms,
  step: experiment.steps,
  milliseconds: origin.milliseconds,
  recording: origin,
});

interface UnscriptedRunProps extends Pick<DrawingsProps, 'quantities'> {
  readonly name: string;
}

/**
 * A recorded run drawn for readers without scripts: browsers that run scripts do not even lay it out. What reads and draws
 * it comes in at build time alone, and stays out of the scripts.
 */
export function UnscriptedRun({ name, quantities }: UnscriptedRunProps) {
  const atBuild = useContext(RecordingsAtBuild);
  const bytes = atBuild?.files.get(name);
  if (!atBuild || !bytes) return <noscript />;
  const { Drawings, model } = atBuild;
  return (
    <noscript>
      <Drawings snapshot={snapshotOf(model.decodeRun(bytes))} quantities={quantities} />
    </noscript>
  );
}

interface UnscriptedSweepProps {
  readonly name: string;
  readonly children: (recorded: RecordedSweep) => ReactNode;
}

/** The same of a sweep. */
export function UnscriptedSweep({ name, children }: UnscriptedSweepProps) {
  const atBuild = useContext(RecordingsAtBuild);
  const bytes = atBuild?.files.get(name);
  return <noscript>{atBuild && bytes && children(atBuild.model.decodeSweep(bytes))}</noscript>;
}
