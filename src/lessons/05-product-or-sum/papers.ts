/** Words of others, as printed where it says. */
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2016, studyNotes } from '../bibliography.ts';

const he = (words: string): Quotation => ({ source: he2016, at: { en: '§\u00a02', zh: '第 2 节' }, words });

export const quotes = {
  tiny: he('This implies that the gradient of a layer does not vanish even when the weights are arbitrarily small'),
} as const;

/** From section (4) of the notes. */
export const noteWords = {
  sum: {
    source: studyNotes,
    words: '将原来的累乘换成累加，从而引入常数项，避免了梯度的消失或者梯度的爆炸',
  },
} as const;
