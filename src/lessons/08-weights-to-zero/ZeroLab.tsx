/** The identity task, live: decay, depth and start are the reader's; branches, weights and error are drawn while they move. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spread } from '../../components/charts/spread.ts';
import { FieldChoice } from '../../components/controls/FieldChoice.tsx';
import { NumberControl } from '../../components/controls/NumberControl.tsx';
import { RunControls } from '../../components/controls/RunControls.tsx';
import { Divergences, Failure } from '../../components/experiment/Failure.tsx';
import { Provenance } from '../../components/experiment/Provenance.tsx';
import { RunStatus } from '../../components/experiment/RunStatus.tsx';
import { freshSeeds } from '../../components/experiment/seeds.ts';
import { useInquiry, useRun } from '../../components/experiment/stores.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { type Bilingual, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { identity } from '../../model/data/identity.ts';
import { type Experiment, limits, type Settings, wholeDepth } from '../../model/experiment.ts';
import { overSeeds } from '../overSeeds.ts';
import { constantAnswers } from './constantAnswers.ts';
import { identityTask } from './lesson.ts';
import { branchesOf, middleOf } from './readings.ts';
import { ZeroCharts } from './ZeroCharts.tsx';
import { ZeroTable } from './ZeroTable.tsx';

const asked = 'branch-share';

const words = {
  label: { en: 'Learning to return the input', zh: '学着原样输出' },
} satisfies Record<string, Bilingual>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only the residual network has branches to add up. */
const branchQuestion = (experiment: Experiment) => ({
  kind: 'branches' as const,
  experiment: { ...experiment, arms: experiment.arms.filter(({ name }) => name === 'residual') },
  trained: true,
});

export function ZeroLab({ id }: { readonly id: string }) {
  const { t } = useTranslation('fields');
  const language = useLanguage();
  const label = useArmLabel();
  const [experiment, setExperiment] = useState(identityTask);
  const [run, snapshot] = useRun(identityTask);
  const [inquiry, found] = useInquiry<'branches'>();
  const { locked } = usePrediction(asked);
  const report = useReport();
  const { status } = snapshot;

  const start = (wanted: Experiment) => {
    run.start(wanted);
    inquiry.ask(branchQuestion(wanted));
  };
  const begin = useRef(start);
  begin.current = start;

  // Locking the prediction is the first press of Run.
  const answered = useRef(false);
  useEffect(() => {
    if (!locked || answered.current) return;
    answered.current = true;
    begin.current(experiment);
  }, [locked, experiment]);

  // The verdict is about the question as it was asked: other settings leave it as it stands.
  useEffect(() => {
    if (status !== 'done' || !same(snapshot.experiment, identityTask)) return;
    report(asked, overSeeds(middleOf(branchesOf(snapshot).now)));
  }, [status, snapshot, report]);

  const change = (next: Experiment) => {
    setExperiment(next);
    if (status === 'idle') run.reset(next);
    else start(next);
  };
  const set = (part: Partial<Settings>) => change({ ...experiment, ...part });
  const reset = () => {
    inquiry.reset();
    run.reset(experiment);
  };

  const { depth, decay, branchScale, seeds, layersPerUnit } = experiment;
  const constant = useMemo(() => {
    const all = seeds.map((seed) => constantAnswers(identity(seed).train));
    return { zero: spread(all.map(({ zero }) => zero)).median, mean: spread(all.map(({ mean }) => mean)).median };
  }, [seeds]);
  const cancellation =
    found.status === 'done' && same(found.answered, branchQuestion(snapshot.experiment))
      ? found.answer?.arms[0]?.seeds.map(({ finding }) => finding.cancellation)
      : undefined;
  const settled = status === 'done' && found.status === 'running' ? 'running' : status;
  return (
    <section
      className="experiment"
      id={id}
      data-status={settled}
      data-step={snapshot.step}
      aria-label={words.label[language]}
    >
      <div className="controls">
        <NumberControl
          name="decay"
          value={decay}
          min={0}
          max={0.03}
          stride={0.001}
          onChange={(value) => set({ decay: value })}
        />
        <NumberControl
          name="depth"
          value={depth}
          min={layersPerUnit}
          max={40}
          stride={layersPerUnit}
          text={t('depthValue', { count: depth })}
          onChange={(value) => set({ depth: wholeDepth(value, layersPerUnit) })}
        />
        <FieldChoice
          name="branchScale"
          value={branchScale}
          only={['sqrt', 'zero', 'one']}
          onChange={(value) => set({ branchScale: value })}
        />
      </div>
      <RunControls
        status={status}
        onRun={() => start(experiment)}
        onPause={run.pause}
        onResume={run.resume}
        onStep={run.step}
        onReset={reset}
        onNewSeed={() => change({ ...experiment, seeds: freshSeeds(seeds, limits.seedMax) })}
      />
      <RunStatus snapshot={snapshot} />
      <Failure snapshot={snapshot} onRetry={() => start(experiment)} />
      <Divergences snapshot={snapshot} armLabel={label} />
      <ZeroTable snapshot={snapshot} constant={constant} cancellation={cancellation} />
      <ZeroCharts snapshot={snapshot} constant={constant} />
      <Provenance
        experiment={experiment}
        engine={snapshot.engine}
        milliseconds={status === 'done' ? snapshot.milliseconds : undefined}
      />
    </section>
  );
}
