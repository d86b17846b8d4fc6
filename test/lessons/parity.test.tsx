// @vitest-environment jsdom
/** The two languages of a lesson are the same lesson: both are rendered as the page renders them, and compared. */
import type { MDXContent } from 'mdx/types.js';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { proseComponents } from '../../src/components/prose/components.tsx';
import { LessonProvider } from '../../src/components/prose/LessonState.tsx';
import { translator } from '../../src/i18n/index.ts';
import type { Language } from '../../src/i18n/language.ts';
import { type Entry, lessons } from '../../src/lessons/index.ts';

/** Stands in for a live part. */
const live = (kind: string) =>
  function Live({ id }: { readonly id: string }) {
    return createElement('section', { className: 'experiment', id, 'data-live': kind });
  };
const components = { ...proseComponents, LessonSweep: live('LessonSweep'), TryIt: live('TryIt') };

async function draw({ lesson, content, record }: Entry, language: Language): Promise<Document> {
  const Text: MDXContent = (await content[language]()).default;
  const { id, experiments, predictions = {} } = lesson;
  const children = createElement(Text, { components });
  const page = createElement(
    I18nextProvider,
    { i18n: translator(language) },
    createElement(
      MemoryRouter,
      { initialEntries: [`/${language}/lessons/${lesson.slug}/`] },
      createElement(LessonProvider, {
        lesson: id,
        experiments,
        predictions,
        record: (await record()).default,
        children,
      }),
    ),
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
      attributes(page, '.box, .limits, .quote, .paper-table, .figure, .equation, .verdict, .experiment', 'class'),
    ));
  it('places the same live parts, those of the lesson among them', () => {
    same((page) => attributes(page, '.experiment', 'id'));
    const placed = attributes(en, '.experiment', 'id');
    expect(Object.keys(lesson.experiments).filter((id) => !placed.includes(id))).toEqual([]);
  });
  it('asks for the same predictions, all of them answered by a verdict', () => {
    const asked = (page: Document) => attributes(page, '[data-predict]', 'data-predict');
    expect(asked(zh)).toEqual(asked(en));
    const drawn = Object.keys(lesson.experiments).filter((id) => lesson.experiments[id]?.sweep);
    const chosen = Object.keys(lesson.predictions ?? {});
    expect(asked(en).filter((id) => !chosen.includes(id ?? '') && !drawn.includes(id ?? ''))).toEqual([]);
    expect(chosen.filter((id) => !asked(en).includes(id))).toEqual([]);
    expect(all(en, '.box-predict')).toHaveLength(all(en, '.verdict').length);
    expect(all(en, '.box-predict').length).toBeGreaterThan(0);
  });
  it('has a figure, limits, a pitfall, a quiz of three to five, sources and claims', () => {
    for (const part of ['.figure', '.limits', '.box', '.sources li', '#claims li', '.equation, .figure']) {
      expect(all(en, part).length, part).toBeGreaterThan(0);
    }
    expect(lesson.quiz.length).toBeGreaterThanOrEqual(3);
    expect(lesson.quiz.length).toBeLessThanOrEqual(5);
  });
  it('explains every symbol of its displayed equations', () => {
    const faults = all(en, '.equation').flatMap((equation) => {
      const keys = [...equation.querySelectorAll('[data-symbol]')];
      const hint = equation.querySelector('.equation-symbol');
      return keys.length > 0 && hint ? [] : [equation.id];
    });
    expect(faults).toEqual([]);
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
  it('has the same tables, number by number', () => {
    const numbers = (page: Document) =>
      all(page, 'td').map(({ textContent }) =>
        /[\p{Script=Han}a-z]{3}/u.test(textContent ?? '') ? 'words' : textContent,
      );
    expect(numbers(zh)).toEqual(numbers(en));
  });
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
