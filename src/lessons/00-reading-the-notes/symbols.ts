/** What the symbols of the notes' formula stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  y: { en: 'yₗ: the sum of both ways', zh: 'yₗ：两路之和' },
  h: { en: 'h: the function of the shortcut, set to h(x) = x', zh: 'h：捷径的函数，取 h(x) = x' },
  x: { en: 'xₗ: the input of unit l', zh: 'xₗ：第 l 个单元的输入' },
  F: { en: 'F: the residual function, computed by the branch', zh: 'F：残差函数，由支路计算' },
  W: {
    en: 'Wₗ: the weights (and biases) of unit l, one set for each of its K layers',
    zh: 'Wₗ：第 l 个单元的权重（含偏置），K 层各一组',
  },
  next: { en: 'xₗ₊₁: what unit l hands on', zh: 'xₗ₊₁：第 l 个单元送出的数' },
  f: {
    en: 'f: the function after the addition; ReLU in the paper of 2015',
    zh: 'f：相加之后的函数；2015 年的论文用 ReLU',
  },
  K: { en: 'K: layers in one unit, 2 or 3 in the paper of 2015', zh: 'K：一个单元的层数，2015 年的论文里是 2 或 3' },
} satisfies Record<string, Bilingual>;
