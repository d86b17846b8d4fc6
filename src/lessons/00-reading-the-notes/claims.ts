/** The one statement of the notes that this lesson decides on the spot, as a program. */
import type { Claim } from '../lesson.ts';
import { finalOf } from '../overSeeds.ts';
import { spiral } from './lesson.ts';

const seeds = [1, 2, 3, 4, 5];
const atDepth = (depth: number) => ({ ...spiral.experiment, depth, seeds });

export const claims: readonly Claim[] = [
  {
    id: 'helps-at-thirty',
    statement: {
      en: 'On the spiral, with layer norm and Adam, the plain network of 30 layers ends above 0.4 and the residual one below 0.05, on each of five seeds.',
      zh: '在螺旋数据上，用层归一化和 Adam，30 层普通网络的最终训练损失都高于 0.4，残差网络都低于 0.05（5 个种子）。',
    },
    run: async (train) => {
      const result = await train(atDepth(30));
      const values = {
        plain: finalOf(result, 'plain', 'loss'),
        residual: finalOf(result, 'residual', 'loss'),
        plainAccuracy: finalOf(result, 'plain', 'accuracy'),
        residualAccuracy: finalOf(result, 'residual', 'accuracy'),
      };
      return { values, holds: values.plain.min > 0.4 && values.residual.max < 0.05 };
    },
  },
  {
    id: 'not-needed-at-two',
    statement: {
      en: 'At 2 layers both networks end below 0.05, on each of five seeds.',
      zh: '2 层时，两个网络的最终训练损失都低于 0.05，5 个种子个个如此。',
    },
    run: async (train) => {
      const result = await train(atDepth(2));
      const values = { plain: finalOf(result, 'plain', 'loss'), residual: finalOf(result, 'residual', 'loss') };
      return { values, holds: values.plain.max < 0.05 && values.residual.max < 0.05 };
    },
  },
];
