/** What the symbols of the lesson's equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  w: {
    en: 'w: the one weight of unit i; its branch multiplies by it',
    zh: 'w：第 i 个单元仅有的一个权重，支路把输入乘以它',
  },
  L: { en: 'L: number of units', zh: 'L：单元的个数' },
  S: {
    en: 'S: a path, written as the set of units whose branch it goes through; there are 2 to the L of them',
    zh: 'S：一条路径，用它走了支路的那些单元来表示；共有 2 的 L 次方条',
  },
  xl: {
    en: 'x with index l: the state that enters unit l, a vector',
    zh: 'x（下标 l）：进入第 l 个单元的状态，是向量',
  },
  xL: { en: 'x with index L: the state after the last unit', zh: 'x（下标 L）：最后一个单元之后的状态' },
  F: { en: 'F: what the branch of a unit computes', zh: 'F：单元的支路算出的东西' },
  W: { en: 'W: the weights of one unit', zh: 'W：一个单元的权重' },
  E: { en: 'E: the loss', zh: 'E：损失' },
  I: { en: 'I: the identity matrix, as wide as the state', zh: 'I：单位矩阵，与状态同宽' },
  J: {
    en: 'J: Jacobian of the branch of unit i, ∂F/∂x at its own input',
    zh: 'J：第 i 个单元支路的雅可比矩阵，即在它自己的输入处的 ∂F/∂x',
  },
  one: { en: '1: the identity matrix, in the paper’s notation', zh: '1：论文的记法，指单位矩阵' },
} satisfies Record<string, Bilingual>;
