/** Words of others, as printed where it says. */
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, studyNotes } from '../bibliography.ts';

const he = (words: string): Quotation => ({ source: he2015, at: { en: '§\u00a04.1', zh: '第 4.1 节' }, words });

export const quotes = {
  healthy: he('the backward propagated gradients exhibit healthy norms with BN'),
  notVanishing: he('We argue that this optimization difficulty is unlikely to be caused by vanishing gradients'),
  open: he('The reason for such optimization difficulties will be studied in the future'),
} as const;

/** From section (4) of the notes. */
export const noteWords = {
  solves: { source: studyNotes, words: '面临的问题是梯度消失或者梯度爆炸，而残差网络便很好的解决了这一点' },
} as const;
