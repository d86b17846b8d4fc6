/** Links inside a talk: to other lessons the talk goes on, to everything else another window opens. */

import { mode } from '../shell/mode.ts';

/** Where a followed link leads in a talk; none for links within the page. */
export function talkAddress(link: HTMLAnchorElement): { readonly href: string; readonly here: boolean } | undefined {
  const { origin, pathname } = window.location;
  const url = new URL(link.href);
  if (url.origin !== origin) return { href: url.href, here: false };
  if (url.pathname === pathname && url.hash) return undefined;
  if (!/\/lessons\/[^/]+\/$/.test(url.pathname)) return { href: url.href, here: false };
  return { href: `${url.pathname}?present${url.hash}`, here: true };
}

/** The address of a page without the keys that made it a talk. */
export function plainAddress(): string {
  const { pathname, search, hash } = window.location;
  const pairs = search.slice(1).split('&');
  const query = pairs.filter((pair) => pair && !/^(?:present|freeze|part|controls|preset)(?:=|$)/.test(pair)).join('&');
  const place = mode.part ? `#${mode.part}` : hash.replace(/\.\d+$/, '');
  return `${pathname}${query && `?${query}`}${place}`;
}
