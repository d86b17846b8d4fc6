/** Run, pause, step, reset, new seed. */
import { useTranslation } from 'react-i18next';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';

/** What the buttons press: the store of a run, of networks of any kind. */
interface RunKeys<E> {
  readonly start: (experiment: E) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly step: () => void;
  readonly reset: (experiment: E) => void;
}

interface RunControlsProps<E> {
  readonly status: RunSnapshot['status'];
  readonly run: RunKeys<E>;
  /** What is trained from the beginning. */
  readonly experiment: E;
  readonly onNewSeed: () => void;
}

export function RunControls<E>({ status, run, experiment, onNewSeed }: RunControlsProps<E>) {
  const { t } = useTranslation('experiment');
  const start = () => run.start(experiment);
  const [main, act] =
    status === 'running'
      ? ([t('pause'), run.pause] as const)
      : status === 'paused'
        ? ([t('resume'), run.resume] as const)
        : status === 'done' || status === 'failed'
          ? ([t('runAgain'), start] as const)
          : ([t('run'), start] as const);
  return (
    <div className="run-controls">
      <button type="button" className="primary" onClick={act}>
        {main}
      </button>
      <button type="button" onClick={run.step} disabled={status === 'done' || status === 'failed'}>
        {t('step')}
      </button>
      <button type="button" onClick={() => run.reset(experiment)} disabled={status === 'idle'}>
        {t('reset')}
      </button>
      <button type="button" onClick={onNewSeed}>
        {t('newSeed')}
      </button>
    </div>
  );
}
