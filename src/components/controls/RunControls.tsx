/** Run, pause, step, reset, new seed. */
import { useTranslation } from 'react-i18next';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';

export interface RunControlsProps {
  readonly status: RunSnapshot['status'];
  readonly onRun: () => void;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onStep: () => void;
  readonly onReset: () => void;
  readonly onNewSeed: () => void;
}

export function RunControls({ status, onRun, onPause, onResume, onStep, onReset, onNewSeed }: RunControlsProps) {
  const { t } = useTranslation('experiment');
  const [main, act] =
    status === 'running'
      ? ([t('pause'), onPause] as const)
      : status === 'paused'
        ? ([t('resume'), onResume] as const)
        : status === 'done' || status === 'failed'
          ? ([t('runAgain'), onRun] as const)
          : ([t('run'), onRun] as const);
  return (
    <div className="run-controls">
      <button type="button" className="primary" onClick={act}>
        {main}
      </button>
      <button type="button" onClick={onStep} disabled={status === 'done' || status === 'failed'}>
        {t('step')}
      </button>
      <button type="button" onClick={onReset} disabled={status === 'idle'}>
        {t('reset')}
      </button>
      <button type="button" onClick={onNewSeed}>
        {t('newSeed')}
      </button>
    </div>
  );
}
