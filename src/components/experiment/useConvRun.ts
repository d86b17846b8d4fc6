/** The store of a convolutional race for as long as a component lives. */
import type { ConvExperiment } from '../../model/conv/experiment.ts';
import { type ConvRun, type ConvSnapshot, createConvRun } from '../../model/worker/convRun.ts';
import { dataUrl, useStore } from './useRun.ts';

const createWorker = () => new Worker(new URL('../../model/worker/convWorker.ts', import.meta.url), { type: 'module' });

export const openConvRun = (experiment: ConvExperiment): ConvRun =>
  createConvRun({ experiment, dataUrl, createWorker, schedule: (callback) => requestAnimationFrame(callback) });

export const useConvRun = (experiment: ConvExperiment): [ConvRun, ConvSnapshot] =>
  useStore(() => openConvRun(experiment));
