import type { GlossaryGroup } from './term.ts';

export const networks: GlossaryGroup = {
  id: 'networks',
  title: { en: 'Networks and their parts', zh: '网络和它的部件' },
  terms: [
    {
      id: 'residual-network',
      name: { en: 'residual network', zh: '残差网络' },
      also: { en: 'ResNet', zh: 'ResNet' },
      says: {
        en: 'A chain of residual blocks: each adds something to what it receives and hands the sum on.',
        zh: '由残差块串成的网络：每一块在收到的东西上加一点，再把和传下去。',
      },
    },
    {
      id: 'residual-unit',
      name: { en: 'residual unit, residual block', zh: '残差单元、残差块' },
      says: {
        en: 'The part that computes y = x + F(x); a unit if its layers are fully connected, a block if they are convolutional.',
        zh: '计算 y = x + F(x) 的那一段；里面是全连接层的称单元，是卷积层的称块。',
      },
    },
    {
      id: 'shortcut',
      name: { en: 'shortcut', zh: '捷径，捷径连接' },
      also: { en: 'skip connection', zh: '跳跃连接、快捷连接' },
      says: {
        en: 'The wire that carries the input of a unit to the plus at its end; no layer is skipped by it.',
        zh: '把单元的输入送到末尾加号的那根线；哪一层也没有因此被略过。',
      },
    },
    {
      id: 'identity-shortcut',
      name: { en: 'identity shortcut', zh: '恒等捷径' },
      says: {
        en: 'A shortcut that hands on the input as it is, and so has no weights.',
        zh: '把输入原样送过去的捷径，因此没有权重。',
      },
    },
    {
      id: 'projection-shortcut',
      name: { en: 'projection shortcut', zh: '投影捷径' },
      says: {
        en: 'A shortcut that first multiplies the input by a matrix of weights, for places where its size must change.',
        zh: '先乘一个带权重的矩阵再相加的捷径，用在尺寸要改变的地方。',
      },
    },
    {
      id: 'residual-connection',
      name: { en: 'residual connection', zh: '残差连接' },
      says: {
        en: 'Shortcut and plus taken together; the usual word where Transformers are described.',
        zh: '捷径连同加号，合起来的叫法，多用于 Transformer。',
      },
    },
    {
      id: 'branch',
      name: { en: 'branch', zh: '支路' },
      also: { en: 'main path', zh: '主路径' },
      says: {
        en: 'The way through a residual unit on which F is computed: its weights are the ones that are trained.',
        zh: '残差单元里计算 F 的那一路，要训练的权重都在这里。',
      },
    },
    {
      id: 'residual-function',
      name: { en: 'residual function F', zh: '残差函数 F' },
      says: {
        en: 'What a residual unit adds to its input; the output less the input.',
        zh: '残差单元在输入上加的那部分，即输出与输入之差。',
      },
    },
    {
      id: 'desired-mapping',
      name: { en: 'desired mapping H', zh: '期望映射 H' },
      also: { en: 'underlying mapping' },
      says: {
        en: 'The function that some layers ought to compute; a target, not what they compute by now.',
        zh: '希望这几层学到的函数；它是目标，不是这几层眼下算出的东西。',
      },
    },
    {
      id: 'identity-mapping',
      name: { en: 'identity mapping', zh: '恒等映射' },
      says: {
        en: 'The function that returns its input unchanged: a function, not the wire that may carry it out.',
        zh: '输出等于输入的函数；说的是函数，不是实现它的那根线。',
      },
    },
    {
      id: 'plain-network',
      name: { en: 'plain network', zh: '普通网络' },
      says: {
        en: 'The same network with every shortcut multiplied by 0; parameters, initial values and batches stay the same.',
        zh: '捷径系数全部取 0 的同一个网络；参数、初值和批次完全相同。',
      },
    },
    {
      id: 'shortcut-scale',
      name: { en: 'shortcut scale λ', zh: '捷径系数 λ' },
      says: {
        en: 'The number by which the shortcut is multiplied before the plus: 1 in a residual network, 0 in a plain one.',
        zh: '捷径在加号之前要乘的数：残差网络里是 1，普通网络里是 0。',
      },
    },
    {
      id: 'branch-scale',
      name: { en: 'branch scale α', zh: '支路系数 α' },
      says: {
        en: 'The number by which the branch is multiplied before the plus.',
        zh: '支路在加号之前要乘的数。',
      },
    },
    {
      id: 'element-wise-addition',
      name: { en: 'element-wise addition', zh: '逐元素相加' },
      also: { zh: '按元素相加' },
      says: {
        en: 'Numbers in the same place are added: (1, 2) + (10, 20) = (11, 22).',
        zh: '同一位置的数两两相加：(1, 2) + (10, 20) = (11, 22)。',
      },
    },
    {
      id: 'pre-activation',
      name: { en: 'pre-activation order', zh: '预激活' },
      says: {
        en: 'The order of 2016: activation before the weights, and nothing after the plus.',
        zh: '2016 年的次序：激活在权重之前，加号之后再没有别的。',
      },
    },
    {
      id: 'post-activation',
      name: { en: 'post-activation order', zh: '后激活' },
      says: {
        en: 'The order of 2015: the last activation comes after the plus, so the sum does not leave as it is.',
        zh: '2015 年的次序：最后一次激活放在加号之后，和要再变一次才输出。',
      },
    },
    {
      id: 'bottleneck',
      name: { en: 'bottleneck', zh: '瓶颈结构' },
      says: {
        en: 'A branch of three convolutions: 1×1 to fewer channels, 3×3, and 1×1 back to many.',
        zh: '三个卷积组成的支路：先用 1×1 减少通道，再用 3×3，最后用 1×1 还原。',
      },
    },
    {
      id: 'gating',
      name: { en: 'gating', zh: '门控' },
      says: {
        en: 'Letting the data decide how much each of two ways lets through.',
        zh: '由数据决定两路各放行多少。',
      },
    },
    {
      id: 'highway-network',
      name: { en: 'highway network', zh: '高速公路网络' },
      says: {
        en: 'A deep network of 2015 whose gates mix what a layer computes with its unchanged input.',
        zh: '2015 年的一种深层网络，用门在层的输出与原样的输入之间加权。',
      },
    },
    {
      id: 'stochastic-depth',
      name: { en: 'stochastic depth', zh: '随机深度' },
      says: {
        en: 'Leaving out whole blocks at random while training; in the test all of them take part.',
        zh: '训练时随机撤下整块，测试时全部参加。',
      },
    },
    {
      id: 'residual-stream',
      name: { en: 'residual stream', zh: '残差流' },
      says: {
        en: 'The vector in a Transformer that passes all blocks and to which every one of them adds.',
        zh: 'Transformer 里贯穿各块的那个向量，每一块都往上加。',
      },
    },
    {
      id: 'width',
      name: { en: 'width', zh: '宽度' },
      says: { en: 'How many numbers a layer passes on.', zh: '一层往下传几个数。' },
    },
    {
      id: 'depth',
      name: { en: 'depth', zh: '深度' },
      says: {
        en: 'How many layers with weights the trunk has, one after the other; the first and the last layer are not counted.',
        zh: '主干里前后相接的权重层有几层；首尾两层不算在内。',
      },
    },
    {
      id: 'trunk',
      name: { en: 'trunk', zh: '主干' },
      says: {
        en: 'All the units between the stem and the head: the part of the network that is made deeper.',
        zh: '输入层和输出层之间的全部单元；网络加深，加的就是这一段。',
      },
    },
    {
      id: 'stem',
      name: { en: 'stem', zh: '输入层' },
      says: {
        en: 'The first layer, which turns an input into the first state of the trunk.',
        zh: '第一层，把输入变成主干的第一个状态。',
      },
    },
    {
      id: 'head',
      name: { en: 'head', zh: '输出层' },
      says: {
        en: 'The last layer, which turns the last state of the trunk into the answer.',
        zh: '最后一层，把主干的最后一个状态变成答案。',
      },
    },
  ],
};
