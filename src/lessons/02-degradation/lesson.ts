/** Degradation: a deeper plain network ends with a higher training loss, a residual one does not. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

const base: Experiment = {
  ...defaultExperiment,
  dataset: 'fashion',
  width: 16,
  layersPerUnit: 2,
  order: 'pre',
  activation: 'relu',
  steps: 300,
  batch: 64,
  arms: defaultArms,
  seeds: [1, 2, 3],
};

export const batchNorm: Preset = {
  id: 'batch-norm',
  title: {
    en: 'He + batch norm, SGD with momentum 0.9, rate 0.03',
    zh: 'He 初始化 + 批归一化，SGD 动量 0.9，学习率 0.03',
  },
  experiment: {
    ...base,
    initializer: 'he',
    normalization: 'batch',
    finalNorm: true,
    optimizer: 'momentum',
    rate: 0.03,
  },
};

export const glorot: Preset = {
  id: 'glorot',
  title: { en: 'Glorot, no normalisation, Adam, rate 0.003', zh: 'Glorot 初始化，无归一化，Adam，学习率 0.003' },
  experiment: {
    ...base,
    initializer: 'glorot',
    normalization: 'none',
    finalNorm: false,
    optimizer: 'adam',
    rate: 0.003,
  },
};

export const degradation: Lesson = {
  ...outline,
  experiments: {
    degradation: { presets: [batchNorm, glorot], sweep: { field: 'depth', values: [2, 10, 20, 30, 50] } },
    'degradation-try': { presets: [batchNorm, glorot] },
  },
  drawn: ['degradation'],
  quiz: [
    { key: 'worse-in-training', misconceptions: ['worse-means-overfitting', 'deep-cannot-represent-shallow'] },
    { key: 'what-the-construction-proves', misconceptions: ['existence-is-search', 'added-layers-must-be-identity'] },
    { key: 'resnet-1202', misconceptions: ['every-loss-is-degradation', 'shortcuts-stop-working'] },
    { key: 'what-the-shortcut-bought', misconceptions: ['deeper-is-better', 'must-cure-vanishing'] },
  ],
};
