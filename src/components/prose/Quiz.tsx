/** One question, one fact, three or four answers. Each wrong answer names the misconception it comes from. */
import { Children, createContext, isValidElement, type ReactNode, useContext, useId, useState } from 'react';
import { checkAnswer } from '../progress/changes.ts';
import { progressStore, useProgress } from '../progress/useProgress.ts';
import { useLesson } from './LessonState.tsx';
import { useProse } from './useProse.ts';

interface Choice {
  readonly group: string;
  readonly picked: string | undefined;
  readonly checked: string | undefined;
  readonly pick: (answer: string) => void;
}
const Context = createContext<Choice | undefined>(undefined);

interface QuizProps {
  /** Key of the item in the lesson's list. */
  readonly id: string;
  readonly stem: string;
  /** `Option` elements. */
  readonly children: ReactNode;
}

/** The answers in their order, which is the same in both languages. */
const answersOf = (children: ReactNode): readonly string[] =>
  Children.toArray(children).flatMap((child) =>
    isValidElement<Partial<OptionProps>>(child) && child.props.answer !== undefined ? [child.props.answer] : [],
  );

export function Quiz({ id, stem, children }: QuizProps) {
  const { t } = useProse();
  const group = useId();
  const { lesson } = useLesson();
  const answers = answersOf(children);
  const stored = useProgress().progress.answers[lesson]?.[id];
  const checked = stored === undefined ? undefined : answers[stored];
  const [latest, pick] = useState<string>();
  const picked = latest ?? checked;
  return (
    <form
      className="quiz"
      data-quiz={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (picked !== undefined) progressStore.change(checkAnswer(lesson, id, answers.indexOf(picked)));
      }}
    >
      <fieldset>
        <legend>{stem}</legend>
        <Context value={{ group, picked, checked, pick }}>{children}</Context>
      </fieldset>
      <button type="submit" aria-disabled={picked === undefined}>
        {t('quizCheck')}
      </button>
    </form>
  );
}

interface OptionProps {
  readonly answer: string;
  /** The misconception that this answer comes from; absent from the right one. */
  readonly misconception?: string;
  /** What the answer assumes, where that holds, what breaks it here. */
  readonly children: ReactNode;
}

export function Option({ answer, misconception, children }: OptionProps) {
  const choice = useContext(Context);
  if (!choice) throw new Error('Option needs a Quiz above it');
  return (
    <div className="quiz-option" data-misconception={misconception ?? 'none'}>
      <label>
        <input
          type="radio"
          name={choice.group}
          checked={choice.picked === answer}
          onChange={() => choice.pick(answer)}
        />
        <span>{answer}</span>
      </label>
      <div aria-live="polite">
        <div className="quiz-feedback" hidden={choice.checked !== answer}>
          {children}
        </div>
      </div>
    </div>
  );
}
