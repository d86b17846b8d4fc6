/** The reader's own data of this visit: one value that runs, sweeps and inquiries take when they begin. */
import { useSyncExternalStore } from 'react';
import type { OwnData } from '../../model/data/ownData.ts';

const listeners = new Set<() => void>();
let data: OwnData | undefined;

export const ownStore = {
  get: (): OwnData | undefined => data,
  put(next: OwnData | undefined) {
    if (next === data) return;
    data = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
} as const;

/** Pages are written without any, and begin so. */
export const useOwn = (): OwnData | undefined =>
  useSyncExternalStore(ownStore.subscribe, ownStore.get, () => undefined);
