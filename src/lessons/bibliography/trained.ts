/** What a trained residual network is. */
import type { Source } from '../../components/prose/Sources.tsx';

export const veit2016: Source = {
  id: 'veit2016',
  short: { en: 'V16', zh: 'V16' },
  authors: 'Andreas Veit, Michael Wilber, Serge Belongie',
  year: '2016',
  title: 'Residual Networks Behave Like Ensembles of Relatively Shallow Networks',
  language: 'en',
  venue: 'NIPS 2016, pp. 550–558; arXiv:1605.06431',
  url: 'https://arxiv.org/abs/1605.06431',
  gist: {
    en: 'A residual network of n blocks can be written as 2ⁿ paths; deleting or swapping blocks harms it smoothly, and the gradient in training comes mostly from the short paths.',
    zh: 'n 个残差块可以展开成 2ⁿ 条路径；删去或调换块，结果只是平缓变差；训练时的梯度主要来自短路径。',
  },
};

export const huang2016: Source = {
  id: 'huang2016',
  short: { en: 'Hu16', zh: 'Hu16' },
  authors: 'Gao Huang, Yu Sun, Zhuang Liu, Daniel Sedra, Kilian Q. Weinberger',
  year: '2016',
  title: 'Deep Networks with Stochastic Depth',
  language: 'en',
  venue: 'ECCV 2016, pp. 646–661; arXiv:1603.09382',
  url: 'https://arxiv.org/abs/1603.09382',
  gist: {
    en: 'Blocks left out at random in training, all of them back for the test: this saves time and lowers the test error on CIFAR.',
    zh: '训练时随机撤下一些块，测试时用完整的网络：既省时间，又降低 CIFAR 上的测试误差。',
  },
};

export const greff2017: Source = {
  id: 'greff2017',
  short: { en: 'Gr17', zh: 'Gr17' },
  authors: 'Klaus Greff, Rupesh K. Srivastava, Jürgen Schmidhuber',
  year: '2017',
  title: 'Highway and Residual Networks learn Unrolled Iterative Estimation',
  language: 'en',
  venue: 'ICLR 2017; arXiv:1612.07771',
  url: 'https://arxiv.org/abs/1612.07771',
  gist: {
    en: 'The blocks of one stage refine one estimate of the same features, instead of each computing a new representation.',
    zh: '同一阶段的各块，是在反复修正对同一组特征的估计，而不是每块各算一个新的表示。',
  },
};

export const li2018: Source = {
  id: 'li2018',
  short: { en: 'L18', zh: 'L18' },
  authors: 'Hao Li, Zheng Xu, Gavin Taylor, Christoph Studer, Tom Goldstein',
  year: '2018',
  title: 'Visualizing the Loss Landscape of Neural Nets',
  language: 'en',
  venue: 'NeurIPS 2018; arXiv:1712.09913',
  url: 'https://arxiv.org/abs/1712.09913',
  gist: {
    en: 'Along directions normalised filter by filter, slices through the loss of deep networks look chaotic without shortcuts and smooth with them.',
    zh: '沿着按滤波器归一化的方向切开损失曲面：深网络没有捷径时杂乱无章，有捷径时平滑。',
  },
};

export const chen2018: Source = {
  id: 'chen2018',
  short: { en: 'C18', zh: 'C18' },
  authors: 'Ricky T. Q. Chen, Yulia Rubanova, Jesse Bettencourt, David Duvenaud',
  year: '2018',
  title: 'Neural Ordinary Differential Equations',
  language: 'en',
  venue: 'NeurIPS 2018; arXiv:1806.07366',
  url: 'https://arxiv.org/abs/1806.07366',
  gist: {
    en: 'x + F(x) is one step of Euler’s method; as the steps become small, depth becomes the time of a differential equation.',
    zh: 'x + F(x) 就是欧拉法的一步；步长趋于零时，深度变成微分方程里的时间。',
  },
};
