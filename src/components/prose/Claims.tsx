/** The list of a lesson's claims: what the build's record holds, and the same program run again where the page is read. */
import { useState } from 'react';
import { amount, dayOf, range } from '../../i18n/numbers.ts';
import type { Outcome } from './claim.ts';
import { type RecordedClaim, type RecordedValue, useLesson } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

type Check = 'running' | 'failed' | Outcome | undefined;

function ClaimItem({ claim: { id, statement, holds, values } }: { readonly claim: RecordedClaim }) {
  const { t } = useProse();
  const language = useLanguage();
  const { checkClaim } = useLesson();
  const [check, setCheck] = useState<Check>();
  const measured = typeof check === 'object' ? check : undefined;
  const write = ({ median, min, max, seeds }: RecordedValue) =>
    amount(median, language) + (seeds > 1 ? t('range', { range: range(min, max, language), count: seeds }) : '');
  const run = async () => {
    if (!checkClaim || check === 'running') return;
    setCheck('running');
    try {
      setCheck(await checkClaim(id));
    } catch {
      setCheck('failed');
    }
  };
  return (
    <li id={`claim-${id}`} data-check={typeof check === 'object' ? (check.holds ? 'holds' : 'fails') : check}>
      <p className="claims-statement">
        {statement[language]}
        {language === 'en' && ' '}
        <strong>{t(holds ? 'holds' : 'fails')}</strong>
      </p>
      <details>
        <summary>{t('claimValues')}</summary>
        <table className="claims-values">
          <thead>
            <tr>
              <th scope="col">{t('claimValue')}</th>
              <th scope="col">{t('claimRecorded')}</th>
              {measured && <th scope="col">{t('claimHere')}</th>}
            </tr>
          </thead>
          <tbody>
            {values.map((value) => {
              const here = measured?.values[value.name];
              return (
                <tr key={value.name}>
                  <th scope="row">
                    <code>{value.name}</code>
                  </th>
                  <td>{write(value)}</td>
                  {measured && <td>{here ? write(here) : '—'}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
      {checkClaim && (
        <p className="claims-here">
          <button type="button" aria-disabled={check === 'running'} onClick={run}>
            {t('runClaim')}
          </button>{' '}
          <span role="status">
            {check === 'running' && t('claimRunning')}
            {check === 'failed' && t('claimFailed')}
            {measured && t(measured.holds ? 'holdsHere' : 'failsHere')}
          </span>
        </p>
      )}
    </li>
  );
}

/** Every claim of the lesson with what was measured and whether it held. */
export function Claims() {
  const { t } = useProse();
  const language = useLanguage();
  const { record } = useLesson();
  const day = dayOf(record.date, language);
  const { engine: name } = record;
  const engine = name === 'fused (simd)' ? t('claimsEngine.fused') : t('claimsEngine.other', { name });
  return (
    <section id="claims" className="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">{t('claims')}</h2>
      <p>{t('claimsProvenance', { day, engine })}</p>
      <ul>
        {record.claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} />
        ))}
      </ul>
    </section>
  );
}
