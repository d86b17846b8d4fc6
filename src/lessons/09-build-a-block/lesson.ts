/** The block of the notes' code: its lines, its shapes, its size, its defects, and a race of convolutions. */
import type { Lesson } from '../lesson.ts';
import { outline } from './outline.ts';

export const buildABlock: Lesson = {
  ...outline,
  experiments: {},
  predictions: {
    'stage-five': {
      as: 'percent',
      options: [
        {
          key: 'tenth',
          label: {
            en: 'under 10%: its maps are the smallest, 2×2',
            zh: '不到 10%：它的特征图最小，只有 2×2',
          },
          from: 0,
          to: 0.1,
        },
        {
          key: 'fifth',
          label: {
            en: 'about 20%: it has three of the sixteen blocks',
            zh: '大约 20%：十六个块里它占三个',
          },
          from: 0.1,
          to: 0.35,
        },
        {
          key: 'half',
          label: {
            en: 'about 50%: as much as everything before it',
            zh: '大约 50%：和前面全部加起来差不多',
          },
          from: 0.35,
          to: 0.7,
        },
        {
          key: 'most',
          label: {
            en: 'about 90%: the rest hardly counts',
            zh: '大约 90%：其余的几乎不算什么',
          },
          from: 0.7,
          to: 1.01,
        },
      ],
    },
  },
  quiz: [
    { key: 'what-fits', misconceptions: ['plus-pads', 'projection-by-itself'] },
    { key: 'in-the-shortcut', misconceptions: ['pooling-in-shortcut', 'shortcut-never-weighs'] },
    { key: 'half-the-map', misconceptions: ['smaller-map-fewer-weights', 'weights-are-work'] },
    { key: 'seed-zero', misconceptions: ['seed-repeats-runs-only', 'seed-makes-filters-equal'] },
  ],
};
