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
    if (before.pathname !== pathname) main.current?.focus({ preventScroll: true });
    const arrive = () => {
      const target = hash && document.getElementById(hash.slice(1));
      if (target) target.scrollIntoView();
      return Boolean(target);
    };
    if (arrive()) return;
    window.scrollTo({ top: 0, behavior: 'instant' });
    if (!hash || !main.current) return;
    // The page may still be on its way. Whoever begins to read meanwhile is left in peace.
    const arriving = new MutationObserver(() => arrive() && arriving.disconnect());
    arriving.observe(main.current, { childList: true, subtree: true });
    const stop = () => arriving.disconnect();
    const signs = ['wheel', 'touchstart', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, stop, { passive: true });
    return () => {
      stop();
      for (const sign of signs) window.removeEventListener(sign, stop);
    };
  }, [pathname, hash, key, kind, main]);
}
