// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { focusOf, letters, wantedBy } from '../../../src/components/present/keys.ts';

const press = (key: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});
const focused = (html: string) => {
  document.body.innerHTML = html;
  return focusOf(document.body.querySelector('[data-here]') ?? document.body.firstElementChild);
};
afterEach(() => {
  document.body.innerHTML = '';
});

describe('the keys of a talk', () => {
  it('turn pages by arrows, by a clicker and by space', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) {
      expect(wantedBy(press(key), 'none', true)).toBe('next');
    }
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) expect(wantedBy(press(key), 'none', true)).toBe('previous');
    expect(wantedBy(press(' ', { shiftKey: true }), 'none', true)).toBe('previous');
  });
  it('run, reset, reveal, blank and the rest by letters, in either case', () => {
    const asked = ['r', 'x', 'p', 'b', '.', 'f', 'o', '?', 'n', 's'].map((key) => wantedBy(press(key), 'none', true));
    expect(asked).toEqual([
      'run',
      'reset',
      'predict',
      'blank',
      'blank',
      'fullscreen',
      'overview',
      'help',
      'notes',
      'speaker',
    ]);
    expect(wantedBy(press('R'), 'none', true)).toBe('run');
    expect(wantedBy(press('3'), 'none', true)).toEqual({ answer: 3 });
  });
  it('of one character can be turned off; the others stay', () => {
    for (const key of [...Object.keys(letters), '1', '9']) expect(wantedBy(press(key), 'none', false)).toBeUndefined();
    expect(wantedBy(press('PageDown'), 'none', false)).toBe('next');
    expect(wantedBy(press('Escape'), 'none', false)).toBe('leave');
  });
  it('are left to the browser with Ctrl, Alt or Meta', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(wantedBy(press('r', { [held]: true }), 'none', true)).toBeUndefined();
      expect(wantedBy(press('ArrowRight', { [held]: true }), 'none', true)).toBeUndefined();
    }
  });
  it('are left to whatever is typed into', () => {
    for (const html of ['<input>', '<textarea></textarea>', '<select></select>', '<p contenteditable></p>']) {
      expect(focused(html)).toBe('text');
    }
    for (const key of ['r', ' ', 'ArrowRight', 'Escape', '?'])
      expect(wantedBy(press(key), 'text', true)).toBeUndefined();
  });
  it('leave arrows to sliders and radio buttons, and take letters there', () => {
    const stepped = [
      '<input type="range">',
      '<input type="radio">',
      '<div role="slider"><svg data-here></svg></div>',
    ].map(focused);
    expect(stepped).toEqual(['stepped', 'stepped', 'stepped']);
    for (const key of ['ArrowRight', 'PageDown', 'Home', ' ']) {
      expect(wantedBy(press(key), 'stepped', true)).toBeUndefined();
    }
    expect(wantedBy(press('r'), 'stepped', true)).toBe('run');
  });
  it('leave space and Enter to buttons and links', () => {
    expect(
      ['<button>a</button>', '<a href="#x"><b data-here>b</b></a>', '<input type="checkbox">'].map(focused),
    ).toEqual(['pressed', 'pressed', 'pressed']);
    expect(wantedBy(press(' '), 'pressed', true)).toBeUndefined();
    expect(wantedBy(press('ArrowRight'), 'pressed', true)).toBe('next');
  });
});
