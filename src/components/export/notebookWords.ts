/** What the notebook says between its cells. */
import type { Language } from '../../i18n/language.ts';
import type { NotebookWords } from '../../model/export/notebook.ts';

const words = {
  title: {
    en: '# One experiment of Residual Lab\n\nData, initial weights and batches are those of the page, so the losses are too: over the first 20 steps they agree to about 0.0001. Later, rounding alone may part the curves.',
    zh: '# 残差实验室的一个实验\n\n数据、初始权重和小批量都与网页上的相同，损失因此也相同：前 20 步大约只差 0.0001。再往后，单是舍入误差就可能让曲线分开。',
  },
  link: { en: 'The same experiment on the page:', zh: '网页上的同一个实验：' },
  fashion: {
    en: 'The images come from a file, `fashion14.bin`, which belongs beside this notebook:',
    zh: '图片来自文件 `fashion14.bin`，要放在这个笔记本旁边：',
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
  experiment: words.experiment[language],
  generator: words.generator[language],
  data: words.data[language],
  network: words.network[language],
  training: words.training[language],
  run: words.run[language],
  plot: words.plot[language],
});
