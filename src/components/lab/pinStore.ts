/** Keeps pinned runs in the browser. A state, its listeners, a few functions; nothing in it throws. */
import { useSyncExternalStore } from 'react';
import { type Pin, printPins, readPins } from '../../model/lab/pins.ts';
import { workStorage } from '../shell/storage.ts';

/** Why the pins are not kept, or not as the reader may think. */
type PinTrouble =
  | { readonly kind: 'full' | 'denied' | 'damaged' }
  /** Stored by a later version of this page: left as it is. */
  | { readonly kind: 'newer'; readonly theirs: number };

export interface PinState {
  readonly pins: readonly Pin[];
  readonly trouble?: PinTrouble;
}

export interface PinStore {
  /** The same object until something changes. */
  readonly getState: () => PinState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (change: (pins: readonly Pin[]) => readonly Pin[]) => void;
  /** Reads the storage anew: another tab has written. */
  readonly reload: () => void;
}

export const pinKey = 'residual-lab.pins';
/** Where a stored text goes that cannot be read. */
export const damagedPinKey = `${pinKey}.damaged`;

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** @param storage asked for at each use, because asking may itself be denied */
export function createPinStore(storage: () => Pick<Storage, 'getItem' | 'setItem'>): PinStore {
  const listeners = new Set<() => void>();
  let state: PinState | undefined;
  const write = (name: string, text: string): PinTrouble | undefined => {
    try {
      storage().setItem(name, text);
      return undefined;
    } catch (error) {
      return { kind: isFull(error) ? 'full' : 'denied' };
    }
  };
  const load = (): PinState => {
    let text: string | null;
    try {
      text = storage().getItem(pinKey);
    } catch {
      return { pins: [], trouble: { kind: 'denied' } };
    }
    if (text === null) return { pins: [] };
    const reading = readPins(text);
    if (reading.kind === 'read') return { pins: reading.pins };
    if (reading.kind === 'newer') return { pins: [], trouble: reading };
    write(damagedPinKey, text);
    return { pins: [], trouble: { kind: 'damaged' } };
  };
  const getState = () => {
    state ??= load();
    return state;
  };
  const adopt = (next: PinState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    getState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      const { pins: before, trouble: earlier } = getState();
      const pins = change(before);
      if (pins === before) return;
      const trouble = earlier?.kind === 'newer' ? earlier : write(pinKey, printPins(pins));
      adopt({ pins, ...(trouble && { trouble }) });
    },
    reload: () => adopt(load()),
  };
}

/** Distinct within this browser, and to be had wherever pages are served from. */
export const freshId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

export const pinStore = createPinStore(workStorage);

function subscribe(listener: () => void): () => void {
  const leave = pinStore.subscribe(listener);
  const onStorage = (event: StorageEvent) => {
    if (event.key === pinKey || event.key === null) pinStore.reload();
  };
  window.addEventListener('storage', onStorage);
  return () => {
    leave();
    window.removeEventListener('storage', onStorage);
  };
}

/** What the page is written with at build time, and begins with. */
const atBuild: PinState = { pins: [] };

export const usePins = (): PinState => useSyncExternalStore(subscribe, pinStore.getState, () => atBuild);
