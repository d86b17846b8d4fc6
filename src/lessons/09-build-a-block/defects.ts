/** What is to be said against the lines of the notes' identity_block, and what speaks for the others. Pure; science in the lesson. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { docstring, notesCode } from './notesCode.ts';

/** fault: to be corrected. choice: runs, but does not do what the text around it says. minor: worth a remark. */
export type Weight = 'fault' | 'choice' | 'minor' | 'none';

export interface Reviewed {
  readonly text: string;
  readonly weight: Weight;
  /** What is wrong with the line, or why nothing is. */
  readonly says: Bilingual;
}

const seed: Pick<Reviewed, 'weight' | 'says'> = {
  weight: 'fault',
  says: {
    en: 'Two things. seed=0 starts every layer of this shape with the same numbers, in all blocks. And Glorot’s variance is that of nearly linear units; ResNets were trained with He’s, which suits ReLU.',
    zh: '两处。seed=0 让形状相同的层在所有块里都以同样的数起步。Glorot 的方差针对近似线性的单元；ResNet 训练时用的是 He 的方差，适合 ReLU。',
  },
};
const norm: Pick<Reviewed, 'weight' | 'says'> = {
  weight: 'minor',
  says: {
    en: 'axis=3 takes for granted that the channels come last. Where they come first, this norms the columns of the picture, and no error says so.',
    zh: 'axis=3 认定通道排在最后。若通道排在前面，这一行归一化的就是图片的列，也不会报错。',
  },
};
const relu: Pick<Reviewed, 'weight' | 'says'> = {
  weight: 'none',
  says: {
    en: 'Convolution, norm, ReLU: the order of the paper.',
    zh: '卷积、归一化、ReLU，正是论文的次序。',
  },
};
const plain = (en: string, zh: string): Pick<Reviewed, 'weight' | 'says'> => ({ weight: 'none', says: { en, zh } });

/** One for each line of the code, in order. */
const verdicts: readonly Pick<Reviewed, 'weight' | 'says'>[] = [
  plain(
    'f and the filters are arguments, so one function serves every stage.',
    'f 和卷积核个数都是参数，一个函数供各个阶段用。',
  ),
  plain('Named layers can be found again.', '层有名字，以后好找。'),
  plain('The same for the norms.', '归一化同样有名字。'),
  plain(
    'Three numbers of filters. That F3 must equal the channels of X is what the plus will ask.',
    '三层卷积核的个数。F3 必须等于 X 的通道数，那是加号提的要求。',
  ),
  plain(
    'A name, not a copy. The numbers are not changed by what follows.',
    '这是起名字，不是复制。后面的行不会改动这些数。',
  ),
  seed,
  norm,
  relu,
  seed,
  norm,
  relu,
  seed,
  norm,
  {
    weight: 'choice',
    says: {
      en: 'It adds X as it came in, whatever its shape. There is no projection for the case that channels or size change; the fuller notes need a second function for it.',
      zh: '不管 X 是什么形状，都原样拿来加。通道数或大小改变时没有投影可用，完整版笔记只好另写一个函数。',
    },
  },
  {
    weight: 'choice',
    says: {
      en: 'The block of 2015, and it trains. But the notes print an equation that adds up all branches and needs nothing behind the plus. With this ReLU it holds only where the sum is not negative.',
      zh: '这是 2015 年的块，训练得动。可笔记印着把各支路一路加下去的公式，它要求加号之后不再变换。有了这个 ReLU，只在和不为负的地方成立。',
    },
  },
  {
    weight: 'fault',
    says: {
      en: 'A stray print. ResNet-50 calls this function twelve times, so “finished” appears twelve times while the network is built, and nothing is finished.',
      zh: '忘了删的打印。ResNet-50 要调用它十二次，网络还没搭完，“finished”已经打印了十二遍。',
    },
  },
  plain('It hands on what the last ReLU gave.', '交出最后那个 ReLU 的结果。'),
];

const code = notesCode.map(({ text }, index): Reviewed => {
  const verdict = verdicts[index];
  if (!verdict) throw new Error(`line ${index + 1} has not been reviewed`);
  return { text, ...verdict };
});
const [head, ...rest] = code;
const described: readonly Reviewed[] = [
  {
    text: docstring.figure,
    weight: 'minor',
    says: {
      en: 'There is no Figure 4 here; it belongs to the course that the code was adapted from. The picture above the code in the notes shows a block of two layers, this one has three.',
      zh: '这里没有图 4，它属于代码改编自的那门课。笔记里代码上方的图是两层的块，这里是三层。',
    },
  },
  {
    text: docstring.returns,
    weight: 'minor',
    says: {
      en: 'The batch is missing: the output is (m, n_H, n_W, n_C), as the line for the input has it.',
      zh: '漏了批：输出是 (m, n_H, n_W, n_C)，说明输入的那一行就写对了。',
    },
  },
];
export const review: readonly Reviewed[] = head ? [head, ...described, ...rest] : described;

/** Lines that a reviewer should not sign. */
export const due = (line: Reviewed): boolean => line.weight === 'fault' || line.weight === 'choice';

export interface Tally {
  readonly found: number;
  readonly due: number;
  /** Marked, though only worth a remark. */
  readonly remarks: number;
  /** Marked, though nothing is wrong with them. */
  readonly sound: number;
}

/** What the marks come to. @param marked indices into `review` */
export function tally(marked: ReadonlySet<number>): Tally {
  const count = (wanted: (line: Reviewed) => boolean) =>
    review.filter((line, i) => marked.has(i) && wanted(line)).length;
  return {
    found: count(due),
    due: review.filter(due).length,
    remarks: count(({ weight }) => weight === 'minor'),
    sound: count(({ weight }) => weight === 'none'),
  };
}
