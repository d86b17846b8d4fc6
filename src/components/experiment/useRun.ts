/** The store of a run for as long as a component lives, and what the other stores share with it. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Experiment } from '../../model/experiment.ts';
import { createRun, type Run } from '../../model/worker/run.ts';
import type { RunSnapshot } from '../../model/worker/snapshot.ts';
import { leisurely } from './leisurely.ts';
import { ownStore } from './ownStore.ts';

export const dataUrl = `${import.meta.env.BASE_URL}data/fashion14.bin`;
export const createWorker = () =>
  new Worker(new URL('../../model/worker/worker.ts', import.meta.url), { type: 'module' });

export const openRun = (experiment: Experiment, size = 1, scored = true): Run =>
  createRun({
    experiment,
    dataUrl,
    ownData: ownStore.get,
    createWorker,
    size,
    scored,
    schedule: leisurely(),
  });

interface Store<S> {
  subscribe(listener: () => void): () => void;
  getSnapshot(): S;
  dispose(): void;
}

/** Draws again at each change, and ends the worker when the component goes. */
export function useStore<S, T extends Store<S>>(create: () => T): [T, S] {
  const [store] = useState(create);
  useEffect(() => store.dispose, [store]);
  return [store, useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot)];
}

/** Trainings at the same time: one core is left to the page. */
export const poolSize = () => Math.max(1, Math.min(6, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1));

/** @param scored whether the trained networks are scored: not where no score is shown */
export const useRun = (experiment: Experiment, scored = true): [Run, RunSnapshot] =>
  useStore(() => openRun(experiment, poolSize(), scored));
