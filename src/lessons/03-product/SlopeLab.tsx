/** The gradient at every state before any training: settings of the reader's, measured again while they are dragged. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldChoice } from '../../components/controls/FieldChoice.tsx';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { Failure } from '../../components/experiment/Failure.tsx';
import { asAnswer, Unscripted } from '../../components/experiment/recordings.tsx';
import { StandInNote } from '../../components/experiment/StandInNote.tsx';
import { freshSeeds } from '../../components/experiment/seeds.ts';
import { useInquiry } from '../../components/experiment/stores.ts';
import { useFirstPress } from '../../components/experiment/useFirstPress.ts';
import { useRecordingNames } from '../../components/experiment/useRecordingNames.ts';
import { same } from '../../components/experiment/useRetrained.ts';
import { useStandIn } from '../../components/experiment/useStandIn.ts';
import { type Bilingual, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { fixed, seconds } from '../../i18n/numbers.ts';
import { limits, type Settings, wholeDepth } from '../../model/experiment.ts';
import { overSeeds } from '../overSeeds.ts';
import { atStart, slopeOf } from './lesson.ts';
import { type Measured, SlopeDrawings } from './SlopeDrawings.tsx';

const words = {
  name: { en: 'The gradient, state by state, before training', zh: '训练之前，逐个状态测量梯度' },
  measure: { en: 'Measure', zh: '测量' },
  newSeeds: { en: 'New seeds', zh: '换一批种子' },
  reset: { en: 'Back to the first setting', zh: '恢复最初的设置' },
  idle: { en: 'Nothing has been measured yet.', zh: '还没有测量。' },
  working: { en: 'Measuring.', zh: '正在测量。' },
  done: { en: 'Measured. Every change is measured again at once.', zh: '测量完毕。改动任何设置，都会立即重新测量。' },
} satisfies Record<string, Bilingual>;
const prediction = 'first-of-twenty';

const decode = asAnswer('gradient');

export function SlopeLab({ id }: { readonly id: string }) {
  const { t } = useTranslation(['experiment', 'fields']);
  const language = useLanguage();
  const asked = usePrediction(prediction);
  const report = useReport();
  const [inquiry, snapshot] = useInquiry<'gradient'>();
  const [experiment, setExperiment] = useState(atStart);
  const [begun, setBegun] = useState(false);
  const [measured, setMeasured] = useState<Measured>();
  const { status, question, answer, answered, engine, milliseconds } = snapshot;

  // Locking the prediction is the first measurement, of the setting that was predicted.
  useFirstPress(asked, () => {
    setExperiment(atStart);
    setBegun(true);
  });

  // One question at a time, always the newest: so the chart keeps up with a hand that does not stop.
  useEffect(() => {
    if (begun && status !== 'running' && question?.experiment !== experiment) inquiry.ask(slopeOf(experiment));
  }, [begun, status, question, experiment, inquiry]);
  useEffect(() => {
    if (status === 'done' && answer && answered) setMeasured({ experiment: answered.experiment, answer });
  }, [status, answer, answered]);
  const names = useRecordingNames('slope');
  const standIn = useStandIn({
    names,
    decode,
    fits: (recorded) => same(recorded.question.experiment, experiment),
    status,
    stop: () => {
      setBegun(false);
      inquiry.reset();
    },
    open: asked.locked,
  });
  const { recorded } = standIn;
  const shown = useMemo(
    () => (recorded ? { experiment: atStart, answer: recorded.answer } : measured),
    [recorded, measured],
  );
  useEffect(() => {
    if (shown?.experiment !== atStart) return;
    const plain = shown.answer.arms.find(({ name }) => name === 'plain');
    if (plain) report(prediction, overSeeds(plain.seeds.map(({ finding }) => finding.ratio)));
  }, [shown, report]);

  const set = (part: Partial<Settings>) =>
    setExperiment((before) => {
      const next = { ...before, ...part };
      return { ...next, depth: wholeDepth(next.depth, next.layersPerUnit) };
    });
  const { activation, initializer, gain, spread, depth, width, layersPerUnit, batch, seeds } = experiment;
  return (
    <section
      className="experiment"
      id={id}
      data-status={status}
      data-step={shown ? seeds.length : 0}
      aria-label={words.name[language]}
    >
      <div className="controls">
        <FieldChoice name="activation" value={activation} onChange={(value) => set({ activation: value })} />
        <FieldChoice
          name="initializer"
          value={initializer}
          only={['glorot', 'he', 'orthogonal', 'normal']}
          onChange={(value) => set({ initializer: value })}
        />
        <NumberControl
          name="depth"
          value={depth}
          min={layersPerUnit}
          stride={layersPerUnit}
          text={t('fields:depthValue', { count: depth })}
          onChange={(value) => set({ depth: value })}
        />
        {initializer === 'normal' ? (
          <NumberControl
            name="spread"
            value={spread}
            min={0.01}
            max={1}
            onChange={(value) => set({ spread: value, gain: 1 })}
          />
        ) : (
          <NumberControl name="gain" value={gain} min={0.1} max={10} onChange={(value) => set({ gain: value })} />
        )}
      </div>
      <details className="more">
        <summary>{t('more')}</summary>
        <div className="controls">
          <NumberControl name="width" value={width} min={4} onChange={(value) => set({ width: value })} />
          <NumberControl
            name="layersPerUnit"
            value={layersPerUnit}
            onChange={(value) => set({ layersPerUnit: value })}
          />
        </div>
      </details>
      <div className="run-controls">
        {begun ? (
          <button
            type="button"
            onClick={() => setExperiment({ ...experiment, seeds: freshSeeds(seeds, limits.seedMax) })}
          >
            {words.newSeeds[language]}
          </button>
        ) : (
          <button type="button" className="primary" onClick={() => setBegun(true)}>
            {words.measure[language]}
          </button>
        )}
        <button type="button" disabled={experiment === atStart} onClick={() => setExperiment(atStart)}>
          {words.reset[language]}
        </button>
      </div>
      <p className="run-status" role="status">
        {!recorded && words[shown ? 'done' : status === 'running' ? 'working' : 'idle'][language]}
      </p>
      <Failure snapshot={snapshot} onRetry={() => inquiry.ask(slopeOf(experiment))} />
      <StandInNote of={standIn} measured />
      <div className="run-charts">
        <SlopeDrawings shown={shown} />
      </div>
      <Unscripted names={names} decode={decode} measured>
        {({ question: { experiment: set }, answer: found }) => (
          <SlopeDrawings shown={{ experiment: set, answer: found }} />
        )}
      </Unscripted>
      <p className="provenance">
        {[
          provenance(batch, seeds.length, width)[language],
          ...(engine ? [t(`engine.${engine.name}`, { backend: engine.backend })] : []),
          ...(status === 'done' ? [seconds(milliseconds / 1000, language)] : []),
        ].join(language === 'zh' ? '，' : '\u00a0· ')}
      </p>
    </section>
  );
}

const provenance = (batch: number, seeds: number, width: number): Bilingual => ({
  en: `before the first step\u00a0· ${fixed(batch, 0, 'en')} points of the spiral\u00a0· width ${width}\u00a0· ${seeds} seeds`,
  zh: `第一步之前，螺旋数据的 ${fixed(batch, 0, 'zh')} 个点，宽度 ${width}，${seeds} 个种子`,
});
