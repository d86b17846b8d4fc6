/** The verdicts counted: what decides the prediction. Locking the prediction starts it. */
import { useEffect, useState } from 'react';
import { usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { statements, tally, verdicts } from './claims-of-notes.ts';
import { Sign } from './VerdictChip.tsx';
import { filled, verdictWords, words } from './words.ts';

const prediction = 'how-many-hold';

export function Tally() {
  const language = useLanguage();
  const { locked } = usePrediction(prediction);
  const report = useReport();
  const [asked, setAsked] = useState(false);
  const shown = locked || asked;
  useEffect(() => {
    if (!shown) return;
    const share = tally('right') / statements.length;
    report(prediction, { median: share, min: share, max: share, seeds: 1 });
  }, [shown, report]);
  const counts = { right: tally('right'), partly: tally('partly'), wrong: tally('wrong') };
  return (
    <section
      className="experiment tally"
      id="tally"
      data-status={shown ? 'done' : 'idle'}
      data-step={shown ? statements.length : 0}
      aria-label={words.tallyLabel[language]}
    >
      {shown ? (
        <>
          <p className="take">{filled(words.tally[language], { all: statements.length, ...counts })}</p>
          <ul>
            {verdicts.map((verdict) => (
              <li key={verdict}>
                <span className="tally-name">
                  {verdictWords[verdict][language]} {counts[verdict]}
                </span>
                <span className="tally-signs">
                  {statements
                    .filter((statement) => statement.verdict === verdict)
                    .map(({ id }) => (
                      <Sign key={id} verdict={verdict} />
                    ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className="run-status">{words.tallyWaits[language]}</p>
          <button type="button" className="primary" onClick={() => setAsked(true)}>
            {words.count[language]}
          </button>
        </>
      )}
    </section>
  );
}
