/** Three inquiries into one experiment's untrained networks: what the dials and the chart below them show. */
import { useCallback, useEffect, useState } from 'react';
import { useInquiry } from '../../components/experiment/stores.ts';
import type { Answer, Findings, Kind } from '../../model/analysis/question.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { SeedReadings } from './DialTable.tsx';

/** What each seed of an arm answered, as far as it has. */
const findings = <K extends Kind>(answer: Answer<K> | undefined, arm: string): readonly Findings[K][] =>
  answer?.arms.find(({ name }) => name === arm)?.seeds.map(({ finding }) => finding) ?? [];

/** Nothing is asked until `measure` is called; from then on every new experiment is, at once. */
export function useReadings(experiment: Experiment) {
  const [begun, setBegun] = useState(false);
  const [gradient, ratios] = useInquiry<'gradient'>();
  const [similarity, profiles] = useInquiry<'similarity'>();
  const [agreement, cosines] = useInquiry<'agreement'>();
  const ask = useCallback(() => {
    gradient.ask({ kind: 'gradient', experiment, trained: false });
    similarity.ask({ kind: 'similarity', experiment, trained: false });
    agreement.ask({ kind: 'agreement', experiment, trained: false });
  }, [experiment, gradient, similarity, agreement]);
  useEffect(() => {
    if (begun) ask();
  }, [begun, ask]);

  const all = [ratios, profiles, cosines];
  const failure = all.find((one) => one.failure)?.failure;
  const profileOf = (arm: string) => findings(profiles.answer, arm).map(({ states }) => states);
  return {
    begun,
    measure: () => (begun ? ask() : setBegun(true)),
    status: (['failed', 'running', 'done'] as const).find((one) => all.some(({ status }) => status === one)) ?? 'idle',
    ...(failure && { failure }),
    /** Seeds that have answered the slowest of the three questions. */
    seeds: Math.min(...all.map(({ answer }) => answer?.arms[0]?.seeds.length ?? 0)),
    /** The experiment that the likeness by layer belongs to. */
    profiled: profiles.answered?.experiment,
    /** Likeness at each state, for each seed. */
    profileOf,
    readingsOf: (arm: string): SeedReadings => ({
      ratio: findings(ratios.answer, arm).map(({ ratio }) => ratio),
      similarity: profileOf(arm).map((states) => states.at(-1) ?? Number.NaN),
      agreement: findings(cosines.answer, arm).map(({ cosine }) => cosine),
    }),
  };
}
