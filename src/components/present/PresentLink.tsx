/** Leads to the lesson as slides, from the section and with the settings that the reader has before them. */
import type { MouseEvent } from 'react';
import { useLanguage } from '../prose/language.ts';
import { experimentQuery } from '../shell/mode.ts';
import { sectionInView } from '../shell/place.ts';
import { words } from './words.ts';

export function PresentLink() {
  const language = useLanguage();
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { pathname, search } = window.location;
    const query = ['present', experimentQuery(search)].filter(Boolean).join('&');
    const section = sectionInView()?.closest('.prose > section')?.id;
    window.location.assign(`${pathname}?${query}${section ? `#${section}` : ''}`);
  };
  return (
    <a className="present-link needs-script" href="?present" onClick={go}>
      {words.link[language]}
    </a>
  );
}
