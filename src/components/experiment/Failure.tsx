/** What went wrong, what still holds, what to do. */
import { useTranslation } from 'react-i18next';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';

export interface FailureProps {
  readonly snapshot: Pick<RunSnapshot, 'failure'>;
  readonly onRetry: () => void;
  /** Offered where the images are missing and the experiment may use other data. */
  readonly onSpiral?: () => void;
}

export function Failure({ snapshot: { failure }, onRetry, onSpiral }: FailureProps) {
  const { t } = useTranslation('errors');
  if (!failure) return null;
  return (
    <div role="alert" className="notice">
      <p>{t(failure.code)}</p>
      {(failure.code === 'data-missing' || failure.code === 'own-missing') && onSpiral && (
        <button type="button" onClick={onSpiral}>
          {t('useSpiral')}
        </button>
      )}
      <button type="button" onClick={onRetry}>
        {t(failure.code === 'data-missing' ? 'tryAgain' : 'runAgain')}
      </button>
      <details>
        <summary>{t('details')}</summary>
        <code>{failure.detail}</code>
      </details>
    </div>
  );
}

export interface DivergencesProps {
  readonly snapshot: RunSnapshot;
  readonly armLabel: (name: string) => string;
  readonly onRate?: (rate: number) => void;
}

/** The first divergence of each arm, with the next lower rate to try. */
export function Divergences({ snapshot, armLabel, onRate }: DivergencesProps) {
  const { t } = useTranslation('errors');
  const found = snapshot.arms.flatMap(({ name, seeds }) => {
    const first = seeds.find(({ divergence }) => divergence);
    return first?.divergence ? [{ name, seed: first.seed, step: first.divergence.step }] : [];
  });
  if (found.length === 0) return null;
  const rate = Number((snapshot.experiment.rate / 3).toPrecision(1));
  return (
    <div role="status" className="notice">
      {found.map(({ name, seed, step }) => (
        <p key={name}>{t('diverged', { arm: armLabel(name), seed, step })}</p>
      ))}
      {onRate && (
        <button type="button" onClick={() => onRate(rate)}>
          {t('tryRate', { rate })}
        </button>
      )}
    </div>
  );
}
