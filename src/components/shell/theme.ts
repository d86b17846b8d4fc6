/** The theme: chosen by the reader, or the system's. public/theme.js makes the same choice before the first paint. */
import { useSyncExternalStore } from 'react';
import { mode } from './mode.ts';
import { store, stored } from './storage.ts';

export const themes = ['auto', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

const key = 'theme';
const isTheme = (value: string | null): value is Theme => themes.some((theme) => theme === value);

let chosen: Theme | undefined;
const current = (): Theme => {
  if (chosen === undefined) {
    const value = mode.theme ?? stored(key);
    chosen = isTheme(value) ? value : 'auto';
  }
  return chosen;
};

const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function apply(): void {
  const theme = current();
  document.documentElement.dataset.theme = theme === 'auto' ? (systemDark().matches ? 'dark' : 'light') : theme;
}

const listeners = new Set<() => void>();

function adopt(theme: Theme): void {
  chosen = theme;
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // Another tab chose, or the system went from day to night.
  const onStorage = (event: StorageEvent) =>
    event.key === key && mode.theme === undefined && adopt(isTheme(event.newValue) ? event.newValue : 'auto');
  const system = systemDark();
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  system.addEventListener('change', apply);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
    system.removeEventListener('change', apply);
  };
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, current, () => 'auto');

export function chooseTheme(value: string): void {
  if (!isTheme(value)) return;
  store(key, value);
  adopt(value);
}
