/** The drawings that a teacher may take along: files in public/images, each in both languages. */
import type { Bilingual } from '../prose/LessonState.tsx';

export interface Drawing {
  /** Name of the file, without language and ending. */
  readonly file: string;
  /** The drawing's own title. */
  readonly title: Bilingual;
  /** What it shows, in words: for the two that no lesson draws. */
  readonly shows?: Bilingual;
}

export const drawings: readonly Drawing[] = [
  {
    file: 'derivation',
    title: {
      en: 'Three equations, what they assume, and what the third one stands for',
      zh: '三个式子：各有什么前提，第三个又是什么',
    },
    shows: {
      en: 'Eq. (3) to (5) of the identity-mapping paper, each with its premise beside it; below them the bracket of Eq. (5) written out as a product with one factor for each unit.',
      zh: '恒等映射论文的式 (3)～(5)，旁边注明各自的前提；下面把式 (5) 的括号写全，是一个乘积，每个单元一个因子。',
    },
  },
  {
    file: 'gradient-over-training',
    title: {
      en: 'The gradient at four states, from the first step to the last',
      zh: '四个状态处的梯度，从第一步到最后一步',
    },
    shows: {
      en: 'Gradient norm over 300 steps at four states: in the plain network it stays level at the last one and falls to exactly 0 at the others, in the residual one all stay within about a decade.',
      zh: '四个状态处的梯度范数随训练步数的变化：普通网络只有最后一个状态处大致不变，其余都降到恰好为 0；残差网络四处始终相差约一个数量级。',
    },
  },
  { file: 'residual-building-block', title: { en: 'A residual building block', zh: '残差块的基本结构' } },
  { file: 'identity-block', title: { en: 'The identity block', zh: '恒等块（identity block）' } },
  { file: 'convolutional-block', title: { en: 'The convolutional block', zh: '卷积块（convolutional block）' } },
  {
    file: 'resnet50',
    title: { en: 'ResNet-50 for 224×224 images, block by block', zh: 'ResNet-50 逐块展开，输入 224×224' },
  },
];

/** Where a drawing is, from the root of the site. */
export const fileOf = (file: string, language: keyof Bilingual): string => `images/${file}-${language}.svg`;
