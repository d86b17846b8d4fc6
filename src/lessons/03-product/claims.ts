/** What the lesson says about its networks, as programs. Margins leave room for another engine's float32 arithmetic. */
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import { decadesPerUnit } from '../../model/analysis/gradientAtStart.ts';
import { theoreticalSlope } from '../../model/analysis/theoreticalSlope.ts';
import type { ArmSettings, Experiment } from '../../model/experiment.ts';
import { read } from '../../model/telemetry.ts';
import type { RunResult } from '../../model/train.ts';
import type { Claim } from '../lesson.ts';
import { finalOf, initialRatioOf, overSeeds } from '../overSeeds.ts';
import { atStart, halfGlorot, orthogonalTanh, type Ruled, ruled } from './lesson.ts';
import { buried } from './ruler.ts';

const plainOnly: Pick<Experiment, 'arms'> = { arms: [{ name: 'plain', overrides: { shortcutScale: 0 } }] };
const tenSeeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const starting = (changes: Partial<Experiment>): Experiment => ({ ...atStart, ...changes });
const plainStarting = (changes: Partial<ArmSettings>): Experiment => ({ ...atStart, ...changes, ...plainOnly });
const racing = (changes: Partial<Experiment>): Experiment => ({
  ...halfGlorot.experiment,
  seeds: [1, 2, 3, 4, 5],
  ...changes,
});

/** ||dE/dx_l|| of each seed's plain network before the first step. */
const plainNorms = (result: RunResult): readonly Float32Array[] =>
  result.arms
    .filter(({ name }) => name === 'plain')
    .flatMap(({ layout, seeds }) => seeds.map(({ rows }) => read(layout, rows, 0, 'stateGradNorm')));

/** Norms of the weight gradients before the first step, stem and head included: one of them for each seed. */
const weightGradients = (result: RunResult, name: string, which: (...norms: number[]) => number): RecordedValue =>
  overSeeds(
    result.arms
      .filter((arm) => arm.name === name)
      .flatMap(({ layout, seeds }) => seeds.map(({ rows }) => which(...read(layout, rows, 0, 'kernelGradNorm')))),
  );

/** Two classes, equally frequent: what an answer costs that ignores the point. */
const guessing = Math.log(2);
const learnsNothing = ({ min }: RecordedValue) => min > guessing - 0.04;

/** Decades between the least and the greatest. */
const span = ({ min, max }: RecordedValue) => Math.log10(max / min);

export const claims: readonly Claim[] = [
  {
    id: 'sigmoid-product',
    statement: {
      en: 'With 20 sigmoid layers and Glorot weights, the gradient at the first state of the plain network is less than 10⁻⁹ of that at the last on every seed; in the residual network it is between 0.2 and 5 times that at the last.',
      zh: '20 层 sigmoid、Glorot 初始化：普通网络第一个状态处的梯度，每个种子都不到最后一个的 10⁻⁹；残差网络的是最后一个的 0.2 到 5 倍。',
    },
    run: async (train) => {
      const result = await train(atStart);
      const plain = initialRatioOf(result, 'plain');
      const residual = initialRatioOf(result, 'residual');
      return { values: { plain, residual }, holds: plain.max < 1e-9 && residual.min > 0.2 && residual.max < 5 };
    },
  },
  {
    id: 'ruler',
    statement: {
      en: 'In plain networks of 20 layers and width 16 with six different starts, the measured slope lies within 0.06 decades per layer of the theory (median of five seeds).',
      zh: '20 层、宽度 16 的普通网络，六种初值下实测的斜率与理论值相差不到每层 0.06 个数量级（5 个种子的中位数）。',
    },
    run: async (train) => {
      const measured = await Promise.all(
        (Object.keys(ruled) as Ruled[]).map(async (key) => {
          const experiment = plainStarting(ruled[key]);
          const slope = overSeeds(plainNorms(await train(experiment)).map(decadesPerUnit));
          const theory = theoreticalSlope({ ...experiment, shortcutScale: 0 }) ?? Number.NaN;
          return { key, slope, away: Math.abs(slope.median - theory) };
        }),
      );
      const values = Object.fromEntries(measured.map(({ key, slope }) => [key, slope]));
      return { values, holds: measured.every(({ away }) => away < 0.06) };
    },
  },
  {
    id: 'relu-loses-too',
    statement: {
      en: 'With 50 ReLU layers and Glorot weights, the gradient at the first state of the plain network is less than a millionth of that at the last (median of five seeds).',
      zh: '50 层 ReLU、Glorot 初始化：普通网络第一个状态处的梯度不到最后一个的百万分之一（5 个种子的中位数）。',
    },
    run: async (train) => {
      const ratio = initialRatioOf(await train(plainStarting({ activation: 'relu', depth: 50 })), 'plain');
      return { values: { ratio }, holds: ratio.median < 1e-6 };
    },
  },
  {
    id: 'deep-and-level',
    statement: {
      en: 'With 50 tanh layers and orthogonal weights, the first state of the plain network has more than 0.03 times the gradient of the last, on every seed.',
      zh: '50 层 tanh、正交初始化：普通网络第一个状态处的梯度，每个种子都在最后一个的 0.03 倍以上。',
    },
    run: async (train) => {
      const experiment = plainStarting({ ...ruled.tanhOrthogonal, depth: 50 });
      const ratio = initialRatioOf(await train(experiment), 'plain');
      return { values: { ratio }, holds: ratio.min > 0.03 };
    },
  },
  {
    id: 'stored-as-zero',
    statement: {
      en: 'With 50 sigmoid layers and weights of standard deviation 0.1, float32 stores the gradient at the first state of the plain network as 0, and at more than a tenth of the states as 0 or without its full digits, on every seed.',
      zh: '50 层 sigmoid、权重标准差 0.1：普通网络第一个状态处的梯度，32 位浮点数存成了 0；存成 0 或存不准的状态超过十分之一，每个种子都如此。',
    },
    run: async (train) => {
      const norms = plainNorms(await train(plainStarting({ ...ruled.sigmoidNormal, depth: 50 })));
      const share = overSeeds(norms.map((all) => buried(all) / all.length));
      const slope = overSeeds(norms.map(decadesPerUnit));
      return { values: { share, slope }, holds: norms.every(([first]) => first === 0) && share.min > 0.1 };
    },
  },
  {
    id: 'narrow-is-wild',
    statement: {
      en: 'With 50 ReLU layers and He weights, the ratio of first to last gradient spreads over ten seeds by more than three times as many decades at width 8 as at width 64.',
      zh: '50 层 ReLU、He 初始化，换十个种子：宽度 8 时，首尾梯度之比散布的数量级是宽度 64 时的三倍以上。',
    },
    run: async (train) => {
      const at = (width: number) => train({ ...plainStarting({ ...ruled.reluHe, depth: 50, width }), seeds: tenSeeds });
      const [narrow, wide] = (await Promise.all([at(8), at(64)])).map((result) => initialRatioOf(result, 'plain'));
      if (!narrow || !wide) return { values: {}, holds: false };
      return { values: { narrow, wide }, holds: span(narrow) > 3 * span(wide) };
    },
  },
  {
    id: 'product-can-grow',
    statement: {
      en: 'With 50 ReLU layers and He weights, the gradient at the first state of the residual network is more than 10⁴ times that at the last, on every seed.',
      zh: '50 层 ReLU、He 初始化：残差网络第一个状态处的梯度，每个种子都是最后一个的 10⁴ 倍以上。',
    },
    run: async (train) => {
      const ratio = initialRatioOf(await train(starting({ ...ruled.reluHe, depth: 50 })), 'residual');
      return { values: { ratio }, holds: ratio.min > 1e4 };
    },
  },
  {
    id: 'race',
    statement: {
      en: 'From weights half as large as Glorot’s, with SGD and momentum, the plain networks of 10 and 20 layers end above 0.65 on every seed (guessing: 0.69) and the residual ones below 0.1.',
      zh: '从 Glorot 一半大小的权重出发，用带动量的 SGD：10 层和 20 层普通网络的最终损失每个种子都高于 0.65（瞎猜是 0.69），残差网络都低于 0.1。',
    },
    run: async (train) => {
      const [ten, twenty] = await Promise.all([train(racing({ depth: 10 })), train(racing({ depth: 20 }))]);
      const values = {
        ratio: initialRatioOf(ten, 'plain'),
        residualRatio: initialRatioOf(ten, 'residual'),
        plain: finalOf(ten, 'plain', 'loss'),
        residual: finalOf(ten, 'residual', 'loss'),
        plainTwenty: finalOf(twenty, 'plain', 'loss'),
        residualTwenty: finalOf(twenty, 'residual', 'loss'),
      };
      const { plain, residual, plainTwenty, residualTwenty } = values;
      const stuck = learnsNothing(plain) && learnsNothing(plainTwenty);
      return { values, holds: stuck && residual.max < 0.1 && residualTwenty.max < 0.1 };
    },
  },
  {
    id: 'no-weight-hears',
    statement: {
      en: 'Before the first step, the largest weight gradient of any layer of the plain network of 10 layers is less than a hundredth of the smallest in the residual one; at 20 layers it is below 10⁻⁸, on every seed.',
      zh: '第一步之前，10 层普通网络各层权重梯度中最大的，也不到残差网络中最小的百分之一；20 层时它低于 10⁻⁸，每个种子都如此。',
    },
    run: async (train) => {
      const [ten, twenty] = await Promise.all([train(racing({ depth: 10 })), train(racing({ depth: 20 }))]);
      const values = {
        plain: weightGradients(ten, 'plain', Math.max),
        residual: weightGradients(ten, 'residual', Math.min),
        plainTwenty: weightGradients(twenty, 'plain', Math.max),
      };
      const { plain, residual, plainTwenty } = values;
      return { values, holds: plain.max < residual.min / 100 && plainTwenty.max < 1e-8 };
    },
  },
  {
    id: 'no-rate-helps',
    statement: {
      en: 'At each of the learning rates 0.003, 0.01, 0.03, 0.1 and 0.3, the plain network of 10 layers that starts from weights half as large as Glorot’s ends above 0.65 on every seed.',
      zh: '学习率取 0.003、0.01、0.03、0.1、0.3 中任何一个，从 Glorot 一半大小的权重出发的 10 层普通网络，最终损失每个种子都高于 0.65。',
    },
    run: async (train) => {
      const results = await Promise.all(
        [0.003, 0.01, 0.03, 0.1, 0.3].map((rate) => train(racing({ rate, ...plainOnly }))),
      );
      const ends = results.map((result) => finalOf(result, 'plain', 'loss'));
      const best = ends.toSorted((a, b) => a.min - b.min)[0];
      if (!best) return { values: {}, holds: false };
      return { values: { best }, holds: ends.every(learnsNothing) };
    },
  },
  {
    id: 'larger-start-trains',
    statement: {
      en: 'The same plain network of 10 layers, on the same batches and at the same rate, ends below 0.1 on every seed once all its initial weights are doubled.',
      zh: '同样的 10 层普通网络、同样的批次和学习率，初始权重全部加倍之后，最终损失每个种子都低于 0.1。',
    },
    run: async (train) => {
      const result = await train(racing({ gain: 1, ...plainOnly }));
      const values = { ratio: initialRatioOf(result, 'plain'), plain: finalOf(result, 'plain', 'loss') };
      return { values, holds: values.plain.max < 0.1 };
    },
  },
  {
    id: 'deep-plain-trains',
    statement: {
      en: 'With tanh and orthogonal weights, the plain network of 20 layers ends below 0.3 on every seed.',
      zh: '用 tanh 加正交初始化，20 层普通网络的最终损失每个种子都低于 0.3。',
    },
    run: async (train) => {
      const { experiment } = orthogonalTanh;
      const plain = finalOf(await train({ ...experiment, seeds: [1, 2, 3, 4, 5], ...plainOnly }), 'plain', 'loss');
      return { values: { plain }, holds: plain.max < 0.3 };
    },
  },
  {
    id: 'adam-rescales',
    statement: {
      en: 'With Adam at rate 0.003, the plain network of 10 layers that starts from weights half as large as Glorot’s ends below 0.1 (median of five seeds); the one of 20 layers stays above 0.65 on every seed.',
      zh: '改用 Adam，学习率 0.003：从 Glorot 一半大小的权重出发，10 层普通网络的最终损失低于 0.1（5 个种子的中位数）；20 层的每个种子都高于 0.65。',
    },
    run: async (train) => {
      const adam = (depth: number) => train(racing({ depth, optimizer: 'adam', rate: 0.003, ...plainOnly }));
      const [ten, twenty] = (await Promise.all([adam(10), adam(20)])).map((result) => finalOf(result, 'plain', 'loss'));
      if (!ten || !twenty) return { values: {}, holds: false };
      return { values: { ten, twenty }, holds: ten.median < 0.1 && learnsNothing(twenty) };
    },
  },
];
