/** The progress of this browser's reader, for components. */
import { useSyncExternalStore } from 'react';
import { workStorage } from '../shell/storage.ts';
import { nothing } from './progress.ts';
import { createProgressStore, key, type ProgressState } from './store.ts';

export const progressStore = createProgressStore(workStorage);

function subscribe(listener: () => void): () => void {
  const leave = progressStore.subscribe(listener);
  const onStorage = (event: StorageEvent) => {
    if (event.key === key || event.key === null) progressStore.reload();
  };
  window.addEventListener('storage', onStorage);
  return () => {
    leave();
    window.removeEventListener('storage', onStorage);
  };
}

/** What every page is written with at build time, and begins with. */
const atBuild: ProgressState = { progress: nothing };

export const useProgress = (): ProgressState => useSyncExternalStore(subscribe, progressStore.getState, () => atBuild);
