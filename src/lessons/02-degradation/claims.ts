/** What the lesson says about its networks, as programs. Margins leave room for another engine's float32 arithmetic. */
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import type { Experiment } from '../../model/experiment.ts';
import type { Claim, Train } from '../lesson.ts';
import { finalOf, gapOf, initialRatioOf } from '../overSeeds.ts';
import { batchNorm, glorot } from './lesson.ts';

const plainOnly: Partial<Experiment> = { arms: [{ name: 'plain', overrides: { shortcutScale: 0 } }] };

const withBatchNorm = (changes: Partial<Experiment>): Experiment => ({ ...batchNorm.experiment, ...changes });
const withGlorot = (changes: Partial<Experiment>): Experiment => ({ ...glorot.experiment, ...changes });

/** Final training losses of both arms at a shallow and a deep network. */
async function losses(train: Train, shallow: Experiment, deep: Experiment) {
  const [few, many] = await Promise.all([train(shallow), train(deep)]);
  return {
    plainShallow: finalOf(few, 'plain', 'loss'),
    plainDeep: finalOf(many, 'plain', 'loss'),
    residualShallow: finalOf(few, 'residual', 'loss'),
    residualDeep: finalOf(many, 'residual', 'loss'),
  };
}

/** The worst seed of one beats the best of the other, and the medians differ by more than the margin. */
const clearlyAbove = (high: RecordedValue, low: RecordedValue, margin: number) =>
  high.min > low.max && high.median - low.median > margin;

/** Learning rates of the fairness check besides the lesson's own. */
const otherRates = [0.003, 0.01, 0.1] as const;

export const claims: readonly Claim[] = [
  {
    id: 'plain-degrades',
    statement: {
      en: 'With batch norm, the plain network of 30 layers ends with a higher training loss than the one of 10 layers, by more than 0.5 and on every seed.',
      zh: '用批归一化，30 层普通网络的最终训练损失高于 10 层的，每个种子都如此，中位数相差 0.5 以上。',
    },
    run: async (train) => {
      const values = await losses(train, withBatchNorm({ depth: 10 }), withBatchNorm({ depth: 30 }));
      return { values, holds: clearlyAbove(values.plainDeep, values.plainShallow, 0.5) };
    },
  },
  {
    id: 'residual-does-not',
    statement: {
      en: 'From 10 to 30 layers the residual network changes its final training loss by less than 0.1, and at 30 layers it ends more than 0.5 below the plain one.',
      zh: '从 10 层到 30 层，残差网络最终训练损失的变化不到 0.1；30 层时比普通网络低 0.5 以上。',
    },
    run: async (train) => {
      const values = await losses(train, withBatchNorm({ depth: 10 }), withBatchNorm({ depth: 30 }));
      const change = Math.abs(values.residualDeep.median - values.residualShallow.median);
      return { values, holds: change < 0.1 && clearlyAbove(values.plainDeep, values.residualDeep, 0.5) };
    },
  },
  {
    id: 'not-overfitting',
    statement: {
      en: 'The plain network of 30 layers sorts more than 15 percentage points fewer of its own training pictures than the one of 10 layers, and its test loss stays within 0.15 of its training loss.',
      zh: '30 层普通网络在训练图片上的准确率比 10 层的低 15 个百分点以上，而它的测试损失与训练损失相差不到 0.15。',
    },
    run: async (train) => {
      const [few, many] = await Promise.all([train(withBatchNorm({ depth: 10 })), train(withBatchNorm({ depth: 30 }))]);
      const values = {
        plainShallow: finalOf(few, 'plain', 'accuracy'),
        plainDeep: finalOf(many, 'plain', 'accuracy'),
        deepTrainLoss: finalOf(many, 'plain', 'loss'),
        deepTestLoss: finalOf(many, 'plain', 'loss', 'test'),
        gap: gapOf(many, 'plain'),
      };
      return { values, holds: values.gap.max < 0.15 && clearlyAbove(values.plainShallow, values.plainDeep, 0.15) };
    },
  },
  {
    id: 'gradient-arrives',
    statement: {
      en: 'Before the first step, the gradient at the first unit of the 30-layer plain network with batch norm is more than ten times that at the last: it does not vanish.',
      zh: '训练开始前，用批归一化的 30 层普通网络，第一个单元处的梯度是最后一个的 10 倍以上：没有消失。',
    },
    run: async (train) => {
      const ratio = initialRatioOf(await train(withBatchNorm({ depth: 30 })), 'plain');
      return { values: { ratio }, holds: ratio.min > 10 };
    },
  },
  {
    id: 'rate-is-fair',
    statement: {
      en: 'Whichever of the learning rates 0.003, 0.01, 0.03 and 0.1 suits the 30-layer plain network best, it ends more than 0.3 above the residual network at 0.03.',
      zh: '学习率取 0.003、0.01、0.03、0.1，30 层普通网络任选其中最好的一个，最终训练损失仍比学习率 0.03 的残差网络高 0.3 以上。',
    },
    run: async (train) => {
      const base = await train(withBatchNorm({ depth: 30 }));
      const others = await Promise.all(
        otherRates.map((rate) => train(withBatchNorm({ depth: 30, rate, ...plainOnly }))),
      );
      const tried = [base, ...others].map((result) => finalOf(result, 'plain', 'loss'));
      const [plain] = tried.filter(({ median }) => Number.isFinite(median)).sort((a, b) => a.median - b.median);
      const residual = finalOf(base, 'residual', 'loss');
      if (!plain) return { values: { residual }, holds: false };
      return { values: { plain, residual }, holds: clearlyAbove(plain, residual, 0.3) };
    },
  },
  {
    id: 'glorot-degrades',
    statement: {
      en: 'With Glorot weights, no normalisation and Adam, the plain network of 30 layers ends more than 0.3 above the one of 10 layers and above the residual one of 30.',
      zh: '用 Glorot 初始化、Adam、不加归一化，30 层普通网络的最终训练损失比 10 层的高 0.3 以上，也比 30 层残差网络高 0.3 以上。',
    },
    run: async (train) => {
      const values = await losses(train, withGlorot({ depth: 10 }), withGlorot({ depth: 30 }));
      const { plainShallow, plainDeep, residualDeep } = values;
      return {
        values,
        holds: clearlyAbove(plainDeep, plainShallow, 0.3) && clearlyAbove(plainDeep, residualDeep, 0.3),
      };
    },
  },
  {
    id: 'digits-degrade',
    statement: {
      en: 'On noisy digits, with Glorot weights and Adam, the plain network of 30 layers ends more than 0.5 above the one of 10 layers; the residual one of 30 stays below 0.3.',
      zh: '在带噪声的数字上，用 Glorot 初始化和 Adam，30 层普通网络的最终训练损失比 10 层的高 0.5 以上，30 层残差网络低于 0.3。',
    },
    run: async (train) => {
      const [few, many] = await Promise.all([
        train(withGlorot({ dataset: 'digits', depth: 10, ...plainOnly })),
        train(withGlorot({ dataset: 'digits', depth: 30 })),
      ]);
      const values = {
        plainShallow: finalOf(few, 'plain', 'loss'),
        plainDeep: finalOf(many, 'plain', 'loss'),
        residualDeep: finalOf(many, 'residual', 'loss'),
      };
      const worse = values.plainDeep.median - values.plainShallow.median;
      return { values, holds: worse > 0.5 && values.residualDeep.median < 0.3 };
    },
  },
  {
    id: 'spiral-degrades',
    statement: {
      en: 'On the spiral, with batch norm and momentum, the plain network of 30 layers ends more than ten times as high as the one of 2 layers; the residual one of 30 stays below 0.05 and below the plain one on every seed.',
      zh: '在螺旋数据上，用批归一化和动量，30 层普通网络的最终训练损失是 2 层的 10 倍以上；30 层残差网络低于 0.05，每个种子都比普通网络低。',
    },
    run: async (train) => {
      const [few, many] = await Promise.all([
        train(withBatchNorm({ dataset: 'spiral', width: 16, depth: 2, ...plainOnly })),
        train(withBatchNorm({ dataset: 'spiral', width: 16, depth: 30 })),
      ]);
      const values = {
        plainShallow: finalOf(few, 'plain', 'loss'),
        plainDeep: finalOf(many, 'plain', 'loss'),
        residualDeep: finalOf(many, 'residual', 'loss'),
      };
      const { plainShallow, plainDeep, residualDeep } = values;
      const worse = plainDeep.median > 10 * plainShallow.median && plainDeep.min > residualDeep.max;
      return { values, holds: worse && residualDeep.median < 0.05 };
    },
  },
  {
    id: 'plain-can-train',
    statement: {
      en: 'With tanh, orthogonal weights, no normalisation and rate 0.01, the plain network of 30 layers ends below 0.9 on every seed.',
      zh: '用 tanh、正交初始化、不加归一化，学习率 0.01，30 层普通网络的最终训练损失每个种子都低于 0.9。',
    },
    run: async (train) => {
      const result = await train(
        withBatchNorm({
          depth: 30,
          activation: 'tanh',
          initializer: 'orthogonal',
          normalization: 'none',
          finalNorm: false,
          rate: 0.01,
          ...plainOnly,
        }),
      );
      const plain = finalOf(result, 'plain', 'loss');
      return { values: { plain }, holds: plain.max < 0.9 };
    },
  },
];
