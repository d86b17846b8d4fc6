// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { Term } from '../../../src/components/prose/Term.tsx';
import { To } from '../../../src/components/prose/To.tsx';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';

afterEach(cleanup);

const page = (children: ReactNode, language: Language = 'en') =>
  createElement(I18nextProvider, { i18n: translator(language) }, createElement(MemoryRouter, null, children));
const norm = (
  <p>
    the <Term id="norm">length</Term> of it
  </p>
);
const link = () => screen.getByRole('link', { name: 'length' });

describe('a word of the glossary', () => {
  it('leads to its entry, and is described by it', () => {
    render(page(norm));
    expect(link()).toHaveAttribute('href', '/en/glossary/#norm');
    expect(link()).toHaveAccessibleDescription('norm The length of a vector: of (3, 4) it is 5.');
  });
  it('shows the entry on hover, as long as the pointer is on word or entry', async () => {
    const user = userEvent.setup();
    render(page(norm));
    expect(screen.queryByRole('tooltip')).toBeNull();
    await user.hover(link());
    await user.hover(screen.getByRole('tooltip'));
    expect(screen.getByRole('tooltip')).toBeVisible();
    await user.unhover(screen.getByRole('tooltip'));
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
  it('shows it on focus, and puts it away on Escape', async () => {
    const user = userEvent.setup();
    render(page(norm, 'zh'));
    await user.tab();
    expect(screen.getByRole('tooltip')).toHaveTextContent('范数 向量的长度：(3, 4) 的范数是 5。');
    await user.keyboard('{Escape}');
    expect(link()).toHaveFocus();
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
  it('must be in the glossary', () =>
    expect(() => renderToStaticMarkup(page(<Term id="flux">flux</Term>))).toThrow('no term "flux"'));
});

describe('a link to a lesson', () => {
  it('stays in the language, and may lead to a section', () => {
    render(
      page(
        <>
          <To lesson="product">chain</To>
          <To lesson="product" at="why">
            why
          </To>
        </>,
        'zh',
      ),
    );
    expect(screen.getByRole('link', { name: 'chain' })).toHaveAttribute('href', '/zh/lessons/product/');
    expect(screen.getByRole('link', { name: 'why' })).toHaveAttribute('href', '/zh/lessons/product/#why');
  });
});
