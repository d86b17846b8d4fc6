/** Numbers and words of others, as printed where it says. */
import type { PaperNumbers } from '../../components/prose/PaperTable.tsx';
import type { Quotation } from '../../components/prose/Sources.tsx';
import { he2015, studyNotes } from '../bibliography.ts';

/** ImageNet: the error of plain nets grows with depth, that of residual nets falls. */
export const table2: PaperNumbers = {
  source: he2015,
  at: { en: 'Table 2', zh: '表 2' },
  caption: {
    en: 'ImageNet, top-1 error on the validation set, %',
    zh: 'ImageNet 验证集 top-1 错误率（%）',
  },
  columns: [
    { en: 'network', zh: '网络' },
    { en: '18 layers', zh: '18 层' },
    { en: '34 layers', zh: '34 层' },
  ],
  rows: [
    { label: { en: 'plain', zh: '普通网络' }, arm: 'plain', cells: ['27.94', '28.54'] },
    { label: { en: 'residual', zh: '残差网络' }, arm: 'residual', cells: ['27.88', '25.03'] },
  ],
  note: {
    en: 'Mean over ten cut-outs of each picture (10-crop); shortcuts without parameters (option A).',
    zh: '每张图取十处裁剪，结果平均（10-crop）；捷径不带参数（方案 A）。',
  },
};

/** CIFAR-10: residual nets from 20 to 1202 layers. */
export const table6: PaperNumbers = {
  source: he2015,
  at: { en: 'Table 6', zh: '表 6' },
  caption: { en: 'CIFAR-10, test error of residual networks', zh: 'CIFAR-10，残差网络的测试错误率' },
  columns: [
    { en: 'layers', zh: '层数' },
    { en: 'parameters', zh: '参数' },
    { en: 'test error, %', zh: '测试错误率（%）' },
  ],
  rows: [
    { label: { en: '20', zh: '20' }, cells: ['0.27M', '8.75'] },
    { label: { en: '32', zh: '32' }, cells: ['0.46M', '7.51'] },
    { label: { en: '44', zh: '44' }, cells: ['0.66M', '7.17'] },
    { label: { en: '56', zh: '56' }, cells: ['0.85M', '6.97'] },
    { label: { en: '110', zh: '110' }, cells: ['1.7M', '6.43'] },
    { label: { en: '1202', zh: '1202' }, cells: ['19.4M', '7.93'] },
  ],
  note: {
    en: '110 layers: the best of five runs; their mean is 6.61\u00a0±\u00a00.16.',
    zh: '110 层取 5 次运行中最好的一次，5 次平均为 6.61\u00a0±\u00a00.16。',
  },
};

const he = (section: string, words: string): Quotation => ({
  source: he2015,
  at: { en: `§ ${section}`, zh: `第 ${section} 节` },
  words,
});

export const quotes = {
  construction: he('1', 'a deeper model should produce no higher training error than its shallower counterpart'),
  notVanishing: he('4.1', 'We argue that this optimization difficulty is unlikely to be caused by vanishing gradients'),
  open: he('4.1', 'The reason for such optimization difficulties will be studied in the future'),
} as const;

/** From section (4) of the notes, and from section (3), point (2). */
export const noteWords = {
  solves: {
    source: studyNotes,
    words: '面临的问题是梯度消失或者梯度爆炸，而残差网络便很好的解决了这一点',
  },
  must: { source: studyNotes, words: '与它相比我们的网络中必定有一些层是多余的' },
} as const;
