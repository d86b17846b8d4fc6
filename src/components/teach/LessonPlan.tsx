/** One lesson as its teacher needs it: the time, the question before Run, the answers, and every link to prepare. */
import { Fragment, type ReactNode } from 'react';
import type { Bilingual, LessonExperiment } from '../prose/LessonState.tsx';
import { type ClaimRecord, LessonProvider } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import type { ChoicePrediction } from '../prose/prediction.ts';
import { Setup } from '../prose/Setup.tsx';
import { words } from './words.ts';

type Piece = string | { readonly setup: string } | { readonly value: string };
interface Question {
  readonly id: string;
  readonly section: string;
  readonly drawn: boolean;
  readonly text: readonly Piece[];
}
interface LessonPlanProps {
  readonly lesson: {
    readonly id: string;
    readonly number: number;
    readonly slug: string;
    readonly minutes: number;
    readonly title: Bilingual;
    readonly goal: Bilingual;
    readonly experiments: Readonly<Record<string, LessonExperiment>>;
    readonly predictions?: Readonly<Record<string, ChoicePrediction>>;
  };
  readonly questions: readonly Question[];
  readonly live: readonly { readonly section: string; readonly title: string }[];
  /** Numbers that questions speak of, by name. */
  readonly values: Readonly<Record<string, number>>;
}

/** Nothing of the plan prints a measured number. */
const unmeasured: ClaimRecord = { date: '', engine: '', claims: [] };
const none: Readonly<Record<string, ChoicePrediction>> = {};

/** @throws where a question speaks of a number that the plan does not know */
function numberOf(values: Readonly<Record<string, number>>, name: string): number {
  const value = values[name];
  if (value === undefined) throw new Error(`the teaching plan does not know “${name}”`);
  return value;
}

export function LessonPlan({ lesson, questions, live, values }: LessonPlanProps) {
  const language = useLanguage();
  const { id, number, slug, minutes, title, goal, experiments, predictions = none } = lesson;
  const at = `/${language}/lessons/${slug}/`;
  // These pages begin in a way of their own, so they are loaded anew.
  const link = (address: string, text: ReactNode) => (
    <a href={`${import.meta.env.BASE_URL.replace(/\/$/, '')}${at}${address}`}>{text}</a>
  );
  return (
    <LessonProvider lesson={id} experiments={experiments} predictions={predictions} record={unmeasured}>
      <section id={slug} className="lesson-plan" aria-labelledby={`${slug}-title`}>
        <h3 id={`${slug}-title`}>
          <small>
            {words.lesson[language](number)} · {words.minutes[language](minutes)}
          </small>{' '}
          {title[language]}
        </h3>
        <p>{goal[language]}</p>
        <p className="plan-links">
          {link('', words.open[language])}
          {link('?present', words.present[language])}
          {link('#notes', words.notes[language])}
          {link('?handout', words.handout[language])}
        </p>
        {questions.length === 0 && <p>{words.none[language]}</p>}
        {questions.map((question) => {
          const options = predictions[question.id]?.options;
          return (
            <dl key={question.id}>
              <dt>{link(`?present#${question.section}`, words.ask[language])}</dt>
              <dd>
                {question.text.map((piece, i) => (
                  <Fragment key={i}>
                    {typeof piece === 'string' ? (
                      piece
                    ) : 'setup' in piece ? (
                      <Setup of={piece.setup} />
                    ) : (
                      numberOf(values, piece.value)
                    )}
                  </Fragment>
                ))}
              </dd>
              <dt>{words.answers[language]}</dt>
              <dd>
                {options ? (
                  <ul>
                    {options.map(({ key, label }) => (
                      <li key={key}>{label[language]}</li>
                    ))}
                  </ul>
                ) : (
                  words.drawn[language]
                )}
              </dd>
            </dl>
          );
        })}
        {live.length > 0 && (
          <dl>
            <dt>{words.experiments[language]}</dt>
            <dd>
              <ul>
                {live.map((one) => (
                  <li key={one.section}>
                    {link(`#${one.section}`, one.title)} · {link(`?present#${one.section}`, words.slide[language])}
                  </li>
                ))}
              </ul>
            </dd>
          </dl>
        )}
      </section>
    </LessonProvider>
  );
}
