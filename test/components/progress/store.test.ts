import { describe, expect, it, vi } from 'vitest';
import { checkAnswer, markClaim } from '../../../src/components/progress/changes.ts';
import { fileText } from '../../../src/components/progress/file.ts';
import { nothing } from '../../../src/components/progress/progress.ts';
import { createProgressStore, damagedKey, key } from '../../../src/components/progress/store.ts';

/** A storage of so many characters. */
function storageOf(room = 1_000_000, content: Record<string, string> = {}) {
  const items = new Map(Object.entries(content));
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError');
      items.set(name, value);
    },
  };
}
const stored = (progress: object) => ({ [key]: JSON.stringify(progress) });
const answered = checkAnswer('chain', 'why', 1);

describe('the store', () => {
  it('begins with nothing and writes what changes', () => {
    const storage = storageOf();
    const store = createProgressStore(() => storage);
    expect(store.getState()).toEqual({ progress: nothing });
    expect(storage.items.size).toBe(0);
    store.change(answered);
    expect(store.getState().progress.answers).toEqual({ chain: { why: 1 } });
    expect(createProgressStore(() => storage).getState()).toEqual(store.getState());
  });
  it('gives the same state until something changes, and tells of changes only', () => {
    const store = createProgressStore(() => storageOf());
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    const before = store.getState();
    store.change((progress) => progress);
    expect(store.getState()).toBe(before);
    expect(listener).not.toHaveBeenCalled();
    store.change(answered);
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    store.change(markClaim('a', true));
    expect(listener).toHaveBeenCalledTimes(1);
  });
  it('keeps the progress for the visit when storage is full, says so, and recovers', () => {
    const storage = storageOf(10);
    const store = createProgressStore(() => storage);
    store.change(answered);
    expect(store.getState()).toMatchObject({ progress: { answers: { chain: { why: 1 } } }, trouble: { kind: 'full' } });
    const roomier = storageOf();
    storage.setItem = roomier.setItem;
    store.change(markClaim('a', true));
    expect(store.getState().trouble).toBeUndefined();
    expect(JSON.parse(roomier.items.get(key) ?? '')).toEqual(store.getState().progress);
  });
  it('works for the visit where storage is denied', () => {
    const store = createProgressStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(store.getState().trouble).toEqual({ kind: 'denied' });
    store.change(answered);
    expect(store.getState()).toMatchObject({
      progress: { answers: { chain: { why: 1 } } },
      trouble: { kind: 'denied' },
    });
  });
  it('leaves the progress of a newer version as it is, and shows what it understands of it', () => {
    const newer = { ...answered(nothing), version: 7, badges: ['gold'] };
    const storage = storageOf(1_000_000, stored(newer));
    const store = createProgressStore(() => storage);
    expect(store.getState()).toMatchObject({
      progress: { version: 1, answers: { chain: { why: 1 } } },
      trouble: { kind: 'newer', theirs: 7 },
    });
    store.change(markClaim('a', true));
    expect(store.getState().progress.marks).toEqual({ a: true });
    expect(JSON.parse(storage.items.get(key) ?? '')).toEqual(newer);
    expect(JSON.parse(fileText(store.getState()))).toEqual(newer);
  });
  it('sets aside what it cannot read, and begins anew', () => {
    const storage = storageOf(1_000_000, { [key]: '{"half": ' });
    const store = createProgressStore(() => storage);
    expect(store.getState()).toEqual({ progress: nothing, trouble: { kind: 'damaged' } });
    store.change(answered);
    expect(store.getState().trouble).toBeUndefined();
    expect(storage.items.get(damagedKey)).toBe('{"half": ');
  });
  it('takes over what another tab has written', () => {
    const storage = storageOf();
    const [mine, theirs] = [createProgressStore(() => storage), createProgressStore(() => storage)];
    const listener = vi.fn();
    mine.subscribe(listener);
    mine.change(markClaim('a', true));
    theirs.change(answered);
    mine.reload();
    expect(mine.getState()).toEqual(theirs.getState());
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
