/** Words of others, as printed where it says. */
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, studyNotes } from '../bibliography.ts';

export const quotes = {
  addressed: {
    source: he2015,
    at: { en: '§ 1', zh: '第 1 节' },
    words: 'has been largely addressed by normalized initialization […] and intermediate normalization layers […]',
  },
} as const satisfies Record<string, Quotation>;

/** From section (4) of the notes. */
export const noteWords = {
  solves: {
    source: studyNotes,
    words: '面临的问题是梯度消失或者梯度爆炸，而残差网络便很好的解决了这一点',
  },
  sum: {
    source: studyNotes,
    words: '将原来的累乘换成累加，从而引入常数项，避免了梯度的消失或者梯度的爆炸',
  },
} as const;
