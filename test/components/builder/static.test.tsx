// @vitest-environment node
/** The workbench as it is written at build time: block, counts, code and network can be read without scripts. */
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter, Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { InLanguage } from '../../../src/components/shell/InLanguage.tsx';
import { translator } from '../../../src/i18n/index.ts';
import { languages } from '../../../src/i18n/language.ts';
import { BuilderPage } from '../../../src/pages/Builder.tsx';

it.each(languages)('stands in the page in %s', (language) => {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={translator(language)}>
      <MemoryRouter initialEntries={[`/${language}/builder/`]}>
        <InLanguage language={language}>
          <Routes>
            <Route path="*" element={<BuilderPage />} />
          </Routes>
        </InLanguage>
      </MemoryRouter>
    </I18nextProvider>,
  );
  for (const part of ['70,784', '56×56×256', 'tf.layers.conv2d', '25,636,712', '<noscript>'])
    expect(html).toContain(part);
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
});
