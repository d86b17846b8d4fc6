// @vitest-environment jsdom
/** The two languages of a lesson are the same lesson: both are rendered as the page renders them, and compared. */
import type { MDXContent } from 'mdx/types.js';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { proseComponents } from '../../src/components/prose/components.tsx';
import { LessonProvider } from '../../src/components/prose/LessonState.tsx';
import { translator } from '../../src/i18n/index.ts';
import type { Language } from '../../src/i18n/language.ts';
import { type Entry, lessons } from '../../src/lessons/index.ts';
import record from '../../src/lessons/record.json';

/** Stands in for a live part. */
const live = (kind: string) =>
  function Live({ id }: { readonly id: string }) {
    return createElement('div', { 'data-live': `${kind} ${id}` });
  };
const components = { ...proseComponents, DepthSweep: live('DepthSweep'), TryIt: live('TryIt') };

async function draw({ lesson, content }: Entry, language: Language): Promise<Document> {
  const Text: MDXContent = (await content[language]()).default;
  const children = createElement(Text, { components });
  const page = createElement(
    I18nextProvider,
    { i18n: translator(language) },
    createElement(LessonProvider, { experiments: lesson.experiments, record, children }),
  );
  return new DOMParser().parseFromString(renderToStaticMarkup(page), 'text/html');
}

const all = (page: Document, selector: string) => [...page.querySelectorAll(selector)];
const attributes = (page: Document, selector: string, name: string) =>
  all(page, selector).map((element) => element.getAttribute(name));

describe.each(lessons.map((entry) => [entry.lesson.id, entry] as const))('lesson %s', async (_id, entry) => {
  const { lesson } = entry;
  const [zh, en] = [await draw(entry, 'zh'), await draw(entry, 'en')];
  const same = (what: (page: Document) => unknown[]) => {
    expect(what(en).length).toBeGreaterThan(0);
    expect(what(zh)).toEqual(what(en));
  };

  it('has the same sections', () => same((page) => attributes(page, 'section[id]', 'id')));
  it('has the same headings, level by level', () => same((page) => all(page, 'h2, h3').map(({ tagName }) => tagName)));
  it('has the same components in the same order', () =>
    same((page) =>
      attributes(page, '.box, .limits, .quote, .paper-table, .figure, .equation, .verdict, [data-live]', 'class'),
    ));
  it('places the same live parts, all of them known to the lesson', () => {
    same((page) => attributes(page, '[data-live]', 'data-live'));
    const placed = attributes(en, '[data-live]', 'data-live').map((live) => live?.split(' ')[1]);
    expect(placed.toSorted()).toEqual(Object.keys(lesson.experiments).toSorted());
  });
  it('has the same equations', () =>
    same((page) =>
      // A formula ends its sentence with a stop in English and without one in Chinese.
      all(page, 'annotation[encoding="application/x-tex"]').map(({ textContent }) =>
        textContent?.replace(/[\s.]+$/, ''),
      ),
    ));
  it('has the same quiz, with the keys and misconceptions of the lesson', () => {
    const items = (page: Document) =>
      all(page, '[data-quiz]').map((quiz) => ({
        key: quiz.getAttribute('data-quiz'),
        options: [...quiz.querySelectorAll('[data-misconception]')].map((o) => o.getAttribute('data-misconception')),
      }));
    same(items);
    expect(
      items(en).map(({ key, options }) => ({ key, misconceptions: options.filter((name) => name !== 'none') })),
    ).toEqual(lesson.quiz.map(({ key, misconceptions }) => ({ key, misconceptions })));
    for (const { options } of items(en)) {
      expect(options.length).toBeGreaterThanOrEqual(3);
      expect(options.filter((name) => name === 'none')).toHaveLength(1);
    }
  });
  it('prints the same measured values', () => same((page) => attributes(page, '[data-claim]', 'data-claim')));
  it('cites the same works and lists every one it cites', () => {
    const cited = (page: Document) => attributes(page, 'a.cite', 'href').toSorted();
    same(cited);
    const listed = new Set(attributes(en, '.sources li', 'id').map((id) => `#${id}`));
    expect(cited(en).filter((href) => !listed.has(href ?? ''))).toEqual([]);
    expect([...listed].filter((href) => !cited(en).includes(href))).toEqual([]);
  });
  it('quotes the same words', () => same((page) => all(page, '.quote [lang]').map(({ textContent }) => textContent)));
  it('has the same tables, cell by cell', () => same((page) => all(page, 'td').map(({ textContent }) => textContent)));
  it('has as many notes for the presenter', () => same((page) => all(page, '#notes li').map(({ tagName }) => tagName)));
  it('links only to places on the page', () => {
    for (const page of [zh, en]) {
      const broken = attributes(page, 'a[href^="#"]', 'href').filter(
        (href) => !page.getElementById(href?.slice(1) ?? ''),
      );
      expect(broken).toEqual([]);
    }
  });
  it('says both titles, goals and descriptions', () => {
    for (const text of [lesson.title, lesson.goal, lesson.needs, lesson.description]) {
      expect(text.en).toMatch(/[a-z]/);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
