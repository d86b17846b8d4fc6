/** Words of others, as printed where it says. */
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, studyNotes } from '../bibliography.ts';

export const quotes = {
  unlikely: {
    source: he2015,
    at: { en: '§ 3.1', zh: '第 3.1 节' },
    words: 'In real cases, it is unlikely that identity mappings are optimal',
  },
} satisfies Record<string, Quotation>;

export const noteWords = {
  drives: { source: studyNotes, words: '将会促使F(x)中的权重趋向于0' },
  helps: { source: studyNotes, words: '对于整个网络起到了优化的作用' },
} as const;
