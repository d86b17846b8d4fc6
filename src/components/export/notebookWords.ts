/** What the notebook says between its cells. */
import type { Language } from '../../i18n/language.ts';
import type { NotebookWords } from '../../model/export/notebook.ts';
import type { Agreement } from '../../model/export/rounding.ts';
import { armsInCode } from './roundingWords.ts';

const words = {
  title: {
    en: '# One experiment of Residual Lab\n\nData, initial weights and batches are those of the page, so the losses are too.',
    zh: '# 残差实验室的一个实验\n\n数据、初始权重和小批量都与网页上的相同，损失因此也相同。',
  },
  link: { en: 'The same experiment on the page:', zh: '网页上的同一个实验：' },
  fashion: {
    en: 'The images come from a file, `fashion14.bin`, which belongs beside this notebook:',
    zh: '图片来自文件 `fashion14.bin`，要放在这个笔记本旁边：',
  },
  own: {
    en: 'The data are their author’s own and stand in the next cell, in `OWN`: whoever gets this notebook gets them.',
    zh: '数据是作者自己的，就在下一格的 `OWN` 里：拿到这个笔记本，也就拿到了数据。',
  },
  experiment: { en: '## The experiment', zh: '## 实验' },
  generator: {
    en: '## Random numbers\n\nEvery use has a stream of its own, drawn from the seed and a label.',
    zh: '## 随机数\n\n每一处用到随机数的地方，都有自己的一串，由种子和标签决定。',
  },
  data: { en: '## Data and batches', zh: '## 数据与小批量' },
  network: {
    en: '## The network\n\n$y_l = \\lambda x_l + \\alpha F(x_l)$; the plain network is $\\lambda = 0$.',
    zh: '## 网络\n\n$y_l = \\lambda x_l + \\alpha F(x_l)$，普通网络就是 $\\lambda = 0$。',
  },
  arithmetic: {
    en: '## The page’s arithmetic\n\nThe operations of the page’s engine on float32, in its order. `EXACT` says how many steps of each arm are computed so with the seeds in `MEASURED`; with other seeds, or at other depths, it is 20. All later steps are PyTorch’s own.',
    zh: '## 网页的运算\n\n这里的单精度运算与网页的引擎相同，次序也相同。用 `MEASURED` 里的种子时，每一方有多少步这样算，写在 `EXACT` 里；换了种子或深度，就是 20 步。再往后都是 PyTorch 自己的运算。',
  },
  training: { en: '## Training', zh: '## 训练' },
  run: { en: '## Run', zh: '## 运行' },
  plot: {
    en: '## The curves\n\nOne line an arm and seed. This cell needs matplotlib.',
    zh: '## 曲线\n\n每一方、每个种子一条线。这一格需要 matplotlib。',
  },
} satisfies Record<string, Record<Language, string>>;

const closeness = {
  steady: {
    en: (seeds: string) =>
      `Over the first 20 steps they agree to 0.0001, as a share of those above 1. The page measured that with ${seeds}: trained again with the sums in another order and every weight off by up to half a millionth, no loss moves by as much. Later, rounding alone may part the curves.`,
    zh: (seeds: string) =>
      `前 20 步相差不超过 0.0001（大于 1 的损失按比例算）。网页上用${seeds}量过：换个求和次序、权重改动至多千万分之五，再训练一遍，损失的变化都不到这么多。再往后，单是舍入误差就可能让曲线分开。`,
  },
  replayed: {
    en: (seeds: string, arms: string) =>
      `Over the first 20 steps they agree to 0.0001, as a share of those above 1. In some arms of \`EXPERIMENT\` rounding grows from step to step. The page measured that with ${seeds}: trained again with the sums in another order and every weight off by up to half a millionth, the losses move by ${arms}. So these arms compute their first 20 steps in the page’s own order of operations, and the losses agree bit by bit. Later steps are PyTorch’s own, and rounding alone parts the curves.`,
    zh: (seeds: string, arms: string) =>
      `前 20 步相差不超过 0.0001（大于 1 的损失按比例算）。\`EXPERIMENT\` 的 \`arms\` 里，有的网络会把舍入误差一步步放大。网页上用${seeds}量过：换个求和次序、权重改动至多千万分之五，再训练一遍，损失就会变化（${arms}）。所以它们的前 20 步按网页的运算次序来算，损失的每一位都相同。再往后是 PyTorch 自己的运算，单是舍入误差就会让曲线分开。`,
  },
  'all replayed': {
    en: 'Over the first 20 steps they agree to 0.0001, as a share of those above 1. Nobody measured, when this notebook was made, whether rounding grows from step to step. So these steps are computed in the page’s own order of operations. Later, rounding alone may part the curves.',
    zh: '前 20 步相差不超过 0.0001（大于 1 的损失按比例算）。生成这个笔记本时，没能测量舍入误差会不会一步步放大，所以这 20 步都按网页的运算次序来算。再往后，单是舍入误差就可能让曲线分开。',
  },
};
const seedsIn = {
  en: (seeds: readonly number[]) => `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}`,
  zh: (seeds: readonly number[]) => `种子 ${seeds.join('、')}`,
};

function closenessIn(language: Language, agreement: Agreement): string {
  switch (agreement.kind) {
    case 'steady':
      return closeness.steady[language](seedsIn[language](agreement.rounding.seeds));
    case 'replayed': {
      const seeds = seedsIn[language](agreement.rounding.seeds);
      return closeness[agreement.kind][language](seeds, armsInCode(agreement.growing, language));
    }
    case 'all replayed':
      return closeness[agreement.kind][language];
  }
}

export const notebookWords = (language: Language): NotebookWords => ({
  title: words.title[language],
  link: words.link[language],
  fashion: words.fashion[language],
  own: words.own[language],
  closeness: (agreement) => closenessIn(language, agreement),
  experiment: words.experiment[language],
  generator: words.generator[language],
  data: words.data[language],
  network: words.network[language],
  arithmetic: words.arithmetic[language],
  training: words.training[language],
  run: words.run[language],
  plot: words.plot[language],
});
