/** Does the product become a sum? The chain rule through units with shortcuts, multiplied out. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

const base: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 16,
  layersPerUnit: 1,
  order: 'pre',
  activation: 'relu',
  initializer: 'he',
  normalization: 'none',
  finalNorm: false,
  batch: 64,
  arms: defaultArms,
  seeds: [1, 2, 3],
};

/** Units of one layer, as initialised: matrices in place of the numbers of the chain. Beyond 40 the loss is no number. */
export const matrices: Preset = {
  id: 'matrices',
  title: { en: '30 one-layer units, He, no normalisation', zh: '30 个一层的单元，He 初始化，不加归一化' },
  experiment: { ...base, depth: 30, optimizer: 'sgd', rate: 0.000001, steps: 20 },
};

/** The same with small weights: every unit starts near the identity. */
const small: Preset = {
  id: 'small',
  title: { en: 'The same, weights of standard deviation 0.05', zh: '同上，权重的标准差取 0.05' },
  experiment: { ...matrices.experiment, initializer: 'normal', spread: 0.05 },
};

/** Ten layers whose weights are then made smaller and smaller. */
export const shrinking: Experiment = { ...base, layersPerUnit: 2, depth: 10, seeds: [1, 2, 3, 4, 5] };

export const shrinkQuestion = (experiment: Experiment) => ({ kind: 'shrink', experiment, trained: false }) as const;

export const productOrSum: Lesson = {
  ...outline,
  experiments: {
    'product-or-sum-try': {
      presets: [matrices, small],
      controls: ['gain', 'depth', 'activation'],
      more: ['initializer', 'spread', 'layersPerUnit', 'shortcutScale', 'normalization', 'width', 'dataset'],
      quantities: ['stateGradNorm', 'stateNorm'],
      view: 'layers',
    },
  },
  recorded: { 'shrink-lab': { question: shrinkQuestion(shrinking) } },
  predictions: {
    fifty: {
      as: 'amount',
      options: [
        {
          key: 'one',
          label: { en: 'about 1: the shortcut passes it on unchanged', zh: '约 1：捷径把它原样传过去' },
          from: Number.NEGATIVE_INFINITY,
          to: 2.5,
        },
        {
          key: 'sum',
          label: { en: 'about 6: 1 plus fifty times 0.1', zh: '约 6：1 加上五十个 0.1' },
          from: 2.5,
          to: 25,
        },
        {
          key: 'hundred',
          label: { en: 'about 100: fifty gains of a tenth', zh: '约 100：五十次，每次多一成' },
          from: 25,
          to: 1000,
        },
        {
          key: 'more',
          label: { en: '10,000 or more: it grows without bound', zh: '1 万或者更大：增长没有止境' },
          from: 1000,
          to: Number.POSITIVE_INFINITY,
        },
      ],
    },
    middle: {
      as: 'amount',
      options: [
        {
          key: 'explodes',
          label: { en: 'about 250: the gains outweigh the losses', zh: '约 250：增的压过减的' },
          from: 20,
          to: Number.POSITIVE_INFINITY,
        },
        {
          key: 'one',
          label: { en: 'about 1: the constant 1 is always there', zh: '约 1：常数 1 一直都在' },
          from: 0.05,
          to: 20,
        },
        {
          key: 'thousandths',
          label: { en: 'a few ten-thousandths: the losses outweigh the gains', zh: '万分之几：减的压过增的' },
          from: 1e-8,
          to: 0.05,
        },
        {
          key: 'nothing',
          label: {
            en: 'about 10⁻²⁹, as small as in the plain chain',
            zh: '约 10⁻²⁹，和普通链一样小',
          },
          from: 0,
          to: 1e-8,
        },
      ],
    },
  },
  quiz: [
    {
      key: 'what-the-one-is',
      misconceptions: ['one-is-a-scalar', 'one-is-the-loss-gradient'],
    },
    { key: 'cannot-vanish', misconceptions: ['constant-term-prevents-vanishing', 'minus-one-everywhere'] },
    { key: 'cannot-explode', misconceptions: ['shortcut-adds-no-growth', 'sum-cannot-explode'] },
    { key: 'tiny-weights', misconceptions: ['tiny-weights-all-gradients-fine', 'tiny-weights-nothing-arrives'] },
  ],
};
