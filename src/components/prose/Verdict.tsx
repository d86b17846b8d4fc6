/** The prediction beside the measurement, in words, once there are both. */
import { amount } from '../../i18n/numbers.ts';
import { judge } from './judge.ts';
import { useLesson, useLessonExperiment, usePrediction } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

interface VerdictProps {
  /** The sweep that was predicted. */
  readonly sweep: string;
}

export function Verdict({ sweep }: VerdictProps) {
  const { t } = useProse();
  const language = useLanguage();
  const { curves: prediction } = usePrediction(sweep);
  const reported = useLesson().measured[sweep];
  const measured = reported && 'arms' in reported ? reported : undefined;
  const { presets } = useLessonExperiment(sweep);
  const preset = presets.find(({ id }) => id === measured?.preset);
  const judged =
    prediction?.flatMap(
      (curve) =>
        judge(
          curve,
          measured?.arms.find(({ arm }) => arm === curve.arm),
        ) ?? [],
    ) ?? [];
  const ready = prediction !== undefined && judged.length === prediction.length;
  const number = (value: number) => amount(value, language);
  const waiting = prediction ? 'verdictRunning' : 'verdictWaiting';
  return (
    <div className="verdict" aria-live="polite" data-verdict={ready ? 'shown' : 'waiting'}>
      {!ready && <p>{t(waiting)}</p>}
      {ready && preset && <p className="verdict-setting">{t('verdictSetting', { preset: preset.title[language] })}</p>}
      {ready &&
        judged.map(({ arm, drawn, measured: { first, last }, distance }) => (
          <p key={arm}>
            <span className={arm === 'plain' ? 'arm-plain' : 'arm-residual'}>{t(`arm.${arm}`)}</span>
            {t('verdictArm', {
              shallow: first.x,
              deep: last.x,
              drawnFirst: number(drawn.first),
              drawnLast: number(drawn.last),
              first: number(first.median),
              last: number(last.median),
              min: number(last.min),
              max: number(last.max),
              count: last.seeds,
              distance: number(distance),
            })}
          </p>
        ))}
      {ready && <p>{t(judged.every(({ agrees }) => agrees) ? 'verdictHit' : 'verdictMiss')}</p>}
    </div>
  );
}
