/** What the live unit says. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const words = {
  label: { en: 'One unit with its numbers', zh: '一个单元和其中的数' },
  labelTraining: { en: 'One unit in training', zh: '训练中的一个单元' },
  shortcut: { en: 'Shortcut', zh: '捷径' },
  connected: { en: 'connected', zh: '接通' },
  cut: { en: 'cut', zh: '断开' },
  order: { en: 'Order', zh: '次序' },
  post: { en: 'post-activation', zh: '后激活' },
  pre: { en: 'pre-activation', zh: '预激活' },
  show: { en: 'Show', zh: '显示' },
  forward: { en: 'values, forward', zh: '前向：数值' },
  backward: { en: 'derivatives, backward', zh: '反向：导数' },
  x: { en: 'Input x', zh: '输入 x' },
  w1: { en: 'Weight w₁', zh: '权重 w₁' },
  w2: { en: 'Weight w₂', zh: '权重 w₂' },
  lambda: { en: 'Shortcut scale λ', zh: '捷径系数 λ' },
  target: { en: 'Target', zh: '目标' },
  forwardSays: {
    en: 'The shortcut brings {{carried}}, the branch {{branch}}; their sum is {{sum}}, and {{out}} leaves the unit.',
    zh: '捷径送来 {{carried}}，支路送来 {{branch}}，相加得 {{sum}}，离开单元的是 {{out}}。',
  },
  forwardCut: {
    en: 'The shortcut is cut. The branch brings {{branch}}, and {{out}} leaves the unit.',
    zh: '捷径断开。支路送来 {{branch}}，离开单元的是 {{out}}。',
  },
  backwardSays: {
    en: 'Of the derivative, {{carried}} comes back by the shortcut and {{branch}} by the branch: {{sum}} at x.',
    zh: '传回的导数，经捷径的是 {{carried}}，经支路的是 {{branch}}，在 x 处合为 {{sum}}。',
  },

  work: { en: 'Operations for this x', zh: '这个 x 用了多少次运算' },
  count: { en: 'Count the operations', zh: '数一数运算' },
  uncounted: {
    en: 'Nothing has been counted yet. Locking your prediction starts the counter.',
    zh: '还没有计数。锁定预测后，计数器就会启动。',
  },
  operation: { en: 'Operation', zh: '运算' },
  multiplications: { en: 'multiplications', zh: '乘法' },
  additions: { en: 'additions', zh: '加法' },
  now: { en: 'now', zh: '现在' },
  saves: {
    en: 'Connecting the shortcut saves {{saved}} of {{all}} multiplications and adds {{more}} addition.',
    zh: '接通捷径，{{all}} 次乘法省下 {{saved}} 次，加法多了 {{more}} 次。',
  },
  everywhere: {
    en: 'Also counted: {{seeds}} units with random weights, in both orders, 21 inputs each. The largest share that any of them saved is {{share}}.',
    zh: '另外数过 {{seeds}} 个随机权重的单元，两种次序，各 21 个输入：省下的比例最大为 {{share}}。',
  },

  training: { en: 'Training', zh: '训练' },
  part: { en: 'Part', zh: '部件' },
  atFirst: { en: 'before', zh: '训练前' },
  gradient: { en: 'gradient', zh: '梯度' },
  nothing: { en: 'nothing to train', zh: '没有可训练的' },
  step: { en: 'One step', zh: '训练一步' },
  steps: { en: '50 steps', zh: '训练 50 步' },
  reset: { en: 'Reset', zh: '复位' },
  trainedSays: {
    en: 'After {{steps}} of SGD at rate {{rate}} the output is {{out}}; the target is {{target}}.',
    zh: 'SGD 学习率 {{rate}}，训练 {{steps}}后，输出 {{out}}，目标 {{target}}。',
  },
  oneStep: { en: '1 step', zh: '1 步' },
  manySteps: { en: '{{n}} steps', zh: '{{n}} 步' },
  stuck: {
    en: 'No gradient reaches the weights: a ReLU on the way is closed.',
    zh: '梯度到不了权重：路上有一个 ReLU 关着。',
  },
} satisfies Record<string, Bilingual>;

/** Puts values in the places of a sentence. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
