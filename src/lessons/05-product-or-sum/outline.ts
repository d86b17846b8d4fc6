/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'product-or-sum',
  number: 5,
  slug: 'product-or-sum',
  minutes: 18,
  title: { en: 'Does the product become a sum?', zh: '连乘会变成累加吗？' },
  goal: {
    en: 'After this lesson you can multiply out the chain rule of a residual network, say what Eq. (3)–(5) assume, and give a case in which its gradient vanishes and one in which it explodes.',
    zh: '学完这一课，你能把残差网络的链式法则乘开，说出式 (3)～(5) 的前提，并各举一个梯度消失和梯度爆炸的例子。',
  },
  needs: {
    en: 'the chain rule; lesson 3 helps',
    zh: '懂链式法则；先学第 3 课更好',
  },
  description: {
    en: 'Multiply fifty factors of 1.1, list every path through a chain of units, and see what the constant 1 in the gradient protects and what it does not.',
    zh: '把五十个 1.1 乘起来，列出穿过一串单元的每条路径，看看梯度里的常数 1 保住了什么，没保住什么。',
  },
};
