/** Which page stands at which address, and in which language. */
import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation, useParams } from 'react-router';
import { InLanguage } from './components/shell/InLanguage.tsx';
import { Shell } from './components/shell/Shell.tsx';
import { isLanguage } from './i18n/language.ts';
import { Front } from './pages/Front.tsx';
import { Home } from './pages/Home.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { type CoursePage, coursePages, pageAt } from './routes.ts';
import { usePageHead } from './usePageHead.ts';

/** The front page does not wait for the parts of the others. */
const LessonPage = lazy(async () => ({ default: (await import('./pages/Lesson.tsx')).LessonPage }));
const course = {
  lab: lazy(async () => ({ default: (await import('./pages/Lab.tsx')).LabPage })),
  builder: lazy(async () => ({ default: (await import('./pages/Builder.tsx')).BuilderPage })),
  glossary: lazy(async () => ({ default: (await import('./pages/Glossary.tsx')).GlossaryPage })),
  references: lazy(async () => ({ default: (await import('./pages/References.tsx')).ReferencesPage })),
  teach: lazy(async () => ({ default: (await import('./pages/Teach.tsx')).TeachPage })),
  progress: lazy(async () => ({ default: (await import('./pages/Progress.tsx')).ProgressPage })),
} satisfies Record<CoursePage, unknown>;

function Course() {
  const { language } = useParams();
  const { pathname } = useLocation();
  const known = isLanguage(language) ? language : undefined;
  usePageHead(pageAt(pathname, known));
  if (!known) return <Front missing />;
  return (
    <InLanguage language={known}>
      <Shell>
        <Routes>
          <Route index element={<Home />} />
          <Route
            path="lessons/:slug"
            element={
              <Suspense>
                <LessonPage />
              </Suspense>
            }
          />
          {coursePages.map((name) => {
            const CoursePage = course[name];
            return (
              <Route
                key={name}
                path={name}
                element={
                  <Suspense>
                    <CoursePage />
                  </Suspense>
                }
              />
            );
          })}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Shell>
    </InLanguage>
  );
}

export const App = () => (
  <Routes>
    <Route index element={<Front />} />
    <Route path=":language/*" element={<Course />} />
  </Routes>
);
