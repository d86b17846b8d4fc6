/** The glossary against the lessons that use it: every word marked in the prose is explained, every link leads somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../scripts/mentions.ts';
import { glossary } from '../../src/components/prose/glossary.ts';
import * as bibliography from '../../src/lessons/bibliography.ts';
import { lessons } from '../../src/lessons/index.ts';
import { citing, metIn } from '../../src/lessons/mentions.ts';
import { chineseFaults, longSentences } from './proseLint.ts';

const terms = glossary.flatMap((group) => group.terms);
const ids = new Set(terms.map(({ id }) => id));
const slugs = new Set(lessons.map(({ lesson }) => lesson.slug));

const folderOf = (number: number, slug: string) => `src/lessons/${String(number).padStart(2, '0')}-${slug}`;
const prose = lessons.flatMap(({ lesson: { number, slug } }) =>
  (['en', 'zh'] as const).map((language) => {
    const file = `${folderOf(number, slug)}/${language}.mdx`;
    return { file, text: readFileSync(file, 'utf8') };
  }),
);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe('the glossary', () => {
  it('names every term once, groups included', () => {
    const anchors = [...terms.map(({ id }) => id), ...glossary.map(({ id }) => id)];
    expect(anchors.filter((id, i) => anchors.indexOf(id) !== i)).toEqual([]);
    for (const id of anchors) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    for (const language of ['en', 'zh'] as const)
      expect(new Set(terms.map(({ name }) => name[language])).size).toBe(terms.length);
  });
  it.each(terms.map((term) => [term.id, term] as const))('%s: one plain sentence in each language', (_, term) => {
    const { name, also, says } = term;
    expect(says.en).toMatch(/^[A-Zx].*\.$/);
    expect(says.en.split(/\s+/).length).toBeLessThanOrEqual(30);
    expect(says.en.match(/[.?!]\s/g)).toBeNull();
    expect(says.en).not.toMatch(/\b(?:simply|just|obviously|easily|we|our)\b/i);
    expect(says.zh).toMatch(/。$/);
    expect(says.zh.match(/[。？]/g)).toHaveLength(1);
    expect(longSentences(says.zh)).toEqual([]);
    // The name itself may be a word that is wrong for something else.
    const text = [name.zh, also?.zh ?? '', says.zh].join('；').replaceAll(term.id === 'precision' ? name.zh : '', '');
    expect(chineseFaults(text)).toEqual([]);
    expect(name.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe.each(prose.map(({ file, text }) => [file, text] as const))('%s', (file, text) => {
  it('marks only words that the glossary has', () =>
    expect(all(text, /<Term\s+id="([^"]*)"/g).filter((id) => !ids.has(id))).toEqual([]));
  it('marks each word once', () => {
    const marked = all(text, /<Term\s+id="([^"]*)"/g);
    expect(marked.filter((id, i) => marked.indexOf(id) !== i)).toEqual([]);
  });
  it('links only to lessons that there are, and to sections that they have', () => {
    for (const [, attributes = ''] of text.matchAll(/<To\s+([^>]*)>/g)) {
      const slug = /lesson="([^"]*)"/.exec(attributes)?.[1] ?? '';
      expect(slugs).toContain(slug);
      const at = /at="([^"]*)"/.exec(attributes)?.[1];
      const target = lessons.find(({ lesson }) => lesson.slug === slug)?.lesson;
      if (at && target) {
        const there = readFileSync(`${folderOf(target.number, slug)}/${file.slice(-6)}`, 'utf8');
        expect(there).toMatch(new RegExp(`id="${at}"`));
      }
    }
  });
  it('lists its sources where the references page reads them', () => {
    const { sources } = mentionsIn(text);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((name) => !(name in bibliography))).toEqual([]);
  });
});

describe('mentions', () => {
  it('are read from the prose, in the order of the prose', () =>
    expect(
      mentionsIn(`A <Term id="norm">length</Term>, a <Term
        id="loss">loss</Term>, a <Term id="norm">norm</Term>.\n<Sources of={[he2015,\n  studyNotes]} />`),
    ).toEqual({ sources: ['he2015', 'studyNotes'], terms: ['norm', 'loss'] }));
  it('are the same in both languages', () => {
    for (let i = 0; i < prose.length; i += 2) {
      const [en, zh] = [prose[i], prose[i + 1]].map((page) => mentionsIn(page?.text ?? ''));
      expect(zh?.terms.toSorted()).toEqual(en?.terms.toSorted());
      expect(zh?.sources).toEqual(en?.sources);
    }
  });
  it('tell the first lesson of a word, and all lessons of a work', () => {
    const first = (id: string) => prose.find(({ text }) => text.includes(`<Term id="${id}">`))?.file;
    const told = terms
      .map(({ id }) => metIn(id))
      .map((lesson) => lesson && `${folderOf(lesson.number, lesson.slug)}/en.mdx`);
    expect(told).toEqual(terms.map(({ id }) => first(id)));
    expect(told.some((file) => file !== undefined)).toBe(true);
    expect(citing(bibliography.he2015).map(({ id }) => id)).toContain('degradation');
  });
});

describe('the bibliography', () => {
  const { works } = bibliography;
  it('has each work once, under one name and one short name', () => {
    for (const of of ['id', 'url', 'title'] as const)
      expect(new Set(works.map((work) => work[of])).size).toBe(works.length);
    for (const language of ['en', 'zh'] as const)
      expect(new Set(works.map(({ short }) => short[language])).size).toBe(works.length);
  });
  it('is in the order of years', () => {
    const years = works.map(({ year }) => year);
    expect(years).toEqual(years.toSorted());
  });
  it('holds every work that it exports', () => {
    const exported = Object.values(bibliography).filter((value) => 'venue' in value);
    expect(exported.length).toBe(works.length);
  });
  it('has an address, and names its arXiv number in both places', () => {
    for (const { url, venue } of works) {
      expect(url).toMatch(/^https:\/\//);
      const number = /arxiv\.org\/abs\/(.+)$/.exec(url)?.[1];
      if (number) expect(venue).toContain(`arXiv:${number}`);
    }
  });
});

it('every lesson folder of the table of contents is where its number and slug say', () => {
  for (const { lesson } of lessons) expect(existsSync(folderOf(lesson.number, lesson.slug))).toBe(true);
});
