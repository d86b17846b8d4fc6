/** What lists and the head of the page say of this lesson. */
import type { Outline } from '../lesson.ts';

export const outline: Outline = {
  id: 'healthy-norms',
  number: 4,
  slug: 'healthy-norms',
  minutes: 15,
  title: { en: 'Healthy norms, still stuck', zh: '健康的梯度，仍然训练不动' },
  goal: {
    en: 'After this lesson you can tell three ways in which a deep plain network fails by three measurements, and say why a gradient of healthy size promises nothing.',
    zh: '学完这一课，你能用三项测量分清深层普通网络的三种失败，也能说出：梯度大小正常，为什么什么都保证不了。',
  },
  needs: {
    en: 'the gradient norm by layer, and what degradation is (lessons 2 and 3)',
    zh: '知道各层的梯度范数，也知道什么是退化（第 2、3 课）',
  },
  description: {
    en: 'Watch a network of thirty layers whose gradient reaches the first layer all through training, and which does not learn all the same; then measure what else can go wrong.',
    zh: '看一个三十层的网络：训练从头到尾，梯度都传得到第一层，它却还是学不会；再量一量，毛病还可能出在哪里。',
  },
};
