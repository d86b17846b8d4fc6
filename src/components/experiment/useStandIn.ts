/** A recording in the place of what was not trained here: because nothing can be, or because it took longer than asked. */
import type { Origin } from '../../model/recording.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { useMode } from '../shell/mode.ts';
import { useFreeze, useFreezeLimit } from './freeze.ts';
import { type Decode, useRecording } from './recordings.tsx';

interface Place<R> {
  /** Names of the files; none where nothing was recorded. */
  readonly names: readonly string[] | undefined;
  readonly decode: Decode<R>;
  /** Whether the settings are those that were recorded. */
  readonly fits: (recorded: R) => boolean;
  readonly status: RunSnapshot['status'];
  /** Stops what takes too long: back to idle. */
  readonly stop: () => void;
  /** Whether no prediction asks for the result, or the one that does is locked. */
  readonly open?: boolean;
}

export interface StandIn<R> {
  /** What is shown in the place of the part's own result. */
  readonly recorded: R | undefined;
  /** The seconds that were not enough. */
  readonly late: number | undefined;
  /** Whether it is held back until the prediction is locked. */
  readonly withheld: boolean;
}

const none: readonly string[] = [];

export function useStandIn<R extends { readonly origin: Origin }>({
  names,
  decode,
  fits,
  status,
  stop,
  open = true,
}: Place<R>): StandIn<R> {
  const limited = useFreezeLimit() !== undefined;
  // A guest page has no box for a prediction.
  const guest = useMode().kind === 'embed';
  const failed = status === 'failed';
  const found = useRecording(names ?? none, decode, names !== undefined && (limited || failed));
  const ready = names && found && fits(found) ? found : undefined;
  const late = useFreeze(status, ready !== undefined, stop);
  // Who set a limit and pressed Run has asked for the result.
  const frozen = late !== undefined && status === 'idle';
  const shown = frozen || (failed && (open || guest));
  return {
    recorded: shown ? ready : undefined,
    late: frozen && ready ? late : undefined,
    withheld: failed && !shown && ready !== undefined,
  };
}
