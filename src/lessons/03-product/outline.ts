/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'product',
  number: 3,
  slug: 'product',
  minutes: 15,
  title: { en: 'The chain is a product', zh: '连乘' },
  goal: {
    en: 'After this lesson you can estimate, from the weights and the activation alone, how much of a gradient reaches the first layer, and say when too little of it stops the training.',
    zh: '学完这一课，你能只凭权重和激活函数估算第一层还剩多少梯度，也能说出：梯度太小，什么时候会让训练停下来。',
  },
  needs: { en: 'the chain rule and logarithms to base 10', zh: '懂链式法则和常用对数即可' },
  description: {
    en: 'Predict what is left of the gradient behind twenty layers, measure it layer by layer against the theory, and watch a network that hears too little learn nothing.',
    zh: '先预测：往回传二十层，梯度还剩多少？再逐层测量，与理论对照；最后看一个几乎收不到梯度的网络，怎样什么也学不到。',
  },
};
