/** A residual network without normalisation explodes: every unit doubles the variance. Six ways to deal with it. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';
import { remedySweep, unfixed, withRemedy } from './settings.ts';

const presets: readonly [Preset, ...Preset[]] = [
  {
    id: 'unfixed',
    title: {
      en: 'He, no normalisation, SGD with momentum 0.9, rate 0.01',
      zh: 'He 初始化，不加归一化，SGD 动量 0.9，学习率 0.01',
    },
    experiment: unfixed,
  },
  {
    id: 'scaled',
    title: { en: 'the same with α = 1/√units', zh: '同上，α = 1/√单元数' },
    experiment: withRemedy('scaled'),
  },
  {
    id: 'zero-last',
    title: { en: 'last layer from 0, rate 0.01', zh: '末层从 0 开始，学习率 0.01' },
    experiment: withRemedy('zeroLast'),
  },
  {
    id: 'zero-last-fast',
    title: { en: 'last layer from 0, rate 0.1', zh: '末层从 0 开始，学习率 0.1' },
    experiment: withRemedy('zeroLast', { rate: 0.1 }),
  },
];

export const explosion: Lesson = {
  ...outline,
  experiments: {
    'explosion-try': {
      presets,
      controls: ['depth', 'branchScale', 'normalization', 'rate'],
      more: ['gain', 'shortcutScale', 'width', 'optimizer', 'initializer', 'layersPerUnit', 'steps'],
      quantities: ['stateNorm', 'stateGradNorm', 'branchNorm'],
      view: 'layers',
    },
  },
  recorded: { remedies: { sweep: remedySweep(unfixed) } },
  predictions: {
    growth: {
      as: 'amount',
      options: [
        {
          key: 'kept',
          label: {
            en: 'about 1: the shortcut delivers x as it was',
            zh: '大约 1 倍：捷径把 x 原样送到',
          },
          from: 0,
          to: 3,
        },
        {
          key: 'root',
          label: {
            en: 'about 7: fifty branches add up like random steps, √50',
            zh: '大约 7 倍：五十条支路像随机步子那样累加，√50',
          },
          from: 3,
          to: 20,
        },
        {
          key: 'sum',
          label: {
            en: 'about 50: every branch adds one more length of x',
            zh: '大约 50 倍：每条支路添上一个 x 的长度',
          },
          from: 20,
          to: 500,
        },
        {
          key: 'product',
          label: {
            en: 'thousands or far more: every unit multiplies',
            zh: '几千倍，甚至多得多：每个单元都要乘一次',
          },
          from: 500,
          to: Number.POSITIVE_INFINITY,
        },
      ],
    },
  },
  quiz: [
    { key: 'variance-and-norm', misconceptions: ['variance-is-norm', 'growth-is-linear'] },
    { key: 'which-alpha', misconceptions: ['one-over-units', 'forward-only'] },
    { key: 'calm-start', misconceptions: ['start-decides-everything', 'zero-means-no-gradient'] },
    { key: 'what-the-shortcut-guarantees', misconceptions: ['sum-cannot-explode', 'plain-explodes-more'] },
  ],
};
