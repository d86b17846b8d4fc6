/** The front page: a pair in training, one slider, and the lessons. */
import { Fragment, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLinkedExperiment } from '../components/experiment/useLinkedExperiment.ts';
import { PartTalk } from '../components/present/PartTalk.tsx';
import { useLanguage } from '../components/prose/language.ts';
import { outlines } from '../lessons/outlines.ts';
import { HeroRun } from './HeroRun.tsx';
import { hero } from './hero.ts';

/** The front page does not wait for it. */
const Continue = lazy(async () => ({ default: (await import('../components/progress/Continue.tsx')).Continue }));

export function Home() {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const linked = useLinkedExperiment(hero);
  return (
    <div className="home">
      <h1>
        {t('title')
          .split('\n')
          .map((line, i) => (
            <Fragment key={line}>
              {i > 0 && <br />}
              {line}
            </Fragment>
          ))}
      </h1>
      <p className="lead">
        {t('lead', { count: linked.experiment.depth })}
        {t('same')}
        <strong>{t('drag')}</strong>
      </p>
      <HeroRun linked={linked} />
      <section id="lessons" aria-labelledby="lessons-title">
        <h2 id="lessons-title">{t('lessons')}</h2>
        <p className="lead">{t('lessonsLead')}</p>
        <Suspense>
          <Continue lessons={outlines} />
        </Suspense>
        <ol className="lesson-list">
          {outlines.map((lesson) => (
            <li key={lesson.id}>
              <Link to={`/${language}/lessons/${lesson.slug}/`}>
                <small>{t('lessonMeta', { number: lesson.number, minutes: lesson.minutes })}</small>
                <strong>{lesson.title[language]}</strong>
                <span>{lesson.description[language]}</span>
              </Link>
            </li>
          ))}
        </ol>
      </section>
      <PartTalk part="hero" />
    </div>
  );
}
