/** Networks that start at the identity, and Transformers. */
import type { Source } from '../../components/prose/Sources.tsx';

export const goyal2017: Source = {
  id: 'goyal2017',
  short: { en: 'Go17', zh: 'Go17' },
  authors:
    'Priya Goyal, Piotr Dollár, Ross Girshick, Pieter Noordhuis, Lukasz Wesolowski, Aapo Kyrola, Andrew Tulloch, Yangqing Jia, Kaiming He',
  year: '2017',
  title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
  language: 'en',
  venue: 'arXiv:1706.02677',
  url: 'https://arxiv.org/abs/1706.02677',
  gist: {
    en: 'If the scale γ of each block’s last batch normalisation starts at 0, every block starts as the identity; this helps, most of all with large mini-batches.',
    zh: '每块最后一个批归一化的系数 γ 从 0 开始，各块就从恒等映射起步；这样做普遍有益，小批量取得很大时尤其明显。',
  },
};

export const vaswani2017: Source = {
  id: 'vaswani2017',
  short: { en: 'V17', zh: 'V17' },
  authors:
    'Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N. Gomez, Łukasz Kaiser, Illia Polosukhin',
  year: '2017',
  title: 'Attention Is All You Need',
  language: 'en',
  venue: 'NIPS 2017; arXiv:1706.03762',
  url: 'https://arxiv.org/abs/1706.03762',
  gist: {
    en: 'Every sub-layer of the Transformer has a residual connection around it, followed by layer normalisation.',
    zh: 'Transformer 的每个子层外都有残差连接，之后再做层归一化。',
  },
};

export const zhang2019: Source = {
  id: 'zhang2019',
  short: { en: 'Z19', zh: 'Z19' },
  authors: 'Hongyi Zhang, Yann N. Dauphin, Tengyu Ma',
  year: '2019',
  title: 'Fixup Initialization: Residual Learning Without Normalization',
  language: 'en',
  venue: 'ICLR 2019; arXiv:1901.09321',
  url: 'https://arxiv.org/abs/1901.09321',
  gist: {
    en: 'Rescaling the initial weights is enough: with the last layer of each branch at 0 and the inner ones shrunk with depth, residual networks train stably without normalisation.',
    zh: '只要重新缩放初始权重：支路末层取 0，内层随深度缩小，残差网络不用归一化也能稳定训练。',
  },
};

export const desmith2020: Source = {
  id: 'desmith2020',
  short: { en: 'DS20', zh: 'DS20' },
  authors: 'Soham De, Samuel L. Smith',
  year: '2020',
  title: 'Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep Networks',
  language: 'en',
  venue: 'NeurIPS 2020; arXiv:2002.10444',
  url: 'https://arxiv.org/abs/2002.10444',
  gist: {
    en: 'At the start, batch normalisation shrinks each branch against its shortcut by about the square root of the depth, so that blocks are near the identity; an initialisation that does the same makes very deep networks trainable without it.',
    zh: '训练开始时，批归一化使支路相对捷径缩小，倍数约为深度的平方根，各块因此接近恒等映射；初始化若能做到同样的事，不用批归一化也能训练。',
  },
};

export const xiong2020: Source = {
  id: 'xiong2020',
  short: { en: 'X20', zh: 'X20' },
  authors:
    'Ruibin Xiong, Yunchang Yang, Di He, Kai Zheng, Shuxin Zheng, Chen Xing, Huishuai Zhang, Yanyan Lan, Liwei Wang, Tie-Yan Liu',
  year: '2020',
  title: 'On Layer Normalization in the Transformer Architecture',
  language: 'en',
  venue: 'ICML 2020; arXiv:2002.04745',
  url: 'https://arxiv.org/abs/2002.04745',
  gist: {
    en: 'With layer normalisation after the addition, the first gradients near the output are large, hence warm-up; inside the branch, they shrink with the square root of the depth and warm-up can go.',
    zh: '层归一化放在相加之后，靠近输出的初始梯度很大，所以需要预热；放进支路里，梯度随深度的平方根缩小，可以不预热。',
  },
};

export const bachlechner2021: Source = {
  id: 'bachlechner2021',
  short: { en: 'Ba21', zh: 'Ba21' },
  authors: 'Thomas Bachlechner, Bodhisattwa Prasad Majumder, Huanru Henry Mao, Garrison W. Cottrell, Julian McAuley',
  year: '2021',
  title: 'ReZero is All You Need: Fast Convergence at Large Depth',
  language: 'en',
  venue: 'UAI 2021, PMLR, pp. 1352–1361; arXiv:2003.04887',
  url: 'https://arxiv.org/abs/2003.04887',
  gist: {
    en: 'In x + α F(x) the scale α is learned and starts at 0: every layer starts as the identity, and early training is faster.',
    zh: 'x + αF(x) 中的 α 可以学习，从 0 开始：每层从恒等映射起步，训练初期更快。',
  },
};
