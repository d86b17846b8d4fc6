/** The table of contents, with how far the reader is in each lesson. */
import { Link } from 'react-router';
import type { Bilingual } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { type Outline, type Standing, standingOf } from './standing.ts';
import { useProgress } from './useProgress.ts';

const words = {
  lesson: {
    en: (number: number, minutes: number) => `Lesson ${number} · ${minutes} minutes`,
    zh: (number: number, minutes: number) => `第 ${number} 课 · 约 ${minutes} 分钟`,
  },
  of: {
    en: (done: number, of: number) => `${done} of ${of}`,
    zh: (done: number, of: number) => `${done}/${of}`,
  },
  predictions: { en: 'Predictions', zh: '预测' },
  answers: { en: 'Quiz', zh: '测验' },
};
const states: Record<Standing['state'], Bilingual> = {
  new: { en: 'Not begun', zh: '未开始' },
  begun: { en: 'Begun', zh: '学习中' },
  done: { en: 'Done', zh: '已完成' },
};

interface TallyProps {
  readonly label: string;
  readonly done: number;
  readonly of: number;
}

/** One dot for each thing to do; the words beside them say the same. */
function Tally({ label, done, of }: TallyProps) {
  const language = useLanguage();
  return (
    <span className="tally">
      {label}{' '}
      <span className="tally-dots" aria-hidden="true">
        {'●'.repeat(done) + '○'.repeat(of - done)}
      </span>{' '}
      {words.of[language](done, of)}
    </span>
  );
}

export function Tallies({ standing }: { readonly standing: Standing }) {
  const language = useLanguage();
  return (
    <>
      {standing.predictions.of > 0 && <Tally label={words.predictions[language]} {...standing.predictions} />}
      {standing.answers.of > 0 && <Tally label={words.answers[language]} {...standing.answers} />}
    </>
  );
}

export function Standings({ lessons }: { readonly lessons: readonly Outline[] }) {
  const language = useLanguage();
  const { progress } = useProgress();
  return (
    <ol className="standings">
      {lessons.map((lesson) => {
        const standing = standingOf(progress, lesson);
        return (
          <li key={lesson.id} data-lesson={lesson.id} data-state={standing.state}>
            <div>
              <small>{words.lesson[language](lesson.number, lesson.minutes)}</small>
              <Link to={`/${language}/lessons/${lesson.slug}/`}>{lesson.title[language]}</Link>
            </div>
            <div className="standing">
              <span className="standing-state">{states[standing.state][language]}</span>
              <Tallies standing={standing} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
