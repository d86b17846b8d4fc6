/** What the drawings of the inquiries say: axes, places, captions. */
import type { Language } from '../../i18n/language.ts';

const say = (language: Language, en: string, zh: string) => (language === 'zh' ? zh : en);
const state = (language: Language) => (l: number) =>
  l === 0 ? say(language, 'state x₀', '状态 x₀') : say(language, `after unit ${l}`, `单元 ${l} 之后`);
const unit = (language: Language) => (l: number) => say(language, `unit ${l}`, `单元 ${l}`);
const layer = (language: Language) => (l: number) =>
  l === 0 ? say(language, 'stem', '输入层') : say(language, `layer ${l}`, `第 ${l} 层`);
const none = (language: Language) => say(language, 'no number', '没有数');
const after = (language: Language) => say(language, 'after how many units', '走过几个单元');

export const drawn = {
  gradient: (language: Language) => ({
    kind: say(language, 'Line chart, gradient of the states against units.', '折线图：状态的梯度，逐单元。'),
    x: after(language),
    y: '‖∂E/∂x‖',
    place: state(language),
  }),
  similarity: (language: Language) => ({
    kind: say(
      language,
      'Line chart, mean cosine between different examples against units.',
      '折线图：不同样本之间余弦的平均值，逐单元。',
    ),
    x: after(language),
    y: say(language, 'mean cosine between examples', '样本之间余弦的平均值'),
    one: say(language, '1: all alike', '1：全都一样'),
    place: state(language),
  }),
  agreement: (language: Language) => ({
    kind: say(language, 'Bar chart, cosine of two batch gradients against seeds.', '柱状图：两批梯度的余弦，逐种子。'),
    x: say(language, 'seed', '种子'),
    y: say(language, 'cosine of two batch gradients', '两批梯度的余弦'),
    place: (seed: number) => say(language, `seed ${seed}`, `种子 ${seed}`),
    none: none(language),
  }),
  branchView: { en: 'Shown', zh: '看什么' },
  branchViews: {
    shares: { en: 'what is added, ‖αF‖/‖x‖', zh: '加上的量 ‖αF‖/‖x‖' },
    ratios: { en: 'the branch itself, ‖F‖/‖x‖', zh: '支路本身 ‖F‖/‖x‖' },
    weightNorms: { en: 'its weights, ‖W‖', zh: '权重 ‖W‖' },
  },
  branches: (language: Language, view: 'shares' | 'ratios' | 'weightNorms') =>
    view === 'weightNorms'
      ? {
          kind: say(language, 'Line chart, size of the kernels against layers.', '折线图：权重矩阵的大小，逐层。'),
          x: say(language, 'layer (0: stem; the last one: head)', '层（0 为输入层，最后为输出层）'),
          y: '‖W‖',
          place: layer(language),
        }
      : {
          kind: say(language, 'Line chart, size of the branches against units.', '折线图：支路的大小，逐单元。'),
          x: say(language, 'unit', '单元'),
          y: view === 'shares' ? '‖αF‖/‖x‖' : '‖F‖/‖x‖',
          place: unit(language),
        },
  cancellation: {
    en: (arms: readonly { label: string; value: string }[]) =>
      `The length of all branches’ sum beside the sum of their lengths, 1 where all pull one way: ${arms.map(({ label, value }) => `${label} ${value}`).join('; ')}.`,
    zh: (arms: readonly { label: string; value: string }[]) =>
      `各支路之和的长度，与长度之和相比，方向全都一致时为 1：${arms.map(({ label, value }) => `${label} ${value}`).join('；')}。`,
  },
  shrink: (language: Language) => ({
    kind: say(language, 'Bar chart, power of s against layers.', '柱状图：s 的指数，逐层。'),
    x: say(language, 'trunk layer', '主干层'),
    y: say(language, 'p in ‖∂E/∂W‖ ~ sᵖ', '‖∂E/∂W‖ ~ sᵖ 中的 p'),
    place: layer(language),
    none: none(language),
  }),
  shrinkNote: {
    en: (factors: string) => `Fitted over s = ${factors}; median over the seeds.`,
    zh: (factors: string) => `取 s = ${factors} 拟合；各种子的中位数。`,
  },
  lesionView: { en: 'What is done', zh: '怎么动' },
  lesionViews: {
    deleted: { en: 'take one unit out', zh: '拿掉一个单元' },
    swapped: { en: 'swap neighbours', zh: '相邻两个对调' },
  },
  lesion: (language: Language, view: 'deleted' | 'swapped') => ({
    kind:
      view === 'deleted'
        ? say(language, 'Bar chart, accuracy without one unit.', '柱状图：拿掉一个单元后的准确率。')
        : say(language, 'Bar chart, accuracy with neighbours swapped.', '柱状图：对调相邻单元后的准确率。'),
    x:
      view === 'deleted'
        ? say(language, 'unit taken out (0: none)', '拿掉的单元（0 表示不拿）')
        : say(language, 'unit swapped with the next (0: none)', '与下一个对调的单元（0 表示不动）'),
    y: say(language, 'test accuracy', '测试准确率'),
    place: (l: number) =>
      l === 0
        ? say(language, 'untouched', '原样')
        : view === 'deleted'
          ? say(language, `without unit ${l}`, `拿掉单元 ${l}`)
          : say(language, `units ${l} and ${l + 1} swapped`, `单元 ${l} 与 ${l + 1} 对调`),
    none: none(language),
  }),
  lesionNote: {
    en: 'Click a bar, or move along the bars by the arrow keys: each is the accuracy after that one change, median over the seeds.',
    zh: '点一根柱子，或用方向键逐个看：每根是只做这一处改动后的准确率，各种子的中位数。',
  },
  noClasses: {
    en: 'These data have no classes, so there is no accuracy to lose; take any other data set, or look at the answers half-way.',
    zh: '这组数据没有类别，也就没有准确率可掉；换一组数据，或看“中途作答”。',
  },
  readOut: (language: Language) => ({
    kind: say(language, 'Line chart, accuracy of an answer after each unit.', '折线图：每个单元之后作答的准确率。'),
    x: after(language),
    y: say(language, 'test accuracy', '测试准确率'),
    one: say(language, 'all right', '全对'),
    place: state(language),
  }),
  readOutLoss: (language: Language) => ({
    kind: say(language, 'Line chart, loss of an answer after each unit.', '折线图：每个单元之后作答的损失。'),
    x: after(language),
    y: say(language, 'test loss', '测试损失'),
    place: state(language),
  }),
};
