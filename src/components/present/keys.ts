/** What the keys of a talk mean, and when they are left to the control that has the focus. */

export type Act =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'run'
  | 'reset'
  | 'predict'
  | 'enlarge'
  | 'rest'
  | 'blank'
  | 'fullscreen'
  | 'overview'
  | 'notes'
  | 'speaker'
  | 'help'
  | 'leave';
/** An act, or the choice of an answer by its place, from 1. */
export type Wanted = Act | { readonly answer: number };

const always: Readonly<Record<string, Act>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
};

/** Keys of one character, which the speaker may turn off. */
export const letters: Readonly<Record<string, Act>> = {
  r: 'run',
  x: 'reset',
  p: 'predict',
  e: 'enlarge',
  c: 'rest',
  b: 'blank',
  '.': 'blank',
  f: 'fullscreen',
  o: 'overview',
  n: 'notes',
  s: 'speaker',
  '?': 'help',
};

/** What has the focus, as far as keys are concerned. */
export type Focus = 'text' | 'stepped' | 'pressed' | 'none';

/** Fields take every key; sliders, radio buttons and lists those that step; buttons and links those that press. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'none';
  if (target.closest('textarea, select, [contenteditable]')) return 'text';
  const input = target.closest('input');
  if (input) {
    if (input.type === 'range' || input.type === 'radio') return 'stepped';
    return input.type === 'checkbox' ? 'pressed' : 'text';
  }
  if (target.closest('[role="slider"]')) return 'stepped';
  return target.closest('button, a, summary') ? 'pressed' : 'none';
}

const steps = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key asks for; undefined where it means nothing, or means something to what has the focus.
 * @param single whether keys of one character count
 */
export function wantedBy(event: Key, focus: Focus, single: boolean): Wanted | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey || focus === 'text') return undefined;
  if (focus === 'stepped' && steps.has(key)) return undefined;
  if (focus === 'pressed' && (key === ' ' || key === 'Enter')) return undefined;
  if (key === ' ' && shiftKey) return 'previous';
  const named = always[key];
  if (named) return named;
  if (!single) return undefined;
  if (/^[1-9]$/.test(key)) return { answer: Number(key) };
  return letters[key.toLowerCase()];
}
