/** Healthy norms, still stuck: gradients of the right size do not make a deep plain network learn. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import type { Question } from '../../model/analysis/question.ts';
import { defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

const base: Experiment = {
  ...defaultExperiment,
  dataset: 'digits',
  width: 24,
  depth: 30,
  layersPerUnit: 2,
  order: 'pre',
  activation: 'relu',
  initializer: 'he',
  steps: 300,
  batch: 64,
  arms: defaultArms,
  seeds: [1, 2, 3],
};

export const layerNorm: Preset = {
  id: 'layer-norm',
  title: { en: 'He + layer norm, Adam, rate 0.001', zh: 'He 初始化 + 层归一化，Adam，学习率 0.001' },
  experiment: { ...base, normalization: 'layer', finalNorm: true, optimizer: 'adam', rate: 0.001 },
};

/** The setting nearest to that of He et al. (2015): batch norm, SGD with momentum. */
export const batchNorm: Preset = {
  id: 'batch-norm',
  title: {
    en: 'He + batch norm, SGD with momentum 0.9, rate 0.03',
    zh: 'He 初始化 + 批归一化，SGD 动量 0.9，学习率 0.03',
  },
  experiment: { ...base, normalization: 'batch', finalNorm: true, optimizer: 'momentum', rate: 0.03 },
};

const spiral: Preset = {
  id: 'spiral',
  title: { en: 'Spiral, He + layer norm, Adam, rate 0.003', zh: '螺旋数据，He 初始化 + 层归一化，Adam，学习率 0.003' },
  experiment: { ...layerNorm.experiment, dataset: 'spiral', width: 16, rate: 0.003 },
};

/** The three networks that the dials look at, before any training; two large batches, so that chance averages out. */
const examined: Partial<Experiment> = { batch: 256, seeds: [1, 2, 3, 4, 5] };

export const dialPresets: readonly [Preset, ...Preset[]] = [
  {
    id: 'none',
    title: { en: 'Glorot, no normalisation', zh: 'Glorot 初始化，无归一化' },
    experiment: { ...base, ...examined, initializer: 'glorot', normalization: 'none', finalNorm: false },
  },
  {
    id: 'layer',
    title: { en: 'He + layer norm', zh: 'He 初始化 + 层归一化' },
    experiment: { ...layerNorm.experiment, ...examined },
  },
  {
    id: 'batch',
    title: { en: 'He + batch norm', zh: 'He 初始化 + 批归一化' },
    experiment: { ...batchNorm.experiment, ...examined },
  },
];

/** The one that the dials begin with. */
export const firstDials = dialPresets[1] ?? dialPresets[0];

const dialKinds = ['gradient', 'similarity', 'agreement'] as const;
type DialKind = (typeof dialKinds)[number];

/** What is asked for one of the dials. */
export const dialQuestion = <K extends DialKind>(kind: K, experiment: Experiment): Question<K> => ({
  kind,
  experiment,
  trained: false,
});

export const healthyNorms: Lesson = {
  ...outline,
  experiments: {
    'healthy-race': { presets: [layerNorm, batchNorm] },
    'healthy-try': {
      presets: [layerNorm, batchNorm, spiral],
      controls: ['depth', 'rate', 'normalization'],
      more: ['optimizer', 'initializer', 'activation', 'dataset', 'width', 'batch', 'steps'],
      quantities: ['stateGradNorm', 'kernelGradNorm', 'stateNorm'],
    },
  },
  recorded: Object.fromEntries(
    dialKinds.map((kind) => [`dials-${kind}`, { question: dialQuestion(kind, firstDials.experiment) }]),
  ),
  predictions: {
    'healthy-accuracy': {
      as: 'percent',
      options: [
        {
          key: 'same',
          label: {
            en: 'above 90%, like the residual network: the gradient arrives',
            zh: '90% 以上，和残差网络一样：梯度传得到',
          },
          from: 0.9,
          to: 1.01,
        },
        {
          key: 'slower',
          label: { en: '60% to 90%: it learns, a little more slowly', zh: '60% 到 90%：学得会，稍慢一点' },
          from: 0.6,
          to: 0.9,
        },
        {
          key: 'hardly',
          label: { en: '15% to 60%: it hardly learns', zh: '15% 到 60%：几乎学不动' },
          from: 0.15,
          to: 0.6,
        },
        {
          key: 'guesses',
          label: { en: 'below 15%: it guesses among ten digits', zh: '15% 以下：在十个数字里瞎猜' },
          from: 0,
          to: 0.15,
        },
      ],
    },
  },
  quiz: [
    { key: 'norm-and-training', misconceptions: ['norm-healthy-trainable', 'then-it-is-the-rate'] },
    { key: 'what-similarity-says', misconceptions: ['alike-means-agreed', 'alike-means-small'] },
    { key: 'rate-and-cause', misconceptions: ['outcome-is-cause', 'start-tells-the-rest'] },
    { key: 'what-the-paper-says', misconceptions: ['paper-cures-vanishing', 'paper-proves-cause'] },
  ],
};
