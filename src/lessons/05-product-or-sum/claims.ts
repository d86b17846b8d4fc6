/** What the lesson says about chains, paths and small weights, as programs. The chains need no training: plain arithmetic. */

import { chainDraws, chainSource, percentiles, plainTheory } from '../../model/analysis/chainDraws.ts';
import {
  allPaths,
  firstOrderSum,
  randomChain,
  residualProduct,
  weightedPathLengths,
} from '../../model/analysis/chains.ts';
import type { Experiment } from '../../model/experiment.ts';
import { random } from '../../model/random.ts';
import type { Ask, Claim } from '../lesson.ts';
import { initialRatioOf, overSeeds } from '../overSeeds.ts';
import { matrices, shrinking } from './lesson.ts';

const seeds = [1, 2, 3, 4, 5] as const;

/** A value of arithmetic, in which nothing is drawn. */
const exactly = (value: number) => overSeeds([value]);

/** Of 4000 chains, for each seed. */
const sources = seeds.map(chainSource);
const chains = (length: number, spread: number) => sources.map((source) => chainDraws(source, length, spread));
const mediansOf = (length: number, spread: number, arm: 'plain' | 'residual') =>
  chains(length, spread).map((draws) => percentiles(draws[arm]).p50);
const sizes = (decades: readonly number[]) => overSeeds(decades.map((value) => 10 ** value));

const within = ({ min, max }: { min: number; max: number }, low: number, high: number) => min > low && max < high;

/** The middle exponent over the layers, and the ratio of first to last state gradient at the smallest factor. */
async function shrunk(ask: Ask, changes: Partial<Experiment>, arm: string) {
  const { arms } = await ask({ kind: 'shrink', experiment: { ...shrinking, ...changes }, trained: false });
  const found = arms.find(({ name }) => name === arm)?.seeds ?? [];
  return {
    exponent: overSeeds(found.map(({ finding }) => overSeeds(finding.exponents).median)),
    ratio: overSeeds(found.map(({ finding }) => finding.ratios.at(-1) ?? Number.NaN)),
  };
}

export const claims: readonly Claim[] = [
  {
    id: 'fifty-factors',
    statement: {
      en: 'Fifty factors 1 + 0.1 make 117.39 and fifty factors 1 − 0.1 make 0.00515, while 1 plus the sum of the weights is 6 and −4.',
      zh: '五十个因子 1 + 0.1 相乘得 117.39，五十个 1 − 0.1 相乘得 0.00515；而 1 加上权重之和分别是 6 和 −4。',
    },
    run: async () => {
      const up = new Array<number>(50).fill(0.1);
      const down = up.map((w) => -w);
      const values = {
        up: exactly(residualProduct(up)),
        down: exactly(residualProduct(down)),
        sumUp: exactly(firstOrderSum(up)),
        sumDown: exactly(firstOrderSum(down)),
      };
      const near = (value: { median: number }, wanted: number, by: number) => Math.abs(value.median - wanted) < by;
      return {
        values,
        holds:
          near(values.up, 117.39, 0.005) &&
          near(values.down, 0.00515, 0.000005) &&
          near(values.sumUp, 6, 1e-9) &&
          near(values.sumDown, -4, 1e-9),
      };
    },
  },
  {
    id: 'paths-add-up',
    statement: {
      en: 'Twelve units with weights drawn at random have 4096 paths; their sum differs from the product of the factors 1 + w by less than 10⁻¹⁰.',
      zh: '十二个单元、权重随机抽取，共 4096 条路径；各条路径之和与因子 1 + w 的乘积相差不到 10⁻¹⁰。',
    },
    run: async () => {
      const drawn = seeds.map((seed) => randomChain(12, 0.5, random(seed, 'paths')));
      const difference = overSeeds(
        drawn.map((weights) =>
          Math.abs(allPaths(weights).reduce((sum, path) => sum + path, 0) - residualProduct(weights)),
        ),
      );
      const paths = overSeeds(drawn.map((weights) => allPaths(weights).length));
      return { values: { paths, difference }, holds: difference.max < 1e-10 && paths.min === 4096 };
    },
  },
  {
    id: 'plain-median',
    statement: {
      en: 'At 10, 20 and 50 units and standard deviations 0.1 and 0.5, the median of the plain product lies within one decade of L(log σ − 0.2758).',
      zh: '10、20、50 个单元，标准差 0.1 和 0.5：普通链乘积的中位数与 L(log σ − 0.2758) 相差不到一个数量级。',
    },
    run: async () => {
      const settings = [10, 20, 50].flatMap((length) => [0.1, 0.5].map((spread) => [length, spread] as const));
      const away = seeds.map((_, i) =>
        Math.max(
          ...settings.map(([length, spread]) =>
            Math.abs((mediansOf(length, spread, 'plain')[i] ?? Number.NaN) - plainTheory(length, spread)),
          ),
        ),
      );
      const furthest = overSeeds(away);
      const values = {
        furthest,
        product: sizes(mediansOf(50, 0.1, 'plain')),
        wide: sizes(mediansOf(50, 0.5, 'plain')),
      };
      return { values, holds: furthest.max < 1 };
    },
  },
  {
    id: 'small-weights-keep',
    statement: {
      en: 'Fifty residual units, weights of standard deviation 0.1: the median of the product lies between 10 to the −0.5 and 10 to the 0.2.',
      zh: '50 个残差单元，权重的标准差 0.1：乘积的中位数在 10 的 −0.5 次方与 0.2 次方之间。',
    },
    run: async () => {
      const decades = overSeeds(mediansOf(50, 0.1, 'residual'));
      return { values: { product: sizes(mediansOf(50, 0.1, 'residual')), decades }, holds: within(decades, -0.5, 0.2) };
    },
  },
  {
    id: 'residual-vanishes',
    statement: {
      en: 'Fifty residual units, weights of standard deviation 0.5: the median of the product is below a hundredth.',
      zh: '50 个残差单元，权重的标准差 0.5：乘积的中位数不到百分之一。',
    },
    run: async () => {
      const decades = mediansOf(50, 0.5, 'residual');
      return { values: { product: sizes(decades), decades: overSeeds(decades) }, holds: Math.max(...decades) < -2 };
    },
  },
  {
    id: 'both-ways',
    statement: {
      en: 'Fifty residual units, weights of standard deviation 1.6: one product in twenty is below 10⁻⁴ and one in twenty above 10⁴.',
      zh: '50 个残差单元，权重的标准差 1.6：二十个乘积里有一个小于 10⁻⁴，也有一个大于 10⁴。',
    },
    run: async () => {
      const spreads = chains(50, 1.6).map(({ residual }) => percentiles(residual));
      const values = { low: sizes(spreads.map(({ p5 }) => p5)), high: sizes(spreads.map(({ p95 }) => p95)) };
      return { values, holds: values.low.max < 1e-4 && values.high.min > 1e4 };
    },
  },
  {
    id: 'first-order',
    statement: {
      en: 'At 20 units, 1 plus the sum of the weights is within 10% of the product in more than 90% of the chains at standard deviation 0.05, and in fewer than 20% at 0.3.',
      zh: '20 个单元时，1 加上权重之和与乘积相差在 10% 以内的链，标准差 0.05 时超过 90%，0.3 时不到 20%。',
    },
    run: async () => {
      const share = (spread: number) => overSeeds(chains(20, spread).map(({ firstOrderShare }) => firstOrderShare));
      const values = { small: share(0.05), large: share(0.3) };
      return { values, holds: values.small.min > 0.9 && values.large.max < 0.2 };
    },
  },
  {
    id: 'path-lengths',
    statement: {
      en: 'Of the paths through 54 units, 98.0% go through 19 to 35 of them and 0.45% through 5 to 17; counted with 1/4 for each unit, the mean is 10.8 units, and 94% lie within 6 to 16.',
      zh: '穿过 54 个单元的路径中，98.0% 走过其中 19～35 个，0.45% 走过 5～17 个；每走过一个单元乘 1/4 之后，平均走过 10.8 个，94% 在 6～16 个之间。',
    },
    run: async () => {
      const share = (shares: Float64Array, from: number, to: number) =>
        shares.slice(from, to + 1).reduce((sum, value) => sum + value, 0);
      const [all, weighted] = [weightedPathLengths(54, 1), weightedPathLengths(54, 0.25)];
      const values = {
        middle: exactly(share(all, 19, 35)),
        short: exactly(share(all, 5, 17)),
        mean: exactly(weighted.reduce((sum, value, length) => sum + value * length, 0)),
        within: exactly(share(weighted, 6, 16)),
      };
      const { middle, short, mean, within: near } = values;
      return {
        values,
        holds:
          Math.abs(middle.median - 0.98) < 5e-4 &&
          Math.abs(short.median - 0.00454) < 5e-6 &&
          Math.abs(mean.median - 10.8) < 1e-9 &&
          Math.abs(near.median - 0.941) < 5e-4,
      };
    },
  },
  {
    id: 'weights-shrink',
    statement: {
      en: 'With all trunk weights times ε, the gradient of a weight matrix goes as ε⁹ in a plain network of 10 layers, as ε in residual units of two layers, and as 1 in units of one layer (exponents within 0.1).',
      zh: '主干权重一律乘以 ε：10 层普通网络的权重梯度按 ε⁹ 变小，两层的残差单元按 ε，一层的残差单元不变（指数误差 0.1 以内）。',
    },
    run: async (_, ask) => {
      const [plain, two, one] = await Promise.all([
        shrunk(ask, { layersPerUnit: 1 }, 'plain'),
        shrunk(ask, {}, 'residual'),
        shrunk(ask, { layersPerUnit: 1 }, 'residual'),
      ]);
      const values = { plain: plain.exponent, twoLayers: two.exponent, oneLayer: one.exponent, ratio: two.ratio };
      return {
        values,
        holds:
          within(values.plain, 8.9, 9.1) &&
          within(values.twoLayers, 0.9, 1.1) &&
          within(values.oneLayer, -0.1, 0.1) &&
          within(values.ratio, 0.9, 1.1),
      };
    },
  },
  {
    id: 'he-explodes',
    statement: {
      en: 'In 50 residual units of one layer with He weights and no normalisation, the gradient at the first state is more than 10,000 times that at the last before the first step; with weights of standard deviation 0.05 it is less than 10 times.',
      zh: '50 个一层的残差单元，He 初始化，不加归一化：第一步之前，第一个状态的梯度是最后一个的 1 万倍以上；权重的标准差改成 0.05，则不到 10 倍。',
    },
    run: async (train) => {
      const untrained: Experiment = { ...matrices.experiment, depth: 50, steps: 1, seeds };
      const [he, small] = await Promise.all([
        train(untrained),
        train({ ...untrained, initializer: 'normal', spread: 0.05 }),
      ]);
      const values = { residual: initialRatioOf(he, 'residual'), small: initialRatioOf(small, 'residual') };
      return { values, holds: values.residual.min > 1e4 && values.small.max < 10 && values.small.min > 0.5 };
    },
  },
];
