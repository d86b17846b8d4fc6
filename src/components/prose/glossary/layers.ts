import type { GlossaryGroup } from './term.ts';

export const layers: GlossaryGroup = {
  id: 'layers',
  title: { en: 'Inside a layer', zh: '一层里有什么' },
  terms: [
    {
      id: 'weight',
      name: { en: 'weight', zh: '权重' },
      also: { en: 'kernel, for the whole matrix', zh: '整个矩阵称权重矩阵' },
      says: { en: 'A factor that training adjusts.', zh: '训练要调的乘数。' },
    },
    {
      id: 'bias',
      name: { en: 'bias', zh: '偏置' },
      says: { en: 'An addend that training adjusts.', zh: '训练要调的加数。' },
    },
    {
      id: 'activation-function',
      name: { en: 'activation function', zh: '激活函数' },
      says: {
        en: 'The bent curve through which every number passes by itself, such as ReLU, tanh or the sigmoid.',
        zh: '每个数各自经过的弯折，如 ReLU、tanh 和 sigmoid。',
      },
    },
    {
      id: 'saturation',
      name: { en: 'saturation', zh: '饱和' },
      says: {
        en: 'The input lies where the activation function is flat, so that its derivative is near 0.',
        zh: '输入落在激活函数变平的地方，导数接近 0。',
      },
    },
    {
      id: 'batch-normalisation',
      name: { en: 'batch normalisation (BN)', zh: '批归一化（BN）' },
      also: { en: 'batch norm', zh: '批量规范化、批标准化' },
      says: {
        en: 'For each unit: subtract its mean over the mini-batch, divide by its spread, then scale and shift.',
        zh: '对每个单元，减去它在小批量上的均值，除以标准差，再缩放和平移。',
      },
    },
    {
      id: 'layer-normalisation',
      name: { en: 'layer normalisation (LN)', zh: '层归一化（LN）' },
      also: { en: 'layer norm', zh: '层规范化' },
      says: {
        en: 'The same over the units of one layer within a single example, so that other examples play no part.',
        zh: '同样的做法，但只在一个样本之内、同一层的各单元之间，与别的样本无关。',
      },
    },
    {
      id: 'initialisation',
      name: { en: 'initialisation', zh: '初始化' },
      says: {
        en: 'The choice of the weights before the first step, usually random numbers of a chosen size.',
        zh: '第一步之前怎样取权重，通常是大小选定的随机数。',
      },
    },
    {
      id: 'orthogonal-initialisation',
      name: { en: 'orthogonal initialisation', zh: '正交初始化' },
      says: {
        en: 'Random initial weights that turn vectors without changing their length.',
        zh: '一种随机初值：只转动向量，不改变它的长度。',
      },
    },
    {
      id: 'precision',
      name: { en: 'precision', zh: '精度' },
      says: {
        en: 'How many digits a stored number keeps; a 32-bit number keeps about seven.',
        zh: '一个数存下几位；32 位浮点数大约存 7 位。',
      },
    },
  ],
};
