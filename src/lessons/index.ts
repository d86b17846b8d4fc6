/** The table of contents: every lesson, in the order in which the course teaches them. */
import type { MDXContent } from 'mdx/types.js';
import type { Language } from '../i18n/language.ts';
import { degradation } from './02-degradation/lesson.ts';
import type { Claim, Lesson } from './lesson.ts';

export interface Entry {
  readonly lesson: Lesson;
  /** The prose, fetched when it is wanted. */
  readonly content: Readonly<Record<Language, () => Promise<{ readonly default: MDXContent }>>>;
  readonly claims: () => Promise<{ readonly claims: readonly Claim[] }>;
}

export const lessons: readonly Entry[] = [
  {
    lesson: degradation,
    content: {
      zh: () => import('./02-degradation/zh.mdx'),
      en: () => import('./02-degradation/en.mdx'),
    },
    claims: () => import('./02-degradation/claims.ts'),
  },
];
