/** Three measurements of both networks before any training, for three starts and any depth; and how alike inputs become. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProfileChart } from '../../components/charts/ProfileChart.tsx';
import { spread } from '../../components/charts/spread.ts';
import { Takeaway } from '../../components/charts/Takeaway.tsx';
import { worded } from '../../components/charts/worded.ts';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { Failure } from '../../components/experiment/Failure.tsx';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { useLanguage } from '../../components/prose/language.ts';
import { type Experiment, wholeDepth } from '../../model/experiment.ts';
import { DialTable, written } from './DialTable.tsx';
import { diagnose } from './diagnosis.ts';
import { likeness, measuredOn, profileWords, spelt, words } from './dialWords.ts';
import { dialPresets } from './lesson.ts';
import { useReadings } from './useReadings.ts';

const deepest = 60;

export function Dials({ id }: { readonly id: string }) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const label = useArmLabel();
  const [preset, setPreset] = useState(dialPresets[1] ?? dialPresets[0]);
  const [depth, setDepth] = useState(preset.experiment.depth);
  const experiment = useMemo<Experiment>(
    () => ({ ...preset.experiment, depth: wholeDepth(Math.min(depth, deepest), preset.experiment.layersPerUnit) }),
    [preset, depth],
  );
  const { begun, measure, status, failure, seeds, profiled, profileOf, readingsOf } = useReadings(experiment);

  const arms = experiment.arms.map(({ name }) => ({ name, label: label(name) }));
  const readings = arms.map(({ name }) => readingsOf(name));
  const says =
    seeds === 0
      ? [worded(words.idle[language], [])]
      : readings.map(({ ratio, similarity, agreement }, i) => {
          const [a, b, c] = [spread(ratio).median, spread(similarity).median, spread(agreement).median];
          return worded(spelt(diagnose({ ratio: a, similarity: b, agreement: c }), language), arms.slice(i, i + 1));
        });
  const [plain = Number.NaN, residual = Number.NaN] = readings.map(({ similarity }) => spread(similarity).median);
  const shown = profiled ?? experiment;
  const states = shown.depth / shown.layersPerUnit;
  const write = (value: number) => written('similarity', value, language);
  const profileTakeaway =
    Number.isNaN(plain) || Number.isNaN(residual)
      ? worded(profileWords.empty[language], [])
      : worded(likeness(write(plain), write(residual), shown.depth, language), arms);
  return (
    <section className="experiment" id={id} data-status={status} data-step={seeds} aria-label={words.label[language]}>
      <div className="controls">
        <ChoiceControl
          label={words.network[language]}
          value={preset.id}
          options={dialPresets.map((one) => ({ value: one.id, label: one.title[language] }))}
          onChange={(chosen) => setPreset(dialPresets.find((one) => one.id === chosen) ?? preset)}
        />
        <NumberControl
          name="depth"
          value={experiment.depth}
          min={2}
          max={deepest}
          stride={2}
          text={t('depthValue', { count: experiment.depth })}
          onChange={setDepth}
        />
      </div>
      <div className="run-controls">
        <button type="button" className="primary" onClick={measure}>
          {words[begun ? 'again' : 'measure'][language]}
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {status === 'running' ? words.measuring[language] : status === 'done' ? words.done[language] : ''}
      </p>
      <Failure snapshot={failure ? { failure } : {}} onRetry={measure} />
      <p className="take dials-take">
        <Takeaway sentences={says} arms={arms} />
      </p>
      <DialTable arms={arms} readings={readings} />
      <p className="run-status">{measuredOn(experiment, language)}</p>
      <ProfileChart
        arms={arms.map((arm) => ({ ...arm, seeds: profileOf(arm.name) }))}
        words={{
          kind: profileWords.kind[language],
          x: profileWords.x[language],
          y: profileWords.y[language],
          one: profileWords.one[language],
          place: (state) => (language === 'zh' ? `第 ${state} 个状态，共 ${states} 个` : `state ${state} of ${states}`),
        }}
        takeaway={[profileTakeaway]}
        file="likeness-by-layer"
      />
    </section>
  );
}
