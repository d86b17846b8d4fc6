/** The graphs whose listings stand in test/reference/code. */
import {
  basicBlock,
  batchNorm,
  conv,
  convolutionalBlock,
  identityBlock,
  preactivated,
  relu,
} from '../../../../src/model/blocks/families.ts';
import { type Block, type ImageShape, isBlock, type Network } from '../../../../src/model/blocks/graph.ts';
import { small } from '../../../../src/model/blocks/presets.ts';
import { type Trace, trace } from '../../../../src/model/blocks/trace.ts';

interface Case {
  readonly name: string;
  readonly graph: Block | Network;
  readonly trace: Trace;
}
const made = (name: string, graph: Block | Network, input: ImageShape = [6, 6, 8]): Case => ({
  name,
  graph,
  trace: isBlock(graph) ? trace(graph, input) : trace(graph),
});

/** Windows that do not fit evenly, zeros of their own, a maximum with padding, a plain way into a dense layer. */
const odd: Network = {
  name: 'odd "net"',
  input: [6, 5, 3],
  stem: [
    conv('stem', 4, 4, { bias: false }),
    { kind: 'zeroPad', name: 'around', size: 1 },
    { kind: 'maxPool', name: 'pool', size: 3, stride: 2, padding: 'same' },
  ],
  stages: [
    {
      name: 'conv2_x',
      blocks: [
        {
          name: 'res2a',
          main: [conv('res2a_branch2a', 4, 3, { stride: 2 })],
          shortcut: { kind: 'none' },
          after: 'none',
          order: 'post',
        },
        { name: 'res2b', main: [], shortcut: { kind: 'identity' }, after: 'none', order: 'post' },
      ],
    },
  ],
  head: [
    batchNorm('bn_last'),
    relu('bn_last_relu'),
    { kind: 'flatten', name: 'flat' },
    { kind: 'dense', name: 'fc3', units: 3 },
  ],
};

export const cases: readonly Case[] = [
  made('identity-block', identityBlock(3, [4, 4, 8], 2, 'b')),
  made('convolutional-block', convolutionalBlock(3, [4, 4, 16], 3, 'a')),
  made('basic-block-padded', basicBlock(16, 3, 'a', { stride: 2, shortcut: 'padded', bias: false })),
  made('pre-activation', preactivated(convolutionalBlock(3, [4, 4, 16], 3, 'a'))),
  made('small-8', small(8)),
  made('odd', odd),
];
