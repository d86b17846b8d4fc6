/** The chain is a product: what one layer passes back is raised to the power of the depth. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { type ArmSettings, defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

const bare = { order: 'pre', normalization: 'none', finalNorm: false } as const;

/** Measured as it starts: units of one layer, so that the factor of a unit is the factor of a layer. */
export const atStart: Experiment = {
  ...defaultExperiment,
  ...bare,
  dataset: 'spiral',
  activation: 'sigmoid',
  initializer: 'glorot',
  depth: 20,
  width: 16,
  layersPerUnit: 1,
  batch: 64,
  steps: 1,
  arms: defaultArms,
  seeds: [1, 2, 3, 4, 5],
};

/** What is asked of it: the gradient at every state. */
export const slopeOf = (experiment: Experiment) => ({ kind: 'gradient', experiment, trained: false }) as const;

/** Plain networks whose slope the lesson sets beside the theory. */
export const ruled = {
  sigmoidGlorot: { activation: 'sigmoid', initializer: 'glorot' },
  sigmoidNormal: { activation: 'sigmoid', initializer: 'normal', spread: 0.1 },
  tanhNormal: { activation: 'tanh', initializer: 'normal', spread: 0.1 },
  tanhOrthogonal: { activation: 'tanh', initializer: 'orthogonal' },
  reluGlorot: { activation: 'relu', initializer: 'glorot' },
  reluHe: { activation: 'relu', initializer: 'he' },
} as const satisfies Record<string, Partial<ArmSettings>>;
export type Ruled = keyof typeof ruled;

const race: Experiment = {
  ...defaultExperiment,
  ...bare,
  dataset: 'spiral',
  activation: 'relu',
  initializer: 'glorot',
  gain: 0.5,
  depth: 10,
  width: 16,
  layersPerUnit: 2,
  batch: 64,
  steps: 300,
  optimizer: 'momentum',
  rate: 0.03,
  arms: defaultArms,
  seeds: [1, 2, 3],
};

export const halfGlorot: Preset = {
  id: 'half-glorot',
  title: {
    en: 'Glorot initialisation, gain 0.5, 10 layers; SGD with momentum 0.9, rate 0.03',
    zh: 'Glorot 初始化，增益 0.5，10 层；SGD 动量 0.9，学习率 0.03',
  },
  experiment: race,
};

const glorot: Preset = {
  id: 'glorot',
  title: { en: 'ReLU, Glorot, 30 layers; rate 0.01', zh: 'ReLU，Glorot，30 层；学习率 0.01' },
  experiment: { ...race, gain: 1, depth: 30, rate: 0.01 },
};

export const orthogonalTanh: Preset = {
  id: 'tanh-orthogonal',
  title: { en: 'tanh, orthogonal, 20 layers; rate 0.01', zh: 'tanh，正交，20 层；学习率 0.01' },
  experiment: { ...race, activation: 'tanh', initializer: 'orthogonal', gain: 1, depth: 20, rate: 0.01 },
};

const he: Preset = {
  id: 'he',
  title: { en: 'ReLU, He, 10 layers; rate 0.01', zh: 'ReLU，He，10 层；学习率 0.01' },
  experiment: { ...race, initializer: 'he', gain: 1, rate: 0.01 },
};

export const product: Lesson = {
  ...outline,
  experiments: {
    race: {
      presets: [halfGlorot, glorot, orthogonalTanh, he],
      controls: ['activation', 'initializer', 'gain', 'depth'],
      more: ['optimizer', 'rate', 'layersPerUnit', 'width', 'steps', 'batch', 'dataset'],
      quantities: ['stateGradNorm', 'kernelGradNorm', 'stateNorm', 'weightNorm'],
    },
  },
  recorded: { slope: { question: slopeOf(atStart) } },
  predictions: {
    'first-of-twenty': {
      as: 'amount',
      options: [
        {
          key: 'level',
          label: {
            en: 'the same: Glorot weights are made to keep gradients level',
            zh: '一样大：Glorot 初始化就是为了让各层梯度大小相当',
          },
          from: 0.3,
          to: Number.POSITIVE_INFINITY,
        },
        {
          key: 'share',
          label: {
            en: 'one twentieth: each of the twenty layers takes its share',
            zh: '二十分之一：二十层各分走一份',
          },
          from: 1e-3,
          to: 0.3,
        },
        {
          key: 'millionth',
          label: { en: 'one in a million: some is lost at each layer', zh: '百万分之一：每层都损失一些' },
          from: 1e-9,
          to: 1e-3,
        },
        {
          key: 'product',
          label: {
            en: 'one in ten trillion: each layer passes on a fraction of what it got',
            zh: '十万亿分之一：每层只把收到的传下去一小部分',
          },
          from: 1e-30,
          to: 1e-9,
        },
        {
          key: 'zero',
          label: { en: '0: the computer can no longer store it', zh: '0：小到计算机存不下' },
          from: 0,
          to: 1e-30,
        },
      ],
    },
  },
  quiz: [
    { key: 'what-decides', misconceptions: ['depth-alone', 'relu-is-immune'] },
    { key: 'stored-as-zero', misconceptions: ['stored-zero-is-true-zero', 'more-digits-would-train'] },
    { key: 'adam', misconceptions: ['adam-steps-like-sgd', 'adam-repairs-the-gradient'] },
    { key: 'why-the-shortcut-held', misconceptions: ['gradient-goes-around', 'sums-cannot-explode'] },
  ],
};
