/** Questions that are ready to be run. Each is an experiment and what to look at; none gives its answer away. */
import { type Arm, defaultArms, defaultExperiment, type Experiment } from '../../model/experiment.ts';
import type { Bilingual } from '../prose/LessonState.tsx';

interface LabQuestion {
  readonly id: string;
  readonly title: Bilingual;
  /** What to look at while it runs. */
  readonly look: Bilingual;
  readonly experiment: Experiment;
}
interface QuestionGroup {
  readonly id: string;
  readonly title: Bilingual;
  readonly questions: readonly LabQuestion[];
}

const spiral: Experiment = { ...defaultExperiment, dataset: 'spiral', width: 16, initializer: 'he', batch: 64 };
const arm = (name: string, overrides: Arm['overrides']): Arm => ({ name, overrides });
const plain = (overrides: Arm['overrides']): Arm => arm('plain', { shortcutScale: 0, ...overrides });
const loss: Bilingual = { en: 'the loss after the last step', zh: '最后一步之后的损失' };
const layers: Bilingual = {
  en: 'how the gradient changes from unit to unit in the chart by layer, at step 0',
  zh: '逐层图里，第 0 步的梯度逐单元怎样变化',
};

export const questionGroups: readonly QuestionGroup[] = [
  {
    id: 'plain',
    title: { en: 'What saves a plain network?', zh: '怎样救一个普通网络？' },
    questions: [
      {
        id: 'batch-norm',
        title: { en: 'Does batch normalisation save a plain network?', zh: '批归一化能救普通网络吗？' },
        look: loss,
        experiment: {
          ...spiral,
          depth: 30,
          steps: 400,
          arms: [
            plain({ normalization: 'none' }),
            arm('plain + batch norm', { shortcutScale: 0, normalization: 'batch' }),
            arm('residual', { shortcutScale: 1, normalization: 'batch' }),
          ],
        },
      },
      {
        id: 'adam',
        title: { en: 'Does Adam save a plain network?', zh: '换成 Adam 能救普通网络吗？' },
        look: loss,
        experiment: {
          ...spiral,
          depth: 40,
          arms: [
            plain({}),
            arm('plain + Adam', { shortcutScale: 0, optimizer: 'adam', rate: 0.003 }),
            arm('residual', { shortcutScale: 1, branchScale: 'units' }),
          ],
        },
      },
      {
        id: 'width',
        title: { en: 'Does more width save a plain network?', zh: '加宽能救普通网络吗？' },
        look: layers,
        experiment: {
          ...spiral,
          depth: 20,
          arms: [8, 24, 64].map((width) => arm(`width ${width}`, { shortcutScale: 0, width })),
        },
      },
      {
        id: 'activation',
        title: { en: 'Which activation does depth spare?', zh: '哪种激活函数最不怕深？' },
        look: layers,
        experiment: {
          ...spiral,
          depth: 20,
          initializer: 'orthogonal',
          arms: (['relu', 'tanh', 'sigmoid'] as const).map((activation) =>
            arm(activation, { shortcutScale: 0, activation }),
          ),
        },
      },
    ],
  },
  {
    id: 'shortcut',
    title: { en: 'What makes a shortcut work?', zh: '捷径靠什么起作用？' },
    questions: [
      {
        id: 'scale',
        title: { en: 'Must the shortcut scale be exactly 1?', zh: '捷径系数非得是 1 吗？' },
        look: layers,
        experiment: {
          ...spiral,
          depth: 40,
          order: 'pre',
          branchScale: 'units',
          arms: [0.5, 0.9, 1, 1.1].map((scale) => arm(`λ = ${scale}`, { shortcutScale: scale })),
        },
      },
      {
        id: 'zero-start',
        title: {
          en: 'Can branches that start at zero replace normalisation?',
          zh: '支路从零开始，能代替归一化吗？',
        },
        look: loss,
        experiment: {
          ...spiral,
          depth: 40,
          shortcutScale: 1,
          arms: [
            arm('residual', {}),
            arm('batch norm', { normalization: 'batch' }),
            arm('last layer 0', { branchScale: 'zero' }),
            arm('learned α', { branchScale: 'learned' }),
          ],
        },
      },
      {
        id: 'order',
        title: { en: 'Activation before the weights or after the sum?', zh: '激活放在权重之前，还是相加之后？' },
        look: layers,
        experiment: {
          ...spiral,
          depth: 50,
          shortcutScale: 1,
          normalization: 'batch',
          arms: [arm('pre', { order: 'pre' }), arm('post', { order: 'post' })],
        },
      },
      {
        id: 'depth',
        title: { en: 'Does depth help a residual network here?', zh: '在这里，残差网络越深越好吗？' },
        look: loss,
        experiment: {
          ...spiral,
          shortcutScale: 1,
          normalization: 'batch',
          arms: [2, 10, 30, 80].map((depth) => arm(`depth ${depth}`, { depth })),
        },
      },
    ],
  },
  {
    id: 'surprises',
    title: {
      en: 'Surprises: plain networks that train, residual ones that explode',
      zh: '意外：普通网络训得好，残差网络炸掉',
    },
    questions: [
      {
        id: 'plain-trains',
        title: { en: 'Fifty plain layers, orthogonal weights and tanh', zh: '50 层普通网络，正交初始化加 tanh' },
        look: loss,
        experiment: {
          ...spiral,
          depth: 50,
          activation: 'tanh',
          initializer: 'orthogonal',
          optimizer: 'adam',
          rate: 0.001,
          steps: 400,
          arms: defaultArms,
        },
      },
      {
        id: 'residual-explodes',
        title: {
          en: 'Sixty residual layers, He weights, no normalisation',
          zh: '60 层残差网络，He 初始化，不加归一化',
        },
        look: { en: 'the size of the states x by layer', zh: '逐层图里，状态 x 的大小' },
        experiment: { ...spiral, depth: 60, layersPerUnit: 1, arms: defaultArms },
      },
      {
        id: 'linear',
        title: { en: 'No activation at all: thirty linear layers', zh: '完全没有激活函数：30 个线性层' },
        look: { en: 'the decision regions', zh: '决策区域' },
        experiment: { ...spiral, depth: 30, activation: 'linear', initializer: 'orthogonal', arms: defaultArms },
      },
    ],
  },
];
