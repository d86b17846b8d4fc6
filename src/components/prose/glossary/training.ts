import type { GlossaryGroup } from './term.ts';

export const training: GlossaryGroup = {
  id: 'training',
  title: { en: 'Training', zh: '训练' },
  terms: [
    {
      id: 'loss',
      name: { en: 'loss', zh: '损失' },
      says: {
        en: 'The number that training makes small; here mostly the average surprise at the right class.',
        zh: '训练要减小的那个数；这里多半是正确类别带来的平均意外程度。',
      },
    },
    {
      id: 'training-error',
      name: { en: 'training error', zh: '训练误差' },
      says: {
        en: 'The share of the training examples that the network gets wrong.',
        zh: '训练样本里分错的比例。',
      },
    },
    {
      id: 'accuracy',
      name: { en: 'accuracy', zh: '准确率' },
      says: { en: 'The share of the examples that are sorted correctly.', zh: '样本里分对的比例。' },
    },
    {
      id: 'overfitting',
      name: { en: 'overfitting', zh: '过拟合' },
      says: {
        en: 'Good on the training examples, poor on new ones.',
        zh: '训练样本上好，新样本上差。',
      },
    },
    {
      id: 'underfitting',
      name: { en: 'underfitting', zh: '欠拟合' },
      says: { en: 'Poor already on the training examples.', zh: '在训练样本上就不好。' },
    },
    {
      id: 'step',
      name: { en: 'step', zh: '步' },
      says: { en: 'One update of all parameters.', zh: '把全部参数更新一次。' },
    },
    {
      id: 'epoch',
      name: { en: 'epoch', zh: '轮' },
      says: { en: 'One pass through all the training data.', zh: '把训练数据完整地过一遍。' },
    },
    {
      id: 'mini-batch',
      name: { en: 'mini-batch', zh: '小批量' },
      says: { en: 'The examples from which one step takes its gradient.', zh: '算一步的梯度所用的那几个样本。' },
    },
    {
      id: 'learning-rate',
      name: { en: 'learning rate', zh: '学习率' },
      says: {
        en: 'How far a step goes for each unit of gradient.',
        zh: '从梯度到步子的换算系数。',
      },
    },
    {
      id: 'sgd',
      name: { en: 'stochastic gradient descent (SGD)', zh: '随机梯度下降（SGD）' },
      says: {
        en: 'At each step every parameter moves against its own derivative, taken on one mini-batch, times the learning rate.',
        zh: '每一步取一个小批量，各个参数逆着自己的导数走，步子等于导数乘以学习率。',
      },
    },
    {
      id: 'adam',
      name: { en: 'Adam', zh: 'Adam 优化器' },
      says: {
        en: 'A method that divides the step of every parameter by the size that its own gradient has had lately.',
        zh: '一种优化方法：每个参数的步子，都除以它自己近来梯度的大小。',
      },
    },
    {
      id: 'momentum',
      name: { en: 'momentum', zh: '动量' },
      says: {
        en: 'Each step keeps part of the one before, so that steps in one direction add up.',
        zh: '每一步保留上一步的一部分，方向一致的步子就会累积起来。',
      },
    },
    {
      id: 'warm-up',
      name: { en: 'warm-up', zh: '预热' },
      says: { en: 'Beginning with a small learning rate and raising it.', zh: '开头用较小的学习率，再逐渐调高。' },
    },
    {
      id: 'weight-decay',
      name: { en: 'weight decay', zh: '权重衰减' },
      says: {
        en: 'At every step, each weight is pulled a little towards 0.',
        zh: '每一步都把各个权重往 0 拉一点。',
      },
    },
    {
      id: 'seed',
      name: { en: 'random seed, seed', zh: '随机种子，种子' },
      says: {
        en: 'The integer that fixes the initial weights and the order of the batches.',
        zh: '决定初始权重和批次次序的一个整数。',
      },
    },
    {
      id: 'divergence',
      name: { en: 'divergence', zh: '发散' },
      says: { en: 'In training, the loss grows without bound.', zh: '训练中损失无限增大。' },
    },
    {
      id: 'not-a-number',
      name: { en: 'not a number (NaN)', zh: '非数值（NaN）' },
      says: {
        en: 'What a computation leaves behind that has no result, such as infinity minus infinity.',
        zh: '算不出结果时留下的记号，例如无穷减无穷。',
      },
    },
    {
      id: 'loss-landscape',
      name: { en: 'loss landscape', zh: '损失曲面' },
      also: { en: 'loss surface', zh: '损失景观' },
      says: {
        en: 'The loss seen as a height over the space of the weights.',
        zh: '把损失看成高度，它随权重起伏的形状。',
      },
    },
    {
      id: 'saddle-point',
      name: { en: 'saddle point', zh: '鞍点' },
      says: {
        en: 'A place where the gradient is 0, which lies low in one direction and high in another.',
        zh: '梯度为 0 的地方，但往一边走升高，往另一边走降低。',
      },
    },
  ],
};
