/**
 * In which way a page is shown, read from its address once: as itself, on a projector, as the speaker's notes of a talk, as
 * a guest inside another page, or as a handout. It stays for as long as the document does.
 */
import { useSyncExternalStore } from 'react';

export interface Mode {
  readonly kind: 'page' | 'present' | 'speaker' | 'embed' | 'handout';
  /** The talk that a speaker window belongs to. */
  readonly talk?: string;
  /** The one live part that a guest or a talk shows. */
  readonly part?: string;
  /** The controls that are shown; all of them where the link names none. */
  readonly controls?: readonly string[];
  /** The preset that a sweep begins with. */
  readonly preset?: string;
  /** Seconds after which a run gives way to its recording. */
  readonly freeze?: number;
  /** The theme that the way of showing brings with it, in place of the reader's. */
  readonly theme?: string;
}

/** Keys of the address that speak of the page, not of the experiment. */
const pageKeys = ['present', 'speaker', 'embed', 'part', 'controls', 'preset', 'handout', 'freeze', 'theme'] as const;

const keyOf = (pair: string) => pair.split('=', 1)[0] ?? '';
const isPageKey = (key: string) => pageKeys.some((known) => known === key);
const pairsOf = (search: string) => search.replace(/^\?/, '').split('&').filter(Boolean);

/** The part of a query that speaks of the page, without `?`. */
export const pageQuery = (search: string): string =>
  pairsOf(search)
    .filter((pair) => isPageKey(keyOf(pair)))
    .join('&');
/** The part of a query that describes an experiment, without `?`. */
export const experimentQuery = (search: string): string =>
  pairsOf(search)
    .filter((pair) => !isPageKey(keyOf(pair)))
    .join('&');

export const freezeRange = { min: 0.2, max: 120 } as const;
/** Held in range; none for what is no number. */
export function freezeOf(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const seconds = Number(text);
  return Number.isNaN(seconds) ? undefined : Math.min(freezeRange.max, Math.max(freezeRange.min, seconds));
}

/** Names parted by commas; none where there is no text. */
export const listOf = (text: string | null) =>
  text === null
    ? undefined
    : text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);

export function modeOf(search: string): Mode {
  const query = new URLSearchParams(search);
  const freeze = freezeOf(query.get('freeze'));
  const rest = freeze === undefined ? {} : { freeze };
  const [part, controls, preset] = [query.get('part'), listOf(query.get('controls')), query.get('preset')];
  const picked = { ...(part && { part }), ...(controls && { controls }), ...(preset && { preset }) };
  if (query.has('embed')) return { kind: 'embed', ...rest, ...picked, theme: query.get('theme') ?? 'auto' };
  const talk = query.get('speaker');
  if (talk) return { kind: 'speaker', talk };
  if (query.has('present')) return { kind: 'present', ...rest, ...picked, theme: 'projector' };
  if (query.has('handout')) return { kind: 'handout', theme: 'light' };
  return { kind: 'page', ...rest };
}

/** Whether a page of another origin frames this one. */
function isForeignFrame(): boolean {
  if (window.parent === window) return false;
  try {
    return window.parent.location.origin !== window.location.origin;
  } catch {
    return true;
  }
}

const atBuild: Mode = { kind: 'page' };
const inBrowser = typeof window !== 'undefined';

/** For what happens after the page is up; what is drawn asks `useMode`. */
export const mode: Mode = inBrowser ? modeOf(window.location.search) : atBuild;

/** A guest page reads and writes nothing that the browser keeps, even where the address forgot to say that it is one. */
export const isGuest: boolean = inBrowser && (mode.kind === 'embed' || isForeignFrame());

const never = () => () => {};
/** The mode, once the page is up: at first every page is drawn as it was written at build time. */
export const useMode = (): Mode =>
  useSyncExternalStore(
    never,
    () => mode,
    () => atBuild,
  );
