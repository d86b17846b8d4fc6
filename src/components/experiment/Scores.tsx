/** Loss and accuracy on both sets after the last step: median over seeds, range beside it. */
import { useTranslation } from 'react-i18next';
import { lossText, percent, range } from '../../i18n/numbers.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { armStyles } from '../charts/armStyle.ts';
import { spread } from '../charts/spread.ts';
import { useLanguage } from '../prose/language.ts';

/** Where some seeds diverged beyond numbers they count as the greatest, so that the rest does not pass for all. */
function spreadOfLost(values: readonly number[]): { readonly [at in 'median' | 'min' | 'max']: number } {
  const rank = (value: number) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);
  const ordered = [...values].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  const at = (index: number) => ordered[index] ?? Number.NaN;
  return { median: at(Math.floor(ordered.length / 2)), min: at(0), max: at(ordered.length - 1) };
}

/** A range in a narrow column breaks behind its sign alone; powers are as wide as the column without it. */
const breaking = (text: string): string =>
  text.includes('×') ? text : text.replace('～', '\u2060～').replace(/ (?=to |到)/, '\u00a0');

export function Scores({
  snapshot,
  label,
}: {
  readonly snapshot: RunSnapshot;
  readonly label: (name: string) => string;
}) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  if (snapshot.status !== 'done') return null;
  const styles = armStyles(snapshot.arms);
  const classify = snapshot.experiment.dataset !== 'identity';
  const cell = (values: readonly number[], print: (value: number) => string) => {
    if (values.length === 0) return '—';
    const { median, min, max } = values.every(Number.isFinite) ? spread(values) : spreadOfLost(values);
    // All lost: there is nothing between the least and the greatest.
    if (values.length === 1 || Number.isNaN(min)) return print(median);
    return (
      <>
        {print(median)} <small>{breaking(range(min, max, language, print))}</small>
      </>
    );
  };
  const loss = (value: number) => lossText(value, language);
  const share = (value: number) => percent(value, 1);
  return (
    <figure className="scores" aria-label={t('scores')} tabIndex={0}>
      <table>
        <caption>
          {t('scores')} <small>{t('scoreNote')}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('scoreArm')}</th>
            <th scope="col">{t('scoreTrainLoss')}</th>
            {classify && <th scope="col">{t('scoreTrainAccuracy')}</th>}
            <th scope="col">{t('scoreTestLoss')}</th>
            {classify && <th scope="col">{t('scoreTestAccuracy')}</th>}
          </tr>
        </thead>
        <tbody>
          {snapshot.arms.map(({ name, seeds }, i) => {
            const finals = seeds.flatMap(({ final }) => (final ? [final] : []));
            return (
              <tr key={name}>
                <th scope="row">
                  <span className={styles[i]?.className}>{label(name)}</span>
                </th>
                <td>
                  {cell(
                    finals.map(({ train }) => train.loss),
                    loss,
                  )}
                </td>
                {classify && (
                  <td>
                    {cell(
                      finals.map(({ train }) => train.accuracy),
                      share,
                    )}
                  </td>
                )}
                <td>
                  {cell(
                    finals.map(({ test }) => test.loss),
                    loss,
                  )}
                </td>
                {classify && (
                  <td>
                    {cell(
                      finals.map(({ test }) => test.accuracy),
                      share,
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </figure>
  );
}
