/** Sweeps, inquiries and trainers for as long as a component lives. */
import { useEffect, useState } from 'react';
import type { Kind } from '../../model/analysis/question.ts';
import { createInquiry, type Inquiry, type InquirySnapshot } from '../../model/worker/inquiry.ts';
import { createSweep, type Sweep, type SweepSnapshot, type SweepStore } from '../../model/worker/sweep.ts';
import { ownStore } from './ownStore.ts';
import { createTrainer, type Trainer } from './trainer.ts';
import { openConvRun } from './useConvRun.ts';
import { createWorker, dataUrl, openRun, poolSize, useStore } from './useRun.ts';

export { useRun } from './useRun.ts';

export const useSweep = (sweep: Sweep): [SweepStore, SweepSnapshot] =>
  useStore(() => createSweep(() => openRun(sweep.experiment), poolSize(), sweep));

/** What can be found out about an experiment's networks, as they start or after training. */
export const useInquiry = <K extends Kind>(): [Inquiry<K>, InquirySnapshot<K>] =>
  useStore(() => createInquiry<K>({ dataUrl, ownData: ownStore.get, createWorker }));

/** For whoever waits for results instead of drawing them; ended with the component. */
export function useTrainer(): Trainer {
  const [trainer] = useState(() =>
    createTrainer({
      run: (experiment) => openRun(experiment, poolSize()),
      inquiry: () => createInquiry({ dataUrl, createWorker }),
      race: openConvRun,
    }),
  );
  useEffect(() => trainer.dispose, [trainer]);
  return trainer;
}
