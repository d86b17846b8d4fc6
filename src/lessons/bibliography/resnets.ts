/** The two papers that this course is about. */
import type { Source } from '../../components/prose/Sources.tsx';

export const he2015: Source = {
  id: 'he2015',
  short: { en: 'H15', zh: 'H15' },
  authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
  year: '2015',
  title: 'Deep Residual Learning for Image Recognition',
  language: 'en',
  venue: 'CVPR 2016, pp. 770–778; arXiv:1512.03385',
  url: 'https://arxiv.org/abs/1512.03385',
  gist: {
    en: 'Deeper plain networks can get a higher training error; letting each block learn a correction to its input removes that, and networks of over a hundred layers become trainable.',
    zh: '普通网络加深后，训练误差可能反而升高；让每个块只学对输入的修正，这种退化就消失了，上百层的网络也能训练。',
  },
};

export const he2016: Source = {
  id: 'he2016',
  short: { en: 'H16', zh: 'H16' },
  authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
  year: '2016',
  title: 'Identity Mappings in Deep Residual Networks',
  language: 'en',
  venue: 'ECCV 2016; arXiv:1603.05027',
  url: 'https://arxiv.org/abs/1603.05027',
  gist: {
    en: 'If the shortcut is the identity and nothing follows the addition, signals and gradients have a direct additive way between any two blocks; whatever is put on that way makes training harder.',
    zh: '若捷径是恒等映射、相加之后又不再变换，任意两块之间就有一条直接相加的通路；在这条路上加什么，训练都会变难。',
  },
};
