/** Words of others, as printed where it says. */
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, studyNotes } from '../bibliography.ts';

const he = (section: string, words: string): Quotation => ({
  source: he2015,
  at: { en: `§ ${section}`, zh: `第 ${section} 节` },
  words,
});

export const quotes = {
  ifOptimal: he(
    '3.1',
    'the solvers may simply drive the weights of the multiple nonlinear layers toward zero to approach identity mappings',
  ),
  unlikely: he('3.1', 'In real cases, it is unlikely that identity mappings are optimal'),
  less: he('4.2', 'an individual layer of ResNets tends to modify the signal less'),
} as const;

/** From sections (2) and (3) of the notes. */
export const noteWords = {
  driven: { source: studyNotes, words: '将会促使F(x)中的权重趋向于0' },
  trained: { source: studyNotes, words: '当恒等映射被训练到最优的情况时，参数便趋向于0' },
  must: { source: studyNotes, words: 'F(x)的部分的参数一定是为0的' },
  steps: { source: studyNotes, words: '也就是分很多步骤，逐步来' },
} as const;
