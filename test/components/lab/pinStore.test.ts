import { expect, it } from 'vitest';
import { createPinStore, damagedPinKey, pinKey } from '../../../src/components/lab/pinStore.ts';
import { defaultExperiment } from '../../../src/model/experiment.ts';
import { type Pin, printPins } from '../../../src/model/lab/pins.ts';

const pin: Pin = { id: 'a', name: 'a', colour: 'teal', shown: true, experiment: defaultExperiment, arms: [] };

function memory(entries: readonly (readonly [string, string])[] = []) {
  const kept = new Map(entries);
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
}
const full = {
  getItem: () => null,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

it('keeps pins over a reload', () => {
  const storage = memory();
  createPinStore(() => storage).change((pins) => [...pins, pin]);
  expect(createPinStore(() => storage).getState()).toEqual({ pins: [pin] });
});
it('says that storage is full, and keeps the pin for this visit', () => {
  const store = createPinStore(() => full);
  store.change((pins) => [...pins, pin]);
  expect(store.getState()).toEqual({ pins: [pin], trouble: { kind: 'full' } });
});
it('works where storage is denied', () => {
  const store = createPinStore(() => {
    throw new Error('denied');
  });
  expect(store.getState()).toEqual({ pins: [], trouble: { kind: 'denied' } });
  store.change(() => [pin]);
  expect(store.getState().pins).toEqual([pin]);
});
it('sets a damaged text aside before it writes', () => {
  const storage = memory([[pinKey, '{']]);
  const store = createPinStore(() => storage);
  expect(store.getState().trouble).toEqual({ kind: 'damaged' });
  store.change(() => [pin]);
  expect(storage.kept.get(damagedPinKey)).toBe('{');
  expect(storage.kept.get(pinKey)).toBe(printPins([pin]));
});
it('does not write over what a later version stored', () => {
  const later = '{"version":9,"pins":[]}';
  const storage = memory([[pinKey, later]]);
  const store = createPinStore(() => storage);
  store.change(() => [pin]);
  expect(store.getState()).toEqual({ pins: [pin], trouble: { kind: 'newer', theirs: 9 } });
  expect(storage.kept.get(pinKey)).toBe(later);
});
it('tells its listeners, and reads anew when another tab wrote', () => {
  const storage = memory();
  const store = createPinStore(() => storage);
  let told = 0;
  const leave = store.subscribe(() => told++);
  expect(store.getState().pins).toEqual([]);
  storage.setItem(pinKey, printPins([pin]));
  store.reload();
  expect(store.getState().pins).toEqual([pin]);
  expect(told).toBe(1);
  leave();
  store.change(() => []);
  expect(told).toBe(1);
});
