/** How the reader's marks agree with the verdicts, at first and now. Stands wherever a page places it. */
import { useId, useState } from 'react';
import { useMarks } from '../../components/progress/useMarks.ts';
import { useLanguage } from '../../components/prose/language.ts';
import { To } from '../../components/prose/To.tsx';
import { type Agreement, standingOf } from './marking.ts';
import { filled, words } from './words.ts';

export function Score() {
  const language = useLanguage();
  const heading = useId();
  const { marks, clear } = useMarks();
  const [asking, setAsking] = useState(false);
  const { total, marked, neither, now, first, changed } = standingOf(marks);
  const outOf = (some: number, all: number) => filled(words.outOf[language], { some, all });
  const share = ({ agreeing, counted }: Agreement) => outOf(agreeing, counted);
  const rows = [
    { key: 'marked', value: outOf(marked, total) },
    { key: 'agreeing', value: share(now) },
    ...(changed > 0
      ? ([
          { key: 'atFirst', value: share(first) },
          { key: 'changed', value: String(changed) },
        ] as const)
      : []),
    { key: 'neither', value: String(neither) },
  ] as const;
  const link = marked === 0 ? 'begin' : marked < total ? 'goOn' : 'again';
  return (
    <section className="score" aria-labelledby={heading} data-marked={marked} data-agreeing={now.agreeing}>
      <h3 id={heading}>{words.score[language]}</h3>
      {marked === 0 ? (
        <p>{words.nothing[language]}</p>
      ) : (
        <dl>
          {rows.map(({ key, value }) => (
            <div key={key}>
              <dt>{words[key][language]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <To lesson="reading-the-notes" at="statements">
          {words[link][language]}
        </To>
      </p>
      {marked > 0 && !asking && (
        <button type="button" className="quiet" onClick={() => setAsking(true)}>
          {words.clear[language]}
        </button>
      )}
      {asking && (
        <div className="notice">
          <p>{words.sure[language]}</p>
          <button
            type="button"
            onClick={() => {
              clear();
              setAsking(false);
            }}
          >
            {words.yes[language]}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {words.no[language]}
          </button>
        </div>
      )}
    </section>
  );
}
