/** The table and the charts of one run, beside what an answer that ignores the input would cost. */
import { useMemo } from 'react';
import { spread } from '../../components/charts/spread.ts';
import { identity } from '../../model/data/identity.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { constantAnswers } from './constantAnswers.ts';
import { ZeroCharts } from './ZeroCharts.tsx';
import { ZeroTable } from './ZeroTable.tsx';

interface ZeroDrawingsProps {
  readonly snapshot: RunSnapshot;
  /** One value a seed; undefined while they are worked out. */
  readonly cancellation: readonly number[] | undefined;
}

export function ZeroDrawings({ snapshot, cancellation }: ZeroDrawingsProps) {
  const { seeds } = snapshot.experiment;
  const constant = useMemo(() => {
    const all = seeds.map((seed) => constantAnswers(identity(seed).train));
    return { zero: spread(all.map(({ zero }) => zero)).median, mean: spread(all.map(({ mean }) => mean)).median };
  }, [seeds]);
  return (
    <>
      <ZeroTable snapshot={snapshot} constant={constant} cancellation={cancellation} />
      <ZeroCharts snapshot={snapshot} constant={constant} />
    </>
  );
}
