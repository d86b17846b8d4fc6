/** The race of the prediction: the loss, and below it what the first layer hears of the gradient at every step. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecadeLines } from '../../components/charts/DecadeLines.tsx';
import { LossChart } from '../../components/charts/LossChart.tsx';
import { spread } from '../../components/charts/spread.ts';
import { worded } from '../../components/charts/worded.ts';
import { ChoiceControl } from '../../components/controls/ChoiceControl.tsx';
import { FieldControl } from '../../components/controls/FieldControl.tsx';
import { RunControls } from '../../components/controls/RunControls.tsx';
import { Divergences, Failure } from '../../components/experiment/Failure.tsx';
import { Provenance } from '../../components/experiment/Provenance.tsx';
import { RunStatus } from '../../components/experiment/RunStatus.tsx';
import { Scores } from '../../components/experiment/Scores.tsx';
import { freshSeeds } from '../../components/experiment/seeds.ts';
import { lossSeries } from '../../components/experiment/series.ts';
import { useRun } from '../../components/experiment/stores.ts';
import { useArmLabel } from '../../components/experiment/useArmLabel.ts';
import { useLessonExperiment, usePrediction, useReport } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { chanceLoss } from '../../model/data/facts.ts';
import { type Experiment, limits, type Settings, wholeDepth } from '../../model/experiment.ts';
import { ratioTakeaway, ratioWords } from './raceWords.ts';
import { middleOf, ratiosOf, windowed, windowsOf, windowWidth } from './ratios.ts';

const same = (a: Experiment, b: Experiment): boolean => JSON.stringify(a) === JSON.stringify(b);

export function Race({ id, predict }: { readonly id: string; readonly predict: string }) {
  const { t } = useTranslation('experiment');
  const language = useLanguage();
  const label = useArmLabel();
  const { presets } = useLessonExperiment(id);
  const asked = presets[0].experiment;
  const [experiment, setExperiment] = useState(asked);
  const [run, snapshot] = useRun(asked);
  const { locked } = usePrediction(predict);
  const report = useReport();
  const { status, arms, step } = snapshot;
  const { steps, depth, dataset } = snapshot.experiment;

  const change = (next: Experiment) => {
    setExperiment(next);
    if (status === 'idle') run.reset(next);
    else run.start(next);
  };
  const set = (part: Partial<Settings>) => {
    const next = { ...experiment, ...part };
    change({ ...next, depth: wholeDepth(next.depth, next.layersPerUnit) });
  };

  // Locking the prediction is the first press of Run.
  const answered = useRef(false);
  useEffect(() => {
    if (!locked || answered.current) return;
    answered.current = true;
    run.start(asked);
  }, [locked, run, asked]);

  // Other settings leave the verdict on the asked ones alone.
  useEffect(() => {
    if (!same(snapshot.experiment, asked) || status === 'idle') return;
    const plain = arms.find(({ name }) => name === 'plain')?.seeds ?? [];
    const shares = plain.flatMap(({ final, divergence }) => (final && !divergence ? [final.train.accuracy] : []));
    const finished = status === 'done' && shares.length > 0;
    report(predict, finished ? { ...spread(shares), seeds: shares.length } : undefined);
  }, [status, arms, snapshot.experiment, asked, report, predict]);

  const loss = useMemo(() => lossSeries(snapshot, label), [snapshot, label]);
  const width = windowWidth(steps);
  const ratios = useMemo(
    () =>
      arms.map(({ name, layout, seeds }) => ({
        name,
        label: label(name),
        all: seeds.filter(({ steps: done }) => done > 0).map(({ rows, steps: done }) => ratiosOf(layout, rows, done)),
      })),
    [arms, label],
  );
  const lines = ratios.map(({ all, ...arm }) => ({ ...arm, seeds: all.map((seed) => windowed(seed, width)) }));
  const typical = ratios.flatMap(({ all, ...arm }) => {
    if (all.length === 0) return [];
    return [
      {
        arm,
        start: middleOf(all.map(([first = Number.NaN]) => first)),
        middle: middleOf(all.map((seed) => middleOf(seed))),
        end: middleOf(all.map((seed) => seed.at(-1) ?? Number.NaN)),
      },
    ];
  });
  const words = ratioWords[language];
  const preset = presets.find((one) => same({ ...one.experiment, seeds: experiment.seeds }, experiment));
  const chance = chanceLoss(dataset);
  return (
    <section className="experiment" id={id} data-status={status} data-step={step} aria-label={words.label}>
      <div className="controls">
        <ChoiceControl
          label={t('presets')}
          value={preset?.id}
          options={presets.map((one) => ({ value: one.id, label: one.title[language] }))}
          onChange={(chosen) => {
            const found = presets.find((one) => one.id === chosen);
            if (found) change(found.experiment);
          }}
        />
        <FieldControl name="depth" settings={experiment} onChange={set} />
        <FieldControl name="rate" settings={experiment} onChange={set} />
      </div>
      <RunControls
        status={status}
        onRun={() => run.start(experiment)}
        onPause={run.pause}
        onResume={run.resume}
        onStep={run.step}
        onReset={() => run.reset(experiment)}
        onNewSeed={() => change({ ...experiment, seeds: freshSeeds(experiment.seeds, limits.seedMax) })}
      />
      <RunStatus snapshot={snapshot} />
      <Failure snapshot={snapshot} onRetry={() => run.start(experiment)} />
      <Divergences snapshot={snapshot} armLabel={label} onRate={(rate) => set({ rate })} />
      <LossChart
        arms={loss}
        depth={depth}
        steps={steps}
        running={status === 'running'}
        {...(chance !== undefined && { chance })}
      />
      <DecadeLines
        arms={lines}
        places={windowsOf(steps, width).map(([from]) => from)}
        marked={false}
        levels={[{ label: words.equal, value: 1 }]}
        words={{ kind: words.kind, x: words.x, y: words.y, place: (at) => words.place(at) }}
        takeaway={
          typical.length > 0
            ? typical.map((one) => worded(ratioTakeaway(one, language), [one.arm]))
            : [worded(words.none, [])]
        }
        caption={words.caption(width)}
        file="gradient-ratio-by-step"
      />
      <Scores snapshot={snapshot} label={label} />
      <Provenance
        experiment={snapshot.experiment}
        engine={snapshot.engine}
        milliseconds={status === 'done' ? snapshot.milliseconds : undefined}
      />
    </section>
  );
}
