/** A lesson of two claims for the tests of prose components, and the page around them. */
import { render } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { CheckClaim } from '../../../src/components/prose/claim.ts';
import { type ClaimRecord, type LessonExperiment, LessonProvider } from '../../../src/components/prose/LessonState.tsx';
import type { ChoicePrediction } from '../../../src/components/prose/prediction.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { defaultExperiment } from '../../../src/model/experiment.ts';

export const record: ClaimRecord = {
  date: '2026-11-23',
  engine: 'tape (wasm)',
  claims: [
    {
      id: 'rises',
      statement: { en: 'It rises.', zh: '它升高。' },
      holds: true,
      values: [
        { name: 'deep', median: 1.734, min: 1.44, max: 1.83, seeds: 3 },
        { name: 'small', median: 0.00412, min: -0.012, max: 0.02, seeds: 1 },
        { name: 'share', median: 0.355, min: 0.29, max: 0.41, seeds: 3 },
      ],
    },
    { id: 'other', statement: { en: 'Another.', zh: '另一句。' }, holds: false, values: [] },
  ],
};

const experiments: Record<string, LessonExperiment> = {
  sweep: {
    presets: [{ id: 'one', title: { en: 'preset one', zh: '设置一' }, experiment: defaultExperiment }],
    sweep: { field: 'depth', values: [2, 10, 30] },
  },
};

const predictions: Record<string, ChoicePrediction> = {
  first: {
    as: 'ratio',
    options: [
      { key: 'tiny', label: { en: 'a millionth', zh: '百万分之一' }, from: 0, to: 1e-3 },
      { key: 'tenth', label: { en: 'a tenth', zh: '十分之一' }, from: 1e-3, to: 0.5 },
      { key: 'equal', label: { en: 'the same', zh: '一样' }, from: 0.5, to: 5 },
    ],
  },
};

export const page = (children: ReactNode, language: Language, checkClaim?: CheckClaim) =>
  createElement(
    I18nextProvider,
    { i18n: translator(language) },
    createElement(LessonProvider, { lesson: 'here', experiments, predictions, record, checkClaim, children }),
  );

export const show = (children: ReactNode, language: Language = 'en', checkClaim?: CheckClaim) =>
  render(page(children, language, checkClaim));
