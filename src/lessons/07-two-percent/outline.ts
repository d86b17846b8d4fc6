/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'two-percent',
  number: 7,
  slug: 'two-percent',
  minutes: 15,
  title: { en: '5 → 5.1: 2% and 100%', zh: '5→5.1：2% 与 100%' },
  goal: {
    en: 'After this lesson you can say which quantities the shortcut changes 51 times, which it leaves alone, and what moves when the shortcut goes into the weights.',
    zh: '学完这一课，你能说出捷径让哪些量差了 51 倍、哪些一点没变，也能说出把捷径并进权重之后，变的是什么。',
  },
  needs: {
    en: 'derivatives; lesson 1 helps',
    zh: '会求导；最好先学第 1 课',
  },
  description: {
    en: 'Two units of one weight walk from 5.1 to 5.2. One weight changes by 2%, the other by 100%: predict which arrives first, then let them walk.',
    zh: '两个单元各有一个权重，从 5.1 走到 5.2：一个权重变 2%，另一个变 100%。先猜谁先到，再让它们走。',
  },
};
