/** public/_headers, the one place where the response headers stand: static hosts read it, and so does our own server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface HeaderRule {
  /** Addresses that start so. */
  readonly prefix: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads the format of Netlify and Cloudflare Pages: a path ending in a star, below it the indented headers. */
export function parseHeaders(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\/)/)
    .filter((block) => block.trim())
    .map((block) => {
      const [path = '', ...lines] = block.trimEnd().split('\n');
      return {
        prefix: path.replace(/\*$/, ''),
        // `! Name` takes a header of an earlier rule back on hosts that would send both; here a later rule replaces it anyway.
        headers: lines.flatMap((line) => {
          if (/^\s+!\s+[\w-]+$/.test(line)) return [];
          const [, name = '', value = ''] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
          if (!name) throw new Error(`_headers: cannot read “${line}”`);
          return [[name, value] as const];
        }),
      };
    });
}

/** What an address is answered with; a later rule replaces an earlier one. */
export const headersFor = (rules: readonly HeaderRule[], path: string): Record<string, string> =>
  Object.fromEntries(rules.filter(({ prefix }) => path.startsWith(prefix)).flatMap(({ headers }) => headers));

export const siteHeaders = (): HeaderRule[] =>
  parseHeaders(readFileSync(join(import.meta.dirname, '..', 'public', '_headers'), 'utf8'));
