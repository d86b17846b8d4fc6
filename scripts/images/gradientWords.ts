/** What the drawing of gradients over training says. */
import type { Language } from '../../src/i18n/language.ts';
import type { Experiment } from '../../src/model/experiment.ts';

interface Facts {
  readonly data: string;
  readonly examples: string;
  readonly experiment: Experiment;
  readonly activation: string;
  readonly weights: string;
  readonly optimizer: string;
  readonly engine: string;
  readonly day: string;
  /** Whether some curve ends in zeros behind ReLUs. */
  readonly silent: boolean;
}
interface Ratio {
  readonly name: string;
  readonly first: string;
  readonly last: string;
}
interface GradientWords {
  readonly title: string;
  readonly arm: readonly string[];
  readonly step: string;
  readonly axis: string;
  readonly against: string;
  readonly at: (step: number, ratio: string) => string;
  readonly state: (number: number, place: 'first' | 'between' | 'last') => string;
  readonly silence: string;
  readonly caption: (facts: Facts) => string[];
  readonly description: (arms: readonly Ratio[], last: number) => string;
}

const unitsOf = ({ depth, layersPerUnit }: Experiment) => depth / layersPerUnit;

export const gradientWords: Readonly<Record<Language, GradientWords>> = {
  en: {
    title: 'The gradient at four states, from the first step to the last',
    arm: ['Plain network', 'Residual network'],
    step: 'training step',
    axis: 'Upwards: gradient norm |$∂E/∂x$|, in decades',
    against: 'Gradient at the first state, compared with the last:',
    at: (step, ratio) => `step ${step}: ${ratio}`,
    state: (number, place) =>
      ({
        first: `$x_{${number}}$, before the first unit`,
        between: `$x_{${number}}$`,
        last: `$x_{${number}}$, behind the last unit`,
      })[place],
    silence: 'exactly 0 from here on',
    caption: ({ data, examples, experiment, activation, weights, optimizer, engine, day, silent }) => {
      const { seeds, depth, layersPerUnit, width, steps, batch, rate } = experiment;
      return [
        `Lines: median over seeds ${seeds.join(', ')}, and after step 0 also over five steps. Thin lines: each seed at $x_{0}$.`,
        ...(silent
          ? [
              '▽: from here on the gradient of one seed is exactly 0. For no image of a batch do the ReLUs let anything through.',
            ]
          : []),
        `${data}, ${examples} images; ${steps} steps, batches of ${batch}, ${optimizer}, rate ${rate}.`,
        `${depth} layers in ${unitsOf(experiment)} units of ${layersPerUnit}, width ${width}, ${activation}, ${weights} weights, no normalisation.`,
        `Trained on ${day} with the ${engine}.`,
      ];
    },
    description: (arms, last) =>
      `Two line charts of gradient norm against training step, on a logarithmic scale. ${arms.map(({ name, first, last: end }) => `${name}: the gradient at the first state, compared with the last, is ${first} at step 0 and ${end} at step ${last}.`).join(' ')}`,
  },
  zh: {
    title: '四个状态处的梯度，从第一步到最后一步',
    arm: ['普通网络', '残差网络'],
    step: '训练步数',
    axis: '纵轴：梯度范数 |$∂E/∂x$|，每格一个数量级',
    against: '第一个状态的梯度，与最后一个相比：',
    at: (step, ratio) => `第 ${step} 步：${ratio}`,
    state: (number, place) =>
      ({
        first: `$x_{${number}}$，第一个单元之前`,
        between: `$x_{${number}}$`,
        last: `$x_{${number}}$，最后一个单元之后`,
      })[place],
    silence: '从这里起恰好为 0',
    caption: ({ data, examples, experiment, activation, weights, optimizer, engine, day, silent }) => {
      const { seeds, depth, layersPerUnit, width, steps, batch, rate } = experiment;
      return [
        `粗线：种子 ${seeds.join('、')} 的中位数，第 0 步之后再取相邻五步的中位数。细线：$x_{0}$ 处的各个种子。`,
        ...(silent ? ['▽：从这里起，有一个种子的梯度恰好为 0。批中任何一张图，ReLU 都不放行。'] : []),
        `${data}，${examples} 张图；${steps} 步，每批 ${batch} 张，${optimizer}，学习率 ${rate}。`,
        `${depth} 层，每 ${layersPerUnit} 层一个单元，共 ${unitsOf(experiment)} 个；宽度 ${width}，${activation}，${weights} 初始化，不做归一化。`,
        `${day}训练，${engine}。`,
      ];
    },
    description: (arms, last) =>
      `两幅折线图：梯度范数随训练步数的变化，纵轴是对数刻度。${arms.map(({ name, first, last: end }) => `${name}：第一个状态的梯度与最后一个相比，第 0 步${/^[\d约]/.test(first) ? '是 ' : '是'}${first}，第 ${last} 步${/^\d/.test(end) ? '是 ' : ''}${end}。`).join('')}`,
  },
};
