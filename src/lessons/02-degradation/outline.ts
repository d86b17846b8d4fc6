/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'degradation',
  number: 2,
  slug: 'degradation',
  minutes: 12,
  title: { en: 'Degradation', zh: '退化问题' },
  goal: {
    en: 'After this lesson you can tell degradation from overfitting by a single number, and say why a deeper network that trains worse is a puzzle.',
    zh: '学完这一课，你能只凭一个数分清退化和过拟合，也能说出：网络加深、训练误差反而升高，怪在哪里。',
  },
  needs: {
    en: 'no prerequisites beyond the chain rule',
    zh: '懂链式法则即可',
  },
  description: {
    en: 'Draw the training loss you expect as networks grow deeper, then train plain and residual ones on images and compare.',
    zh: '先画出你预想的曲线：网络加深，训练损失怎么变；再用真实图片训练普通网络和残差网络，看实测与预想差多少。',
  },
};
