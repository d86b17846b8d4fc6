/**
 * Blocks and networks as plain data: what the builder edits, what the tracer measures, what the code listings print
 * and what the tfjs builder makes real layers of. Images are NHWC; all sizes are whole numbers.
 */

/** [height, width, channels] of one image, or [length] of a flat vector. */
export type Shape = readonly [number, number, number] | readonly [number];
/** [height, width, channels] */
export type ImageShape = readonly [number, number, number];

/** 'same' gives ceil(size / stride), zeros around the image as TensorFlow has it; 'valid' adds none. */
export type Padding = 'same' | 'valid';

/** A convolution with a square kernel [kernel, kernel, in, filters]. */
export interface Conv {
  readonly kind: 'conv';
  readonly name: string;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
  /** A bias for each filter. Keras has one by default; He et al. 2015 have none before a batch normalisation. */
  readonly bias: boolean;
}
/** Batch normalisation over the channels: gamma and beta are trained, moving mean and variance are not. */
export interface BatchNorm {
  readonly kind: 'batchNorm';
  readonly name: string;
}
export interface Relu {
  readonly kind: 'relu';
  readonly name: string;
}
export interface MaxPool {
  readonly kind: 'maxPool';
  readonly name: string;
  /** Side of the window. */
  readonly size: number;
  readonly stride: number;
  readonly padding: Padding;
}
/** The mean of each channel over the image: [height, width, channels] -> [channels]. */
interface GlobalAvgPool {
  readonly kind: 'globalAvgPool';
  readonly name: string;
}
/** [height, width, channels] -> [height * width * channels] */
interface Flatten {
  readonly kind: 'flatten';
  readonly name: string;
}
/** A fully connected layer with a bias. The softmax belongs to the loss, so its outputs are logits. */
interface DenseLayer {
  readonly kind: 'dense';
  readonly name: string;
  readonly units: number;
}
/** Zeros on all four sides. */
interface ZeroPad {
  readonly kind: 'zeroPad';
  readonly name: string;
  readonly size: number;
}
export type Layer = Conv | BatchNorm | Relu | MaxPool | GlobalAvgPool | Flatten | DenseLayer | ZeroPad;

/**
 * What is added to the main path's output (He et al. 2015, sections 3.3 and 4.1).
 * identity: the input itself. projection: a 1x1 convolution, with a batch normalisation of its own where `norm` names
 * one (options B and C). padded: every `stride`-th pixel, zeros for the channels that are new (option A), no
 * parameters. none: nothing is added, the block is plain.
 */
export type Shortcut =
  | { readonly kind: 'identity' }
  | {
      readonly kind: 'projection';
      readonly name: string;
      readonly filters: number;
      readonly stride: number;
      readonly bias: boolean;
      readonly norm?: string;
    }
  | { readonly kind: 'padded'; readonly name: string; readonly filters: number; readonly stride: number }
  | { readonly kind: 'none' };
export type ShortcutKind = Shortcut['kind'];

export interface Block {
  /** res2a: the addition is called res2a_add, the activation after it res2a_relu. */
  readonly name: string;
  readonly main: readonly Layer[];
  readonly shortcut: Shortcut;
  /** What stands after the addition. */
  readonly after: 'relu' | 'none';
  /** post: convolution, norm, ReLU (He et al. 2015); pre: norm, ReLU, convolution (He et al. 2016, Fig. 4e). */
  readonly order: 'post' | 'pre';
}

export interface Stage {
  /** conv2_x, as in He et al. 2015, Table 1. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

export interface Network {
  readonly name: string;
  readonly input: ImageShape;
  readonly stem: readonly Layer[];
  readonly stages: readonly Stage[];
  readonly head: readonly Layer[];
}

/** The name of a block's addition, and of the activation after it. */
export const addName = (block: Pick<Block, 'name'>): string => `${block.name}_add`;
export const afterName = (block: Pick<Block, 'name'>): string => `${block.name}_relu`;

export const isBlock = (graph: Block | Network): graph is Block => 'main' in graph;

/** What the shortcut computes, as layers in their order; empty for identity and none. */
export function shortcutLayers(shortcut: Shortcut): readonly (Conv | BatchNorm | PaddedShortcut)[] {
  if (shortcut.kind === 'padded') return [shortcut];
  if (shortcut.kind !== 'projection') return [];
  const { name, filters, stride, bias, norm } = shortcut;
  const conv: Conv = { kind: 'conv', name, filters, kernel: 1, stride, padding: 'valid', bias };
  return norm === undefined ? [conv] : [conv, { kind: 'batchNorm', name: norm }];
}
export type PaddedShortcut = Extract<Shortcut, { kind: 'padded' }>;

/** 6×6×8, or 10 */
export const shapeText = (shape: Shape): string => shape.join('×');
