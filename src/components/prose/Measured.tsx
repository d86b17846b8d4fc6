/** Measured numbers in prose, and the list of claims that they belong to: both from the build's record. */
import { useTranslation } from 'react-i18next';
import { amount, percent } from '../../i18n/numbers.ts';
import { type RecordedClaim, useLesson } from './LessonState.tsx';
import { useLanguage } from './language.ts';

interface MeasuredProps {
  readonly claim: string;
  /** Which of the claim's values. */
  readonly value: string;
  /** `range` adds least, greatest and the number of seeds. */
  readonly show?: 'median' | 'range';
  readonly as?: 'number' | 'share';
}

/** A recorded value, linked to its claim. @throws when the record lacks it: such a page is not built. */
export function Measured({ claim, value, show = 'median', as = 'number' }: MeasuredProps) {
  const { t } = useTranslation('prose');
  const language = useLanguage();
  const found = useLesson().record.claims.find(({ id }) => id === claim);
  const measured = found?.values.find(({ name }) => name === value);
  if (!found || !measured) throw new Error(`the record has no value "${value}" of claim "${claim}"`);
  const write = as === 'share' ? (share: number) => percent(share, 0) : (number: number) => amount(number, language);
  return (
    <span className="measured" data-claim={`${claim}/${value}`}>
      <a href={`#claim-${claim}`} title={t('measuredTitle', { statement: found.statement[language] })}>
        {write(measured.median)}
      </a>
      {show === 'range' &&
        t('range', {
          min: write(measured.min),
          max: write(measured.max),
          count: measured.seeds,
        })}
    </span>
  );
}

const ClaimValue = ({ value }: { readonly value: RecordedClaim['values'][number] }) => {
  const { t } = useTranslation('prose');
  const language = useLanguage();
  return (
    <li>
      <code>{value.name}</code> {amount(value.median, language)}
      {t('range', {
        min: amount(value.min, language),
        max: amount(value.max, language),
        count: value.seeds,
      })}
    </li>
  );
};

/** British dates: 23 November 2026. */
const dateLocale = { en: 'en-GB', zh: 'zh' } as const;

/** Every claim of a lesson with what was measured and whether it held. */
export function Claims() {
  const { t } = useTranslation('prose');
  const language = useLanguage();
  const { record } = useLesson();
  const day = new Intl.DateTimeFormat(dateLocale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(record.date),
  );
  return (
    <section id="claims" className="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">{t('claims')}</h2>
      <p>{t('claimsProvenance', { day, engine: record.engine })}</p>
      <ul>
        {record.claims.map(({ id, statement, holds, values }) => (
          <li key={id} id={`claim-${id}`}>
            <p className="claims-statement">
              {statement[language]} <strong>{t(holds ? 'holds' : 'fails')}</strong>
            </p>
            <details>
              <summary>{t('claimValues')}</summary>
              <ul className="claims-values">
                {values.map((value) => (
                  <ClaimValue key={value.name} value={value} />
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
