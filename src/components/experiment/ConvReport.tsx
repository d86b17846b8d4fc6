/** What a race says of itself in words and numbers: its state, what went wrong, the test scores, where it comes from. */
import { useTranslation } from 'react-i18next';
import { fixed, percent, seconds } from '../../i18n/numbers.ts';
import { convBatch } from '../../model/conv/experiment.ts';
import { datasetFacts } from '../../model/data/facts.ts';
import type { ConvSnapshot } from '../../model/worker/convRun.ts';
import { useLanguage } from '../prose/language.ts';
import { ConvGpu } from './ConvGpu.tsx';
import { useRace } from './useRace.ts';

interface ReportProps {
  readonly snapshot: ConvSnapshot;
}

export function ConvStatus({ snapshot: { status, step, experiment, milliseconds } }: ReportProps) {
  const { t } = useRace();
  const language = useLanguage();
  const values = { step, steps: experiment.steps };
  const done = t('done', { time: seconds(milliseconds / 1000, language) });
  const shown = {
    idle: t('idle'),
    running: step > 0 ? t('running', values) : t('starting'),
    paused: t('paused', values),
    done,
    failed: '',
  }[status];
  return (
    <>
      <p className="run-status" aria-hidden="true">
        {shown}
      </p>
      <p className="visually-hidden" role="status">
        {status === 'done' ? done : status === 'running' ? t('starting') : ''}
      </p>
    </>
  );
}

interface NotesProps extends ReportProps {
  readonly label: (name: string) => string;
  readonly onRetry: () => void;
  readonly onRate: (rate: number) => void;
}

/** A failure, or the arms that diverged with a lower rate to try. */
export function ConvNotes({ snapshot: { failure, arms, experiment }, label, onRetry, onRate }: NotesProps) {
  const { t } = useTranslation(['race', 'errors']);
  const lost = arms.filter(({ divergedAt }) => divergedAt !== undefined);
  const lower = Number((experiment.rate / 3).toPrecision(1));
  return (
    <>
      {failure && (
        <div role="alert" className="notice">
          <p>{t(`failed.${failure.code}`)}</p>
          <button type="button" onClick={onRetry}>
            {t('errors:tryAgain')}
          </button>
          <details>
            <summary>{t('errors:details')}</summary>
            <code>{failure.detail}</code>
          </details>
        </div>
      )}
      {lost.length > 0 && (
        <div role="status" className="notice">
          {lost.map(({ name, divergedAt }) => (
            <p key={name}>{t('diverged', { arm: label(name), step: divergedAt })}</p>
          ))}
          <button type="button" onClick={() => onRate(lower)}>
            {t('errors:tryRate', { rate: lower })}
          </button>
        </div>
      )}
    </>
  );
}

/** The test set at every step that was scored: a row a network, a column a step. */
export function ConvScores({ snapshot: { arms }, label }: ReportProps & { readonly label: (name: string) => string }) {
  const { t } = useRace();
  const language = useLanguage();
  const steps = [...new Set(arms.flatMap(({ scores }) => scores.map(({ step }) => step)))].sort((a, b) => a - b);
  const first = arms.flatMap(({ scores }) => scores)[0];
  if (!first) return null;
  const images = first.score.confusion.reduce((sum, count) => sum + count, 0);
  return (
    <section className="scores" aria-label={t('scores', { count: images })} tabIndex={0}>
      <table>
        <caption>{t('scores', { count: images })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scoreStep')}</th>
            {arms.flatMap(({ name }) => [
              <th key={`${name} accuracy`} scope="col">
                <span className={name}>{label(name)}</span> {t('scoreAccuracy')}
              </th>,
              <th key={`${name} loss`} scope="col">
                <span className={name}>{label(name)}</span> {t('scoreLoss')}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step}>
              <th scope="row">{fixed(step, 0, language)}</th>
              {arms.flatMap(({ name, scores }) => {
                const score = scores.find((one) => one.step === step)?.score;
                return [
                  <td key={`${name} accuracy`}>{score ? percent(score.accuracy, 1) : '—'}</td>,
                  <td key={`${name} loss`}>{score ? fixed(score.loss, 3, language) : '—'}</td>,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Data, network, training, engine, and the time that it took. */
export function ConvProvenance({ snapshot, onMeasure }: ReportProps & { readonly onMeasure: () => void }) {
  const { experiment, engine, status, milliseconds } = snapshot;
  const { t } = useRace();
  const language = useLanguage();
  const { depth, steps, seed, rate } = experiment;
  const parts = [
    t('images', { count: datasetFacts.fashion.train }),
    t('net', { depth }),
    t('batch', { count: convBatch }),
    t('steps', { count: steps }),
    t('seedIs', { seed }),
    t('rateIs', { rate }),
    ...(engine ? [t(`engine.${engine.name}`, { backend: engine.backend })] : []),
    ...(status === 'done' ? [t('here'), seconds(milliseconds / 1000, language)] : []),
  ];
  return (
    <div className="provenance">
      <p>{parts.join(language === 'zh' ? '，' : '\u00a0· ')}</p>
      <ConvGpu snapshot={snapshot} onMeasure={onMeasure} />
    </div>
  );
}
