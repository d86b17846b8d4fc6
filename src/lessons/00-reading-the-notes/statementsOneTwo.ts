/** What the notes say in their opening, in part 1 (the formula) and in part 2 (the purpose). */
import { hardtma2017, he2015, he2016 } from '../bibliography.ts';
import type { Statement } from './statement.ts';

export const statementsOneTwo: readonly Statement[] = [
  {
    id: 'helps-deep-nets',
    part: 0,
    says: {
      en: 'Residual connections help in optimising deep networks, and have made deeper ones possible.',
      zh: '残差连接有助于优化深层网络，也让更深的网络成为可能。',
    },
    quote: { words: '对于整个网络起到了优化的作用，也为更深层次的神经网络的实现提供了可能', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'First of all for the training error. Depth is still not free: 1202 layers tested worse than 110, at 7.93% against 6.43%.',
      zh: '首先体现在训练误差上。不过加深不是白得的：1202 层的测试错误率是 7.93%，反而不如 110 层的 6.43%。',
    },
    source: { of: he2015, at: { en: 'Table 6', zh: '表 6' } },
    tested: { lesson: 'degradation' },
  },
  {
    id: 'two-equations',
    part: 1,
    says: {
      en: 'A unit adds h(x), which is x itself, to F(x), and passes the sum through f.',
      zh: '一个单元把 h(x)（也就是 x 本身）与 F(x) 相加，再让和经过 f。',
    },
    quote: { words: 'The function h is set as an identity mapping', language: 'en' },
    verdict: 'right',
    beside: {
      en: 'These are Eq. (1) and (2) of the paper of 2016. In the code of the notes f is a ReLU, so what the paper derives for an f that does nothing holds there only approximately.',
      zh: '这就是 2016 年论文的式 (1) 和式 (2)。笔记的代码里 f 是 ReLU，所以论文在“f 什么也不做”时推出的结果，在那里只是近似。',
    },
    source: { of: he2016, at: { en: 'Eq. (1), (2)', zh: '式 (1)、(2)' } },
    tested: { lesson: 'not-skipping', at: 'equations' },
  },
  {
    id: 'relu-after-plus',
    part: 1,
    says: {
      en: 'In the block of 2015, which the notes show as a picture, the second ReLU comes after the addition.',
      zh: '在 2015 年的残差块（笔记里的那张图）中，第二个 ReLU 在相加之后。',
    },
    quote: { words: 'The function f is the operation after element-wise addition', language: 'en' },
    verdict: 'right',
    beside: {
      en: 'Worth a second look: such a block never hands on a negative number. The order of 2016 moves that ReLU into the branch.',
      zh: '值得多看一眼：这样的块送不出负数。2016 年的次序把那个 ReLU 移进了支路。',
    },
    source: { of: he2015, at: { en: 'Fig. 2', zh: '图 2' } },
    tested: { lesson: 'not-skipping', at: 'equations' },
  },
  {
    id: 'h-is-output',
    part: 1,
    says: { en: 'H(x) is what the unit puts out.', zh: 'H(x) 是单元的输出。' },
    quote: { words: 'H(x)为该单元的输出结果', language: 'zh' },
    verdict: 'partly',
    beside: {
      en: 'The notes are right that x comes from the layers before. But in the paper H is the mapping that the layers ought to compute, and F(x) := H(x) − x. What the block of 2015 puts out is ReLU(F(x) + x), which agrees with H only where that is what training has reached.',
      zh: '笔记说 x 来自前面各层，这没有错。但论文里的 H，是希望这几层算出的映射，F(x) := H(x) − x。2015 年的残差块实际输出的是 ReLU(F(x) + x)，训练到了那一步，才与 H 一致。',
    },
    source: { of: he2015, at: { en: '§ 3.1', zh: '第 3.1 节' } },
    tested: { lesson: 'not-skipping', at: 'equations' },
  },
  {
    id: 'no-skipping',
    part: 2,
    says: {
      en: 'A residual network does not use its shortcuts to skip the layers between.',
      zh: '残差网络并不是靠捷径绕开中间的那些层。',
    },
    quote: { words: '残差网络并不是通过shortcut connections跳过中间的神经网络层', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'Perhaps the best sentence of the notes. Both ways are always computed, and not one multiplication is saved.',
      zh: '也许是笔记里最好的一句。两路总是都算，乘法一次也不省。',
    },
    source: { of: he2015, at: { en: '§ 3.2', zh: '第 3.2 节' } },
    tested: { lesson: 'not-skipping', at: 'run' },
  },
  {
    id: 'weights-to-zero',
    part: 2,
    says: {
      en: 'Training drives the weights in F towards 0, and that amounts to skipping.',
      zh: '训练会让 F 的权重趋向 0，效果等于跳过了这几层。',
    },
    quote: { words: '将会促使F(x)中的权重趋向于0', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'Not in general. The paper says “may”, and only “if” the identity is optimal. F can be 0 without small weights, weights can stay large while the branches cancel, and if every F were 0, depth would be of no use.',
      zh: '一般并不如此。论文说的是“可能”，前提是恒等映射最优。F 为 0 不要求权重小；权重很大，各条支路也可以互相抵消；要是每个 F 都为 0，深度就没有用了。',
    },
    source: { of: he2015, at: { en: '§ 3.1', zh: '第 3.1 节' } },
    tested: { lesson: 'weights-to-zero' },
  },
  {
    id: 'trained-identity',
    part: 2,
    says: {
      en: 'The identity mapping h(x) = x is trained; when it is at its best, the parameters tend to 0.',
      zh: '恒等映射 h(x) = x 是训练出来的；训练到最优，参数就趋向 0。',
    },
    quote: { words: '当恒等映射被训练到最优的情况时，参数便趋向于0', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'This merges two identities. The shortcut h is one from the beginning and has nothing to train; the whole unit becomes one only if F turns to 0.',
      zh: '这里把两个恒等混在了一起。捷径 h 一开始就是恒等映射，没有可训练的；整个单元要等 F 变成 0，才成为恒等映射。',
    },
    source: { of: he2016 },
    tested: { lesson: 'not-skipping', at: 'trained' },
  },
  {
    id: 'solvers-may',
    part: 2,
    says: {
      en: 'If identity mappings are optimal, the solver may drive the weights of the layers towards 0.',
      zh: '如果恒等映射最优，求解器可能把这几层的权重推向 0。',
    },
    quote: {
      words: 'the solvers may simply drive the weights of the multiple nonlinear layers toward zero',
      language: 'en',
    },
    verdict: 'right',
    beside: {
      en: 'As quoted, with its “if” and its “may”. The paper goes on: “In real cases, it is unlikely that identity mappings are optimal”.',
      zh: '照原文引用，“如果”和“可能”一个也不能少。论文接着说：实际中，恒等映射不大可能恰好最优。',
    },
    source: { of: he2015, at: { en: '§ 3.1', zh: '第 3.1 节' } },
    tested: { lesson: 'weights-to-zero' },
  },
  {
    id: 'central-idea',
    part: 2,
    says: {
      en: 'What a unit learns is F, the addition to its input; for h the identity is chosen, by attaching a wire.',
      zh: '单元学的是 F，即加到输入上的那一份；h 选恒等映射，接一根线就实现了。',
    },
    quote: { words: 'This is realized by attaching an identity skip connection', language: 'en' },
    verdict: 'right',
    beside: {
      en: 'Taken from the paper of 2016. Set beside the statement on the trained identity mapping, it contradicts it.',
      zh: '出自 2016 年的论文。把它和“恒等映射训练到最优”那句放在一起，两句是矛盾的。',
    },
    source: { of: he2016, at: { en: '§ 1', zh: '第 1 节' } },
    tested: { lesson: 'not-skipping', at: 'trained' },
  },
  {
    id: 'zero-passes-on',
    part: 2,
    says: {
      en: 'With all its weights at 0 a residual unit still passes x on; in a plain network everything behind such a layer would be 0.',
      zh: '权重全为 0 时，残差单元照样把 x 传下去；普通网络里，这样一层之后就全是 0。',
    },
    quote: { words: '如果搞成了0，那么之后全为0了', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'Zero weights give the zero map in a plain layer and the identity in a residual one. Hardt and Ma build their theory on that difference. Set w₂ to 0 in the unit of lesson 1, and cut the shortcut.',
      zh: '权重为 0，普通层是零映射，残差层是恒等映射。Hardt 和 Ma 的理论就从这个差别讲起。在第 1 课的单元里把 w₂ 调到 0，再断开捷径，就能看到。',
    },
    source: { of: hardtma2017, at: { en: '§ 1', zh: '第 1 节' } },
    tested: { lesson: 'not-skipping', at: 'run' },
  },
  {
    id: 'some-do-nothing',
    part: 2,
    says: {
      en: 'Not every residual layer takes part: some set their weights to 0 and let the input through.',
      zh: '不是每个残差层都起作用：有的会把权重变成 0，让输入直接通过。',
    },
    quote: { words: '不是每个残差层都会起作用，也就是把自己的权重搞成0', language: 'zh' },
    verdict: 'partly',
    beside: {
      en: 'They can; whether they do has to be measured. In the trained networks of lesson 1 no branch is idle. He and colleagues report that with more layers a single one tends to change the signal less. Less is not nothing.',
      zh: '可以这样，是不是这样要量过才知道。第 1 课训练好的网络里，没有一条支路闲着。He 等人报告说，层数越多，单独一层对信号的改动往往越小。小不等于没有。',
    },
    source: { of: he2015, at: { en: '§ 4.2, Fig. 7', zh: '第 4.2 节，图 7' } },
    tested: { lesson: 'not-skipping', at: 'network' },
  },
  {
    id: 'must-be-zero',
    part: 2,
    says: {
      en: 'If the parameters are optimal by some layer, those of F in every further layer must be 0.',
      zh: '如果到某一层参数已经最优，再加多少层，F 的参数都一定是 0。',
    },
    quote: { words: 'F(x)的部分的参数一定是为0的', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'Zeros would do; nothing says that they must be. Further branches may also cancel one another, or together do better still.',
      zh: '取 0 当然可以，但没有什么说非取不可。新加的支路可以互相抵消，也可以合起来做得更好。',
    },
    source: { of: he2015, at: { en: '§ 1', zh: '第 1 节' } },
    tested: { lesson: 'weights-to-zero' },
  },
];
