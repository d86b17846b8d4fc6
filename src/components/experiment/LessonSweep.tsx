/** A lesson's sweep: one of its presets over the values of its field, beside what the reader drew. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '../../model/worker/sweep.ts';
import { ChoiceControl } from '../controls/ChoiceControl.tsx';
import { EmbedButton } from '../embed/EmbedButton.tsx';
import { PresentPart } from '../present/PresentPart.tsx';
import { type MeasuredCurve, useLesson, useLessonExperiment, usePrediction, useReport } from '../prose/LessonState.tsx';
import { useLanguage } from '../prose/language.ts';
import { useMode } from '../shell/mode.ts';
import { FieldSweep } from './FieldSweep.tsx';
import { recordingName } from './recordingName.ts';

const none: readonly FieldValue[] = [];
const others = ['preset', 'measure'] as const;
const unknown = {
  en: (name: string) => `No preset is called “${name}”; the first one is here in its place.`,
  zh: (name: string) => `没有名为“${name}”的预设，这里改用第一个。`,
};

export function LessonSweep({ id }: { readonly id: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const { controls: kept, preset: wanted } = useMode();
  const { presets, sweep } = useLessonExperiment(id);
  const prediction = usePrediction(id);
  const report = useReport();
  const [chosen, setPresetId] = useState<string>();
  const preset = presets.find((one) => one.id === (chosen ?? wanted)) ?? presets[0];
  const presetId = preset.id;
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
      drawn={prediction.curves}
      prediction={prediction}
      onMeasured={onMeasured}
      // The first preset is the one that was recorded.
      recording={presetId === presets[0].id ? name : undefined}
      links={
        <>
          <PresentPart part={id} {...(presetId !== presets[0].id && { preset: presetId })} />
          <EmbedButton part={id} others={others} {...(presetId !== presets[0].id && { preset: presetId })} />
        </>
      }
      controls={
        <>
          {wanted !== undefined && !presets.some(({ id: known }) => known === wanted) && (
            <p className="notice" role="status">
              {unknown[language](wanted)}
            </p>
          )}
          {(!kept || kept.includes('preset')) && (
            <ChoiceControl
              label={t('presets')}
              value={presetId}
              options={presets.map((one) => ({ value: one.id, label: one.title[language] }))}
              onChange={setPresetId}
            />
          )}
        </>
      }
    />
  );
}
