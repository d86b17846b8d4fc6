/** What a live part trains with, in one line, read from the experiment itself so that the prose cannot disagree with it. */
import { useLessonExperiment } from './LessonState.tsx';
import { useLanguage } from './language.ts';
import { useProse } from './useProse.ts';

export function Setup({ of }: { readonly of: string }) {
  const { t } = useProse();
  const language = useLanguage();
  const { title, experiment } = useLessonExperiment(of).presets[0];
  const { width, activation, steps, batch, seeds } = experiment;
  return (
    <span className="setup">
      {t('setup', {
        width,
        steps,
        batch,
        activation: t(`activation.${activation}`),
        preset: title[language],
        count: seeds.length,
      })}
    </span>
  );
}
