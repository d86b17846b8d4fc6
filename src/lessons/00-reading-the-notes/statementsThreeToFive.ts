/** What the notes say in part 3 (why a shortcut), part 4 (which problem is solved) and part 5 (how to build a block). */
import { glorot2010, greff2017, haninrolnick2018, he2015, he2016, studyNotes } from '../bibliography.ts';
import type { Statement } from './statement.ts';

const part3: readonly Statement[] = [
  {
    id: 'one-question',
    part: 3,
    says: {
      en: 'To ask why the main path is needed beside the shortcut is to ask why the shortcut is needed.',
      zh: '“有了捷径，为什么还要主路径”问的就是添加捷径的必要性。',
    },
    quote: { words: '既然我们已经有了shortcut path，为何还需要main path', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'Two opposite questions. Without the main path a unit returns its input and can learn nothing; without the shortcut it learns, and deep networks of such units train badly.',
      zh: '这是两个相反的问题。没有主路径，单元只会原样输出，什么也学不到；没有捷径，单元能学，只是这样的网络一深就难训练。',
    },
    tested: { lesson: 'not-skipping', at: 'two-questions' },
  },
  {
    id: 'made-to-be-optimised',
    part: 3,
    says: {
      en: 'Residual networks are there to make a neural network easier to optimise.',
      zh: '残差网络的目的，是让神经网络更容易优化。',
    },
    quote: { words: '残差网络的目的是使神经网络更利于优化', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'That is the purpose the paper names as well. The reason is another question: the notes give three, and each of them is a statement of its own below.',
      zh: '论文说的目的也是这个。为什么会更容易，是另一个问题：笔记给了三个理由，下面逐条来看。',
    },
    source: { of: he2015, at: { en: '§ 1', zh: '第 1 节' } },
    tested: { lesson: 'degradation', at: 'run' },
  },
  {
    id: 'two-and-hundred',
    part: 3,
    says: {
      en: 'From 5.1 to 5.2 the output of a plain map grows by 2%, the residual part of a residual one by 100%.',
      zh: '从 5.1 到 5.2，普通映射的输出增加约 2%，残差映射的残差部分增加 100%。',
    },
    quote: { words: '映射F是从0.1到0.2，增加了100%', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'F is here the map before the plus and H the one behind it, so H(5) = F(5) + 5 and F(5) = 0.1. The arithmetic: 0.1/5.1 = 1/51, about 1.96%, and 0.1/0.1 = 100%. What follows from it is another matter.',
      zh: '这里的 F 是相加之前的映射，H 是相加之后的，H(5) = F(5) + 5，所以 F(5) = 0.1。算一下：0.1/5.1 = 1/51，约 1.96%；0.1/0.1 = 100%。由此能推出什么，是另一回事。',
    },
    tested: { lesson: 'two-percent' },
  },
  {
    id: 'more-sensitive',
    part: 3,
    says: {
      en: 'So the residual map is more sensitive to the output, its weights are adjusted more, and it learns better.',
      zh: '所以残差映射对输出变化更敏感，对权重的调整更大，效果更好。',
    },
    quote: { words: '明显后者输出变化对权重的调整作用更大，所以效果更好', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'The percentage never enters the update: ∂y/∂w is x in both, so equal errors give equal gradients. Of one layer the authors write that they “have not observed advantages”. What moves is the zero of the weights.',
      zh: '更新公式里没有百分比这一项：两者的 ∂y/∂w 都是 x，误差相同，梯度就相同。只有一层时，作者说没有观察到好处。真正变了的，是权重的零点。',
    },
    source: { of: he2015, at: { en: '§ 3.2', zh: '第 3.2 节' } },
    tested: { lesson: 'two-percent' },
  },
  {
    id: 'remove-common-part',
    part: 3,
    says: {
      en: 'The idea of the residual is to take away what is common, so that a small change stands out.',
      zh: '残差的思想是去掉相同的主体部分，突出微小的变化。',
    },
    quote: { words: '残差的思想都是去掉相同的主体部分，从而突出微小的变化', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'As an image, yes. The authors name relatives of the idea: residual vectors in image retrieval, multigrid methods and preconditioning. An image proves nothing about learning, though.',
      zh: '作为比喻是对的。作者也提到同类的想法：图像检索里的残差向量、多重网格法、预条件。不过比喻证明不了学得好不好。',
    },
    source: { of: he2015, at: { en: '§ 2', zh: '第 2 节' } },
    tested: { lesson: 'two-percent' },
  },
  {
    id: 'redundant-layers',
    part: 3,
    says: {
      en: 'A network that is too deep must have redundant layers; only if they learn the identity can it match the best one.',
      zh: '过深的网络必定有多余的层；只有这些层学成恒等变换，才能赶上最好的网络。',
    },
    quote: { words: '我们的网络中必定有一些层是多余的', language: 'zh' },
    verdict: 'partly',
    beside: {
      en: 'As an argument that good weights exist it is the paper’s own. “Must” and “only” go too far: the layers may share the work, and the deeper network may come out ahead.',
      zh: '用来论证“好的权重存在”，这正是论文的论证。“必定”和“只有”说过头了：各层可以分担，更深的网络也可能更好。',
    },
    source: { of: he2015, at: { en: '§ 1', zh: '第 1 节' } },
    tested: { lesson: 'degradation', at: 'why' },
  },
  {
    id: 'zero-is-nearer',
    part: 3,
    says: {
      en: 'Where a unit should return its input, F(x) = 0 is easier to learn than F(x) = x without a shortcut.',
      zh: '单元应当原样输出时，学 F(x) = 0，比没有捷径时学 F(x) = x 容易。',
    },
    quote: { words: '在残差网络中，拟合的目标成了x-x=0', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'Initial weights and weight decay are both centred on 0, while the identity is one particular matrix in every layer. The authors say the same; lesson 8 measures it.',
      zh: '初值和权重衰减都以 0 为中心，而恒等映射要每层都恰好是某个矩阵。作者也这么说，第 8 课有实测。',
    },
    source: { of: he2015, at: { en: '§ 1', zh: '第 1 节' } },
    tested: { lesson: 'weights-to-zero' },
  },
  {
    id: 'many-steps',
    part: 3,
    says: {
      en: 'That is because the plain network wants it in one go, and the residual one proceeds in many steps.',
      zh: '这是因为普通网络想一步到位，残差网络分很多步骤逐步来。',
    },
    quote: { words: '也就是分很多步骤，逐步来，这比前者要容易得多', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'A target of 0 makes nothing gradual; the number of layers is the same on both sides. That successive blocks refine one estimate is a different observation, about networks that have been trained.',
      zh: '目标是 0，并不会让什么变成“逐步”；两边的层数一样多。说相继各块在修正同一个估计，那是另一项观察，对象是训练好的网络。',
    },
    source: { of: greff2017 },
    tested: { lesson: 'weights-to-zero' },
  },
  {
    id: 'closer-to-identity',
    part: 3,
    says: {
      en: 'If the best function is nearer to the identity than to zero, it should be easier to find as a change of the identity.',
      zh: '如果最优函数离恒等映射比离零映射近，以恒等映射为参照去找它的偏离应当更容易。',
    },
    quote: {
      words: 'If the optimal function is closer to an identity mapping than to a zero mapping',
      language: 'en',
    },
    verdict: 'right',
    beside: {
      en: 'With its “if” and its “should”, that is: the authors call it a help in preconditioning. Turn the condition round, and the advantage changes sides.',
      zh: '只要留着“如果”和“应当”：作者把它看作一种预条件。条件反过来，优势也跟着换边。',
    },
    source: { of: he2015, at: { en: '§ 3.1', zh: '第 3.1 节' } },
    tested: { lesson: 'two-percent' },
  },
];

const part4: readonly Statement[] = [
  {
    id: 'gradients-vanish',
    part: 4,
    says: {
      en: 'In a deep network without shortcuts the gradient can vanish or explode on its way back.',
      zh: '没有捷径的深层网络里，梯度往回传时可能消失，也可能爆炸。',
    },
    quote: { words: '在深层次的神经网络中，当学习到的内容进行反向传递以修改参数时', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'It can, as a product of many factors can. It need not. Activation and initial weights decide, and some plain networks of 50 layers keep their gradient.',
      zh: '可能：许多因子连乘，就会这样。但不是一定，要看激活函数和初始权重；有的 50 层普通网络，梯度就保得住。',
    },
    source: { of: glorot2010 },
    tested: { lesson: 'product' },
  },
  {
    id: 'main-problem',
    part: 4,
    says: {
      en: 'The main problem that residual networks solve is the vanishing or exploding gradient.',
      zh: '残差网络解决的主要问题是梯度消失或梯度爆炸。',
    },
    quote: { words: '面临的问题是梯度消失或者梯度爆炸，而残差网络便很好的解决了这一点', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'The paper of 2015 calls that problem “largely addressed” before it begins. Its own problem is degradation, in networks whose gradients “exhibit healthy norms with BN” (§ 4.1).',
      zh: '2015 年的论文一开头就说，那个问题已经大体解决。它要解决的是退化，而那些退化的网络，用了 BN，梯度的范数是健康的（第 4.1 节）。',
    },
    source: { of: he2015, at: { en: '§ 1, § 4.1', zh: '第 1 节、第 4.1 节' } },
    tested: { lesson: 'healthy-norms' },
  },
  {
    id: 'equations-3-to-5',
    part: 4,
    says: {
      en: 'Where h and f both do nothing, a later state is an earlier one plus a sum of branches, and a 1 appears in the gradient.',
      zh: '若 h 和 f 都什么也不做，后面的状态就等于前面的状态加上各支路之和，梯度里会出现一个 1。',
    },
    quote: { words: '从而引入常数项', language: 'zh' },
    verdict: 'right',
    beside: {
      en: 'Under these two conditions, yes: Eq. (3) to (5) of the paper, which the notes show as a picture. The 1 stands for the identity matrix. The block of 2015 does not meet the second condition.',
      zh: '有这两个条件就成立：这是论文的式 (3) 到式 (5)，笔记里是一张图。那个 1 代表单位矩阵。2015 年的残差块不满足第二个条件。',
    },
    source: { of: he2016, at: { en: '§ 2', zh: '第 2 节' } },
    tested: { lesson: 'product-or-sum' },
  },
  {
    id: 'product-becomes-sum',
    part: 4,
    says: {
      en: 'The shortcut replaces the product of the chain rule by a sum.',
      zh: '捷径把链式法则里的累乘换成了累加。',
    },
    quote: { words: '通过在反向求偏导数的过程中，将原来的累乘换成累加', language: 'zh' },
    verdict: 'partly',
    beside: {
      en: 'The product is still there: its factors change from w to 1 + w. Multiplied out it is a sum of 2 to the power L terms, one for each path, and these depend on one another.',
      zh: '累乘还在，只是每个因子从 w 变成了 1 + w。乘开以后确实是和，共 2 的 L 次方项，每条路径一项，各项并不独立。',
    },
    source: { of: he2016, at: { en: 'Eq. (5)', zh: '式 (5)' } },
    tested: { lesson: 'product-or-sum' },
  },
  {
    id: 'neither-nor',
    part: 4,
    says: {
      en: 'With the constant term, gradients can neither vanish nor explode.',
      zh: '有了常数项，梯度既不会消失，也不会爆炸。',
    },
    quote: { words: '避免了梯度的消失或者梯度的爆炸', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'With He’s initial weights and no normalisation, a deep residual network explodes from the start, unless its branches are scaled down. With λ = 0.5 on the shortcut, or factors 1 + w that are small, gradients vanish as well.',
      zh: '用 He 初始化，不加归一化，又不缩小支路，深的残差网络一开始就会爆炸。捷径系数取 0.5，或者 1 + w 偏小，梯度也照样消失。',
    },
    source: { of: haninrolnick2018 },
    tested: { lesson: 'explosion' },
  },
  {
    id: 'never-minus-one',
    part: 4,
    says: {
      en: 'The gradient is not cancelled, since what is added to the 1 cannot be −1 for every sample.',
      zh: '梯度不会被抵消，因为加在 1 上的那部分，不会对每个样本都是 −1。',
    },
    quote: { words: 'cannot be always -1 for all samples in a mini-batch', language: 'en' },
    verdict: 'partly',
    beside: {
      en: 'As an argument about one number it holds, and only against a gradient of exactly 0. The 1 is a matrix, and it may be cancelled in part. A gradient that shrinks a little at every unit is not excluded.',
      zh: '对一个数来说，这个理由成立，排除的也只是恰好为 0 的梯度。那个 1 是矩阵，可以抵消一部分。每过一个单元就小一点，它并没有排除。',
    },
    source: { of: he2016, at: { en: '§ 2', zh: '第 2 节' } },
    tested: { lesson: 'product-or-sum', at: 'derivation' },
  },
  {
    id: 'arbitrarily-small',
    part: 4,
    says: {
      en: 'The gradient of a layer does not vanish even when the weights are arbitrarily small.',
      zh: '哪怕权重任意小，一层的梯度也不会消失。',
    },
    quote: {
      words: 'This implies that the gradient of a layer does not vanish even when the weights are arbitrarily small',
      language: 'en',
    },
    verdict: 'partly',
    beside: {
      en: 'True of the gradient that reaches the state x. The gradient of the weights of a branch of two layers shrinks along with the weights, and is exactly 0 where they all are.',
      zh: '对状态 x 收到的梯度成立。两层支路里“权重”的梯度却随权重一起变小；权重全为 0 时，它恰好为 0。',
    },
    source: { of: he2016, at: { en: '§ 2', zh: '第 2 节' } },
    tested: { lesson: 'product-or-sum' },
  },
];

const part5: readonly Statement[] = [
  {
    id: 'picture-and-code',
    part: 5,
    says: {
      en: 'The listing identity_block builds the block that the picture above it shows.',
      zh: '代码 identity_block 搭的就是它上面那张图里的块。',
    },
    quote: { words: '首先我们需要构建identity block模块', language: 'zh' },
    verdict: 'partly',
    beside: {
      en: 'It builds a residual block, only not that one: the picture has two layers, the code a bottleneck of three. It starts all layers of one shape as copies (seed=0), and serves only where the number of channels stays.',
      zh: '搭的是残差块，但不是图里那个：图是两层，代码是三层的瓶颈结构。它还让形状相同的层起步时一模一样（seed=0），而且只适用于通道数不变的地方。',
    },
    source: { of: he2015, at: { en: 'Fig. 5', zh: '图 5' } },
    tested: { lesson: 'build-a-block', at: 'lines' },
  },
  {
    id: 'pooling-on-shortcut',
    part: 5,
    says: {
      en: 'In convolutional_block the shortcut pools its input and normalises it, so that the sizes match.',
      zh: '在 convolutional_block 里，捷径对输入做池化和 BN，使维度一致。',
    },
    quote: { words: '多了一层对输入数据进行池化和BN的操作', language: 'zh' },
    verdict: 'wrong',
    beside: {
      en: 'The line of code says Conv2D: a 1×1 convolution with a stride, and BN. It is the projection of Eq. (2), and it has weights; pooling has none.',
      zh: '那行代码写的是 Conv2D：带步幅的 1×1 卷积，再加 BN。它是式 (2) 的投影，有权重；池化没有权重。',
    },
    source: { of: studyNotes, at: { en: '(5)', zh: '(5)' } },
    tested: { lesson: 'build-a-block', at: 'fits' },
  },
];

export const statementsThreeToFive: readonly Statement[] = [...part3, ...part4, ...part5];
