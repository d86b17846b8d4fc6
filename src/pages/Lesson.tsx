/** One lesson: its head, its prose, and the live parts in it. */
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LessonSweep } from '../components/experiment/LessonSweep.tsx';
import { useTrainer } from '../components/experiment/stores.ts';
import { TryIt } from '../components/experiment/TryIt.tsx';
import { LessonModes } from '../components/present/LessonModes.tsx';
import type { CheckClaim } from '../components/prose/claim.ts';
import { proseComponents } from '../components/prose/components.tsx';
import { LessonHeader } from '../components/prose/LessonHeader.tsx';
import { type ClaimRecord, LessonProvider } from '../components/prose/LessonState.tsx';
import { useLanguage } from '../components/prose/language.ts';
import { CourseNavigation } from '../components/shell/CourseNavigation.tsx';
import { Guard } from '../components/shell/Guard.tsx';
import type { Language } from '../i18n/language.ts';
import { type Entry, lessons } from '../lessons/index.ts';
import { NotFound } from './NotFound.tsx';

const outlines = lessons.map(({ lesson }) => lesson);

const components = { ...proseComponents, LessonSweep, TryIt };

/** The text of each lesson and language with what its claims measured, fetched when it is first drawn. */
const texts = new Map<string, Record<Language, LazyExoticComponent<ComponentType>>>(
  lessons.map(({ lesson, claims, content, record }) => {
    const textIn = (language: Language) =>
      lazy(async () => {
        const [{ default: Text }, recorded] = await Promise.all([content[language](), record()]);
        return {
          default: () => (
            <Checked lesson={lesson} claims={claims} record={recorded.default}>
              <Text components={components} />
            </Checked>
          ),
        };
      });
    return [lesson.slug, { zh: textIn('zh'), en: textIn('en') }];
  }),
);

const none = {};

interface CheckedProps extends Pick<Entry, 'lesson' | 'claims'> {
  readonly record: ClaimRecord;
  readonly children: ReactNode;
}

/** A lesson whose claims can be tested again where it is read. */
function Checked({ lesson: { id, experiments, predictions = none }, claims, record, children }: CheckedProps) {
  const { train, ask, race } = useTrainer();
  const checkClaim = useCallback<CheckClaim>(
    async (wanted) => {
      const claim = (await claims()).claims.find((one) => one.id === wanted);
      if (!claim) throw new Error(`there is no claim "${wanted}"`);
      return claim.run(train, ask, race);
    },
    [claims, train, ask, race],
  );
  return (
    <LessonProvider
      lesson={id}
      experiments={experiments}
      predictions={predictions}
      record={record}
      checkClaim={checkClaim}
    >
      {children}
    </LessonProvider>
  );
}

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
      <LessonModes minutes={lesson.minutes} />
    </article>
  );
}
