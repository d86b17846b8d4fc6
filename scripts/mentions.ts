/** Which works each lesson lists and which words it explains, read from its prose while the course is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './site.ts';

export interface Mentions {
  /** Names under which the bibliography exports the works. */
  readonly sources: readonly string[];
  /** Ids of the glossary. */
  readonly terms: readonly string[];
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** What one lesson mentions. @param prose its MDX, in either language: both mention the same */
export const mentionsIn = (prose: string): Mentions => ({
  sources: all(prose, /<Sources\s+of=\{\[([^\]]*)\]\}/g).flatMap((list) => list.match(/\w+/g) ?? []),
  terms: [...new Set(all(prose, /<Term\s+id="([^"]+)"/g))],
});

const name = 'virtual:mentions';

export const mentions = (): Plugin => ({
  name: 'mentions',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  load(id) {
    if (id !== `\0${name}`) return null;
    const folder = join(root, 'src', 'lessons');
    const byNumber: Record<string, Mentions> = {};
    for (const lesson of readdirSync(folder).filter((entry) => /^\d\d-/.test(entry))) {
      const file = join(folder, lesson, 'en.mdx');
      try {
        byNumber[Number.parseInt(lesson, 10)] = mentionsIn(readFileSync(file, 'utf8'));
      } catch {
        // A lesson in the making may lack its prose; the table of contents does not list it.
        continue;
      }
      this.addWatchFile(file);
    }
    return `export const mentions = ${JSON.stringify(byNumber)};`;
  },
});
