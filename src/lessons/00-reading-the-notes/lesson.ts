/** Reading the notes: every statement of theirs, the reader's mark, the verdict, and the lesson that tests it. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { defaultArms, defaultExperiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';

export const spiral: Preset = {
  id: 'spiral',
  title: {
    en: 'He + layer norm, Adam, rate 0.003',
    zh: 'He 初始化 + 层归一化，Adam，学习率 0.003',
  },
  experiment: {
    ...defaultExperiment,
    dataset: 'spiral',
    width: 16,
    depth: 30,
    layersPerUnit: 2,
    order: 'pre',
    activation: 'relu',
    normalization: 'layer',
    finalNorm: true,
    initializer: 'he',
    optimizer: 'adam',
    rate: 0.003,
    steps: 300,
    batch: 64,
    arms: defaultArms,
    seeds: [1, 2, 3],
  },
};

export const readingTheNotes: Lesson = {
  id: 'reading-the-notes',
  number: 0,
  slug: 'reading-the-notes',
  minutes: 15,
  title: { en: 'Reading the notes', zh: '读笔记' },
  goal: {
    en: 'After this lesson you have taken a stand on every statement of a page of study notes, and you can tell which kind of evidence would decide each of them.',
    zh: '学完这一课，你已经对一页学习笔记里的每句话表过态，也能说出每句话要靠哪种证据来判定。',
  },
  needs: {
    en: 'no prerequisites beyond the chain rule',
    zh: '懂链式法则即可',
  },
  description: {
    en: 'Mark every statement of the study notes behind this course as true or not, and see the verdicts with the lessons that test them.',
    zh: '逐条判断本课程所依据的学习笔记：成立，还是不成立；再看判定，以及检验它的那一课。',
  },
  experiments: {
    'notes-try': {
      presets: [spiral],
      controls: ['depth', 'normalization'],
      more: ['dataset', 'initializer', 'activation', 'order', 'optimizer', 'rate', 'width', 'steps'],
      view: 'loss',
    },
  },
  predictions: {
    'how-many-hold': {
      as: 'percent',
      options: [
        {
          key: 'few',
          label: { en: 'hardly any: less than a fifth', zh: '极少：不到五分之一' },
          from: Number.NEGATIVE_INFINITY,
          to: 0.2,
        },
        { key: 'some', label: { en: 'some: 20% to 40%', zh: '少数：20% 到 40%' }, from: 0.2, to: 0.4 },
        { key: 'half', label: { en: 'about half: 40% to 60%', zh: '一半上下：40% 到 60%' }, from: 0.4, to: 0.6 },
        {
          key: 'most',
          label: { en: 'most: more than 60%', zh: '大多数：超过 60%' },
          from: 0.6,
          to: Number.POSITIVE_INFINITY,
        },
      ],
    },
  },
  quiz: [
    { key: 'if-and-may', misconceptions: ['drops-the-may', 'takes-the-if-for-granted'] },
    { key: 'what-decides', misconceptions: ['authority-decides', 'possible-means-actual'] },
    { key: 'what-one-run-shows', misconceptions: ['effect-names-its-cause', 'one-setting-is-all'] },
  ],
};
