/** What the reader has done, lesson by lesson, and what can be done with the record of it. */
import { Continue } from '../components/progress/Continue.tsx';
import { Keeping } from '../components/progress/Keeping.tsx';
import { Standings } from '../components/progress/Standings.tsx';
import { Trouble } from '../components/progress/Trouble.tsx';
import { useLanguage } from '../components/prose/language.ts';
import { lessons } from '../lessons/index.ts';

const words = {
  title: { en: 'Your progress', zh: '学习进度' },
  lead: {
    en: 'It is kept in this browser and nowhere else. No lesson asks for it.',
    zh: '进度只存在这个浏览器里，不会传到别处。没有进度，每一课也都能学。',
  },
  noScript: {
    en: 'Keeping progress takes JavaScript; the lessons below can be read without it.',
    zh: '记录进度需要 JavaScript；下面各课的正文不需要。',
  },
  lessons: { en: 'Lessons', zh: '课程' },
};

const outlines = lessons.map(({ lesson }) => lesson);

export function ProgressPage() {
  const language = useLanguage();
  return (
    <div className="course-page progress-page">
      <h1>{words.title[language]}</h1>
      <p className="lead">{words.lead[language]}</p>
      <noscript>
        <p className="notice">{words.noScript[language]}</p>
      </noscript>
      <Trouble />
      <Continue lessons={outlines} />
      <section id="lessons" aria-labelledby="lessons-title">
        <h2 id="lessons-title">{words.lessons[language]}</h2>
        <Standings lessons={outlines} />
      </section>
      <div className="needs-script">
        <Keeping />
      </div>
    </div>
  );
}
