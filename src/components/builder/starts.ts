/** The blocks that the builder begins with: those of the notes and of the two papers, and one that does not fit. */
import { basicBlock, convolutionalBlock, identityBlock, preactivated } from '../../model/blocks/families.ts';
import type { Block, ImageShape } from '../../model/blocks/graph.ts';
import { type Design, withBlock } from './design.ts';

const start = (input: ImageShape, block: Block): Design => withBlock({ input }, block);
const bottleneck = identityBlock(3, [64, 64, 256], 2, 'a');

export const starts = {
  identity: start([56, 56, 256], bottleneck),
  convolutional: start([56, 56, 256], convolutionalBlock(3, [128, 128, 512], 2, 'a')),
  basic: start([56, 56, 64], basicBlock(64, 2, 'a')),
  pre: start([56, 56, 256], preactivated(bottleneck)),
  broken: start([56, 56, 64], bottleneck),
  small: start([14, 14, 8], basicBlock(8, 2, 'a', { bias: false })),
} as const satisfies Readonly<Record<string, Design>>;
export type StartName = keyof typeof starts;
export const startNames = [
  'identity',
  'convolutional',
  'basic',
  'pre',
  'small',
  'broken',
] as const satisfies readonly StartName[];
