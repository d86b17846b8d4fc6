/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'build-a-block',
  number: 9,
  slug: 'build-a-block',
  minutes: 25,
  title: { en: 'Build a block', zh: '搭一个残差块' },
  goal: {
    en: 'After this lesson you can read a residual block from its code, say what fits on its plus, and count its weights and its work by hand.',
    zh: '学完这一课，你能读懂一个残差块的代码，说出什么东西才能送到加号上，还能手算它有多少参数、多少次乘加。',
  },
  needs: {
    en: 'what a convolution is; lesson 1 helps',
    zh: '知道什么是卷积；最好先学第 1 课',
  },
  description: {
    en: 'Walk through the notes’ identity_block line by line with a real image in it, find its defects, count ResNet-50, and train convolutions with and without shortcuts.',
    zh: '带着一张真实图片，逐行走过笔记里的 identity_block；找出它的毛病，数一数 ResNet-50，再训练有捷径和没有捷径的卷积网络。',
  },
};
