/** Keeps a reader's progress in the browser. A state, its listeners, four functions; nothing in it throws. */
import { nothing, type Progress, readProgress } from './progress.ts';

/** Why the progress is not kept, or not as the reader may think. */
export type Trouble =
  | { readonly kind: 'full' | 'denied' | 'damaged' }
  /** Stored by a later version of this page: shown, and left as it is. */
  | { readonly kind: 'newer'; readonly theirs: number; readonly text: string };

export interface ProgressState {
  readonly progress: Progress;
  readonly trouble?: Trouble;
}

export interface ProgressStore {
  /** The same object until something changes. */
  readonly getState: () => ProgressState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Applies a change and stores the result, where storage allows. */
  readonly change: (change: (progress: Progress) => Progress) => void;
  /** Reads the storage anew: another tab has written. */
  readonly reload: () => void;
}

export const key = 'residual-lab.progress';
/** Where a stored text goes that cannot be read: it may be mended one day, but is not written over. */
export const damagedKey = `${key}.damaged`;

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** @param storage asked for at each use, because asking may itself be denied */
export function createProgressStore(storage: () => Pick<Storage, 'getItem' | 'setItem'>): ProgressStore {
  const listeners = new Set<() => void>();
  let state: ProgressState | undefined;

  const write = (name: string, text: string): Trouble | undefined => {
    try {
      storage().setItem(name, text);
      return undefined;
    } catch (error) {
      return { kind: isFull(error) ? 'full' : 'denied' };
    }
  };
  const load = (): ProgressState => {
    let text: string | null;
    try {
      text = storage().getItem(key);
    } catch {
      return { progress: nothing, trouble: { kind: 'denied' } };
    }
    if (text === null) return { progress: nothing };
    const reading = readProgress(text);
    if (reading.kind === 'read') return { progress: reading.progress };
    if (reading.kind === 'newer') {
      return { progress: reading.progress, trouble: { kind: 'newer', theirs: reading.theirs, text } };
    }
    write(damagedKey, text);
    return { progress: nothing, trouble: { kind: 'damaged' } };
  };
  const getState = () => {
    state ??= load();
    return state;
  };
  const adopt = (next: ProgressState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  return {
    getState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    change: (change) => {
      const { progress: before, trouble: earlier } = getState();
      const progress = change(before);
      if (progress === before) return;
      if (earlier?.kind === 'newer') {
        adopt({ progress, trouble: earlier });
        return;
      }
      const trouble = write(key, JSON.stringify(progress));
      adopt({ progress, ...(trouble && { trouble }) });
    },
    reload: () => adopt(load()),
  };
}
