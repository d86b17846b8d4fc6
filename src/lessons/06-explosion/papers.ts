/** Numbers and words of others, as printed where it says. */
import type { PaperNumbers } from '../../components/prose/PaperTable.tsx';
import type { Quotation } from '../../components/prose/Sources.tsx';
import { desmith2020, goyal2017, studyNotes } from '../bibliography.ts';

/** ImageNet, ResNet-50: what it brings to start every block at the identity. */
export const zeroGamma: PaperNumbers = {
  source: goyal2017,
  at: { en: 'Table 2b', zh: '表 2b' },
  caption: {
    en: 'ResNet-50 on ImageNet, top-1 error on the validation set, %',
    zh: 'ResNet-50，ImageNet 验证集 top-1 错误率（%）',
  },
  columns: [
    { en: 'γ', zh: 'γ' },
    { en: 'mini-batch 256', zh: '小批量 256' },
    { en: 'mini-batch 8k', zh: '小批量 8k' },
  ],
  rows: [
    { label: { en: 'from\u00a01', zh: '从 1 起' }, cells: ['23.84\u00a0±\u00a00.18', '24.11\u00a0±\u00a00.07'] },
    { label: { en: 'from\u00a00', zh: '从 0 起' }, cells: ['23.60\u00a0±\u00a00.12', '23.74\u00a0±\u00a00.09'] },
  ],
};

export const quotes = {
  normalizing: {
    source: desmith2020,
    at: { en: 'abstract', zh: '摘要' },
    words: 'a normalizing factor on the order of the square root of the network depth',
  },
} as const satisfies Record<string, Quotation>;

/** From section (4) of the notes. */
export const noteWords = {
  avoided: {
    source: studyNotes,
    words: '将原来的累乘换成累加，从而引入常数项，避免了梯度的消失或者梯度的爆炸',
  },
} as const;
