/** Where in the course a work is cited and a word explained: read from the prose, so that it cannot disagree with it. */
import { mentions } from 'virtual:mentions';
import type { Source } from '../components/prose/Sources.tsx';
import * as bibliography from './bibliography.ts';
import { lessons } from './index.ts';
import type { Lesson } from './lesson.ts';

const exported: Readonly<Record<string, unknown>> = bibliography;

const lessonsWith = (mentioned: (lesson: (typeof mentions)[string]) => boolean): readonly Lesson[] =>
  lessons.flatMap(({ lesson }) => {
    const found = mentions[lesson.number];
    return found && mentioned(found) ? [lesson] : [];
  });

/** The lessons that cite this work. */
export const citing = (work: Source): readonly Lesson[] =>
  lessonsWith(({ sources }) => sources.some((name) => exported[name] === work));

/** The lesson in which a reader meets this word first, if any marks it. @param term id in the glossary */
export const metIn = (term: string): Lesson | undefined => lessonsWith(({ terms }) => terms.includes(term))[0];
