/** What the arrangement does to every network: accuracy and loss on the test set, as trained and now. */
import { Fragment } from 'react';
import { amount, percent } from '../../i18n/numbers.ts';
import type { Answer, Question } from '../../model/analysis/question.ts';
import { factsOf } from '../../model/data/facts.ts';
import { settingsOf } from '../../model/experiment.ts';
import { unitsOf } from '../../model/network/specification.ts';
import type { Score } from '../../model/telemetry.ts';
import { armStyles } from '../charts/armStyle.ts';
import { withPowers } from '../charts/Takeaway.tsx';
import { useArmLabel } from '../experiment/useArmLabel.ts';
import { useLanguage } from '../prose/language.ts';
import { unitWords as say } from './unitWords.ts';

interface UnitScoresProps {
  readonly answer: Answer<'arranged'>;
  readonly question: Question<'arranged'>;
  /** Whether this is the arrangement in view, and not the one before; only then is it announced. */
  readonly settled: boolean;
}

export function UnitScores({ answer, question: { experiment }, settled }: UnitScoresProps) {
  const language = useLanguage();
  const label = useArmLabel();
  const styles = armStyles(answer.arms);
  const classes = experiment.dataset === 'own' || (factsOf(experiment.dataset)?.classes ?? 0) > 0;
  const rows = answer.arms.map(({ name, seeds }, i) => {
    const arm = experiment.arms[i];
    const finding = seeds[0]?.finding;
    return {
      name,
      label: label(name),
      className: styles[i]?.className,
      colour: styles[i]?.colour,
      units: arm ? unitsOf(settingsOf(experiment, arm)) : 0,
      before: finding?.intact,
      now: finding?.arranged,
      lost: !Number.isFinite(finding?.intact.loss),
    };
  });
  const share = ({ accuracy }: Score) => percent(accuracy, 1);
  const loss = (score: Score) => amount(score.loss, language);
  const size = classes ? share : loss;
  const told = ({ lost, before, now, units }: (typeof rows)[number]): string => {
    if (lost || !before) return say.lost[language];
    if (!now) return say.other[language](units);
    const [from, to] = [size(before), size(now)];
    return from === to ? say.still[language](from) : say.change[language](from, to);
  };
  /** After a Chinese word there is no space before another. */
  const after = (text: string) => (/[一-鿿：]$/u.test(text) ? '' : ' ');
  const title = say[classes ? 'accuracyTake' : 'lossTake'][language];
  const begin = title + after(title);
  const between = language === 'zh' ? '；' : '; ';
  const stop = language === 'zh' ? '。' : '.';
  return (
    <>
      <p className="take">
        {begin}
        {rows.map((row, i) => (
          <Fragment key={row.name}>
            {i > 0 && between}
            <strong className={row.className}>{row.label}</strong>
            {after(row.label)}
            {withPowers(told(row), language)}
          </Fragment>
        ))}
        {stop}
      </p>
      <p className="visually-hidden" role="status">
        {settled ? `${begin}${rows.map((row) => row.label + after(row.label) + told(row)).join(between)}${stop}` : ''}
      </p>
      <section className="scores" aria-label={say.caption[language](experiment.seeds[0] ?? 0)} tabIndex={0}>
        <table aria-busy={!settled}>
          <caption>{say.caption[language](experiment.seeds[0] ?? 0)}</caption>
          <thead>
            <tr>
              <th scope="col">{say.network[language]}</th>
              {classes && <Headings of={say.accuracy[language]} />}
              <Headings of={say.loss[language]} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <span className={row.className}>{row.label}</span>
                </th>
                {classes && <Cells row={row} print={share} bar={({ accuracy }) => accuracy} />}
                <Cells row={row} print={loss} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Headings({ of }: { readonly of: string }) {
  const language = useLanguage();
  return (
    <>
      <th scope="col">{`${of}${language === 'zh' ? '，' : ', '}${say.before[language]}`}</th>
      <th scope="col">{`${of}${language === 'zh' ? '，' : ', '}${say.now[language]}`}</th>
    </>
  );
}

interface CellsProps {
  readonly row: {
    readonly before: Score | undefined;
    readonly now: Score | undefined;
    readonly lost: boolean;
    readonly colour: string | undefined;
  };
  readonly print: (score: Score) => string;
  /** Length of a bar under the number, from 0 to 1. */
  readonly bar?: (score: Score) => number;
}

function Cells({ row: { before, now, lost, colour }, print, bar }: CellsProps) {
  const language = useLanguage();
  const cell = (score: Score | undefined) =>
    lost || !score ? (
      '—'
    ) : (
      <>
        {withPowers(print(score), language)}
        {bar && (
          <span
            className="unit-bar"
            aria-hidden="true"
            style={{ inlineSize: `${4 * bar(score)}em`, background: colour }}
          />
        )}
      </>
    );
  return (
    <>
      <td>{cell(before)}</td>
      <td>{cell(now)}</td>
    </>
  );
}
