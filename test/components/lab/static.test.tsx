/** The lab as it is written at build time, where there is no browser. */
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { questionGroups } from '../../../src/components/lab/questions.ts';
import { words } from '../../../src/components/lab/words.ts';
import { translator } from '../../../src/i18n/index.ts';
import { LabPage } from '../../../src/pages/Lab.tsx';

it.each(['en', 'zh'] as const)('is whole without a browser, in %s', (language) => {
  expect(typeof window).toBe('undefined');
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={translator(language)}>
      <MemoryRouter initialEntries={[`/${language}/lab/`]}>
        <LabPage />
      </MemoryRouter>
    </I18nextProvider>,
  );
  expect(html).toContain(`<h1>${words.title[language]}</h1>`);
  expect(html).toContain(words.noScript[language]);
  expect(html).toMatch(/id="lab" data-status="idle" data-step="0"/);
  // What is closed costs nothing until it is opened.
  expect(html).not.toContain(questionGroups[0]?.title[language]);
});

it('has every word in both languages, as the same kind of thing', () => {
  const check = (value: object, path: string) => {
    if ('en' in value && 'zh' in value) {
      expect(typeof value.zh, path).toBe(typeof value.en);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      expect(typeof inner, `${path}.${key}`).toBe('object');
      check(inner, `${path}.${key}`);
    }
  };
  check(words, 'words');
});
