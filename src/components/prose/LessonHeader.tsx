/** The head of a lesson: its place in the course, the time it takes, its title, and what the reader can do afterwards. */
import { PresentLink } from '../present/PresentLink.tsx';
import type { Bilingual } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

interface LessonHeaderProps {
  readonly number: number;
  /** Reading and running, in minutes. */
  readonly minutes: number;
  readonly title: Bilingual;
  readonly goal: Bilingual;
  readonly needs: Bilingual;
}

export function LessonHeader({ number, minutes, title, goal, needs }: LessonHeaderProps) {
  const { t } = useProse();
  const language = useLanguage();
  return (
    <header className="lesson-header">
      <p className="lesson-eyebrow">
        <span>
          {t('eyebrow', { number, minutes })} · {needs[language]}
        </span>{' '}
        <PresentLink />
      </p>
      <h1>{title[language]}</h1>
      <p className="lesson-goal">{goal[language]}</p>
    </header>
  );
}
