/** One statement: the notes' words, the reader's mark, and once it is marked the verdict with what stands beside it. */
import { useId } from 'react';
import { useLanguage } from '../../components/prose/language.ts';
import { Cite } from '../../components/prose/Sources.tsx';
import { To } from '../../components/prose/To.tsx';
import { langTag } from '../../i18n/language.ts';
import type { Statement } from './statement.ts';
import { VerdictChip } from './VerdictChip.tsx';
import { words } from './words.ts';

interface StatementCardProps {
  readonly statement: Statement;
  readonly number: number;
  /** Undefined until the reader has marked it. */
  readonly mark: boolean | undefined;
  readonly onMark: (holds: boolean) => void;
  /** What the lesson that tests it is called. */
  readonly lessonName: string;
}

const answers = [
  { holds: true, word: 'holds' },
  { holds: false, word: 'holdsNot' },
] as const;

export function StatementCard({ statement, number, mark, onMark, lessonName }: StatementCardProps) {
  const language = useLanguage();
  const group = useId();
  const { id, says, quote, verdict, beside, source, tested } = statement;
  return (
    <li className="statement" id={`statement-${id}`} data-marked={mark !== undefined}>
      <fieldset className="control choice">
        <legend>
          <span className="statement-number">{number}</span> {says[language]}
        </legend>
        <p className="statement-quote">
          <q lang={langTag[quote.language]}>{quote.words}</q>
        </p>
        <div className="bar">
          {answers.map(({ holds, word }) => (
            <label key={word}>
              <input type="radio" name={group} checked={mark === holds} onChange={() => onMark(holds)} />
              <span>{words[word][language]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div aria-live="polite">
        <div className="statement-answer" hidden={mark === undefined}>
          <p>
            <VerdictChip verdict={verdict} /> {beside[language]}
            {source && (
              <>
                {' '}
                <Cite of={source.of} {...(source.at && { at: source.at[language] })} />
              </>
            )}
          </p>
          <p className="statement-tested">
            {words.tested[language]}
            {language === 'en' && ' '}
            <To lesson={tested.lesson} {...(tested.at !== undefined && { at: tested.at })}>
              {lessonName}
            </To>
          </p>
        </div>
      </div>
    </li>
  );
}
