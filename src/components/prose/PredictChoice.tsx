/** A prediction by choice, made before anything runs, and the measurement beside it. Locking starts the run. */
import { type ReactNode, useId, useState } from 'react';
import { amount, percent, ratioWords } from '../../i18n/numbers.ts';
import { type RecordedValue, useLesson, usePrediction } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { borneOut, type ChoicePrediction, type ValueForm } from './prediction.ts';
import { useProse } from './useProse.ts';

interface PredictChoiceProps {
  /** Name of the prediction in the lesson's list. */
  readonly id: string;
  readonly children: ReactNode;
}

/** @throws when the lesson has no such prediction. */
function useChoices(id: string): ChoicePrediction {
  const found = useLesson().predictions[id];
  if (!found) throw new Error(`the lesson has no prediction "${id}"`);
  return found;
}

export function PredictChoice({ id, children }: PredictChoiceProps) {
  const { t } = useProse();
  const language = useLanguage();
  const [heading, hint, group] = [useId(), useId(), useId()];
  const { options } = useChoices(id);
  const { choice, locked, lock } = usePrediction(id);
  const [picked, pick] = useState<string>();
  const chosen = choice ?? picked;
  return (
    <div className="box box-predict" data-predict={id} data-locked={locked}>
      <h3 id={heading}>{t('predict')}</h3>
      {children}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (picked !== undefined) lock({ choice: picked });
        }}
      >
        <div className="predict-choices" role="radiogroup" aria-labelledby={heading}>
          {options.map(({ key, label }) => (
            <label key={key}>
              <input
                type="radio"
                name={group}
                value={key}
                checked={chosen === key}
                disabled={locked && chosen !== key}
                onChange={() => !locked && pick(key)}
              />
              <span>{label[language]}</span>
            </label>
          ))}
        </div>
        <p className="predict-status" id={hint} role="status">
          {t(locked ? 'locked' : chosen === undefined ? 'stillToChoose' : 'readyToLockChoice')}
        </p>
        <div className="predict-buttons">
          <button
            type="submit"
            className="button-primary"
            aria-describedby={hint}
            aria-disabled={locked || picked === undefined}
          >
            {t('lock')}
          </button>
        </div>
      </form>
    </div>
  );
}

const same = { en: 'equal', zh: '相等' } as const;
const writers = {
  amount,
  ratio: (value, language) => (value === 1 ? same[language] : ratioWords(value, language)),
  percent: (value) => percent(value, value > 0 && value < 0.1 ? 1 : 0),
} satisfies Record<ValueForm, (value: number, language: 'zh' | 'en') => string>;

/** `children` is the one question asked of a reader whose prediction missed. */
export function VerdictChoice({ id, children }: PredictChoiceProps) {
  const { t } = useProse();
  const language = useLanguage();
  const prediction = useChoices(id);
  const { choice, locked } = usePrediction(id);
  const reported = useLesson().measured[id];
  const measured: RecordedValue | undefined = reported && 'median' in reported ? reported : undefined;
  const guessed = prediction.options.find(({ key }) => key === choice);
  if (!measured || !guessed) {
    return (
      <div className="verdict" aria-live="polite" data-verdict="waiting">
        <p>{t(locked ? 'verdictRunning' : 'verdictWaiting')}</p>
      </div>
    );
  }
  const hit = borneOut(prediction, measured.median)?.key === guessed.key;
  const write = (value: number) => writers[prediction.as](value, language);
  const { median, min, max, seeds } = measured;
  const shown = { guess: guessed.label[language], value: write(median), min: write(min), max: write(max) };
  const form = seeds === 1 ? 'verdictOnce' : shown.min === shown.max ? 'verdictAlike' : 'verdictChoice';
  // The measurement stands below the prediction.
  const [guess, found] = t(form, { ...shown, count: seeds }).split(/(?=实测：|Measured: )/);
  return (
    <div className="verdict" aria-live="polite" data-verdict={hit ? 'hit' : 'miss'}>
      <p>
        {guess}
        <br />
        {found}
      </p>
      {hit ? <p>{t('verdictAgrees')}</p> : <div>{children}</div>}
    </div>
  );
}
