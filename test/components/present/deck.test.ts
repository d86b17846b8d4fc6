// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeck, type Deck, hashOf, placeOf } from '../../../src/components/present/deck.ts';

const lesson = `
  <article class="lesson">
    <header class="lesson-header"><h1>A lesson</h1></header>
    <div class="prose">
      <section id="run" class="section section-split">
        <div class="section-text"><h2>Run</h2><p data-h="300">one</p><p data-h="300">two</p></div>
        <div class="section-aside"><div class="experiment"></div></div>
      </section>
      <section id="why" class="section">
        <div class="section-text">
          <h2>Why</h2><p data-h="300">first</p><figure class="figure" id="drawing"></figure>
          <p data-h="300" id="deep">second</p><figure class="paper-table"></figure>
        </div>
      </section>
      <details id="notes"></details>
    </div>
  </article>`;

let deck: Deck;
const at = (selector: string) => document.querySelector(selector);
const off = (selector: string) => at(selector)?.hasAttribute('data-off');

/** Every block as high as it says, one under the other, in columns of 400 pixels. */
function layOut(): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    const height = Number(this.getAttribute('data-h') ?? 0);
    let top = Number(this.getAttribute('data-top') ?? 0);
    for (let before = this.previousElementSibling; before; before = before.previousElementSibling) {
      top += before.hasAttribute('data-off') ? 0 : Number(before.getAttribute('data-h') ?? 0);
    }
    return new DOMRect(0, top, 100, height);
  });
}
beforeEach(() => {
  vi.stubGlobal(
    'DOMRect',
    class {
      readonly bottom: number;
      constructor(
        readonly x: number,
        readonly top: number,
        readonly width: number,
        readonly height: number,
      ) {
        this.bottom = top + height;
      }
    },
  );
  document.body.innerHTML = lesson;
  layOut();
});
afterEach(() => {
  deck.dispose();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
const open = (hash = '') => {
  const article = at('.lesson');
  if (!article) throw new Error('no lesson');
  deck = createDeck(article, hash);
  return deck;
};
const place = () => {
  const { at: slide, page, pages } = deck.getSnapshot();
  return [slide, page, pages];
};

describe('the slides of a lesson', () => {
  it('are its head and its sections, and not the presenter’s notes', () => {
    expect(open().getSnapshot().slides).toEqual([
      { id: '', title: 'A lesson', live: false, asks: false },
      { id: 'run', title: 'Run', live: true, asks: false },
      { id: 'why', title: 'Why', live: false, asks: false },
    ]);
    expect(at('.lesson-header')?.hasAttribute('data-shown')).toBe(true);
    expect(at('#run')?.hasAttribute('data-shown')).toBe(false);
  });
  it('are turned page by page, there and back, and stop at both ends', () => {
    open();
    expect(place()).toEqual([0, 0, 1]);
    deck.previous();
    expect(place()).toEqual([0, 0, 1]);
    const seen = Array.from({ length: 5 }, () => {
      deck.next();
      return place();
    });
    // 300 + 300 pixels are two pages of 400.
    expect(seen).toEqual([
      [1, 0, 2],
      [1, 1, 2],
      [2, 0, 2],
      [2, 1, 2],
      [2, 1, 2],
    ]);
    deck.previous();
    deck.previous();
    expect(place()).toEqual([1, 1, 2]);
  });
  it('show the blocks of one page at a time', () => {
    open('#run');
    expect([...document.querySelectorAll('#run p')].map((block) => block.hasAttribute('data-off'))).toEqual([
      false,
      true,
    ]);
    deck.next();
    expect([...document.querySelectorAll('#run p')].map((block) => block.hasAttribute('data-off'))).toEqual([
      true,
      false,
    ]);
  });
  it('keep a drawing beside the text from where it is spoken of until the next one', () => {
    open('#why');
    expect(at('#why')?.hasAttribute('data-beside')).toBe(true);
    expect([off('.figure'), off('.paper-table')]).toEqual([false, true]);
    deck.next();
    expect([off('.figure'), off('.paper-table')]).toEqual([true, false]);
  });
  it('part a group that is too high for a page, and hide it where none of its items is shown', () => {
    const text = at('#run .section-text');
    const items = [1, 2, 3].map(() => `<p class="item" data-top="300" data-h="300">item</p>`).join('');
    if (text) text.innerHTML = `<h2>Run</h2><p data-h="300">first</p><div data-h="900" id="group">${items}</div>`;
    open('#run');
    // The first paragraph, then three items of 300 pixels on pages of 400.
    expect(place()).toEqual([1, 0, 4]);
    expect(off('#group')).toBe(true);
    deck.next();
    deck.next();
    expect(off('#group')).toBe(false);
    expect([...document.querySelectorAll('.item')].map((item) => item.hasAttribute('data-off'))).toEqual([
      true,
      false,
      true,
    ]);
  });
  it('open at the place that the address names', () => {
    open('#why.2');
    expect(place()).toEqual([2, 1, 2]);
  });
  it('open at the slide and page that hold the part that the address names', () => {
    open('#deep');
    expect(place()).toEqual([2, 1, 2]);
  });
  it('wait for prose that comes late', async () => {
    const prose = at('.prose');
    const later = prose?.innerHTML ?? '';
    if (prose) prose.innerHTML = '';
    open('#why.2');
    expect(deck.getSnapshot().slides).toHaveLength(1);
    if (prose) prose.innerHTML = later;
    await vi.waitFor(() => expect(place()).toEqual([2, 1, 2]));
  });
  it('leave no mark behind', () => {
    open('#why');
    deck.dispose();
    expect(document.querySelectorAll('[data-slide], [data-shown], [data-off], [data-beside]')).toHaveLength(0);
  });
});

describe('the address of a slide', () => {
  it('names section and page, and reads back', () => {
    expect([hashOf('', 0), hashOf('why', 0), hashOf('why', 1)]).toEqual(['', '#why', '#why.2']);
    for (const [id, page] of [['', 0] as const, ['why', 0] as const, ['why', 7] as const]) {
      expect(placeOf(hashOf(id, page))).toEqual({ id, page });
    }
    expect(placeOf('#source-he2015')).toEqual({ id: 'source-he2015', page: 0 });
  });
});
