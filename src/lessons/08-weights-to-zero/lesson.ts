/** Weights to zero: small branches, branches that cancel and small weights are three things, and two identities are meant. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

/** Ten units of two layers learn to give back eight numbers that are not negative. */
export const identityTask: Experiment = {
  ...defaultExperiment,
  dataset: 'identity',
  width: 8,
  depth: 20,
  layersPerUnit: 2,
  order: 'pre',
  activation: 'relu',
  normalization: 'none',
  finalNorm: false,
  initializer: 'he',
  branchScale: 'sqrt',
  optimizer: 'momentum',
  rate: 0.03,
  decay: 0,
  steps: 1000,
  batch: 64,
  arms: defaultArms,
  seeds: [1, 2, 3],
};

/** What is asked once it is trained. Only the residual network has branches to add up. */
export const branchQuestion = (experiment: Experiment) =>
  ({
    kind: 'branches',
    experiment: { ...experiment, arms: experiment.arms.filter(({ name }) => name === 'residual') },
    trained: true,
  }) as const;

const preset = (id: string, en: string, zh: string, part: Partial<Experiment>): Preset => ({
  id,
  title: { en, zh },
  experiment: { ...identityTask, ...part },
});

const zeroStart = preset('zero-start', 'last layer of each unit starts at\u00a00', '每个单元的末层从 0 开始', {
  branchScale: 'zero',
});
const adamw = preset('adamw', 'AdamW, rate 0.003, decay 1', 'AdamW，学习率 0.003，衰减 1', {
  optimizer: 'adamw',
  rate: 0.003,
  decay: 1,
});

export const weightsToZero: Lesson = {
  ...outline,
  experiments: {
    'identity-try': {
      presets: [preset('no-decay', 'no decay', '不加衰减', {}), zeroStart, adamw],
      controls: ['depth', 'decay', 'branchScale', 'optimizer'],
      more: ['rate', 'width', 'steps', 'initializer', 'gain'],
      quantities: ['weightNorm', 'branchNorm', 'stateNorm', 'stateGradNorm', 'kernelGradNorm'],
    },
  },
  recorded: {
    'identity-lab': { run: identityTask },
    'identity-lab-branches': { question: branchQuestion(identityTask) },
  },
  predictions: {
    'branch-share': {
      as: 'percent',
      options: [
        {
          key: 'nothing',
          label: {
            en: 'below 1%: the branches have been driven to 0',
            zh: '不到 1%：支路已经被推到 0',
          },
          from: 0,
          to: 0.01,
        },
        {
          key: 'traces',
          label: { en: '1% to 4%: traces of them are left', zh: '1% 到 4%：只剩一点痕迹' },
          from: 0.01,
          to: 0.04,
        },
        {
          key: 'tenth',
          label: { en: '4% to 40%: about a tenth of x', zh: '4% 到 40%：大约是 x 的十分之一' },
          from: 0.04,
          to: 0.4,
        },
        {
          key: 'as-large',
          label: { en: '40% and more: about as large as\u00a0x', zh: '40% 以上：与 x 差不多大' },
          from: 0.4,
          to: Number.POSITIVE_INFINITY,
        },
      ],
    },
  },
  quiz: [
    { key: 'what-shrinks-weights', misconceptions: ['fit-drives-weights', 'shortcut-starves-weights'] },
    { key: 'small-weights-batch-norm', misconceptions: ['small-weights-small-branch', 'norm-undoes-shortcut'] },
    { key: 'all-branches-zero', misconceptions: ['all-zero-is-the-goal', 'zero-branch-saves-depth'] },
    { key: 'two-identities', misconceptions: ['shortcut-is-trained', 'one-identity'] },
  ],
};
