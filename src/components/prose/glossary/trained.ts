import type { GlossaryGroup } from './term.ts';

export const trained: GlossaryGroup = {
  id: 'trained',
  title: { en: 'Inside a trained network', zh: '训练好的网络里' },
  terms: [
    {
      id: 'path',
      name: { en: 'path', zh: '路径' },
      also: { en: 'unravelled view, of all paths', zh: '全部路径合称展开视图' },
      says: {
        en: 'One way through the network, by branch or by shortcut at each block; L blocks have two to the power L of them.',
        zh: '穿过网络的一种走法，在每块处走支路或走捷径；L 块共有 2 的 L 次方种。',
      },
    },
    {
      id: 'ensemble',
      name: { en: 'ensemble', zh: '集成' },
      says: { en: 'Several models that answer together.', zh: '几个模型一起作答。' },
    },
    {
      id: 'lesion',
      name: { en: 'lesion', zh: '损伤实验' },
      says: {
        en: 'Removing a part after training, to see what the rest does without it.',
        zh: '训练之后拿掉一块，看其余部分还能做什么。',
      },
    },
    {
      id: 'ablation',
      name: { en: 'ablation', zh: '消融实验' },
      says: {
        en: 'Removing a part before training, to see what is learned without it.',
        zh: '训练之前拿掉一块，看缺了它能学成什么样。',
      },
    },
    {
      id: 'read-out',
      name: { en: 'read-out', zh: '逐层读出' },
      says: {
        en: 'Letting the last layer answer half-way, from the state after each block.',
        zh: '让输出层中途作答：每块之后的状态，各读一次。',
      },
    },
    {
      id: 'iterative-refinement',
      name: { en: 'iterative refinement', zh: '迭代精化' },
      says: {
        en: 'The view that each block amends the same representation a little.',
        zh: '一种看法：各块只是把同一个表示改一点。',
      },
    },
    {
      id: 'euler-method',
      name: { en: 'Euler’s method', zh: '欧拉法' },
      says: {
        en: 'Following a curve of known slope in short straight steps; x + F(x) has the form of one such step.',
        zh: '知道斜率，就沿着它一小步一小步直走；x + F(x) 正是这样一步。',
      },
    },
    {
      id: 'neural-ode',
      name: { en: 'neural ODE', zh: '神经常微分方程' },
      says: {
        en: 'A network whose layers have become continuous: depth turns into the time of a differential equation.',
        zh: '层数趋于连续的网络，深度成了微分方程里的时间。',
      },
    },
  ],
};
