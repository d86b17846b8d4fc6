/** Three inquiries into one experiment's untrained networks: what the dials and the chart below them show. */
import { useCallback, useEffect, useState } from 'react';
import { useInquiry } from '../../components/experiment/stores.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { DialAnswers } from './dialAnswers.ts';
import { dialQuestion } from './lesson.ts';

/** Nothing is asked until `measure` is called; from then on every new experiment is, at once. */
export function useReadings(experiment: Experiment) {
  const [begun, setBegun] = useState(false);
  const [gradient, ratios] = useInquiry<'gradient'>();
  const [similarity, profiles] = useInquiry<'similarity'>();
  const [agreement, cosines] = useInquiry<'agreement'>();
  const ask = useCallback(() => {
    gradient.ask(dialQuestion('gradient', experiment));
    similarity.ask(dialQuestion('similarity', experiment));
    agreement.ask(dialQuestion('agreement', experiment));
  }, [experiment, gradient, similarity, agreement]);
  useEffect(() => {
    if (begun) ask();
  }, [begun, ask]);

  const all = [ratios, profiles, cosines];
  const failure = all.find((one) => one.failure)?.failure;
  const answers: DialAnswers = {
    gradient: ratios.answer,
    similarity: profiles.answer,
    agreement: cosines.answer,
    // The experiment that the likeness by layer belongs to.
    experiment: profiles.answered?.experiment ?? experiment,
  };
  return {
    begun,
    measure: () => (begun ? ask() : setBegun(true)),
    /** Back to before the first measurement. */
    stop: () => {
      setBegun(false);
      for (const inquiry of [gradient, similarity, agreement]) inquiry.reset();
    },
    status:
      (['failed', 'running', 'done', 'idle'] as const).find((one) => all.some(({ status }) => status === one)) ??
      'idle',
    ...(failure && { failure }),
    answers,
  };
}
