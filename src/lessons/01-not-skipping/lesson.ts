/** A shortcut is not skipping: both ways of a unit are computed, and only one of them is trained. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

const base: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 16,
  depth: 20,
  layersPerUnit: 2,
  activation: 'relu',
  initializer: 'he',
  steps: 300,
  batch: 64,
  arms: defaultArms,
  seeds: [1, 2, 3],
};

export const preActivation: Preset = {
  id: 'pre',
  title: { en: 'pre-activation + layer norm, Adam, rate 0.003', zh: '预激活 + 层归一化，Adam，学习率 0.003' },
  experiment: { ...base, order: 'pre', normalization: 'layer', finalNorm: true, optimizer: 'adam', rate: 0.003 },
};

export const postActivation: Preset = {
  id: 'post',
  title: {
    en: 'post-activation + batch norm, SGD with momentum 0.9, rate 0.03',
    zh: '后激活 + 批归一化，SGD 动量 0.9，学习率 0.03',
  },
  experiment: { ...base, order: 'post', normalization: 'batch', finalNorm: false, optimizer: 'momentum', rate: 0.03 },
};

export const notSkipping: Lesson = {
  ...outline,
  experiments: {
    'not-skipping-net': {
      presets: [preActivation, postActivation],
      controls: ['depth', 'order', 'normalization'],
      more: ['dataset', 'initializer', 'activation', 'width', 'optimizer', 'rate', 'steps'],
      quantities: ['branchNorm', 'stateNorm', 'kernelGradNorm', 'weightNorm'],
      view: 'layers',
    },
  },
  predictions: {
    saved: {
      as: 'percent',
      options: [
        {
          key: 'costs',
          label: { en: 'less than none: it takes more of them', zh: '不但没省，乘法反而更多' },
          from: Number.NEGATIVE_INFINITY,
          to: 0,
        },
        { key: 'none', label: { en: 'none', zh: '一次也不省' }, from: 0, to: 0.25 },
        {
          key: 'half',
          label: { en: 'half: one of the two layers is passed by', zh: '一半：两层里绕过一层' },
          from: 0.25,
          to: 0.75,
        },
        {
          key: 'all',
          label: { en: 'all, wherever F(x)\u00a0=\u00a00', zh: '全部，只要 F(x)\u00a0=\u00a00' },
          from: 0.75,
          to: Number.POSITIVE_INFINITY,
        },
      ],
    },
  },
  quiz: [
    { key: 'multiplications-saved', misconceptions: ['skipping-saves-work', 'half-the-layers', 'plus-means-or'] },
    { key: 'what-is-trained', misconceptions: ['shortcut-learns', 'shortcut-opens-and-closes'] },
    { key: 'negative-output', misconceptions: ['output-is-h', 'negative-needs-negative-branch'] },
    { key: 'why-both', misconceptions: ['shortcut-does-the-work', 'one-question'] },
  ],
};
