/**
 * The family of He et al. 2015, section 4.2, made small: a 3x3 convolution, then three stages of n blocks with 8, 16 and 32
 * filters, the mean over the image, a dense layer: 6n + 2 weight layers. A block is (convolution, batch norm, ReLU,
 * convolution, batch norm), then y = F(x) + lambda shortcut(x) and x' = ReLU(y). The first block of the second and of the
 * third stage halves the side; its shortcut takes every second pixel and leaves the new channels zero (option A there),
 * so plain (lambda = 0) and residual networks have the same parameters.
 */
import { type ConvShape, sameShape } from './shape.ts';

export const convDepths = [8, 14, 20] as const;
export type ConvDepth = (typeof convDepths)[number];

const side = 14;
export const classCount = 10;
const stages = [8, 16, 32] as const;
/** Channels that the dense layer sees. */
export const lastFilters = stages[2];

export interface ConvSpec {
  readonly depth: ConvDepth;
  /** lambda. 0 is the plain network. */
  readonly shortcutScale: number;
  readonly momentum: number;
}

interface ConvBlock {
  /** Index of its first convolution; the second one follows. */
  readonly first: number;
  /** From the block's input to its output, as a convolution of size 1 would go. */
  readonly shortcut: ConvShape;
}

export interface ConvPlan {
  /** The stem and two a block: depth - 1 convolutions. */
  readonly convolutions: readonly ConvShape[];
  readonly blocks: readonly ConvBlock[];
  /** Stage (1, 2, 3) and place in it, of each block. */
  readonly places: readonly { readonly stage: number; readonly block: number }[];
}

export function planOf(depth: ConvDepth): ConvPlan {
  const perStage = (depth - 2) / 6;
  const convolutions: ConvShape[] = [sameShape(side, 1, stages[0], 3, 1)];
  const blocks: ConvBlock[] = [];
  const places: { stage: number; block: number }[] = [];
  let [now, channels]: [number, number] = [side, stages[0]];
  for (const [index, filters] of stages.entries()) {
    for (let k = 0; k < perStage; k++) {
      const stride = index > 0 && k === 0 ? 2 : 1;
      blocks.push({ first: convolutions.length, shortcut: sameShape(now, channels, filters, 1, stride) });
      places.push({ stage: index + 1, block: k + 1 });
      const opening = sameShape(now, channels, filters, 3, stride);
      now = opening.outHeight;
      channels = filters;
      convolutions.push(opening, sameShape(now, filters, filters, 3, 1));
    }
  }
  return { convolutions, blocks, places };
}
