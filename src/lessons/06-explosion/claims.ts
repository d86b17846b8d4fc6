/** What the lesson says about its networks, as programs. Margins leave room for another engine's float32 arithmetic. */
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import type { Experiment } from '../../model/experiment.ts';
import { gradientRatio } from '../../model/telemetry.ts';
import type { ArmResult, RunResult } from '../../model/train.ts';
import type { Claim, Train } from '../lesson.ts';
import { finalOf, overSeeds } from '../overSeeds.ts';
import { type RemedyKey, unfixed, withRemedy } from './settings.ts';
import { decadesPerUnit, doubling, stateGrowth } from './start.ts';

const seeds = [1, 2, 3, 4, 5] as const;
const five = (key: RemedyKey, further: Partial<Experiment> = {}): Experiment => withRemedy(key, { seeds, ...further });
/** For what hardly differs between seeds. */
const three = { seeds: [1, 2, 3] } as const;
const fast = { rate: 0.1 } as const;
/** Only the start counts: one step. */
const start = { steps: 1 } as const;

/** The one arm of these runs. @throws when the run has none. */
function only(result: RunResult): ArmResult {
  const [arm] = result.arms;
  if (!arm) throw new Error('the run has no arm');
  return arm;
}
const growthOf = (result: RunResult): RecordedValue => {
  const { layout, seeds: runs } = only(result);
  return overSeeds(runs.map(({ rows }) => stateGrowth(layout, rows)));
};
const gradientOf = (result: RunResult): RecordedValue => {
  const { layout, seeds: runs } = only(result);
  return overSeeds(runs.map(({ rows }) => gradientRatio(layout, rows, 0)));
};
const perUnit = ({ median, min, max, seeds: count }: RecordedValue, units: number): RecordedValue => ({
  median: decadesPerUnit(median, units),
  min: decadesPerUnit(min, units),
  max: decadesPerUnit(max, units),
  seeds: count,
});
/** Share of the seeds that diverged. */
const divergedOf = (result: RunResult): RecordedValue => {
  const runs = only(result).seeds;
  const share = runs.filter(({ divergence }) => divergence).length / runs.length;
  return { median: share, min: share, max: share, seeds: runs.length };
};
/** Share of the run that each seed lasted: all of it where it did not diverge. */
const lastedOf = (result: RunResult): RecordedValue =>
  overSeeds(only(result).seeds.map(({ divergence }) => (divergence?.step ?? unfixed.steps) / unfixed.steps));
const lossOf = (result: RunResult): RecordedValue => finalOf(result, 'residual', 'loss');

const near = ({ median }: RecordedValue, wanted: number, margin: number) => Math.abs(median - wanted) < margin;
const most = 0.8;

/** Final losses of the five remedies at one rate. */
async function remedied(train: Train, further: Partial<Experiment> = {}) {
  const at = async (key: RemedyKey) => lossOf(await train(five(key, further)));
  const [scaled, zeroLast, learned, layerNorm, batchNorm] = await Promise.all([
    at('scaled'),
    at('zeroLast'),
    at('learned'),
    at('layerNorm'),
    at('batchNorm'),
  ]);
  return { scaled, zeroLast, learned, layerNorm, batchNorm };
}

export const claims: readonly Claim[] = [
  {
    id: 'explodes',
    statement: {
      en: 'Over 50 unnormalised residual units with He weights, the norm of the state grows more than 1000 times before any training, on every seed, and so does the gradient on its way back.',
      zh: '50 个残差单元，He 初始化，不加归一化。训练开始前，状态的范数放大 1000 倍以上，往回传的梯度也是，每个种子都如此。',
    },
    run: async (train) => {
      const result = await train(five('none'));
      const values = { state: growthOf(result), gradient: gradientOf(result) };
      return { values, holds: values.state.min > 1e3 && values.gradient.min > 1e3 };
    },
  },
  {
    id: 'doubles',
    statement: {
      en: 'With units of one layer and width 64, state and gradient grow by 0.151 decades a unit (½ log 2), within 0.015. At width 16 the median of the state does so within 0.03.',
      zh: '单元只有一层、宽度 64 时，状态和梯度每个单元放大 0.151 个数量级（½ log 2），相差不到 0.015。宽度 16 时，状态的中位数相差不到 0.03。',
    },
    run: async (train) => {
      const single = { layersPerUnit: 1, depth: 50, ...start };
      const [wide, narrow] = await Promise.all([
        train(five('none', { ...single, width: 64 })),
        train(five('none', single)),
      ]);
      const values = {
        state: perUnit(growthOf(wide), 50),
        gradient: perUnit(gradientOf(wide), 50),
        narrow: perUnit(growthOf(narrow), 50),
      };
      const holds =
        near(values.state, doubling, 0.015) &&
        near(values.gradient, doubling, 0.015) &&
        near(values.narrow, doubling, 0.03);
      return { values, holds };
    },
  },
  {
    id: 'plain-does-not',
    statement: {
      en: 'The plain network with the same weights does not explode: its state shrinks on every seed. It does not train either and ends above 0.6.',
      zh: '权重相同的普通网络没有爆炸：状态在每个种子上都缩小。但它也没有训练起来，最后的损失高于 0.6。',
    },
    run: async (train) => {
      const result = await train(five('none', { ...three, shortcutScale: 0 }));
      const values = { state: growthOf(result), loss: lossOf(result) };
      return { values, holds: values.state.max < 1 && values.loss.min > 0.6 };
    },
  },
  {
    id: 'diverges',
    statement: {
      en: 'Without a remedy, training diverges on at least four of five seeds, at rate 0.01 and also at 0.0001.',
      zh: '不加处理，五个种子至少有四个发散；学习率 0.01 如此，0.0001 也如此。',
    },
    run: async (train) => {
      const [usual, slow] = await Promise.all([train(five('none')), train(five('none', { rate: 0.0001 }))]);
      const values = { usual: divergedOf(usual), slow: divergedOf(slow) };
      return { values, holds: values.usual.min >= most && values.slow.min >= most };
    },
  },
  {
    id: 'remedies-train',
    statement: {
      en: 'At rate 0.01 each of the five remedies reaches a median final loss below 0.1.',
      zh: '学习率 0.01 时，五种办法各自的最终损失，中位数都低于 0.1。',
    },
    run: async (train) => {
      const values = await remedied(train);
      return { values, holds: Object.values(values).every(({ median }) => median < 0.1) };
    },
  },
  {
    id: 'calm-starts',
    statement: {
      en: 'Before training, the first gradient of the scaled network is between 0.3 and 5 times the last, and with the last layer at 0 it is the same within a millionth. With batch or layer norm the state grows between 5 and 50 times.',
      zh: '训练开始前，取 α = 1/⁠√⁠单元数，第一个梯度是最后一个的 0.3 到 5 倍；末层从 0 开始，两者相差不到百万分之一。用批归一化或层归一化，状态放大 5 到 50 倍。',
    },
    run: async (train) => {
      const [scaled, zeroLast, layer, batch] = await Promise.all([
        train(five('scaled')),
        train(five('zeroLast')),
        train(five('layerNorm')),
        train(five('batchNorm')),
      ]);
      const values = {
        scaled: gradientOf(scaled),
        scaledState: growthOf(scaled),
        zeroLast: gradientOf(zeroLast),
        layerState: growthOf(layer),
        batchState: growthOf(batch),
        layerGradient: gradientOf(layer),
        batchGradient: gradientOf(batch),
      };
      const within = ({ min, max }: RecordedValue, low: number, high: number) => min > low && max < high;
      const holds =
        within(values.scaled, 0.3, 5) &&
        within(values.zeroLast, 1 - 1e-6, 1 + 1e-6) &&
        within(values.layerState, 5, 50) &&
        within(values.batchState, 5, 50);
      return { values, holds };
    },
  },
  {
    id: 'too-weak',
    statement: {
      en: 'With α = 1/units instead of 1/⁠√units, the network has hardly learnt after the same 200 steps: its median loss stays above 0.3.',
      zh: '把 α = 1/⁠√⁠单元数换成 1/单元数，训练同样的 200 步，网络几乎没有学到什么：损失的中位数仍高于 0.3。',
    },
    run: async (train) => {
      const [weak, scaled] = await Promise.all([
        train(five('none', { ...three, branchScale: 'units' })),
        train(five('scaled')),
      ]);
      const values = { weak: lossOf(weak), scaled: lossOf(scaled) };
      return { values, holds: values.weak.min > 0.3 && values.scaled.median < 0.1 };
    },
  },
  {
    id: 'fast-rate',
    statement: {
      en: 'At rate 0.1 the networks that start at the identity diverge on at least four of five seeds; with α = 1/⁠√units or batch norm none does, and the median loss stays below 0.1.',
      zh: '学习率 0.1 时，从恒等映射起步的两种网络，五个种子至少有四个发散。用 α = 1/⁠√⁠单元数或批归一化，没有一个发散，损失的中位数低于 0.1。',
    },
    run: async (train) => {
      const [zeroLast, learned, scaled, batch, layer] = await Promise.all([
        train(five('zeroLast', fast)),
        train(five('learned', fast)),
        train(five('scaled', fast)),
        train(five('batchNorm', fast)),
        train(five('layerNorm', fast)),
      ]);
      const values = {
        zeroLast: divergedOf(zeroLast),
        learned: divergedOf(learned),
        scaled: lossOf(scaled),
        batchNorm: lossOf(batch),
        layerNorm: lossOf(layer),
      };
      const holds =
        values.zeroLast.min >= most &&
        values.learned.min >= most &&
        values.scaled.median < 0.1 &&
        values.batchNorm.median < 0.1 &&
        values.layerNorm.median < 0.6;
      return { values, holds };
    },
  },
  {
    id: 'inner-layers',
    statement: {
      en: 'At rate 0.1, with the last layer at 0 and the inner ones shrunk by 1/⁠√units as in Fixup, every seed lasts more than half of the 200 updates; without the shrinking the median is below 40%.',
      zh: '学习率 0.1，末层从 0 开始。像 Fixup 那样把内层缩小到 1/⁠√⁠单元数，每个种子都撑过 200 次更新的一半；不缩小，中位数不到四成。',
    },
    run: async (train) => {
      const [full, shrunk] = await Promise.all([
        train(five('zeroLast', fast)),
        train(five('zeroLast', { ...fast, gain: 1 / Math.sqrt(50) })),
      ]);
      const values = { full: lastedOf(full), shrunk: lastedOf(shrunk) };
      return { values, holds: values.full.median < 0.4 && values.shrunk.min > 0.5 };
    },
  },
  {
    id: 'head-norm',
    statement: {
      en: 'At rate 0.1 batch norm in the branches alone, without one more before the head, diverges on every seed.',
      zh: '学习率 0.1 时，批归一化只放在支路里、输出层前不再放一次，每个种子都发散。',
    },
    run: async (train) => {
      const values = { diverged: divergedOf(await train(five('batchNorm', { ...fast, ...three, finalNorm: false }))) };
      return { values, holds: values.diverged.min === 1 };
    },
  },
  {
    id: 'adam-hides',
    statement: {
      en: 'With Adam instead of momentum, at the same rate 0.01, the network without a remedy diverges on no seed and ends with a median loss below 0.3.',
      zh: '动量换成 Adam，学习率同为 0.01，不加处理的网络没有一个种子发散，最后的损失中位数低于 0.3。',
    },
    run: async (train) => {
      const result = await train(five('none', { ...three, optimizer: 'adam' }));
      const { layout, seeds: runs } = only(result);
      const values = {
        loss: lossOf(result),
        first: overSeeds(runs.map(({ rows }) => rows[layout.at.loss] ?? Number.NaN)),
      };
      return { values, holds: values.loss.median < 0.3 && values.first.min > 100 };
    },
  },
  {
    id: 'halved',
    statement: {
      en: 'With shortcut scale 0.5 and the last layers at 0, the gradient at the first of 25 units is 2 to the minus 25 of that at the last, within 0.01%, and the final loss is above 0.6.',
      zh: '捷径系数取 0.5，末层取 0，共 25 个单元。第一个处的梯度是最后一个的 2 的负 25 次方，误差不到 0.01%；最后的损失高于 0.6。',
    },
    run: async (train) => {
      const result = await train(five('zeroLast', { ...three, shortcutScale: 0.5, depth: 50 }));
      const values = { ratio: gradientOf(result), loss: lossOf(result) };
      const exact = ({ min, max }: RecordedValue) =>
        Math.max(Math.abs(min / 2 ** -25 - 1), Math.abs(max / 2 ** -25 - 1));
      return { values, holds: exact(values.ratio) < 1e-4 && values.loss.min > 0.6 };
    },
  },
];
