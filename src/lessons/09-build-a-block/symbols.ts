/** What the symbols of this lesson's equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  x: {
    en: 'x: the input, a stack of maps, (m, h, w, c) with c channels',
    zh: 'x：输入，一叠特征图，形状 (m, h, w, c)，c 是通道数',
  },
  y: { en: 'y: the output of the block, of the same shape', zh: 'y：块的输出，形状与 x 相同' },
  F: { en: 'F: the branch, three convolutions with their norms', zh: 'F：支路，三层卷积连同归一化' },
  W: { en: 'W: the kernel of a convolution', zh: 'W：卷积核' },
  N: { en: 'N: batch normalisation', zh: 'N：批归一化' },
  a: { en: 'a: what the first layer hands to the second', zh: 'a：第一层交给第二层的东西' },
  b: { en: 'b: what the second layer hands to the third', zh: 'b：第二层交给第三层的东西' },
  relu: { en: 'ReLU: what is negative becomes 0', zh: 'ReLU：负数变成 0' },
  Ws: {
    en: 'Ws: a convolution on the shortcut, 1×1, with weights of its own',
    zh: 'Ws：捷径上的 1×1 卷积，有自己的权重',
  },
  parameters: { en: 'how many numbers the layer has to learn', zh: '这一层要学的数有多少个' },
  work: { en: 'multiplications and additions for one image, in pairs', zh: '一张图片要做的乘加次数，一乘一加算一次' },
  k: { en: 'k: the side of the kernel', zh: 'k：卷积核的边长' },
  cin: { en: 'channels that come in', zh: '输入的通道数' },
  cout: { en: 'channels that go out', zh: '输出的通道数' },
  map: { en: 'h, w: height and width of the map that goes out', zh: 'h、w：输出特征图的高和宽' },
} satisfies Record<string, Bilingual>;
