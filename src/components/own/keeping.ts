/** Keeps the reader's own data in the browser: read once, written at each change. Nothing in it throws. */
import { useSyncExternalStore } from 'react';
import type { OwnData } from '../../model/data/ownData.ts';
import { printOwn, readOwn } from '../../model/data/ownDocument.ts';
import { ownStore } from '../experiment/ownStore.ts';
import { keptStorage } from '../shell/storage.ts';

/** Why the data are not kept, or not as the reader may think. */
export type OwnTrouble =
  | { readonly kind: 'full' | 'denied' | 'damaged' }
  /** Stored by a later version of this page: left as it is. */
  | { readonly kind: 'newer'; readonly theirs: number };

export const ownKey = 'residual-lab.own-data';
/** Where a stored text goes that cannot be read. */
export const damagedOwnKey = `${ownKey}.damaged`;

export interface OwnKeeping {
  /** Puts what is stored into the store, the first time; from then on every change is stored. */
  readonly load: () => void;
  readonly getTrouble: () => OwnTrouble | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** @param storage asked for at each use, because asking may itself be denied */
export function createOwnKeeping(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  store: Pick<typeof ownStore, 'get' | 'put' | 'subscribe'>,
): OwnKeeping {
  const listeners = new Set<() => void>();
  let trouble: OwnTrouble | undefined;
  let loaded = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const attempt = (work: () => void): OwnTrouble | undefined => {
    try {
      work();
      return undefined;
    } catch (error) {
      return { kind: isFull(error) ? 'full' : 'denied' };
    }
  };
  const write = (data: OwnData | undefined) => {
    if (trouble?.kind === 'newer') return;
    trouble = attempt(() => (data ? storage().setItem(ownKey, printOwn(data)) : storage().removeItem(ownKey)));
    // What is stored must not come back in the place of what could not be.
    if (trouble?.kind === 'full') attempt(() => storage().removeItem(ownKey));
    tell();
  };
  const read = () => {
    let text: string | null;
    try {
      text = storage().getItem(ownKey);
    } catch {
      trouble = { kind: 'denied' };
      return;
    }
    if (text === null) return;
    const reading = readOwn(text);
    if (reading.kind === 'read') return store.put(reading.data);
    if (reading.kind === 'newer') {
      trouble = reading;
      return;
    }
    const damaged = text;
    attempt(() => storage().setItem(damagedOwnKey, damaged));
    trouble = { kind: 'damaged' };
  };
  return {
    load() {
      if (loaded) return;
      loaded = true;
      // A run file opened before may have brought data along: those are newer.
      if (store.get() === undefined) read();
      else write(store.get());
      store.subscribe(() => write(store.get()));
      tell();
    },
    getTrouble: () => trouble,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export const ownKeeping = createOwnKeeping(keptStorage, ownStore);

/** Whether there are own data, those of an earlier visit among them. */
export function hasOwn(): boolean {
  ownKeeping.load();
  return ownStore.get() !== undefined;
}

export const useOwnTrouble = (): OwnTrouble | undefined =>
  useSyncExternalStore(ownKeeping.subscribe, ownKeeping.getTrouble, () => undefined);
