/** What the symbols of this lesson's equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  min: { en: 'the lowest value over all settings of the weights', zh: '在权重的一切取值中取最小值' },
  theta: { en: 'θ: all weights of the network together', zh: 'θ：网络的全部权重' },
  deep: {
    en: 'E of the deeper network: its training loss with these weights',
    zh: '较深网络的 E：取这组权重时的训练损失',
  },
  shallow: {
    en: 'E of the shallower network: its training loss with these weights',
    zh: '较浅网络的 E：取这组权重时的训练损失',
  },
  out: { en: 'the state after unit l, input of the next unit', zh: '第 l 个单元之后的状态，也是下一个单元的输入' },
  lambda: {
    en: 'λ: the shortcut scale, 1 in the residual network, 0 in the plain one',
    zh: 'λ：捷径系数，残差网络为 1，普通网络为 0',
  },
  in: { en: 'the state before unit l', zh: '第 l 个单元之前的状态' },
  branch: { en: 'F: the branch, two layers of weights with their ReLUs', zh: 'F：支路，两层权重连同 ReLU' },
} satisfies Record<string, Bilingual>;
