/** What the run is doing, in one sentence; spoken at the milestones, shown at each step. */
import { useTranslation } from 'react-i18next';
import { dayOf, seconds } from '../../i18n/numbers.ts';
import type { Origin } from '../../model/recording.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { useLanguage } from '../prose/language.ts';

/** The seed in training: the last one that has begun. */
const activeSeed = ({ arms }: RunSnapshot) => {
  const seeds = arms[0]?.seeds ?? [];
  const index = Math.max(
    0,
    seeds.findLastIndex(({ steps }) => steps > 0),
  );
  return { index, seed: seeds[index]?.seed ?? 0, step: seeds[index]?.steps ?? 0 };
};

export function RunStatus({ snapshot }: { readonly snapshot: RunSnapshot }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const { status, experiment, milliseconds, engine, recording } = snapshot;
  if (recording) return <RecordedNote origin={recording} trainable />;
  const { index, seed, step } = activeSeed(snapshot);
  const values = { step, steps: experiment.steps, seed, index: index + 1, seeds: experiment.seeds.length };
  const time = seconds(milliseconds / 1000, language);
  const spoken = status === 'done' ? t('done', { time }) : status === 'running' ? t('starting') : '';
  const shown =
    status === 'running'
      ? engine && step > 0
        ? t('running', values)
        : t('starting')
      : status === 'paused'
        ? t('paused', values)
        : status === 'done'
          ? t('done', { time })
          : status === 'idle'
            ? t('idle')
            : '';
  return (
    <>
      <p className="run-status" aria-hidden="true">
        {shown}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}

interface RecordedNoteProps {
  readonly origin: Origin;
  /** Whether networks were measured instead of trained. */
  readonly measured?: boolean;
  /** Whether pressing Run may replace it. */
  readonly trainable?: boolean;
}

/** That what is shown was not trained here, and when and with what it was. */
export function RecordedNote({ origin: { date, engine }, measured = false, trainable = false }: RecordedNoteProps) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const values = { day: dayOf(date, language), engine };
  const sentences = [t(measured ? 'measuredThen' : 'recorded', values), ...(trainable ? [t('recordedTrain')] : [])];
  return <p className="run-status recorded">{sentences.join(language === 'zh' ? '' : ' ')}</p>;
}
