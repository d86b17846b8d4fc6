/** What training makes of layers that start as copies of each other. */
import { type ConvExperiment, defaultRace } from '../../model/conv/experiment.ts';
import type { Claim } from '../lesson.ts';
import { overSeeds } from '../overSeeds.ts';

const seeds = [1, 2, 3] as const;
const steps = 150;

export const copies: Claim = {
  id: 'clones-trained',
  statement: {
    en: `Layers of one shape that start as copies do not stay copies, and do not forget it either: after ${steps} steps of the residual network of 14 weight layers their kernels have a mean cosine between 0.6 and 0.95, on every seed. With a seed for each layer it is below 0.1.`,
    zh: `形状相同、起步时互为复制品的层，训练后不再相同，却也没有变得毫不相干：14 个权重层的残差网络训练 ${steps} 步后，它们的卷积核两两之间余弦的平均值，每个种子都在 0.6 到 0.95 之间。每层用自己的种子时，不到 0.1。`,
  },
  run: async (_train, _ask, race) => {
    const trained = async (start: NonNullable<ConvExperiment['start']>) => {
      const found = [];
      for (const seed of seeds) {
        const [arm] = await race({ ...defaultRace, depth: 14, arms: ['residual'], steps, seed, start });
        const last = arm?.divergedAt === undefined ? arm?.scores.at(-1) : undefined;
        found.push({ likeness: last?.likeness ?? Number.NaN, accuracy: last?.score.accuracy ?? Number.NaN });
      }
      return {
        likeness: overSeeds(found.map(({ likeness }) => likeness)),
        accuracy: overSeeds(found.map(({ accuracy }) => accuracy)),
      };
    };
    const [copied, own] = [await trained('copies'), await trained('own')];
    const values = {
      copied: copied.likeness,
      own: own.likeness,
      copiedAccuracy: copied.accuracy,
      ownAccuracy: own.accuracy,
    };
    const holds =
      values.copied.min > 0.6 && values.copied.max < 0.95 && Math.max(Math.abs(values.own.min), values.own.max) < 0.1;
    return { values, holds };
  },
};
