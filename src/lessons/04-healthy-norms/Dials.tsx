/** Three measurements of both networks before any training, for three starts and any depth; and how alike inputs become. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { Failure } from '../../components/experiment/Failure.tsx';
import { type Model, Unscripted } from '../../components/experiment/recordings.tsx';
import { StandInNote } from '../../components/experiment/StandInNote.tsx';
import { useRecordingNames } from '../../components/experiment/useRecordingNames.ts';
import { same } from '../../components/experiment/useRetrained.ts';
import { useStandIn } from '../../components/experiment/useStandIn.ts';
import { useLanguage } from '../../components/prose/language.ts';
import { type Experiment, wholeDepth } from '../../model/experiment.ts';
import { DialDrawings } from './DialDrawings.tsx';
import { type DialAnswers, seedsOf } from './dialAnswers.ts';
import { words } from './dialWords.ts';
import { dialPresets, firstDials } from './lesson.ts';
import { useReadings } from './useReadings.ts';

/** The three answers as they were recorded together. */
const decode = ({ decodeAnswer }: Model, one: ArrayBuffer, two: ArrayBuffer, three: ArrayBuffer) => {
  const { origin, question, answer } = decodeAnswer(one, 'gradient');
  const answers: DialAnswers = {
    gradient: answer,
    similarity: decodeAnswer(two, 'similarity').answer,
    agreement: decodeAnswer(three, 'agreement').answer,
    experiment: question.experiment,
  };
  return { origin, answers };
};

const deepest = 60;

export function Dials({ id }: { readonly id: string }) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const [preset, setPreset] = useState(firstDials);
  const [depth, setDepth] = useState(preset.experiment.depth);
  const experiment = useMemo<Experiment>(
    () => ({ ...preset.experiment, depth: wholeDepth(Math.min(depth, deepest), preset.experiment.layersPerUnit) }),
    [preset, depth],
  );
  const { begun, measure, stop, status, failure, answers } = useReadings(experiment);

  const names = useRecordingNames('dials-gradient', 'dials-similarity', 'dials-agreement');
  const standIn = useStandIn({
    names,
    decode,
    fits: (recorded) => same(recorded.answers.experiment, experiment),
    status,
    stop,
  });
  const shown = standIn.recorded?.answers ?? answers;
  return (
    <section
      className="experiment"
      id={id}
      data-status={status}
      data-step={seedsOf(answers)}
      aria-label={words.label[language]}
    >
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
      <StandInNote of={standIn} measured />
      <div className="run-charts">
        <DialDrawings answers={shown} />
      </div>
      <Unscripted names={names} decode={decode} measured>
        {({ answers: found }) => <DialDrawings answers={found} />}
      </Unscripted>
    </section>
  );
}
