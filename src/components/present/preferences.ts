/** Whether keys of one character count: the speaker's choice, kept in the browser. */
import { useSyncExternalStore } from 'react';
import { store, stored } from '../shell/storage.ts';

const key = 'present.keys';
const listeners = new Set<() => void>();
let single: boolean | undefined;

export const singleKeys = (): boolean => {
  single ??= stored(key) !== 'off';
  return single;
};
export function chooseSingleKeys(on: boolean): void {
  single = on;
  store(key, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeys, () => true);
