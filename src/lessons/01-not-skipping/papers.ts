/** Words of others, as printed where it says. */
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, he2016, studyNotes } from '../bibliography.ts';

export const quotes = {
  noExtra: {
    source: he2015,
    at: { en: '§\u00a03.2', zh: '第 3.2 节' },
    words: 'introduce neither extra parameter nor computation complexity',
  },
  central: {
    source: he2016,
    at: { en: '§\u00a01', zh: '第 1 节' },
    words: 'The central idea of ResNets is to learn the additive residual function',
  },
} satisfies Record<string, Quotation>;

/** From sections (1) to (3) of the notes. */
export const noteWords = {
  notSkipping: { source: studyNotes, words: '残差网络并不是通过shortcut connections跳过中间的神经网络层' },
  output: { source: studyNotes, words: 'H(x)为该单元的输出结果' },
  trainedIdentity: { source: studyNotes, words: '当恒等映射被训练到最优的情况时，参数便趋向于0' },
  why: { source: studyNotes, words: '既然我们已经有了shortcut path，为何还需要main path' },
  necessity: { source: studyNotes, words: '也就是添加shortcut path的必要性' },
  pooling: { source: studyNotes, words: '多了一层对输入数据进行池化和BN的操作' },
} as const;
