// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { LessonProvider } from '../../../src/components/prose/LessonState.tsx';
import { PredictChoice, VerdictChoice } from '../../../src/components/prose/PredictChoice.tsx';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { ratioText, short } from '../../../src/lessons/07-two-percent/Comparisons.tsx';
import { twoPercent } from '../../../src/lessons/07-two-percent/lesson.ts';
import { TwoWeights } from '../../../src/lessons/07-two-percent/TwoWeights.tsx';

afterEach(cleanup);

let reader = 0;
/** Each time as a reader who has locked nothing yet. */
const show = (language: Language = 'en') =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <LessonProvider
        lesson={`two-percent-${reader++}`}
        experiments={twoPercent.experiments}
        predictions={twoPercent.predictions ?? {}}
        record={{ date: '2026-01-01', engine: 'none', claims: [] }}
      >
        <TwoWeights id="live" predict="sgd-steps" />
        <PredictChoice id="sgd-steps">How many?</PredictChoice>
        <VerdictChoice id="sgd-steps">Why?</VerdictChoice>
      </LessonProvider>
    </I18nextProvider>,
  );
const live = () => document.getElementById('live') ?? document.body;
const row = (name: RegExp) => screen.getByRole('row', { name });
const cells = (name: RegExp) =>
  within(row(name))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the two weights', () => {
  it('show nothing that would answer the question before it is locked', () => {
    show();
    expect(live()).toHaveAttribute('data-status', 'idle');
    expect(screen.queryByRole('row')).not.toBeInTheDocument();
    expect(screen.queryByText(/182/)).not.toBeInTheDocument();
  });

  it('run when the prediction is locked, and decide it', async () => {
    show();
    await userEvent.click(screen.getByRole('radio', { name: '51 times as many' }));
    await userEvent.click(screen.getByRole('button', { name: /lock/i }));
    expect(live()).toHaveAttribute('data-status', 'done');
    expect(live()).toHaveAttribute('data-step', '182');
    expect(cells(/steps until/)).toEqual(['182', '182', 'equal']);
    expect(cells(/condition/)).toEqual(['1.00', '0.0196', '51 : 1']);
    expect(document.querySelector('[data-verdict="miss"]')).toHaveTextContent('Measured: equal.');
  });

  it('compute again at every turn of a knob, and hold it in range', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    const exact = screen.getByRole('textbox', { name: /Learning rate/ });
    fireEvent.change(exact, { target: { value: '0.01' } });
    fireEvent.keyDown(exact, { key: 'Enter' });
    expect(cells(/steps until/)).toEqual(['17', '17', 'equal']);
    fireEvent.change(exact, { target: { value: '7' } });
    fireEvent.keyDown(exact, { key: 'Enter' });
    expect(exact).toHaveValue('0.1');
    expect(cells(/steps until/)).toEqual(['never', 'never', '–']);
    await userEvent.click(screen.getByRole('radio', { name: 'relative step' }));
    expect(cells(/steps until/)).toEqual(['193', '6882', '1 : 35.7']);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the question' }));
    expect(cells(/steps until/)).toEqual(['182', '182', 'equal']);
  });

  it('keep the verdict on the setting that was asked about', async () => {
    show();
    await userEvent.click(screen.getByRole('radio', { name: 'relative step' }));
    await userEvent.click(screen.getByRole('radio', { name: 'exactly as many' }));
    await userEvent.click(screen.getByRole('button', { name: /lock/i }));
    expect(document.querySelector('[data-verdict="hit"]')).toBeInTheDocument();
  });

  it('say the same in Chinese', async () => {
    show('zh');
    await userEvent.click(screen.getByRole('button', { name: '运行' }));
    expect(cells(/条件数/)).toEqual(['1.00', '0.0196', '51 : 1']);
    expect(screen.getByText(/没有需要解释的差别/)).toBeInTheDocument();
  });
});

describe('how numbers are written', () => {
  it.each([
    [0, '0'],
    [0.02, '0.0200'],
    [0.001, '0.00100'],
    [0.0038462, '0.00385'],
    [1, '1.00'],
    [182, '182'],
    [4e-6, '4\u00a0×\u00a010⁻⁶'],
  ])('%f is %s', (value, text) => expect(short(value, 'en')).toBe(text));
  it.each([
    [51, '51 : 1'],
    [1 / 51, '1 : 51'],
    [42.7, '42.7 : 1'],
    [1, 'equal'],
    [Number.NaN, '–'],
  ])('a ratio of %f is %s', (ratio, text) => expect(ratioText(ratio, 'en')).toBe(text));
});
