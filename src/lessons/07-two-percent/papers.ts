/** Words of others, as printed where it says. */
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, studyNotes } from '../bibliography.ts';

export const quotes = {
  precondition: {
    source: he2015,
    at: { en: '§ 3.1', zh: '第 3.1 节' },
    words: 'our reformulation may help to precondition the problem',
  },
} as const satisfies Record<string, Quotation>;

/** From section (3), point (1), of the notes. */
export const noteWords = {
  sensitive: { source: studyNotes, words: '引入残差后的映射对输出的变化更敏感' },
  better: { source: studyNotes, words: '明显后者输出变化对权重的调整作用更大，所以效果更好' },
  common: { source: studyNotes, words: '去掉相同的主体部分，从而突出微小的变化' },
} as const;
