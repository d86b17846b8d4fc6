/** What came before: initialisation, normalisation, gates. */
import type { Source } from '../../components/prose/Sources.tsx';

export const glorot2010: Source = {
  id: 'glorot2010',
  short: { en: 'G10', zh: 'G10' },
  authors: 'Xavier Glorot, Yoshua Bengio',
  year: '2010',
  title: 'Understanding the difficulty of training deep feedforward neural networks',
  language: 'en',
  venue: 'AISTATS 2010, PMLR 9',
  url: 'https://proceedings.mlr.press/v9/glorot10a.html',
  gist: {
    en: 'For units that are nearly linear, it derives the variance of the initial weights that keeps activations and back-propagated gradients about the same size in every layer.',
    zh: '假定各单元近似线性，推导初始权重该取多大方差，才能让各层的激活和反向传播的梯度大小相近。',
  },
};

export const saxe2014: Source = {
  id: 'saxe2014',
  short: { en: 'S14', zh: 'S14' },
  authors: 'Andrew M. Saxe, James L. McClelland, Surya Ganguli',
  year: '2014',
  title: 'Exact solutions to the nonlinear dynamics of learning in deep linear neural networks',
  language: 'en',
  venue: 'ICLR 2014; arXiv:1312.6120',
  url: 'https://arxiv.org/abs/1312.6120',
  gist: {
    en: 'Deep linear networks already show plateaus and sudden drops; from random orthogonal weights the time to learn does not grow with depth, from scaled Gaussian ones it does.',
    zh: '深层线性网络的学习已有平台期和骤降；从随机正交权重出发，学习时间与深度无关，从按比例缩放的高斯权重出发则不然。',
  },
};

export const he2015b: Source = {
  id: 'he2015b',
  short: { en: 'H15b', zh: 'H15b' },
  authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
  year: '2015',
  title: 'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
  language: 'en',
  venue: 'ICCV 2015; arXiv:1502.01852',
  url: 'https://arxiv.org/abs/1502.01852',
  gist: {
    en: 'Layers with ReLU want initial weights of variance 2 divided by the fan-in; with them a network of 30 layers starts to learn where Glorot’s initialisation stalls.',
    zh: '使用 ReLU 的层，初始权重的方差应取 2 除以输入个数；这样 30 层的网络就能开始学习，而 Glorot 初始化下它停滞不前。',
  },
};

export const ioffe2015: Source = {
  id: 'ioffe2015',
  short: { en: 'I15', zh: 'I15' },
  authors: 'Sergey Ioffe, Christian Szegedy',
  year: '2015',
  title: 'Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift',
  language: 'en',
  venue: 'ICML 2015, PMLR 37:448–456; arXiv:1502.03167',
  url: 'https://arxiv.org/abs/1502.03167',
  gist: {
    en: 'Normalising each unit over the mini-batch allows larger learning rates and a less careful initialisation.',
    zh: '按小批量把每个单元归一化，学习率可以更大，初始化也不必那么讲究。',
  },
};

export const srivastava2015: Source = {
  id: 'srivastava2015',
  short: { en: 'S15', zh: 'S15' },
  authors: 'Rupesh Kumar Srivastava, Klaus Greff, Jürgen Schmidhuber',
  year: '2015',
  title: 'Training Very Deep Networks',
  language: 'en',
  venue: 'NIPS 2015, pp. 2377–2385; arXiv:1507.06228',
  url: 'https://arxiv.org/abs/1507.06228',
  gist: {
    en: 'Learned gates mix what a layer computes with its unchanged input, and networks of hundreds of layers train by plain gradient descent.',
    zh: '用可学习的门，在层的输出与原样的输入之间加权；几百层的网络就能用普通的梯度下降训练。',
  },
};

export const ba2016: Source = {
  id: 'ba2016',
  short: { en: 'B16', zh: 'B16' },
  authors: 'Jimmy Lei Ba, Jamie Ryan Kiros, Geoffrey E. Hinton',
  year: '2016',
  title: 'Layer Normalization',
  language: 'en',
  venue: 'arXiv:1607.06450',
  url: 'https://arxiv.org/abs/1607.06450',
  gist: {
    en: 'Normalises over the units of one layer within a single example, so that the size of the mini-batch plays no part and training computes what the test computes.',
    zh: '在一个样本之内、对同一层的各单元做归一化：与小批量的大小无关，训练和测试的算法也相同。',
  },
};

export const santurkar2018: Source = {
  id: 'santurkar2018',
  short: { en: 'S18', zh: 'S18' },
  authors: 'Shibani Santurkar, Dimitris Tsipras, Andrew Ilyas, Aleksander Madry',
  year: '2018',
  title: 'How Does Batch Normalization Help Optimization?',
  language: 'en',
  venue: 'NeurIPS 2018; arXiv:1805.11604',
  url: 'https://arxiv.org/abs/1805.11604',
  gist: {
    en: 'Batch normalisation owes little to steadier input distributions; it makes the loss landscape smoother and gradients more predictive.',
    zh: '批归一化的好处与输入分布是否稳定关系不大，主要是让损失曲面更平滑，梯度更可靠。',
  },
};
