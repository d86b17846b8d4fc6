/** Keeps title, language and description true when the reader goes to another page without a new load. */
import { useLayoutEffect } from 'react';
import { langTag } from './i18n/language.ts';
import type { Page } from './routes.ts';

// There is no document while pages are written at build time; the head is printed there.
const useBeforePaint = typeof document === 'undefined' ? () => {} : useLayoutEffect;

export const usePageHead = (page: Page | undefined) =>
  useBeforePaint(() => {
    if (!page) return;
    document.title = page.title;
    if (page.language) document.documentElement.lang = langTag[page.language];
    document.querySelector('meta[name="description"]')?.setAttribute('content', page.description);
  }, [page]);
