/** Pictures on their way through the notes' identity_block: what makes eight maps of a picture, and the walk from there. */
import type { Examples } from '../data/dataset.ts';
import { random } from '../random.ts';
import { batchNorm, conv, identityBlock, relu } from './families.ts';
import type { Block, ImageShape } from './graph.ts';
import { type WalkStep, walk } from './walk.ts';

const side = 14;
/** Eight maps outside, four within, where the notes' first such block has 256 and 64. */
export const passedBlock: Block = identityBlock(3, [4, 4, 8], 2, 'a');
export const passedInput = [side, side, 8] as const satisfies ImageShape;
/** Batch norm takes its statistics from this many pictures. */
export const passedTogether = 8;

/** A 3x3 layer that turns a grey picture into the block's input. */
const stem: Block = {
  name: 'picture',
  main: [conv('stem_conv', 8, 3), batchNorm('stem_bn'), relu('stem_relu')],
  shortcut: { kind: 'none' },
  after: 'none',
  order: 'post',
};

export interface Passage {
  /** The first picture of the batch, [14, 14], standardised, and its class. */
  readonly picture: Float32Array;
  readonly label: number;
  /** What comes in, [batch, 14, 14, 8], and dE/d(what comes in). */
  readonly input: Float32Array;
  readonly inputGradient: Float32Array;
  readonly steps: readonly WalkStep[];
}

/**
 * Sends the picture with this number and the seven after it through the block. Every layer starts from numbers of its own
 * (He et al. 2015b), drawn from the seed; nothing is trained. E is the mean square of the output.
 */
export function passage(pictures: Examples, first: number, seed: number): Passage {
  const pixels = side * side;
  const numbers = Array.from({ length: passedTogether }, (_, i) => (first + i) % pictures.count);
  const grey = new Float32Array(passedTogether * pixels);
  numbers.forEach((number, i) => {
    grey.set(pictures.inputs.subarray(number * pixels, (number + 1) * pixels), i * pixels);
  });
  const start = { initializer: 'he', seed: (layer: string) => random(seed, layer).below(2 ** 31) } as const;
  const input = walk(stem, start, [side, side, 1], grey).steps.at(-1)?.values ?? new Float32Array();
  const { steps, inputGradient } = walk(passedBlock, start, passedInput, input);
  const label = pictures.targets[numbers[0] ?? 0] ?? Number.NaN;
  return { picture: grey.slice(0, pixels), label, input, inputGradient, steps };
}
