/** What the symbols of the lesson's equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  x: { en: 'xₗ: what goes into unit l', zh: 'xₗ：进入第 l 个单元的数' },
  y: { en: 'yₗ: the sum, before f', zh: 'yₗ：两路之和，还没有经过 f' },
  next: { en: 'xₗ₊₁: what leaves unit l', zh: 'xₗ₊₁：离开第 l 个单元的数' },
  h: {
    en: 'h: what the shortcut does to its input; the identity mapping, h(x) = x, has no weights',
    zh: 'h：捷径对输入做的事；恒等映射 h(x) = x 没有权重',
  },
  F: { en: 'F: what the branch computes, the residual function', zh: 'F：支路算的函数，即残差函数' },
  W: { en: 'Wₗ: the weights of unit l, all of them in the branch', zh: 'Wₗ：第 l 个单元的权重，全在支路里' },
  f: {
    en: 'f: what follows the addition; ReLU in the block of 2015, nothing with pre-activation',
    zh: 'f：相加之后的运算；2015 年的残差块用 ReLU，预激活则什么也不做',
  },
  slope: { en: '∂y/∂x: how much y moves for a small move of x', zh: '∂y/∂x：x 动一点，y 动多少' },
  lambda: {
    en: 'λ: the shortcut scale; 1 in a residual unit, 0 in a plain one, never trained',
    zh: 'λ：捷径系数；残差单元取 1，普通单元取 0，不参加训练',
  },
  branch: { en: 'F′(x): the part that comes by the branch', zh: 'F′(x)：经支路来的那一份' },
} satisfies Record<string, Bilingual>;
