/** What the symbols of the equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  E: { en: 'E: the loss of the mini-batch', zh: 'E：一个小批量上的损失' },
  first: { en: 'x₀: the state before the first unit', zh: 'x₀：第一个单元之前的状态' },
  last: {
    en: 'x with index L: the state after the last unit; L is the number of units',
    zh: '下标为 L 的 x：最后一个单元之后的状态，L 是单元数',
  },
  jacobian: {
    en: 'J with index l: the Jacobian of unit l, the response of each of its outputs to each of its inputs',
    zh: '下标为 l 的 J：第 l 个单元的雅可比矩阵，即每个输出对每个输入的偏导数',
  },
  d: {
    en: 'd: decades that the norm of the gradient loses at each layer on its way back',
    zh: 'd：梯度的范数往回每过一层减小几个数量级',
  },
  n: { en: 'n: the width, numbers in a state', zh: 'n：宽度，即一个状态有几个数' },
  sigma: { en: 'σ: the standard deviation of the initial weights', zh: 'σ：初始权重的标准差' },
  slope: {
    en: 'φ′: the slope of the activation where the numbers stand; its mean square is taken over all of them',
    zh: 'φ′：激活函数在各数所处位置的斜率；对所有的数取均方',
  },
  identity: {
    en: 'I: the identity matrix, what the shortcut passes on',
    zh: 'I：单位矩阵，也就是捷径传过去的那一份',
  },
  branch: {
    en: 'A with index l: the Jacobian of the branch F of unit l',
    zh: '下标为 l 的 A：第 l 个单元的支路 F 的雅可比矩阵',
  },
} satisfies Record<string, Bilingual>;
