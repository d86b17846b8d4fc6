/** The table of contents: every lesson, in the order in which the course teaches them. */
import type { MDXContent } from 'mdx/types.js';
import type { ClaimRecord } from '../components/prose/LessonState.tsx';
import type { Language } from '../i18n/language.ts';
import { readingTheNotes } from './00-reading-the-notes/lesson.ts';
import { notSkipping } from './01-not-skipping/lesson.ts';
import { degradation } from './02-degradation/lesson.ts';
import { product } from './03-product/lesson.ts';
import { healthyNorms } from './04-healthy-norms/lesson.ts';
import { productOrSum } from './05-product-or-sum/lesson.ts';
import { explosion } from './06-explosion/lesson.ts';
import { twoPercent } from './07-two-percent/lesson.ts';
import { weightsToZero } from './08-weights-to-zero/lesson.ts';
import { buildABlock } from './09-build-a-block/lesson.ts';
import type { Claim, Lesson } from './lesson.ts';

export interface Entry {
  readonly lesson: Lesson;
  /** The prose, fetched when it is wanted. */
  readonly content: Readonly<Record<Language, () => Promise<{ readonly default: MDXContent }>>>;
  readonly claims: () => Promise<{ readonly claims: readonly Claim[] }>;
  /** What the claims measured when they were last checked: every number that the prose prints. */
  readonly record: () => Promise<{ readonly default: ClaimRecord }>;
}

export const lessons: readonly Entry[] = [
  {
    lesson: readingTheNotes,
    content: {
      zh: () => import('./00-reading-the-notes/zh.mdx'),
      en: () => import('./00-reading-the-notes/en.mdx'),
    },
    claims: () => import('./00-reading-the-notes/claims.ts'),
    record: () => import('./00-reading-the-notes/record.json'),
  },
  {
    lesson: notSkipping,
    content: {
      zh: () => import('./01-not-skipping/zh.mdx'),
      en: () => import('./01-not-skipping/en.mdx'),
    },
    claims: () => import('./01-not-skipping/claims.ts'),
    record: () => import('./01-not-skipping/record.json'),
  },
  {
    lesson: degradation,
    content: {
      zh: () => import('./02-degradation/zh.mdx'),
      en: () => import('./02-degradation/en.mdx'),
    },
    claims: () => import('./02-degradation/claims.ts'),
    record: () => import('./02-degradation/record.json'),
  },
  {
    lesson: product,
    content: {
      zh: () => import('./03-product/zh.mdx'),
      en: () => import('./03-product/en.mdx'),
    },
    claims: () => import('./03-product/claims.ts'),
    record: () => import('./03-product/record.json'),
  },
  {
    lesson: healthyNorms,
    content: {
      zh: () => import('./04-healthy-norms/zh.mdx'),
      en: () => import('./04-healthy-norms/en.mdx'),
    },
    claims: () => import('./04-healthy-norms/claims.ts'),
    record: () => import('./04-healthy-norms/record.json'),
  },
  {
    lesson: productOrSum,
    content: {
      zh: () => import('./05-product-or-sum/zh.mdx'),
      en: () => import('./05-product-or-sum/en.mdx'),
    },
    claims: () => import('./05-product-or-sum/claims.ts'),
    record: () => import('./05-product-or-sum/record.json'),
  },
  {
    lesson: explosion,
    content: {
      zh: () => import('./06-explosion/zh.mdx'),
      en: () => import('./06-explosion/en.mdx'),
    },
    claims: () => import('./06-explosion/claims.ts'),
    record: () => import('./06-explosion/record.json'),
  },
  {
    lesson: twoPercent,
    content: {
      zh: () => import('./07-two-percent/zh.mdx'),
      en: () => import('./07-two-percent/en.mdx'),
    },
    claims: () => import('./07-two-percent/claims.ts'),
    record: () => import('./07-two-percent/record.json'),
  },
  {
    lesson: weightsToZero,
    content: {
      zh: () => import('./08-weights-to-zero/zh.mdx'),
      en: () => import('./08-weights-to-zero/en.mdx'),
    },
    claims: () => import('./08-weights-to-zero/claims.ts'),
    record: () => import('./08-weights-to-zero/record.json'),
  },
  {
    lesson: buildABlock,
    content: {
      zh: () => import('./09-build-a-block/zh.mdx'),
      en: () => import('./09-build-a-block/en.mdx'),
    },
    claims: () => import('./09-build-a-block/claims.ts'),
    record: () => import('./09-build-a-block/record.json'),
  },
];
