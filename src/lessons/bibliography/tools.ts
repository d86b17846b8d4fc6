/** Tools, data, and the notes that the course puts to the test. */
import type { Source } from '../../components/prose/Sources.tsx';

export const kingma2015: Source = {
  id: 'kingma2015',
  short: { en: 'K15', zh: 'K15' },
  authors: 'Diederik P. Kingma, Jimmy Ba',
  year: '2015',
  title: 'Adam: A Method for Stochastic Optimization',
  language: 'en',
  venue: 'arXiv:1412.6980',
  url: 'https://arxiv.org/abs/1412.6980',
  gist: {
    en: 'Each coordinate’s step is scaled by running averages of its own gradient, so that multiplying a gradient by a constant changes nothing.',
    zh: '每个坐标的步子，按它自己梯度的滑动平均来缩放；因此梯度乘上一个常数，步子不变。',
  },
};

export const keras: Source = {
  id: 'keras',
  short: { en: 'Keras', zh: 'Keras' },
  authors: 'François Chollet et al.',
  year: '2015',
  title: 'Keras',
  language: 'en',
  venue: 'keras.io, keras.applications.ResNet50',
  url: 'https://keras.io/api/applications/resnet/',
  gist: {
    en: 'A library for neural networks; its ResNet-50 is a reference implementation with a published count of parameters.',
    zh: '一个神经网络库；其中的 ResNet-50 是参考实现，参数个数有公开的记录。',
  },
};

export const you2017: Source = {
  id: 'you2017',
  short: { en: 'Y17', zh: 'Y17' },
  authors: 'Yang You, Igor Gitman, Boris Ginsburg',
  year: '2017',
  title: 'Large Batch Training of Convolutional Networks',
  language: 'en',
  venue: 'arXiv:1708.03888',
  url: 'https://arxiv.org/abs/1708.03888',
  gist: {
    en: 'LARS: each layer gets a learning rate of its own, set by the size of its weights and of its gradients.',
    zh: 'LARS：按每层权重和梯度的大小，给这一层单独定学习率。',
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

export const loshchilov2019: Source = {
  id: 'loshchilov2019',
  short: { en: 'LH19', zh: 'LH19' },
  authors: 'Ilya Loshchilov, Frank Hutter',
  year: '2019',
  title: 'Decoupled Weight Decay Regularization',
  language: 'en',
  venue: 'ICLR 2019; arXiv:1711.05101',
  url: 'https://arxiv.org/abs/1711.05101',
  gist: {
    en: 'A squared penalty on the weights and weight decay come to the same for SGD, but not for Adam.',
    zh: '对 SGD 来说，权重的平方惩罚等同于权重衰减；对 Adam 则不然。',
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
