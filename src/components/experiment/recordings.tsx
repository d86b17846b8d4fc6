/**
 * Recordings on the page. At build time they are at hand, and are written as drawings for readers without scripts; in the
 * browser a live part fetches its own when it is wanted.
 */
import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Origin, RecordedAnswer, RecordedKind, RecordedRun, RecordedSweep } from '../../model/recording.ts';
import type { LayeredQuantity } from '../../model/telemetry.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { RecordedNote } from './RunStatus.tsx';

export type Model = typeof import('../../model/recording.ts');

interface AtBuild {
  readonly files: ReadonlyMap<string, ArrayBuffer>;
  readonly model: Model;
  readonly Drawings: ComponentType<DrawingsProps>;
}
interface DrawingsProps {
  readonly snapshot: RunSnapshot;
  readonly quantities?: readonly LayeredQuantity[] | undefined;
}

/** Files by name, how they are read and how a run is drawn, where the page is written at build time. */
export const RecordingsAtBuild = createContext<AtBuild | undefined>(undefined);

/** How files are read together, in the order of their names. Keep its identity. */
export type Decode<R> = (model: Model, ...files: readonly ArrayBuffer[]) => R;
export const asRun = ({ decodeRun }: Model, file: ArrayBuffer): RecordedRun => decodeRun(file);
export const asSweep = ({ decodeSweep }: Model, file: ArrayBuffer): RecordedSweep => decodeSweep(file);
export const asAnswer =
  <K extends RecordedKind>(kind: K) =>
  ({ decodeAnswer }: Model, file: ArrayBuffer): RecordedAnswer<K> =>
    decodeAnswer(file, kind);

/** What these files hold, fetched once it is `wanted`; a missing or damaged file is none. */
export function useRecording<R>(names: readonly string[], decode: Decode<R>, wanted = true): R | undefined {
  const [recorded, setRecorded] = useState<R>();
  const key = names.join('\n');
  useEffect(() => {
    if (!wanted) return;
    const leaving = new AbortController();
    const fetched = async (name: string) => {
      const response = await fetch(import.meta.env.BASE_URL + name, { signal: leaving.signal });
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.arrayBuffer();
    };
    const load = async () => {
      const [model, files] = await Promise.all([
        import('../../model/recording.ts'),
        Promise.all(key.split('\n').map(fetched)),
      ]);
      const read = decode(model, ...files);
      if (!leaving.signal.aborted) setRecorded(read);
    };
    // The page is whole without it.
    load().catch(() => {});
    return () => leaving.abort();
  }, [key, decode, wanted]);
  return recorded;
}

/** Fetched once it is `wanted`. */
export const useRecordedRun = (name: string, wanted = true): RecordedRun | undefined =>
  useRecording([name], asRun, wanted);

/** A recorded run as what a run looks like when it is done. */
export const snapshotOf = ({ origin, experiment, arms }: RecordedRun): RunSnapshot => ({
  status: 'done',
  experiment,
  arms,
  step: experiment.steps,
  milliseconds: origin.milliseconds,
  recording: origin,
});

/** What these files hold, where the page is written at build time. */
function useAtBuild<R>(names: readonly string[], decode: Decode<R>): [R, AtBuild] | undefined {
  const atBuild = useContext(RecordingsAtBuild);
  const files = names.flatMap((name) => atBuild?.files.get(name) ?? []);
  return atBuild && files.length === names.length ? [decode(atBuild.model, ...files), atBuild] : undefined;
}

interface UnscriptedProps<R> {
  readonly names: readonly string[];
  readonly decode: Decode<R>;
  /** Whether networks were measured instead of trained. */
  readonly measured?: boolean;
  readonly children: (recorded: R) => ReactNode;
}

/**
 * A recording drawn for readers without scripts: browsers that run scripts do not even lay it out. What reads it comes in at
 * build time alone, and stays out of the scripts.
 */
export function Unscripted<R extends { readonly origin: Origin }>(props: UnscriptedProps<R>) {
  const { names, decode, measured = false, children } = props;
  const [recorded] = useAtBuild(names, decode) ?? [];
  return (
    <noscript>
      {recorded && (
        <div className="drawings">
          <RecordedNote origin={recorded.origin} measured={measured} />
          {children(recorded)}
        </div>
      )}
    </noscript>
  );
}

interface UnscriptedRunProps extends Pick<DrawingsProps, 'quantities'> {
  readonly name: string;
}

/** A recorded run, its loss and its layers before the first step. What draws it comes in at build time alone, too. */
export function UnscriptedRun({ name, quantities }: UnscriptedRunProps) {
  const [recorded, atBuild] = useAtBuild([name], asRun) ?? [];
  return (
    <noscript>
      {recorded && atBuild && <atBuild.Drawings snapshot={snapshotOf(recorded)} quantities={quantities} />}
    </noscript>
  );
}
