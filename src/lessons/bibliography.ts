/** The works that the course cites, each checked against its text. */
import type { Source } from '../components/prose/Sources.tsx';

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

export const xiao2017: Source = {
  id: 'xiao2017',
  short: { en: 'X17', zh: 'X17' },
  authors: 'Han Xiao, Kashif Rasul, Roland Vollgraf',
  year: '2017',
  title: 'Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms',
  language: 'en',
  venue: 'arXiv:1708.07747',
  url: 'https://arxiv.org/abs/1708.07747',
  gist: {
    en: 'Grey pictures of clothing in ten classes, made to take the place of MNIST.',
    zh: '十类服饰的灰度图片，可以直接替换 MNIST。',
  },
};

export const studyNotes: Source = {
  id: 'notes',
  short: { en: 'notes', zh: '笔记' },
  authors: 'woshidandan',
  year: 'n.d.',
  title: 'MachineLearning / Resnet',
  language: 'en',
  venue: 'GitHub',
  url: 'https://github.com/woshidandan/MachineLearning',
  gist: {
    en: 'The Chinese study notes whose statements this course puts to the test.',
    zh: '一份中文学习笔记，本课程逐条检验的就是其中的说法。',
  },
};
