/** Numbers and words of others, as printed where it says. */
import type { PaperNumbers } from '../../components/prose/PaperTable.tsx';
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, he2016 } from '../bibliography.ts';

/** What the kind of shortcut is worth where the shape changes. */
export const table3: PaperNumbers = {
  source: he2015,
  at: { en: 'Table 3', zh: '表 3' },
  caption: {
    en: 'ImageNet, ResNet-34, error on the validation set, %',
    zh: 'ImageNet 验证集错误率（%），ResNet-34',
  },
  columns: [
    { en: 'shortcuts', zh: '捷径' },
    { en: 'top-1', zh: 'top-1' },
    { en: 'top-5', zh: 'top-5' },
  ],
  rows: [
    { label: { en: 'none: plain', zh: '没有：普通网络' }, arm: 'plain', cells: ['28.54', '10.02'] },
    { label: { en: 'A: zeros for new channels', zh: 'A：新通道补零' }, arm: 'residual', cells: ['25.03', '7.76'] },
    {
      label: { en: 'B: projection where the shape changes', zh: 'B：形状改变处投影' },
      arm: 'residual',
      cells: ['24.52', '7.46'],
    },
    { label: { en: 'C: projection everywhere', zh: 'C：处处投影' }, arm: 'residual', cells: ['24.19', '7.40'] },
  ],
  note: {
    en: '10-crop testing.',
    zh: '10-crop 测试。',
  },
};

export const quotes = {
  approximate: {
    source: he2016,
    at: { en: '§ 4', zh: '第 4 节' },
    words: 'so Eqn.(5) and (8) are approximate in the above experiments',
  },
} as const satisfies Record<string, Quotation>;
