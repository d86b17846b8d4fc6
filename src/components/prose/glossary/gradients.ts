import type { GlossaryGroup } from './term.ts';

export const gradients: GlossaryGroup = {
  id: 'gradients',
  title: { en: 'Depth and gradients', zh: '深度与梯度' },
  terms: [
    {
      id: 'degradation',
      name: { en: 'degradation', zh: '退化，退化问题' },
      says: {
        en: 'A network is made deeper, and its training error rises.',
        zh: '网络加深，训练误差反而升高。',
      },
    },
    {
      id: 'forward-propagation',
      name: { en: 'forward propagation', zh: '前向传播' },
      says: {
        en: 'Computing the output layer by layer, from the input on.',
        zh: '从输入开始，一层一层往前算出输出。',
      },
    },
    {
      id: 'backpropagation',
      name: { en: 'backpropagation', zh: '反向传播' },
      says: {
        en: 'Computing the gradient layer by layer, from the loss back.',
        zh: '从损失开始，一层一层往回算出梯度。',
      },
    },
    {
      id: 'chain-rule',
      name: { en: 'chain rule', zh: '链式法则' },
      says: {
        en: 'The derivative of a chain of functions is the product of the derivatives of its links.',
        zh: '复合函数的导数，等于各步导数之积。',
      },
    },
    {
      id: 'jacobian',
      name: { en: 'Jacobian', zh: '雅可比矩阵' },
      says: {
        en: 'The table of all partial derivatives: how every output answers to every input.',
        zh: '全部偏导数排成的表：每个输出对每个输入的反应。',
      },
    },
    {
      id: 'identity-matrix',
      name: { en: 'identity matrix', zh: '单位矩阵' },
      says: {
        en: 'The matrix that changes no vector: ones on the diagonal, zeros elsewhere.',
        zh: '乘谁都不变的矩阵：对角线上是 1，其余是 0。',
      },
    },
    {
      id: 'norm',
      name: { en: 'norm', zh: '范数' },
      says: {
        en: 'The length of a vector: of (3, 4) it is 5.',
        zh: '向量的长度：(3, 4) 的范数是 5。',
      },
    },
    {
      id: 'gradient-norm',
      name: { en: 'gradient norm', zh: '梯度范数' },
      says: {
        en: 'The length of the gradient: how strongly the loss answers to a small change.',
        zh: '梯度的长度：稍作改变，损失的反应有多强。',
      },
    },
    {
      id: 'vanishing-gradient',
      name: { en: 'vanishing gradient', zh: '梯度消失' },
      says: {
        en: 'On its way back the gradient shrinks by a factor at each layer, until the first layers hear almost nothing.',
        zh: '梯度往回传时逐层缩小，到最前面几层几乎不剩。',
      },
    },
    {
      id: 'exploding-gradient',
      name: { en: 'exploding gradient', zh: '梯度爆炸' },
      says: {
        en: 'On its way back the gradient grows by a factor at each layer, until a step throws the weights far off.',
        zh: '梯度往回传时逐层放大，大到一步就把权重抛得很远。',
      },
    },
    {
      id: 'shattered-gradients',
      name: { en: 'shattered gradients', zh: '梯度破碎' },
      says: {
        en: 'The gradients of two inputs that are nearly the same have lost all likeness, as noise would.',
        zh: '输入稍有不同，梯度就面目全非，像噪声一样。',
      },
    },
    {
      id: 'underflow',
      name: { en: 'underflow', zh: '下溢' },
      says: {
        en: 'A number is too small for the format it is stored in and becomes 0.',
        zh: '一个数小到存不下，记成了 0。',
      },
    },
    {
      id: 'overflow',
      name: { en: 'overflow', zh: '上溢' },
      says: {
        en: 'A number is too large for the format it is stored in and becomes infinite.',
        zh: '一个数大到存不下，记成了无穷。',
      },
    },
    {
      id: 'condition-number',
      name: { en: 'condition number', zh: '条件数' },
      says: {
        en: 'The factor by which a small relative error at the input is magnified at the output.',
        zh: '输入的相对误差，到输出处被放大几倍。',
      },
    },
    {
      id: 'preconditioning',
      name: { en: 'preconditioning', zh: '预条件' },
      says: {
        en: 'Writing the problem in coordinates in which descent is easier, with the same solutions.',
        zh: '换一套坐标来写同一个问题，解不变，下降的路更好走。',
      },
    },
  ],
};
