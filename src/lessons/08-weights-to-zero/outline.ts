/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'weights-to-zero',
  number: 8,
  slug: 'weights-to-zero',
  minutes: 15,
  title: { en: 'Are weights driven to zero?', zh: '恒等映射与权重→0' },
  goal: {
    en: 'After this lesson you can tell small branches, branches that cancel and small weights apart, and name what it is that shrinks each of them.',
    zh: '学完这一课，你能分清三件事：支路变小、支路相互抵消、权重变小，也能说出每一件是由什么造成的。',
  },
  needs: {
    en: 'the residual unit of lesson 1; weight decay is explained here',
    zh: '第 1 课的残差单元；权重衰减在这里解释',
  },
  description: {
    en: 'Train networks to return their input, watch what becomes of branches and weights, and find out what really drives weights to zero.',
    zh: '训练网络原样输出，看支路和权重各变成什么样，找出真正把权重拉向 0 的是什么。',
  },
};
