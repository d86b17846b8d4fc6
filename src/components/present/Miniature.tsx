/** A slide in small: a copy of how it begins, enough to know it by. Nothing in it can be pressed, focused or heard. */
import { useEffect, useRef } from 'react';
import { besides } from './deck.ts';

/** What a copy must not have in common with the page that it stands on, or must not promise. */
const dropped = ['name', 'for', 'role', 'tabindex', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'data-off'];
const idle = 'noscript, script, style, iframe, dialog, [role="alert"]';

let copies = 0;

/** Drawings refer to their parts by name, so those of a copy get names of their own. */
function rename(copy: Element): void {
  const mark = `small-${++copies}-`;
  for (const part of copy.querySelectorAll('svg [id]')) part.id = mark + part.id;
  for (const part of copy.querySelectorAll('svg *')) {
    for (const { name, value } of part.attributes) {
      if (value.includes('url(#')) part.setAttribute(name, value.replaceAll('url(#', `url(#${mark}`));
      else if (name === 'href' && value.startsWith('#')) part.setAttribute(name, `#${mark}${value.slice(1)}`);
    }
  }
}

/** What canvases hold is not copied with them. */
function paint(slide: Element, copy: Element): void {
  const drawn = slide.querySelectorAll('canvas');
  for (const [i, canvas] of copy.querySelectorAll('canvas').entries()) {
    const from = drawn[i];
    if (from && from.width > 0 && from.height > 0) canvas.getContext('2d')?.drawImage(from, 0, 0);
  }
}

/** @param slide a section of the lesson, or its head @returns a copy in the frame that slides have on the page */
export function copyOf(slide: Element): HTMLElement {
  const box = document.createElement('div');
  box.className = 'lesson';
  const prose = document.createElement('div');
  prose.className = 'prose';
  const copy = document.importNode(slide, true);
  copy.setAttribute('data-slide', '');
  copy.setAttribute('data-shown', '');
  (copy.matches('.section') ? prose : box).append(copy);
  if (copy.matches('.section')) box.append(prose);
  paint(slide, copy);
  for (const element of box.querySelectorAll(idle)) element.remove();
  rename(box);
  for (const element of box.querySelectorAll('*')) {
    for (const name of dropped) element.removeAttribute(name);
    if (!element.closest('svg')) element.removeAttribute('id');
  }
  const drawings = copy.matches('.section-split') ? [] : [...copy.querySelectorAll('.section-text > *')];
  const beside = drawings.filter((child) => child.matches(besides));
  copy.toggleAttribute('data-beside', beside.length > 0);
  for (const later of beside.slice(1)) later.setAttribute('data-off', '');
  return box;
}

/** @param props.slide the element that is shown as the slide */
export function Miniature({ slide }: { readonly slide: Element }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    shown.replaceChildren(copyOf(slide));
    const fit = () => {
      const { innerWidth, innerHeight } = window;
      shown.style.setProperty('--wide', `${innerWidth}px`);
      shown.style.setProperty('--high', `${innerHeight}px`);
      shown.style.setProperty('aspect-ratio', `${innerWidth} / ${innerHeight}`);
      shown.style.setProperty('--small', String(shown.clientWidth / innerWidth));
    };
    fit();
    // Where it stands in a dialog, the frame has no size before that opens.
    const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(fit);
    sizes?.observe(shown);
    window.addEventListener('resize', fit);
    return () => {
      sizes?.disconnect();
      window.removeEventListener('resize', fit);
    };
  }, [slide]);
  return <div ref={frame} className="miniature" aria-hidden="true" inert />;
}
