/** One lesson: its head, its prose, and the live parts in it. */
import type { MDXContent } from 'mdx/types.js';
import { type LazyExoticComponent, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DepthSweep } from '../components/experiment/DepthSweep.tsx';
import { TryIt } from '../components/experiment/TryIt.tsx';
import { proseComponents } from '../components/prose/components.tsx';
import { LessonHeader } from '../components/prose/LessonHeader.tsx';
import { LessonProvider } from '../components/prose/LessonState.tsx';
import { useLanguage } from '../components/prose/language.ts';
import { Guard } from '../components/shell/Guard.tsx';
import type { Language } from '../i18n/language.ts';
import { lessons } from '../lessons/index.ts';
import record from '../lessons/record.json';
import { NotFound } from './NotFound.tsx';

const components = { ...proseComponents, DepthSweep, TryIt };

/** The text of each lesson and language, fetched when it is first drawn. */
const texts = new Map<string, Record<Language, LazyExoticComponent<MDXContent>>>(
  lessons.map(({ lesson, content }) => [lesson.slug, { zh: lazy(content.zh), en: lazy(content.en) }]),
);

export function LessonPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const entry = lessons.find(({ lesson }) => lesson.slug === slug);
  const Text = texts.get(slug)?.[language];
  if (!entry || !Text) return <NotFound />;
  const { lesson } = entry;
  return (
    <article className="lesson" data-lesson={lesson.id}>
      <LessonHeader {...lesson} />
      <LessonProvider key={`${lesson.id}`} experiments={lesson.experiments} record={record}>
        <Guard>
          <div className="prose">
            <Suspense fallback={<p role="status">{t('loading')}</p>}>
              <Text components={components} />
            </Suspense>
          </div>
        </Guard>
      </LessonProvider>
    </article>
  );
}
