/** Leads back to where the reader was last. Nothing for readers who have not begun. */
import { Link } from 'react-router';
import { useLanguage } from '../prose/language.ts';
import type { Outline } from './standing.ts';
import { useProgress } from './useProgress.ts';

const words = {
  continue: { en: 'Continue where you left off', zh: '接着上次学' },
  lesson: { en: (number: number) => `Lesson ${number}`, zh: (number: number) => `第 ${number} 课` },
};

interface ContinueProps {
  readonly lessons: readonly Pick<Outline, 'id' | 'number' | 'slug' | 'title'>[];
}

export function Continue({ lessons }: ContinueProps) {
  const language = useLanguage();
  const { last } = useProgress().progress;
  const lesson = lessons.find(({ id }) => id === last?.lesson);
  if (!last || !lesson) return null;
  return (
    <p className="continue">
      <Link to={`/${language}/lessons/${lesson.slug}/${last.section && `#${last.section}`}`}>
        {words.continue[language]}
        <strong>
          {words.lesson[language](lesson.number)} · {lesson.title[language]}
        </strong>
      </Link>
    </p>
  );
}
