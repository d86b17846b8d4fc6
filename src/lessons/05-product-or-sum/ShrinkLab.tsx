/** Every trunk weight times a small number: how fast the gradient of each weight matrix follows, layer by layer. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldChoice } from '../../components/controls/FieldChoice.tsx';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { Failure } from '../../components/experiment/Failure.tsx';
import { asAnswer, Unscripted } from '../../components/experiment/recordings.tsx';
import { StandInNote } from '../../components/experiment/StandInNote.tsx';
import { useInquiry } from '../../components/experiment/stores.ts';
import { useRecordingNames } from '../../components/experiment/useRecordingNames.ts';
import { same } from '../../components/experiment/useRetrained.ts';
import { useStandIn } from '../../components/experiment/useStandIn.ts';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { seconds } from '../../i18n/numbers.ts';
import { type Experiment, type Settings, wholeDepth } from '../../model/experiment.ts';
import { shrinking, shrinkQuestion } from './lesson.ts';
import { ShrinkDrawings } from './ShrinkDrawings.tsx';

const name: Bilingual = { en: 'Smaller and smaller weights, controls and result', zh: '越来越小的权重：设置与结果' };

/** Beyond this many layers the plain gradient at the smallest factor leaves the range of 32-bit numbers. */
const deepest = 12;

const decode = asAnswer('shrink');

export function ShrinkLab({ id }: { readonly id: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const [experiment, set] = useState<Experiment>(shrinking);
  const [inquiry, snapshot] = useInquiry<'shrink'>();
  const { status, answer, answered, milliseconds } = snapshot;
  const begun = status !== 'idle';

  // Once something was asked, every change asks again.
  const asked = useRef<Experiment>(undefined);
  const ask = (next: Experiment) => {
    asked.current = next;
    inquiry.ask(shrinkQuestion(next));
  };
  useEffect(() => {
    if (begun && asked.current && asked.current !== experiment) {
      asked.current = experiment;
      inquiry.ask(shrinkQuestion(experiment));
    }
  }, [begun, experiment, inquiry]);

  const change = (part: Partial<Settings>) => {
    const next = { ...experiment, ...part };
    set({ ...next, depth: Math.min(deepest, wholeDepth(next.depth, next.layersPerUnit)) });
  };
  const names = useRecordingNames('shrink-lab');
  const standIn = useStandIn({
    names,
    decode,
    fits: (recorded) => same(recorded.question.experiment, experiment),
    status,
    stop: () => inquiry.reset(),
  });
  const shown = standIn.recorded?.answer ?? answer;
  const seeds = (answered ?? shrinkQuestion(experiment)).experiment.seeds.length;
  const { layersPerUnit, depth } = experiment;
  return (
    <section
      className="experiment"
      id={id}
      data-status={status}
      data-step={answer?.arms[0]?.seeds.length ?? 0}
      aria-label={name[language]}
    >
      <div className="controls">
        <NumberControl
          name="layersPerUnit"
          value={layersPerUnit}
          onChange={(value) => change({ layersPerUnit: value })}
        />
        <NumberControl
          name="depth"
          value={depth}
          min={layersPerUnit}
          max={Math.floor(deepest / layersPerUnit) * layersPerUnit}
          stride={layersPerUnit}
          onChange={(value) => change({ depth: value })}
        />
        <FieldChoice
          name="activation"
          value={experiment.activation}
          only={['relu', 'tanh', 'linear']}
          onChange={(activation) => change({ activation })}
        />
      </div>
      <div className="run-controls">
        <button type="button" className="primary" onClick={() => ask(experiment)} disabled={status === 'running'}>
          {t(begun ? 'runAgain' : 'run')}
        </button>
      </div>
      <Failure snapshot={snapshot} onRetry={() => ask(experiment)} />
      <StandInNote of={standIn} measured />
      <div className="run-charts">
        <ShrinkDrawings seeds={seeds} answer={shown} />
      </div>
      <Unscripted names={names} decode={decode} measured>
        {({ question, answer: found }) => <ShrinkDrawings seeds={question.experiment.seeds.length} answer={found} />}
      </Unscripted>
      <p className="run-status" role="status">
        {status === 'done' && t('done', { time: seconds(milliseconds / 1000, language) })}
      </p>
    </section>
  );
}
