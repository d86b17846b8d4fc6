/** What the browser keeps of the reader: choices, and progress. A page inside another page keeps nothing. */
import { isGuest, mode } from './mode.ts';

type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const kept = new Map<string, string>();
const forThisVisit: Keeping = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, text) => kept.set(key, text),
  removeItem: (key) => kept.delete(key),
};

/** Where it keeps what the reader does: a talk begins without what the speaker answered at home, and leaves that as it is. */
export function workStorage(): Keeping {
  if (isGuest || mode.kind === 'handout' || mode.kind === 'speaker') return forThisVisit;
  return mode.kind === 'present' ? sessionStorage : localStorage;
}

/** Where it keeps what belongs to the reader in a talk as well: choices, and data of their own. */
export const keptStorage = (): Keeping => (isGuest ? forThisVisit : localStorage);

/** null when nothing is stored or storage is denied. */
export function stored(key: string): string | null {
  try {
    return keptStorage().getItem(key);
  } catch {
    return null;
  }
}

/** Denied or full storage loses the choice at the end of the visit, and nothing else. */
export function store(key: string, value: string): void {
  try {
    keptStorage().setItem(key, value);
  } catch {
    // The choice holds for this visit.
  }
}
