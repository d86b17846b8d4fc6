/** The course as a teaching plan: what takes how long, what to ask before Run, and the links to prepare. */
import { teaching } from 'virtual:teaching';
import { useLanguage } from '../components/prose/language.ts';
import { Classes } from '../components/teach/Classes.tsx';
import { Drawings } from '../components/teach/Drawings.tsx';
import { LessonPlan } from '../components/teach/LessonPlan.tsx';
import { words } from '../components/teach/words.ts';
import { statements } from '../lessons/00-reading-the-notes/claims-of-notes.ts';
import { lessons } from '../lessons/index.ts';

const taught = lessons.map(({ lesson }) => lesson);
const total = taught.reduce((sum, { minutes }) => sum + minutes, 0);
const values = { 'statements.length': statements.length };

export function TeachPage() {
  const language = useLanguage();
  return (
    <div className="course-page teach-page">
      <h1>{words.title[language]}</h1>
      <p className="lead">{words.lead[language](taught.length, total)}</p>
      <section id="room" aria-labelledby="room-title">
        <h2 id="room-title">{words.room[language]}</h2>
        <ul>
          {words.advice[language].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{words.print[language]}</p>
      </section>
      <section id="classes" aria-labelledby="classes-title">
        <h2 id="classes-title">{words.plan[language]}</h2>
        <Classes lessons={taught} />
      </section>
      <section id="drawings" aria-labelledby="drawings-title">
        <h2 id="drawings-title">{words.drawings[language]}</h2>
        <Drawings />
      </section>
      <section id="plan" aria-labelledby="plan-title">
        <h2 id="plan-title">{words.lessons[language]}</h2>
        {taught.map((lesson) => {
          const { questions = [], live = [] } = teaching[lesson.number]?.[language] ?? {};
          return <LessonPlan key={lesson.id} lesson={lesson} questions={questions} live={live} values={values} />;
        })}
      </section>
    </div>
  );
}
