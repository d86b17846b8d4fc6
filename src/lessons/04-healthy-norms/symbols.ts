/** What the symbols of the equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  r: { en: 'r: the gradient ratio, first state over last', zh: 'r：梯度比值，第一个状态比最后一个' },
  E: { en: 'E: the loss of one mini-batch', zh: 'E：一个小批量上的损失' },
  first: { en: 'x₀: the state before the first unit', zh: 'x₀：第一个单元之前的状态' },
  last: {
    en: 'x with index L: the state after the last unit; L is the number of units',
    zh: '下标为 L 的 x：最后一个单元之后的状态，L 是单元数',
  },
  s: {
    en: 's with index l: how alike different pictures are at state l',
    zh: '下标为 l 的 s：不同图片在第 l 个状态有多像',
  },
  one: { en: 'the state that picture i has at l', zh: '第 i 张图片在第 l 处的状态' },
  other: { en: 'the state that another picture, j, has there', zh: '另一张图片 j 在同一处的状态' },
  a: { en: 'a: how much two batches agree on where to go', zh: 'a：两批数据对往哪里走有多一致' },
  g: { en: 'g₁: the gradient of all weights on the first batch', zh: 'g₁：第一批数据对全部权重的梯度' },
  h: { en: 'g₂: the same on the second batch', zh: 'g₂：第二批数据对全部权重的梯度' },
} satisfies Record<string, Bilingual>;
