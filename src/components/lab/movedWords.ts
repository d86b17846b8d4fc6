/** What the drawings of networks that are moved a little say: axes, places, captions. */
import type { Language } from '../../i18n/language.ts';
import { fixed } from '../../i18n/numbers.ts';

const say = (language: Language, en: string, zh: string) => (language === 'zh' ? zh : en);

export const moved = {
  landscape: (language: Language) => ({
    kind: say(language, 'Line chart, loss against a step along a random direction.', '折线图：损失，沿随机方向移动。'),
    x: say(language, 'step, % of each neuron’s weights', '移动多远，占各神经元权重长度的 %'),
    y: say(language, 'loss', '损失'),
    place: (percent: number) =>
      percent === 0 ? say(language, 'the network itself', '网络本身') : `${fixed(percent, 0, language)}%`,
  }),
  landscapeNote: {
    en: (lines: number, valleys: string) =>
      `${lines} random directions for each seed, the median of them drawn; each neuron’s share of a direction is as long as its own weights (filter normalisation). Valleys along one line, on average: ${valleys}.`,
    zh: (lines: number, valleys: string) =>
      `每个种子取 ${lines} 个随机方向，画出中位数；方向里每个神经元的那一份，与它自己的权重一样长（滤波器归一化）。每条线上平均有几处谷底：${valleys}。`,
  },
  uncounted: { en: 'none that could be counted', zh: '无法数' },
  sensitivityView: { en: 'What is done', zh: '怎么动' },
  sensitivityViews: {
    rounded: { en: 'round all weights', zh: '舍入全部权重' },
    byLayer: { en: 'disturb one layer', zh: '扰动一层' },
  },
  sensitivity: (language: Language, view: 'rounded' | 'byLayer', last: number) => ({
    kind:
      view === 'rounded'
        ? say(language, 'Line chart, change of the answers against bits.', '折线图：答案的变化，逐位数。')
        : say(language, 'Line chart, change of the answers against layers.', '折线图：答案的变化，逐层。'),
    x:
      view === 'rounded'
        ? say(language, 'significant bits of each weight', '每个权重的有效二进制位数')
        : say(language, 'layer disturbed (0: stem; the last one: head)', '受扰动的层（0 为输入层，最后为输出层）'),
    y: say(language, 'change of the answers / the answers', '答案的变化／答案'),
    place: (at: number) => {
      if (view === 'rounded') return say(language, `${at} ${at === 1 ? 'bit' : 'bits'}`, `${at} 位`);
      if (at === 0) return say(language, 'stem', '输入层');
      return at === last ? say(language, 'head', '输出层') : say(language, `layer ${at}`, `第 ${at} 层`);
    },
  }),
  sensitivityNote: {
    en: (share: string) => `Each weight of the one layer is multiplied by 1 plus noise of ${share}.`,
    zh: (share: string) => `这一层的每个权重各乘 1 加一个噪声，噪声的标准差为 ${share}。`,
  },
  shattering: (language: Language) => ({
    kind: say(
      language,
      'Line chart, correlation of slopes against their distance.',
      '折线图：斜率之间的相关系数，逐距离。',
    ),
    x: say(language, 'how far apart, % of the line', '相距多远，占全线的 %'),
    y: say(language, 'correlation of slopes', '斜率的相关系数'),
    one: say(language, '1: the same', '1：相同'),
    place: (lag: number) => say(language, `${lag}% apart`, `相距 ${lag}%`),
  }),
  shatteringNote: {
    en: 'Slopes of the first output along the straight line between two training examples of each seed.',
    zh: '第一个输出沿直线的斜率；直线连接两个训练样本，每个种子一条。',
  },
  noSlopes: {
    en: 'Batch normalisation makes each answer depend on the other examples, so a network with it has no slope of its own; take layer normalisation or none.',
    zh: '批归一化让每个答案都取决于同批的其他样本，网络因此没有自己的斜率；改用层归一化，或不用归一化。',
  },
  euler: (language: Language) => ({
    kind: say(
      language,
      'Line chart, distance from the exact solution against halvings of the step.',
      '折线图：与精确解的距离，逐次减半步长。',
    ),
    x: say(language, 'halvings of the step', '步长减半几次'),
    y: say(language, 'distance from the exact solution', '与精确解的距离'),
    place: (halvings: number) =>
      say(language, `${2 ** halvings} ${halvings === 0 ? 'unit' : 'units'}`, `${2 ** halvings} 个单元`),
  }),
  eulerNote: {
    en: 'The first unit N times over, its branch times 1/N, with the shortcut at 1 in every network: Euler’s method with N steps. The exact solution is N without end.',
    zh: '把第一个单元重复 N 遍，支路乘 1/N，每个网络的捷径系数都取 1：这就是 N 步的欧拉法；N 无限增大时得精确解。',
  },
  noSteps: {
    en: 'With the activation after the addition a unit is no step of Euler’s method; take the order “pre”.',
    zh: '激活放在相加之后时，一个单元就不是欧拉法的一步；顺序改用“预激活”。',
  },
};
