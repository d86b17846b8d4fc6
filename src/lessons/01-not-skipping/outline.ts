/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'not-skipping',
  number: 1,
  slug: 'not-skipping',
  minutes: 14,
  title: { en: 'A shortcut is not skipping', zh: '捷径不是“跳过”' },
  goal: {
    en: 'After this lesson you can follow a number through a residual unit, forward and back, and say what is computed in it, what is trained, and what is not.',
    zh: '学完这一课，你能跟着一个数走完残差单元，前向、反向各一遍，说出其中算了什么、训练了什么、没训练什么。',
  },
  needs: {
    en: 'no prerequisites beyond the chain rule',
    zh: '懂链式法则即可',
  },
  description: {
    en: 'Send a number through one residual unit, count what it costs, train it by hand, then look into a network of such units.',
    zh: '让一个数走过残差单元，数一数用了多少次运算，亲手训练几步，再看由这种单元串成的网络。',
  },
};
