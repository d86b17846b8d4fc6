/** Every word of the course: its name in both languages, what it is, and where it is met. */
import { Link } from 'react-router';
import type { GlossaryTerm } from '../components/prose/glossary/term.ts';
import { glossary } from '../components/prose/glossary.ts';
import { useLanguage } from '../components/prose/language.ts';
import { type Language, langTag } from '../i18n/language.ts';
import { metIn } from '../lessons/mentions.ts';

const words = {
  title: { en: 'Glossary', zh: '术语表' },
  lead: {
    en: 'One word for each thing, the same in every lesson, in English and in Chinese.',
    zh: '一个东西一个名字，各课通用；中文和英文对照。',
  },
  jump: { en: 'Jump to a word', zh: '跳到某个词' },
  also: { en: (names: string) => `also: ${names}`, zh: (names: string) => `又称：${names}` },
  met: { en: (number: number) => `Lesson ${number}`, zh: (number: number) => `第 ${number} 课` },
};
const otherLanguage: Record<Language, Language> = { en: 'zh', zh: 'en' };

function Entry({ term }: { readonly term: GlossaryTerm }) {
  const language = useLanguage();
  const other = otherLanguage[language];
  const { id, name, also, says } = term;
  const lesson = metIn(id);
  const names = also?.[language];
  return (
    <div id={id} className="glossary-entry">
      <dt>
        <dfn>{name[language]}</dfn> <span lang={langTag[other]}>{name[other]}</span>
      </dt>
      <dd>
        {says[language]}
        {(names || lesson) && (
          <small>
            {names && words.also[language](names)}
            {lesson && (
              <Link to={`/${language}/lessons/${lesson.slug}/`}>
                {words.met[language](lesson.number)} · {lesson.title[language]}
              </Link>
            )}
          </small>
        )}
      </dd>
    </div>
  );
}

export function GlossaryPage() {
  const language = useLanguage();
  return (
    <div className="course-page glossary-page">
      <h1>{words.title[language]}</h1>
      <p className="lead">{words.lead[language]}</p>
      <nav className="jump-list" aria-label={words.jump[language]}>
        {glossary.map(({ id, title, terms }) => (
          <details key={id} open>
            <summary>{title[language]}</summary>
            <ul>
              {terms.map((term) => (
                <li key={term.id}>
                  <a href={`#${term.id}`}>{term.name[language]}</a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
      <div className="glossary-groups">
        {glossary.map(({ id, title, terms }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title[language]}</h2>
            <dl className="glossary">
              {terms.map((term) => (
                <Entry key={term.id} term={term} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  );
}
