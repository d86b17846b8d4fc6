/** All statements of the notes, part by part, to be marked; the score stands below them. */
import { useMarks } from '../../components/progress/useMarks.ts';
import { useLanguage } from '../../components/prose/language.ts';
import { lessons } from '../index.ts';
import { statements } from './claims-of-notes.ts';
import { marksFor, standingOf } from './marking.ts';
import { Score } from './Score.tsx';
import { StatementCard } from './StatementCard.tsx';
import { filled, partWords, words } from './words.ts';

const parts = [0, 1, 2, 3, 4, 5] as const;

export function Statements() {
  const language = useLanguage();
  const { marks, mark } = useMarks();
  const { marked } = standingOf(marks);
  const set = (id: string, holds: boolean) => {
    for (const [name, value] of Object.entries(marksFor(marks, id, holds))) mark(name, value);
  };
  const nameOf = (slug: string) => {
    const found = lessons.find(({ lesson }) => lesson.slug === slug)?.lesson;
    return found ? filled(words.lesson[language], { number: found.number, title: found.title[language] }) : slug;
  };
  return (
    <section
      className="statements"
      id="marking"
      data-status={marked === statements.length ? 'done' : marked > 0 ? 'running' : 'idle'}
      data-step={marked}
      aria-label={words.label[language]}
    >
      {parts.map((part) => (
        <div key={part}>
          <h3>{partWords[part][language]}</h3>
          <ol className="statement-list">
            {statements.map((statement, index) =>
              statement.part === part ? (
                <StatementCard
                  key={statement.id}
                  statement={statement}
                  number={index + 1}
                  mark={marks[statement.id]}
                  onMark={(holds) => set(statement.id, holds)}
                  lessonName={nameOf(statement.tested.lesson)}
                />
              ) : null,
            )}
          </ol>
        </div>
      ))}
      <Score />
    </section>
  );
}
