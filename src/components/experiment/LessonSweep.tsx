/** A lesson's sweep: one of its presets over the values of its field, beside what the reader drew. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '../../model/worker/sweep.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { type MeasuredCurve, useLesson, useLessonExperiment, usePrediction, useReport } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';
import { FieldSweep } from './FieldSweep.tsx';
import { recordingName } from './recordingName.ts';

const none: readonly FieldValue[] = [];

export function LessonSweep({ id }: { readonly id: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const { controls: kept } = useMode();
  const { presets, sweep } = useLessonExperiment(id);
  // Locking the prediction is the first press of Run.
  const { curves, locked } = usePrediction(id);
  const report = useReport();
  const [presetId, setPresetId] = useState(presets[0].id);
  const preset = presets.find((one) => one.id === presetId) ?? presets[0];
  const { field, values } = sweep ?? { field: 'depth', values: none };
  const name = recordingName(useLesson().lesson, id);
  const onMeasured = useCallback(
    (arms: readonly MeasuredCurve[] | undefined) => report(id, arms && { preset: presetId, arms }),
    [report, id, presetId],
  );
  return (
    <FieldSweep
      id={id}
      experiment={preset.experiment}
      field={field}
      values={values}
      drawn={curves}
      asked={locked}
      onMeasured={onMeasured}
      // The first preset is the one that was recorded.
      recording={presetId === presets[0].id ? name : undefined}
      controls={
        (!kept || kept.includes('preset')) && (
          <ChoiceControl
            label={t('presets')}
            value={presetId}
            options={presets.map((one) => ({ value: one.id, label: one.title[language] }))}
            onChange={setPresetId}
          />
        )
      }
    />
  );
}
