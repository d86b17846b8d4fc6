/** The end of a lesson: what is done in it, and the ways to the lessons before and after. */
import { useEffect } from 'react';
import { Link } from 'react-router';
import { finish } from '../progress/changes.ts';
import { Tallies } from '../progress/Standings.tsx';
import { type Outline, standingOf } from '../progress/standing.ts';
import { Trouble } from '../progress/Trouble.tsx';
import { useKeepPlace } from '../progress/useKeepPlace.ts';
import { progressStore, useProgress } from '../progress/useProgress.ts';
import { useLanguage } from '../prose/language.ts';

const words = {
  title: { en: 'Where to go from here', zh: '接下来' },
  here: { en: 'This lesson', zh: '本课' },
  done: { en: 'Done', zh: '已完成' },
  all: { en: 'Your progress', zh: '学习进度' },
  previous: { en: 'Previous lesson', zh: '上一课' },
  next: { en: 'Next lesson', zh: '下一课' },
};

interface CourseNavigationProps {
  /** In the order of the course. */
  readonly lessons: readonly Outline[];
  /** Id of the lesson that ends here. */
  readonly lesson: string;
}

export function CourseNavigation({ lessons, lesson }: CourseNavigationProps) {
  const language = useLanguage();
  const { progress } = useProgress();
  useKeepPlace(lesson);
  const at = lessons.findIndex(({ id }) => id === lesson);
  const here = lessons[at];
  const standing = here && standingOf(progress, here);
  const done = standing?.state === 'done';
  useEffect(() => {
    if (done) progressStore.change(finish(lesson));
  }, [done, lesson]);
  const ways = [
    { way: 'previous', to: lessons[at - 1], label: words.previous[language] },
    { way: 'next', to: lessons[at + 1], label: words.next[language] },
  ] as const;
  return (
    <nav className="course-navigation" aria-label={words.title[language]}>
      <Trouble />
      {standing && (
        <p className="standing">
          <span className="standing-state">{words[done ? 'done' : 'here'][language]}</span>
          <Tallies standing={standing} />
          <Link to={`/${language}/progress/`}>{words.all[language]}</Link>
        </p>
      )}
      <ul>
        {ways.map(
          ({ way, to, label }) =>
            to && (
              <li key={way} className={`way-${way}`}>
                <Link to={`/${language}/lessons/${to.slug}/`} rel={way === 'previous' ? 'prev' : 'next'}>
                  <small>{label}</small>
                  <strong>
                    {to.number} · {to.title[language]}
                  </strong>
                </Link>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
