/** What our drawings of blocks and networks say, in both languages. */
import type { Language } from '../../src/i18n/language.ts';
import type { DrawingWords } from '../../src/model/blocks/drawing.ts';

const strided = (stride: number) => (stride > 1 ? ` / ${stride}` : '');

export const drawingWords: Readonly<Record<Language, DrawingWords>> = {
  en: {
    conv: ({ kernel, filters, stride }) => `${kernel}×${kernel} conv, ${filters}${strided(stride)}`,
    maxPool: ({ size, stride }) => `${size}×${size} max pool${strided(stride)}`,
    padded: ({ stride }) => `zeros for new channels${strided(stride)}`,
    dense: (units) => `dense, ${units}`,
    zeroPad: (size) => `${size} zeros around`,
    batchNorm: 'batch norm',
    relu: 'ReLU',
    globalAvgPool: 'mean over the map',
    flatten: 'flatten',
    input: 'x',
    output: 'out',
  },
  zh: {
    conv: ({ kernel, filters, stride }) => `${kernel}×${kernel} 卷积，${filters}${strided(stride)}`,
    maxPool: ({ size, stride }) => `${size}×${size} 最大池化${strided(stride)}`,
    padded: ({ stride }) => `新通道补零${strided(stride)}`,
    dense: (units) => `全连接，${units}`,
    zeroPad: (size) => `四周补 ${size} 圈零`,
    batchNorm: '批归一化',
    relu: 'ReLU',
    globalAvgPool: '全图平均',
    flatten: '展平',
    input: 'x',
    output: '输出',
  },
};

interface FigureWords {
  readonly buildingBlock: string;
  readonly identityBlock: string;
  readonly convolutionalBlock: string;
  readonly resnet50: string;
  readonly weightLayer: string;
  readonly identity: string;
  readonly stem: string;
  readonly head: string;
  /** Main path and shortcut as lists of what their boxes say. */
  readonly twoWays: (main: string, shortcut: string | undefined, after: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly unrolled: (stages: string) => string;
  readonly stage: (name: string, blocks: number, output: string) => string;
  readonly blocks: (count: number) => string;
  readonly parameters: (share: string) => string;
  readonly compute: (share: string) => string;
  readonly legendIdentity: string;
  readonly legendProjection: string;
}

export const figureWords: Readonly<Record<Language, FigureWords>> = {
  en: {
    buildingBlock: 'A residual building block',
    identityBlock: 'The identity block',
    convolutionalBlock: 'The convolutional block',
    resnet50: 'ResNet-50 for 224×224 images, block by block',
    weightLayer: 'weight layer',
    identity: 'x, unchanged',
    stem: 'stem',
    head: 'head',
    twoWays: (main, shortcut, after) =>
      `x goes two ways. Main path: ${main}. Shortcut: ${shortcut ?? 'x, unchanged'}. Both meet at a plus, then ${after}.`,
    list: (items) => items.join(', then '),
    unrolled: (stages) =>
      `A stem, then ${stages}, then a head with 1000 outputs. An arc over each block is its shortcut.`,
    stage: (name, blocks, output) => `${name} with ${blocks} blocks to ${output}`,
    blocks: (count) => `${count} blocks`,
    parameters: (share) => `${share} of parameters`,
    compute: (share) => `${share} of multiply-adds`,
    legendIdentity: 'identity shortcut',
    legendProjection: 'projection shortcut',
  },
  zh: {
    buildingBlock: '残差块的基本结构',
    identityBlock: '恒等块（identity block）',
    convolutionalBlock: '卷积块（convolutional block）',
    resnet50: 'ResNet-50 逐块展开，输入 224×224',
    weightLayer: '权重层',
    identity: 'x，原样',
    stem: '输入段',
    head: '输出段',
    twoWays: (main, shortcut, after) =>
      `x 分两路。主路径：${main}。捷径：${shortcut ?? 'x 原样通过'}。两路在加号处相加，再经过 ${after}。`,
    list: (items) => items.join('；'),
    unrolled: (stages) => `先是输入段，然后是 ${stages}，最后是 1000 个输出的输出段。每个块上方的弧线是它的捷径。`,
    stage: (name, blocks, output) => `${name}（${blocks} 个块，输出 ${output}）`,
    blocks: (count) => `${count} 个块`,
    parameters: (share) => `参数占 ${share}`,
    compute: (share) => `乘加占 ${share}`,
    legendIdentity: '恒等捷径',
    legendProjection: '投影捷径',
  },
};
