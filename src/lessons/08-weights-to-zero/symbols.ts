/** The symbols of this lesson's equations. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  xl: { en: 'state before unit l', zh: '第 l 个单元之前的状态' },
  xnext: { en: 'state after unit l', zh: '第 l 个单元之后的状态' },
  h: { en: 'the shortcut: here the identity, without weights', zh: '捷径：这里是恒等映射，没有权重' },
  f: { en: 'the branch: two layers of weights', zh: '支路：两层权重' },
  alpha: { en: 'branch scale, one over the root of the number of units', zh: '支路系数，单元数平方根的倒数' },
  whole: { en: 'the whole unit, shortcut and branch together', zh: '整个单元：捷径加支路' },
  w: { en: 'one weight', zh: '一个权重' },
  eta: { en: 'learning rate', zh: '学习率' },
  g: { en: 'gradient of the loss with respect to this weight', zh: '损失对这个权重的梯度' },
  wd: { en: 'weight decay', zh: '权重衰减' },
  a: { en: 'weight of the first unit: its branch adds a times its input', zh: '第一个单元的权重：支路加上输入的 a 倍' },
  b: { en: 'weight of the second unit', zh: '第二个单元的权重' },
  one: { en: 'the wanted output, for input 1', zh: '输入为 1 时想要的输出' },
} satisfies Record<string, Bilingual>;
