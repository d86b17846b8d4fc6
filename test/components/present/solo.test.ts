// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSolo } from '../../../src/components/present/solo.ts';

const lesson = `
  <main><article class="lesson"><header class="lesson-header"><h1>A lesson</h1></header>
    <div class="prose">
      <section id="run" class="section">
        <div class="section-text"><h2>Run it</h2><p id="text">words</p>
          <div class="box" data-predict="one"></div><div data-verdict="wait"></div></div>
        <div class="section-aside"><section class="experiment" id="part"></section></div>
      </section>
      <section id="why"><div class="section-text"><h2>Why</h2><div data-predict="two" id="other"></div></div></section>
      <details id="notes"></details>
    </div>
  </article></main>`;
const at = (selector: string) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const kept = () => [...document.querySelectorAll('[data-kept]')].map(({ id, tagName }) => id || tagName);
const root = document.documentElement;
let leave = () => {};
const solo = (id: string) => {
  const deck = createSolo(id);
  leave = deck.dispose;
  return deck;
};

beforeEach(() => {
  document.body.innerHTML = lesson;
});
afterEach(() => leave());

describe('one experiment as a talk', () => {
  it('shows the part under the heading of its section, and the notes for the speaker, and nothing else', () => {
    const deck = solo('part');
    expect(deck.getSnapshot().slides).toEqual([{ id: 'part', title: 'Run it', live: true, asks: true }]);
    expect(kept()).toEqual(['H2', 'part', 'notes']);
    expect(at('#part').hasAttribute('data-shown')).toBe(true);
    expect(deck.current()).toBe(at('#run'));
    deck.dispose();
    expect(kept()).toEqual([]);
    expect(root.dataset.isolated).toBeUndefined();
  });
  it('puts the prediction of its section beside the part, then the outcome, and neither again', () => {
    const deck = solo('part');
    expect(deck.reveal(at('[data-predict="one"]'))).toBe(true);
    expect(at('[data-predict="one"]').hasAttribute('data-kept')).toBe(true);
    expect(root.hasAttribute('data-asked')).toBe(true);
    deck.reveal(at('[data-verdict]'));
    expect(at('[data-predict="one"]').hasAttribute('data-kept')).toBe(false);
    expect(at('[data-verdict]').hasAttribute('data-kept')).toBe(true);
    deck.alone?.();
    expect(kept()).toEqual(['H2', 'part', 'notes']);
    expect(root.hasAttribute('data-asked')).toBe(false);
    // What belongs to another section stays there.
    expect(deck.reveal(at('#other'))).toBe(false);
  });
  it('has no slide until the part is there', async () => {
    const deck = solo('late');
    expect(deck.getSnapshot().slides).toEqual([]);
    expect(deck.current()).toBeUndefined();
    at('#why').insertAdjacentHTML('beforeend', '<section class="experiment" id="late"></section>');
    await new Promise((resolve) => setTimeout(resolve));
    expect(deck.getSnapshot().slides.map(({ title }) => title)).toEqual(['Why']);
  });
  it('looks for questions on the page where there are no sections', () => {
    document.body.innerHTML = '<main><div><h1>The lab</h1><section class="experiment" id="lab"></section></div></main>';
    const deck = solo('lab');
    expect(deck.getSnapshot().slides).toEqual([{ id: 'lab', title: 'The lab', live: true, asks: false }]);
    expect(deck.current()?.querySelector('.experiment')?.id).toBe('lab');
  });
});
