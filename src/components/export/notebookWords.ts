/** What the notebook says between its cells. */
import type { Language } from '../../i18n/language.ts';
import type { NotebookWords } from '../../model/export/notebook.ts';

const words = {
  title: {
    en: '# One experiment of Residual Lab\n\nData, initial weights and batches are those of the page, so the losses are too: over the first 20 steps they agree to about 0.0001. Later, rounding alone may part the curves, and sooner where training multiplies small differences: by large steps, or in deep networks with batch norm.',
    zh: '# 残差实验室的一个实验\n\n数据、初始权重和小批量都与网页上的相同，损失因此也相同：前 20 步大约只差 0.0001。再往后，单是舍入误差就可能让曲线分开；步子太大，或批归一化的网络很深，分开得更早。',
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
  touchy: {
    en: 'Here some branches start at 0, so a norm divides by almost nothing and makes rounding errors up to 316 times as large in every unit: these networks may part from the page within a few steps, as float32 may from float64.',
    zh: '这里有的支路从 0 开始，归一化几乎是在除以 0，每过一个单元，舍入误差最多放大到 316 倍。这些网络的损失可能几步之内就与网页分开，float32 与 float64 之间也会如此。',
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
  training: { en: '## Training', zh: '## 训练' },
  run: { en: '## Run', zh: '## 运行' },
  plot: {
    en: '## The curves\n\nOne line an arm and seed. This cell needs matplotlib.',
    zh: '## 曲线\n\n每一方、每个种子一条线。这一格需要 matplotlib。',
  },
} satisfies Record<keyof NotebookWords, Record<Language, string>>;

export const notebookWords = (language: Language): NotebookWords => ({
  title: words.title[language],
  link: words.link[language],
  fashion: words.fashion[language],
  own: words.own[language],
  touchy: words.touchy[language],
  experiment: words.experiment[language],
  generator: words.generator[language],
  data: words.data[language],
  network: words.network[language],
  training: words.training[language],
  run: words.run[language],
  plot: words.plot[language],
});
