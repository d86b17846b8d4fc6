/** Reading the notes: every statement of theirs, the reader's mark, the verdict, and the lesson that tests it. */
import type { Preset } from '../../components/prose/LessonState.tsx';
import { defaultArms, defaultExperiment } from '../../model/experiment.ts';
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

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
  ...outline,
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
