/** 5 to 5.1: what a percentage of the weight says about learning, and what it does not. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { type Arm, defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

/** The shortcut inside the weights: the same random numbers A as the residual arm, plus the identity matrix. */
const withIdentity: readonly Arm[] = [
  { name: 'plain', overrides: { shortcutScale: 0, initializer: 'identity' } },
  { name: 'residual', overrides: { shortcutScale: 1 } },
];

const base: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 16,
  depth: 20,
  layersPerUnit: 1,
  order: 'post',
  activation: 'relu',
  normalization: 'none',
  finalNorm: false,
  initializer: 'normal',
  spread: 0.05,
  optimizer: 'adam',
  rate: 0.0005,
  steps: 300,
  batch: 64,
  arms: withIdentity,
  seeds: [1, 2, 3],
};

export const spiral: Preset = {
  id: 'spiral',
  title: {
    en: 'spiral, W\u00a0=\u00a0I\u00a0+\u00a0A, Adam 0.0005',
    zh: '螺旋，W\u00a0=\u00a0I\u00a0+\u00a0A，Adam 0.0005',
  },
  experiment: base,
};
export const identity: Preset = {
  id: 'identity',
  title: {
    en: 'learn the identity, W\u00a0=\u00a0I\u00a0+\u00a0A, Adam 0.003',
    zh: '学恒等映射，W\u00a0=\u00a0I\u00a0+\u00a0A，Adam 0.003',
  },
  experiment: { ...base, dataset: 'identity', width: 8, depth: 10, rate: 0.003 },
};
export const small: Preset = {
  id: 'small',
  title: { en: 'spiral, W\u00a0=\u00a0A: no identity', zh: '螺旋，W\u00a0=\u00a0A，不加单位矩阵' },
  experiment: { ...base, arms: defaultArms },
};

export const twoPercent: Lesson = {
  ...outline,
  experiments: {
    'in-the-weights': {
      presets: [spiral, identity, small],
      controls: ['decay', 'depth', 'layersPerUnit'],
      more: ['optimizer', 'rate', 'spread', 'order', 'activation', 'width', 'steps'],
      view: 'loss',
    },
  },
  predictions: {
    'sgd-steps': {
      as: 'ratio',
      options: [
        { key: 'fifty-first', label: { en: '1/51 as many', zh: '约为 1/51' }, from: 0, to: 0.1 },
        { key: 'half', label: { en: 'about half as many', zh: '约一半' }, from: 0.1, to: 0.8 },
        { key: 'same', label: { en: 'exactly as many', zh: '一样多' }, from: 0.8, to: 1.25 },
        {
          key: 'times',
          label: { en: '51 times as many', zh: '约 51 倍' },
          from: 1.25,
          to: Number.POSITIVE_INFINITY,
        },
      ],
    },
  },
  quiz: [
    { key: 'which-gradient', misconceptions: ['percent-drives-gradient', 'larger-weight-larger-gradient'] },
    { key: 'where-from', misconceptions: ['feels-error-more', 'shortcut-adds-capacity'] },
    { key: 'target-zero', misconceptions: ['residual-always-nearer', 'equal-gradient-equal-time'] },
    { key: 'relative-steps', misconceptions: ['larger-share-is-faster', 'parametrisation-never-matters'] },
    { key: 'identity-in-weights', misconceptions: ['shortcut-is-superfluous', 'only-a-wire-carries'] },
  ],
};
