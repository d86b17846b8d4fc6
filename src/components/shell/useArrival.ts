/** After going to another page: begins at its top or at the part asked for, and lets a screen reader know. */
import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { restorePlace } from './place.ts';

const withoutLanguage = (pathname: string): string => pathname.replace(/^\/[^/]+/, '');

export function useArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname, hash, key } = useLocation();
  const kind = useNavigationType();
  const last = useRef({ pathname, key });
  useEffect(() => {
    const before = last.current;
    last.current = { pathname, key };
    // The first page and the back button: the browser knows where to stand.
    if (before.key === key || kind === 'POP') return;
    if (before.pathname !== pathname && withoutLanguage(before.pathname) === withoutLanguage(pathname)) {
      restorePlace();
      return;
    }
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target) target.scrollIntoView();
    else window.scrollTo({ top: 0, behavior: 'instant' });
    if (before.pathname !== pathname) main.current?.focus({ preventScroll: true });
  }, [pathname, hash, key, kind, main]);
}
