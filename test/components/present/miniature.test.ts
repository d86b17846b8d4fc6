// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { copyOf } from '../../../src/components/present/Miniature.tsx';

const slide = (html: string) => {
  document.body.innerHTML = html;
  const found = document.body.firstElementChild;
  if (!found) throw new Error('no slide');
  return found;
};

describe('a slide in small', () => {
  it('shares no name with the page, and its drawings refer to its own parts', () => {
    const copy = copyOf(
      slide(`<section id="why" class="section" aria-labelledby="why-title"><div class="section-text">
        <h2 id="why-title">Why</h2><label for="a">x</label><input id="a" name="group" type="radio">
        <svg><clipPath id="clip"></clipPath><g clip-path="url(#clip)"></g><use href="#clip"></use></svg></div></section>`),
    );
    const ids = [...copy.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toHaveLength(1);
    expect(ids[0]).toMatch(/^small-\d+-clip$/);
    expect(copy.querySelector('g')?.getAttribute('clip-path')).toBe(`url(#${ids[0]})`);
    expect(copy.querySelector('use')?.getAttribute('href')).toBe(`#${ids[0]}`);
    expect(copy.querySelector('[name], [for], [aria-labelledby]')).toBeNull();
    expect(copy.querySelector('h2')?.textContent).toBe('Why');
    // The deck looks for the sections of the lesson by their ids.
    expect(copy.querySelector('.prose > section[id]')).toBeNull();
    expect(document.querySelector('#why')).not.toBeNull();
  });
  it('shows the beginning of a slide that is turned to a later page, with its first drawing beside it', () => {
    const copy = copyOf(
      slide(`<section class="section" data-shown><div class="section-text"><h2>Why</h2><p data-off>first</p><p>second</p>
        <figure class="figure" data-off>one</figure><figure class="figure">two</figure></div></section>`),
    );
    const drawn = copy.querySelector('section');
    expect(drawn?.hasAttribute('data-beside')).toBe(true);
    expect([...copy.querySelectorAll('[data-off]')].map(({ textContent }) => textContent)).toEqual(['two']);
  });
});
