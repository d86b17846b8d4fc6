/** What the symbols of the lesson's equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  mean: {
    en: 'the mean over all draws of the initial weights',
    zh: '对初始权重的所有抽法取平均',
  },
  xl: {
    en: 'the state before unit l: one vector of width numbers for each example',
    zh: '第 l 个单元之前的状态：每个样本一个向量，长度等于宽度',
  },
  next: { en: 'the state after unit l', zh: '第 l 个单元之后的状态' },
  F: { en: 'what the branch of unit l adds', zh: '第 l 个单元的支路加上的量' },
  alpha: { en: 'branch scale: what the branch is multiplied by before the plus', zh: '支路系数：支路相加前乘的数' },
  N: { en: 'the number of units', zh: '单元数' },
  last: { en: 'the state after the last unit', zh: '最后一个单元之后的状态' },
  first: { en: 'the state before the first unit, made by the stem', zh: '第一个单元之前的状态，由输入层给出' },
  l: { en: 'the number of units passed so far', zh: '已经过的单元数' },
  c: {
    en: 'what one normalised branch adds, whatever the size of the state',
    zh: '一条归一化的支路加上的量，与状态大小无关',
  },
} satisfies Record<string, Bilingual>;
