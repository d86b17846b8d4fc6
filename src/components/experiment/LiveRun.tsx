/** One experiment's run from its buttons to its link: what it does, what went wrong, its charts, its scores, its origin. */
import type { ReactNode } from 'react';
import { type Experiment, limits, type Settings } from '../../model/experiment.ts';
import type { Run } from '../../model/worker/run.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { RunControls } from '../controls/RunControls.tsx';
import { RunFiles } from '../export/RunFiles.tsx';
import { CopyLink } from './CopyLink.tsx';
import { Divergences, Failure } from './Failure.tsx';
import { Provenance } from './Provenance.tsx';
import { RunCharts, type RunChartsProps } from './RunCharts.tsx';
import { RunStatus } from './RunStatus.tsx';
import { Scores } from './Scores.tsx';
import { freshSeeds } from './seeds.ts';
import { useArmLabel } from './useArmLabel.ts';

interface LiveRunProps extends Omit<RunChartsProps, 'snapshot'> {
  readonly experiment: Experiment;
  readonly run: Run;
  readonly snapshot: RunSnapshot;
  /** What is drawn, where that is not the run: a recording of it. */
  readonly shown?: RunSnapshot;
  readonly change: (next: Experiment) => void;
  readonly set: (part: Partial<Settings>) => void;
  /** Stands between what the run says and its charts. */
  readonly children?: ReactNode;
  /** The query of the link that is copied, where it says more than the experiment, and what it could not take along. */
  readonly query?: string;
  readonly remark?: string | undefined;
  /** Stands beside the link. */
  readonly links?: ReactNode;
}

export function LiveRun({
  experiment,
  run,
  snapshot,
  shown = snapshot,
  change,
  set,
  children,
  query,
  remark,
  links,
  ...charts
}: LiveRunProps) {
  const label = useArmLabel();
  return (
    <>
      <RunControls
        status={snapshot.status}
        run={run}
        experiment={experiment}
        onNewSeed={() => change({ ...experiment, seeds: freshSeeds(experiment.seeds, limits.seedMax) })}
      />
      <RunStatus snapshot={shown} />
      <Failure snapshot={snapshot} onRetry={() => run.start(experiment)} onSpiral={() => set({ dataset: 'spiral' })} />
      <Divergences snapshot={snapshot} armLabel={label} onRate={(lower) => set({ rate: lower })} />
      {children}
      <RunCharts snapshot={shown} {...charts} />
      <Scores snapshot={shown} label={label} />
      <Provenance
        experiment={experiment}
        own={snapshot.own}
        engine={snapshot.engine}
        milliseconds={snapshot.status === 'done' && !snapshot.recording ? snapshot.milliseconds : undefined}
        agreement={snapshot.agreement}
        onCheck={run.check}
      />
      <RunFiles experiment={experiment} run={run} snapshot={snapshot} change={change} />
      <CopyLink experiment={experiment} query={query} remark={remark} />
      {links}
    </>
  );
}
