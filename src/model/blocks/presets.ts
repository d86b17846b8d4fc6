/** Whole networks: He et al. 2015, Table 1 and section 4.2; the notes' ResNet-50; a small one for 14x14 images. */
import {
  type BasicOptions,
  basicBlock,
  batchNorm,
  conv,
  convolutionalBlock,
  identityBlock,
  plainBlock,
  preactivated,
  relu,
} from './families.ts';
import type { Block, ImageShape, Layer, Network, Stage } from './graph.ts';

export type ImageNetDepth = 18 | 34 | 50 | 101 | 152;
export type CifarDepth = 20 | 32 | 44 | 56 | 110;
/** How the shortcut follows a change of shape: A pads with zeros, B projects (He et al. 2015, section 4.1). */
export type ShortcutOption = 'A' | 'B';

/** Blocks of conv2_x to conv5_x (He et al. 2015, Table 1). */
const imageNetBlocks: Readonly<Record<ImageNetDepth, readonly [number, number, number, number]>> = {
  18: [2, 2, 2, 2],
  34: [3, 4, 6, 3],
  50: [3, 4, 6, 3],
  101: [3, 4, 23, 3],
  152: [3, 8, 36, 3],
};

/** a, b, c, ...; where letters run out a, b1, b2, ... */
const letterOf = (index: number, count: number): string => {
  if (count <= 26) return String.fromCharCode(97 + index);
  return index === 0 ? 'a' : `b${index}`;
};

const listOf = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

interface ImageNetOptions {
  /** Keras' ResNets have biases before batch normalisation, the paper's and torchvision's have none. */
  readonly bias?: boolean;
  /** Of the two-layer blocks of ResNet-18 and -34; the deeper ones always project. */
  readonly option?: ShortcutOption;
}

/** ResNet for 224x224 photographs and 1000 classes, strides in the first 1x1 as in the paper and in Keras. */
export function imageNet(depth: ImageNetDepth, { bias = true, option = 'B' }: ImageNetOptions = {}): Network {
  const blocks = imageNetBlocks[depth];
  const stages = blocks.map((count, s) => {
    const width = 64 * 2 ** s;
    const stage = s + 2;
    const make = (i: number): Block => {
      const letter = letterOf(i, count);
      const stride = i === 0 && s > 0 ? 2 : 1;
      if (depth >= 50) {
        const filters = [width, width, 4 * width] as const;
        if (i > 0) return identityBlock(3, filters, stage, letter, bias);
        return convolutionalBlock(3, filters, stage, letter, stride, bias);
      }
      return basicBlock(width, stage, letter, { stride, bias, shortcut: stride > 1 ? changeOf(option) : 'identity' });
    };
    return { name: `conv${stage}_x`, blocks: listOf(count, make) };
  });
  const stem = largeStem(bias, [{ kind: 'zeroPad', name: 'pool1_pad', size: 1 }]);
  return { name: `ResNet-${depth}`, input: [224, 224, 3], stem, stages, head: headOf(1000) };
}

const changeOf = (option: ShortcutOption) => (option === 'A' ? 'padded' : 'projection');

/** 7x7, stride 2, then a 3x3 maximum, stride 2; zeros are added in layers of their own, as in Keras. */
const largeStem = (bias: boolean, beforePool: readonly Layer[]): Layer[] => [
  { kind: 'zeroPad', name: 'conv1_pad', size: 3 },
  conv('conv1', 64, 7, { stride: 2, padding: 'valid', bias }),
  batchNorm('bn_conv1'),
  relu('bn_conv1_relu'),
  ...beforePool,
  { kind: 'maxPool', name: 'pool1', size: 3, stride: 2, padding: 'valid' },
];

const headOf = (classes: number): Layer[] => [
  { kind: 'globalAvgPool', name: 'avg_pool' },
  { kind: 'dense', name: `fc${classes}`, units: classes },
];

/**
 * The notes' ResNet-50 for 64x64 images and 6 classes. 'paper' has [512, 512, 2048] in every block of stage 5;
 * 'notes' has [256, 256, 2048] in its blocks b and c, as the notes' code does. The notes average 2x2 windows of a 2x2
 * image and flatten: that is the mean of each channel.
 */
export function notesResNet50(stage5: 'paper' | 'notes'): Network {
  const widths = [64, 128, 256, 512] as const;
  const counts = imageNetBlocks[50];
  const stages = widths.map((width, s): Stage => {
    const filters = [width, width, 4 * width] as const;
    const inner = s === 3 && stage5 === 'notes' ? ([256, 256, 2048] as const) : filters;
    const first = convolutionalBlock(3, filters, s + 2, 'a', s === 0 ? 1 : 2);
    const others = listOf((counts[s] ?? 1) - 1, (i) => identityBlock(3, inner, s + 2, letterOf(i + 1, 6)));
    return { name: `conv${s + 2}_x`, blocks: [first, ...others] };
  });
  const name = stage5 === 'notes' ? 'ResNet-50 (notes)' : 'ResNet-50 (64×64)';
  return { name, input: [64, 64, 3], stem: largeStem(true, []), stages, head: headOf(6) };
}

/** Three stages of two-layer blocks, the image halved and the filters doubled between them: 6n + 2 layers. */
function threeStages(
  name: string,
  input: ImageShape,
  depth: number,
  width: number,
  options: Pick<BasicOptions, 'bias'> & { readonly option: ShortcutOption },
): Network {
  const { option, bias = false } = options;
  const count = (depth - 2) / 6;
  const stages = listOf(3, (s): Stage => {
    const make = (i: number) => {
      const stride = i === 0 && s > 0 ? 2 : 1;
      const shortcut = stride > 1 ? changeOf(option) : 'identity';
      return basicBlock(width * 2 ** s, s + 2, letterOf(i, count), { stride, shortcut, bias });
    };
    return { name: `conv${s + 2}_x`, blocks: listOf(count, make) };
  });
  const stem = [conv('conv1', width, 3, { bias }), batchNorm('bn_conv1'), relu('bn_conv1_relu')];
  return { name, input, stem, stages, head: headOf(10) };
}

/** ResNet for 32x32 CIFAR-10 images with 16, 32 and 64 filters, no biases (He et al. 2015, section 4.2: option A). */
export const cifar = (depth: CifarDepth, option: ShortcutOption = 'A'): Network =>
  threeStages(`ResNet-${depth} (CIFAR-10, ${option})`, [32, 32, 3], depth, 16, { option });

export type SmallDepth = 8 | 14 | 20;

/** A ResNet for the course's 14x14 grey images: 8, 16 and 32 filters (or `width`, and so on), no biases. */
export const small = (depth: SmallDepth = 8, width = 8, option: ShortcutOption = 'B'): Network =>
  threeStages(`ResNet-${depth} (14×14)`, [14, 14, 1], depth, width, { option });

const eachBlock = (network: Network, change: (block: Block) => Block): Network => ({
  ...network,
  stages: network.stages.map((stage) => ({ ...stage, blocks: stage.blocks.map(change) })),
});

/** The same network without shortcuts. */
export const plainNetwork = (network: Network): Network => ({
  ...eachBlock(network, plainBlock),
  name: network.name.replace('ResNet', 'Plain'),
});

/** The same network with pre-activation blocks: norm and ReLU leave the stem and stand before the head (He et al. 2016). */
export function preactivatedNetwork(network: Network): Network {
  const stem = network.stem.filter(({ kind }) => kind !== 'batchNorm' && kind !== 'relu');
  const head = [batchNorm('bn_last'), relu('bn_last_relu'), ...network.head];
  return { ...eachBlock(network, preactivated), name: `${network.name}, pre-activation`, stem, head };
}

/** What the builder offers under a short name that fits a link. */
export const presets = {
  resnet18: () => imageNet(18),
  resnet34: () => imageNet(34),
  resnet50: () => imageNet(50),
  resnet101: () => imageNet(101),
  resnet152: () => imageNet(152),
  notes50: () => notesResNet50('notes'),
  paper50: () => notesResNet50('paper'),
  cifar20a: () => cifar(20, 'A'),
  cifar20b: () => cifar(20, 'B'),
  cifar32a: () => cifar(32, 'A'),
  cifar32b: () => cifar(32, 'B'),
  cifar44a: () => cifar(44, 'A'),
  cifar44b: () => cifar(44, 'B'),
  cifar56a: () => cifar(56, 'A'),
  cifar56b: () => cifar(56, 'B'),
  cifar110a: () => cifar(110, 'A'),
  cifar110b: () => cifar(110, 'B'),
  small8: () => small(8),
  small14: () => small(14),
  small20: () => small(20),
} as const satisfies Readonly<Record<string, () => Network>>;
export type PresetName = keyof typeof presets;
