/** Why depth is hard, and why shortcuts help: theory. */
import type { Source } from '../../components/prose/Sources.tsx';

export const hardtma2017: Source = {
  id: 'hardtma2017',
  short: { en: 'HM17', zh: 'HM17' },
  authors: 'Moritz Hardt, Tengyu Ma',
  year: '2017',
  title: 'Identity Matters in Deep Learning',
  language: 'en',
  venue: 'ICLR 2017; arXiv:1611.04231',
  url: 'https://arxiv.org/abs/1611.04231',
  gist: {
    en: 'For linear layers written as I\u00a0+\u00a0A, there are optima with small A and, near A\u00a0=\u00a00, no bad critical points. With weights 0 a plain layer returns 0, a residual one its input.',
    zh: '把线性层写成 I + A：存在 A 很小的最优解，而且 A = 0 附近没有坏的临界点。权重取 0 时，普通层输出 0，残差层输出它的输入。',
  },
};

export const balduzzi2017: Source = {
  id: 'balduzzi2017',
  short: { en: 'B17', zh: 'B17' },
  authors: 'David Balduzzi, Marcus Frean, Lennox Leary, JP Lewis, Kurt Wan-Duo Ma, Brian McWilliams',
  year: '2017',
  title: 'The Shattered Gradients Problem: If resnets are the answer, then what is the question?',
  language: 'en',
  venue: 'ICML 2017, PMLR 70:342–350; arXiv:1702.08591',
  url: 'https://arxiv.org/abs/1702.08591',
  gist: {
    en: 'Even where gradient norms are healthy, the gradients of neighbouring inputs lose their likeness with depth in plain networks; shortcuts slow this down.',
    zh: '即使梯度范数正常，普通网络加深后，相近输入的梯度也会越来越不像；捷径能减缓这种破碎。',
  },
};

export const zagoruyko2017: Source = {
  id: 'zagoruyko2017',
  short: { en: 'Z17', zh: 'Z17' },
  authors: 'Sergey Zagoruyko, Nikos Komodakis',
  year: '2017',
  title: 'DiracNets: Training Very Deep Neural Networks Without Skip-Connections',
  language: 'en',
  venue: 'arXiv:1706.00388',
  url: 'https://arxiv.org/abs/1706.00388',
  gist: {
    en: 'With a scaled identity added to the weights themselves, very deep networks without shortcut wires train almost as well as residual ones.',
    zh: '把缩放过的恒等映射直接加进权重，没有捷径连线的很深的网络也能训练到接近残差网络。',
  },
};

export const hanin2018: Source = {
  id: 'hanin2018',
  short: { en: 'H18', zh: 'H18' },
  authors: 'Boris Hanin',
  year: '2018',
  title: 'Which Neural Net Architectures Give Rise to Exploding and Vanishing Gradients?',
  language: 'en',
  venue: 'NeurIPS 2018, pp. 582–591; arXiv:1801.03744',
  url: 'https://arxiv.org/abs/1801.03744',
  gist: {
    en: 'In random ReLU networks the spread of the squared Jacobian entries is exponential in the sum of the reciprocal widths: narrow deep networks have wild gradients even with He’s initialisation.',
    zh: '随机 ReLU 网络中，雅可比矩阵元素平方的波动，随各层宽度的倒数之和指数增长；又窄又深的网络，即使用 He 初始化，梯度也忽大忽小。',
  },
};

export const haninrolnick2018: Source = {
  id: 'haninrolnick2018',
  short: { en: 'HR18', zh: 'HR18' },
  authors: 'Boris Hanin, David Rolnick',
  year: '2018',
  title: 'How to Start Training: The Effect of Initialization and Architecture',
  language: 'en',
  venue: 'arXiv:1803.01719',
  url: 'https://arxiv.org/abs/1803.01719',
  gist: {
    en: 'Two ways to fail at the start: activations of the wrong mean length, cured by variance 2 over fan-in and in residual networks by scaling the branches; and lengths that vary exponentially, cured by width.',
    zh: '起步有两种失败。一是激活的平均长度失控，办法是方差取 2 除以输入个数，残差网络还要缩小支路；二是长度的波动随深度指数增大，办法是加宽。',
  },
};

export const xiao2018: Source = {
  id: 'xiao2018',
  short: { en: 'X18', zh: 'X18' },
  authors: 'Lechao Xiao, Yasaman Bahri, Jascha Sohl-Dickstein, Samuel S. Schoenholz, Jeffrey Pennington',
  year: '2018',
  title:
    'Dynamical Isometry and a Mean Field Theory of CNNs: How to Train 10,000-Layer Vanilla Convolutional Neural Networks',
  language: 'en',
  venue: 'ICML 2018; arXiv:1806.05393',
  url: 'https://arxiv.org/abs/1806.05393',
  gist: {
    en: 'With orthogonal kernels, which keep lengths, plain convolutional networks of ten thousand layers can be trained without shortcuts or batch normalisation.',
    zh: '卷积核用保持长度的正交初值，一万层的普通卷积网络不用捷径、也不用批归一化就能训练。',
  },
};

export const yang2019: Source = {
  id: 'yang2019',
  short: { en: 'Y19', zh: 'Y19' },
  authors: 'Greg Yang, Jeffrey Pennington, Vinay Rao, Jascha Sohl-Dickstein, Samuel S. Schoenholz',
  year: '2019',
  title: 'A Mean Field Theory of Batch Normalization',
  language: 'en',
  venue: 'ICLR 2019; arXiv:1902.08129',
  url: 'https://arxiv.org/abs/1902.08129',
  gist: {
    en: 'In wide plain networks at initialisation, batch normalisation itself makes gradients grow exponentially with depth, whichever of the usual activation functions is chosen.',
    zh: '在宽的普通网络里，批归一化本身就会让初始梯度随深度指数增长，换哪种常用的激活函数都一样。',
  },
};
