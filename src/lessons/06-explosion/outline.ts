/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'explosion',
  number: 6,
  slug: 'explosion',
  minutes: 14,
  title: { en: 'Residual nets explode too', zh: '爆炸与驯服' },
  goal: {
    en: 'After this lesson you can predict how far the state of an unnormalised residual network grows, and name two ways to stop it that fail in different places.',
    zh: '学完这一课，你能估算不加归一化的残差网络会把状态放大多少，并说出两类办法，以及各自在哪里失灵。',
  },
  needs: {
    en: 'mean and variance of a sum; lesson 5',
    zh: '知道和的均值与方差；梯度背后的连乘见第 5 课',
  },
  description: {
    en: 'Fifty residual units with He weights diverge at the first steps. Set six remedies side by side, raise the learning rate, and see which of them last.',
    zh: '五十个残差单元，用 He 初始化，头几步就发散。把六种设置并排训练，再调高学习率，看哪几种撑得住。',
  },
};
