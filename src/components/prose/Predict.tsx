/** The prediction, made before anything runs: the reader draws both curves and locks them. Locking starts the run. */
import { type ReactNode, useId, useState } from 'react';
import { chanceLoss } from '../../model/data/facts.ts';
import { DrawCurve } from './DrawCurve.tsx';
import { DrawTable } from './DrawTable.tsx';
import { blank, moved, numbersOf } from './drawing.ts';
import { useLessonExperiment, usePrediction } from './LessonState.tsx';
import { useProse } from './useProse.ts';

interface PredictProps {
  /** The sweep that will decide: it says which depths and arms there are to draw. */
  readonly sweep: string;
  /** The question. */
  readonly children: ReactNode;
}

export function Predict({ sweep, children }: PredictProps) {
  const { t } = useProse();
  const heading = useId();
  const hint = useId();
  const { presets, sweep: swept, chance = chanceLoss(presets[0].experiment.dataset) ?? 1 } = useLessonExperiment(sweep);
  const depths = numbersOf(swept?.values);
  const arms = presets[0].experiment.arms.map(({ name }) => name);
  const { curves: prediction, locked, lock } = usePrediction(sweep);
  const [drawn, setDrawn] = useState(() => blank(arms, depths));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());

  const curves = prediction ?? drawn;
  const missing = arms.filter((arm) => !touched.has(arm));
  const move = (arm: string, column: number, loss: number) => {
    setDrawn((before) => moved(before, arm, column, loss));
    setTouched((before) => new Set(before).add(arm));
  };
  const reset = () => {
    setDrawn(blank(arms, depths));
    setTouched(new Set());
  };
  const status = locked
    ? t('locked')
    : missing.length > 0
      ? t('stillToDraw', { arms: missing.map((arm) => t(`arm.${arm}`)).join(t('listJoin')) })
      : t('readyToLock');
  return (
    <div className="box box-predict" data-predict={sweep} data-locked={locked}>
      <h3 id={heading}>{t('predict')}</h3>
      {children}
      <DrawCurve depths={depths} curves={curves} chance={chance} locked={locked} touched={touched} onMove={move} />
      <DrawTable depths={depths} curves={curves} locked={locked} onMove={move} />
      <p className="predict-status" id={hint} role="status">
        {status}
      </p>
      <div className="predict-buttons">
        <button
          type="button"
          className="button-primary"
          aria-describedby={hint}
          aria-disabled={locked || missing.length > 0}
          onClick={() => missing.length === 0 && lock({ curves: drawn })}
        >
          {t('lock')}
        </button>
        <button type="button" aria-disabled={locked} onClick={() => !locked && reset()}>
          {t('reset')}
        </button>
      </div>
    </div>
  );
}
