/** Every work that the course draws on: what it takes from it, and which lessons cite it. */
import { Link } from 'react-router';
import { useLanguage } from '../components/prose/language.ts';
import type { Source } from '../components/prose/Sources.tsx';
import { langTag } from '../i18n/language.ts';
import { works } from '../lessons/bibliography.ts';
import { citing } from '../lessons/mentions.ts';

const words = {
  title: { en: 'References', zh: '参考文献' },
  lead: {
    en: 'What the course takes from each work, in its own words. Quotations stand in the lessons, with section and table.',
    zh: '每篇文献，课程从中取了什么，用自己的话写在这里。引文在各课里，注明章节和表号。',
  },
  cited: { en: 'Cited in the lessons', zh: '课文引用' },
  further: { en: 'Further reading', zh: '延伸阅读' },
  furtherText: { en: 'No lesson cites these; they lead on from it.', zh: '课文没有引用，可供接着读。' },
  lesson: { en: (number: number) => `Lesson ${number}`, zh: (number: number) => `第 ${number} 课` },
};

function Work({ work }: { readonly work: Source }) {
  const language = useLanguage();
  const lessons = citing(work);
  return (
    <li id={work.id}>
      <p>
        <span className="sources-short">[{work.short[language]}]</span>{' '}
        <span lang={langTag[work.language]}>
          {work.authors} ({work.year}). <a href={work.url}>{work.title}</a>
          {work.title.endsWith('?') ? '' : '.'} {work.venue}.
        </span>
      </p>
      <p>{work.gist[language]}</p>
      {lessons.length > 0 && (
        <ul className="cited-in">
          {lessons.map(({ id, slug, number, title }) => (
            <li key={id}>
              <Link to={`/${language}/lessons/${slug}/#sources`}>
                {words.lesson[language](number)} · {title[language]}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const cited = works.filter((work) => citing(work).length > 0);
const further = works.filter((work) => !cited.includes(work));

export function ReferencesPage() {
  const language = useLanguage();
  return (
    <div className="course-page">
      <h1>{words.title[language]}</h1>
      <p className="lead">{words.lead[language]}</p>
      <section id="cited" aria-labelledby="cited-title">
        <h2 id="cited-title">{words.cited[language]}</h2>
        <ol className="works">
          {cited.map((work) => (
            <Work key={work.id} work={work} />
          ))}
        </ol>
      </section>
      {further.length > 0 && (
        <section id="further" aria-labelledby="further-title">
          <h2 id="further-title">{words.further[language]}</h2>
          <p>{words.furtherText[language]}</p>
          <ol className="works">
            {further.map((work) => (
              <Work key={work.id} work={work} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
