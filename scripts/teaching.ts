/** What a teacher asks in each lesson before anything runs, and where its live parts are: read from its prose at build time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './site.ts';

/** Words, the setting of a live part in one line, or a number that the page fills in. */
export type Piece = string | { readonly setup: string } | { readonly value: string };
export interface Question {
  /** Id of the prediction, or of the sweep that decides it. */
  readonly id: string;
  /** Section that it stands in. */
  readonly section: string;
  /** Drawn, or chosen among answers. */
  readonly drawn: boolean;
  readonly text: readonly Piece[];
}
export interface Teaching {
  readonly questions: readonly Question[];
  /** Sections with a live part beside them. */
  readonly live: readonly { readonly section: string; readonly title: string }[];
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** @throws where a question holds markup that this page would lose */
function piecesOf(source: string): Piece[] {
  const text = source
    .trim()
    .replace(/<(Plain|Residual|Term|To)\b[^>]*>(.*?)<\/\1>/gs, '$2')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<!\*)\*([^*]+)\*(?!\*)/g, '$1');
  const pieces = text.split(/(<Setup of="[^"]+" \/>|\{[\w.]+\})/).filter(Boolean);
  return pieces.map((piece) => {
    const setup = /^<Setup of="([^"]+)"/.exec(piece)?.[1];
    if (setup) return { setup };
    const value = /^\{([\w.]+)\}$/.exec(piece)?.[1];
    if (value) return { value };
    const lost = /[<>{}$`\\]|\*\*|__/.exec(piece);
    if (lost) throw new Error(`A question cannot be listed for teachers with “${lost[0]}” in it: ${piece}`);
    return piece;
  });
}

/** What the prose of one lesson asks and shows. @param prose its MDX in one language */
export function teachingIn(prose: string): Teaching {
  const questions: Question[] = [];
  const live: { section: string; title: string }[] = [];
  let section = '';
  const marks = /^<Section\s[^\n]*>|^<(PredictChoice|Predict)\s+(?:id|sweep)="([^"]+)">\n(.*?)^<\/\1>/gms;
  for (const [tag, kind, id = '', text = ''] of prose.matchAll(marks)) {
    if (kind) questions.push({ id, section, drawn: kind === 'Predict', text: piecesOf(text) });
    else {
      section = attribute(tag, 'id');
      if (/\baside=\{/.test(tag)) live.push({ section, title: attribute(tag, 'title') });
    }
  }
  return { questions, live };
}

const name = 'virtual:teaching';

export const teaching = (): Plugin => ({
  name: 'teaching',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  load(id) {
    if (id !== `\0${name}`) return null;
    const folder = join(root, 'src', 'lessons');
    const byNumber: Record<string, Record<string, Teaching>> = {};
    for (const lesson of readdirSync(folder).filter((entry) => /^\d\d-/.test(entry))) {
      for (const language of ['zh', 'en']) {
        const file = join(folder, lesson, `${language}.mdx`);
        let prose: string;
        try {
          prose = readFileSync(file, 'utf8');
        } catch {
          // A lesson in the making may lack its prose; the table of contents does not list it.
          continue;
        }
        const number = Number.parseInt(lesson, 10);
        byNumber[number] = { ...byNumber[number], [language]: teachingIn(prose) };
        this.addWatchFile(file);
      }
    }
    return `export const teaching = ${JSON.stringify(byNumber)};`;
  },
});
