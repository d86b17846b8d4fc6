/** Run and sweep stores for as long as a component lives. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Kind } from '../../model/analysis/question.ts';
import type { Experiment } from '../../model/experiment.ts';
import { createInquiry, type Inquiry, type InquirySnapshot } from '../../model/worker/inquiry.ts';
import { createRun, type Run } from '../../model/worker/run.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { createSweep, type Sweep, type SweepSnapshot, type SweepStore } from '../../model/worker/sweep.ts';
import { createTrainer, type Trainer } from './trainer.ts';

const dataUrl = `${import.meta.env.BASE_URL}data/fashion14.bin`;
const createWorker = () => new Worker(new URL('../../model/worker/worker.ts', import.meta.url), { type: 'module' });

/** Least time between two drawings, in milliseconds: every other frame is left to the reader's own doing. */
const leisure = 30;
/** Calls back at the next frame, or at the one after it where it did so a moment ago. */
function leisurely(): (callback: () => void) => void {
  let drawn = Number.NEGATIVE_INFINITY;
  const schedule = (callback: () => void) => {
    requestAnimationFrame((now) => {
      if (now - drawn < leisure) return schedule(callback);
      drawn = now;
      callback();
    });
  };
  return schedule;
}

const open = (experiment: Experiment, size = 1): Run =>
  createRun({
    experiment,
    dataUrl,
    createWorker,
    size,
    schedule: leisurely(),
  });

interface Store<S> {
  subscribe(listener: () => void): () => void;
  getSnapshot(): S;
  dispose(): void;
}

/** Draws again at each change, and ends the worker when the component goes. */
function useStore<S, T extends Store<S>>(create: () => T): [T, S] {
  const [store] = useState(create);
  useEffect(() => store.dispose, [store]);
  return [store, useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot)];
}

/** Trainings at the same time: one core is left to the page. */
const poolSize = () => Math.max(1, Math.min(6, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1));

export const useRun = (experiment: Experiment): [Run, RunSnapshot] => useStore(() => open(experiment, poolSize()));

export const useSweep = (sweep: Sweep): [SweepStore, SweepSnapshot] =>
  useStore(() => createSweep(() => open(sweep.experiment), poolSize(), sweep));

/** What can be found out about an experiment's networks, as they start or after training. */
export const useInquiry = <K extends Kind>(): [Inquiry<K>, InquirySnapshot<K>] =>
  useStore(() => createInquiry<K>({ dataUrl, createWorker }));

/** For whoever waits for results instead of drawing them; ended with the component. */
export function useTrainer(): Trainer {
  const [trainer] = useState(() =>
    createTrainer({
      run: (experiment) => open(experiment, poolSize()),
      inquiry: () => createInquiry({ dataUrl, createWorker }),
    }),
  );
  useEffect(() => trainer.dispose, [trainer]);
  return trainer;
}
