/** Loss and accuracy on both sets after the last step: median over seeds, range beside it. */
import { useTranslation } from 'react-i18next';
import { amount, fixed, percent, range } from '../../i18n/numbers.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { armStyles } from '../charts/armStyle.ts';
import { spread } from '../charts/spread.ts';
import { useLanguage } from '../prose/language.ts';

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
    const finite = values.filter(Number.isFinite);
    if (finite.length === 0) return '—';
    const { median, min, max } = spread(finite);
    if (finite.length === 1) return print(median);
    return (
      <>
        {print(median)} <small>{range(min, max, language, print)}</small>
      </>
    );
  };
  // A small loss keeps its digits: 4.1 × 10⁻⁴, not 0.000.
  const loss = (value: number) => (value < 0.01 ? amount(value, language) : fixed(value, 3, language));
  const share = (value: number) => percent(value, 1);
  return (
    <fieldset className="scores" aria-label={t('scores')} tabIndex={0}>
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
    </fieldset>
  );
}
