/** Every page of the course: its address, and what browsers, search engines and link previews are told about it. */
import type { Language } from './i18n/language.ts';
import { languages } from './i18n/language.ts';
import { shell } from './i18n/strings/shell.ts';
import { outlines } from './lessons/outlines.ts';

export interface Page {
  /** From the root of the course, with a slash at both ends. */
  readonly path: string;
  /** None where a page speaks both. */
  readonly language?: Language;
  readonly title: string;
  readonly description: string;
  /** The same page by language tag, itself included. Empty for pages that are in no index. */
  readonly alternates: Readonly<Record<string, string>>;
}

const inBoth = (pathIn: (language: Language) => string, otherwise: string): Page['alternates'] => ({
  'zh-Hans': pathIn('zh'),
  en: pathIn('en'),
  'x-default': otherwise,
});

const bothTitle = `${shell.en.brand} · ${shell.zh.brand}`;
const homePath = (language: Language) => `/${language}/`;

const front: Page = {
  path: '/',
  title: bothTitle,
  description: `${shell.en.front} ${shell.zh.front}`,
  alternates: inBoth(homePath, '/'),
};

const homes = languages.map(
  (language): Page => ({
    path: homePath(language),
    language,
    title: shell[language].homeTitle,
    description: shell[language].homeDescription,
    alternates: inBoth(homePath, '/'),
  }),
);

const lessonPages = outlines.flatMap((lesson) => {
  const pathIn = (language: Language) => `/${language}/lessons/${lesson.slug}/`;
  return languages.map(
    (language): Page => ({
      path: pathIn(language),
      language,
      title: `${lesson.title[language]} · ${shell[language].brand}`,
      description: lesson.description[language],
      alternates: inBoth(pathIn, pathIn('en')),
    }),
  );
});

/** The pages around the lessons, by the last part of their address. */
export const coursePages = ['lab', 'builder', 'glossary', 'references', 'progress', 'teach'] as const;
export type CoursePage = (typeof coursePages)[number];

const around = coursePages.flatMap((name) => {
  const pathIn = (language: Language) => `/${language}/${name}/`;
  return languages.map(
    (language): Page => ({
      path: pathIn(language),
      language,
      title: `${shell[language][name]} · ${shell[language].brand}`,
      description: shell[language][`${name}Description`],
      alternates: inBoth(pathIn, pathIn('en')),
    }),
  );
});

export const pages: readonly Page[] = [front, ...homes, ...lessonPages, ...around];

const missingIn = (language: Language): Page => ({
  path: `/${language}/404.html`,
  language,
  title: `${shell[language].missing} · ${shell[language].brand}`,
  description: shell[language].missingText,
  alternates: {},
});

/** What is answered, with status 404, to an address below `/`, `/zh/` and `/en/` that has no page. */
export const missingPages: readonly Page[] = [
  {
    path: '/404.html',
    title: `404 · ${bothTitle}`,
    description: `${shell.en.missing}. ${shell.zh.missing}。`,
    alternates: {},
  },
  ...languages.map(missingIn),
];

/** The page at a path, whether or not it ends in a slash; below a language the missing page of that language. */
export function pageAt(path: string, language: Language | undefined): Page | undefined {
  const wanted = path.endsWith('/') ? path : `${path}/`;
  return pages.find((page) => page.path === wanted) ?? (language && missingIn(language));
}
