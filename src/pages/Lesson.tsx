/** One lesson: its head, its prose, and the live parts in it. */
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DepthSweep } from '../components/experiment/DepthSweep.tsx';
import { TryIt } from '../components/experiment/TryIt.tsx';
import { proseComponents } from '../components/prose/components.tsx';
import { LessonHeader } from '../components/prose/LessonHeader.tsx';
import { LessonProvider } from '../components/prose/LessonState.tsx';
import { useLanguage } from '../components/prose/language.ts';
import { CourseNavigation } from '../components/shell/CourseNavigation.tsx';
import { Guard } from '../components/shell/Guard.tsx';
import type { Language } from '../i18n/language.ts';
import { lessons } from '../lessons/index.ts';
import { NotFound } from './NotFound.tsx';

const outlines = lessons.map(({ lesson }) => lesson);

const components = { ...proseComponents, DepthSweep, TryIt };

/** The text of each lesson and language with what its claims measured, fetched when it is first drawn. */
const texts = new Map<string, Record<Language, LazyExoticComponent<ComponentType>>>(
  lessons.map(({ lesson, content, record }) => {
    const { id, experiments, predictions = {} } = lesson;
    const textIn = (language: Language) =>
      lazy(async () => {
        const [{ default: Text }, recorded] = await Promise.all([content[language](), record()]);
        return {
          default: () => (
            <LessonProvider lesson={id} experiments={experiments} predictions={predictions} record={recorded.default}>
              <Text components={components} />
            </LessonProvider>
          ),
        };
      });
    return [lesson.slug, { zh: textIn('zh'), en: textIn('en') }];
  }),
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
      <Guard key={lesson.id}>
        <div className="prose">
          <Suspense fallback={<p role="status">{t('loading')}</p>}>
            <Text />
          </Suspense>
        </div>
      </Guard>
      <CourseNavigation lessons={outlines} lesson={lesson.id} />
    </article>
  );
}
