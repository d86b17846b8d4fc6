/** What the lesson says, as programs. Margins leave room for another engine's float32 arithmetic. */
import { referenceForward } from '../../model/analysis/referenceForward.ts';
import { spiral } from '../../model/data/spiral.ts';
import { type Arm, type Experiment, settingsOf } from '../../model/experiment.ts';
import { initialize } from '../../model/network/initialize.ts';
import { networkOf } from '../../model/network/specification.ts';
import { read } from '../../model/telemetry.ts';
import type { Ask, Claim } from '../lesson.ts';
import { overSeeds } from '../overSeeds.ts';
import { postActivation, preActivation } from './lesson.ts';
import { savedOverUnits } from './unitState.ts';

const seeds = [1, 2, 3, 4, 5];
const both = [preActivation, postActivation].map(({ experiment }): Experiment => ({ ...experiment, seeds }));

/** Every number that an arm starts with, in a fixed order. */
function initialNumbers(experiment: Experiment, arm: Arm, seed: number): number[] {
  const { inputSize, outputSize } = spiral(seed);
  const numbers: number[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof Float32Array) numbers.push(...value);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part);
  };
  collect(initialize(settingsOf(experiment, arm), inputSize, outputSize, seed));
  return numbers;
}

const [plain, residual] = preActivation.experiment.arms;

/** The least number of any state x_1 ... x_L over the training points, network as initialised, residual arm. */
function leastState(experiment: Experiment, seed: number): number {
  if (!residual) throw new Error('the preset has no residual arm');
  const settings = settingsOf(experiment, residual);
  const { inputSize, outputSize, train } = spiral(seed);
  const parameters = initialize(settings, inputSize, outputSize, seed);
  const { states } = referenceForward(networkOf(settings), parameters, train.inputs, train.count);
  return Math.min(...states.slice(1).map((state) => state.reduce((least, value) => Math.min(least, value))));
}

/** ||F(x)|| / ||x|| of the unit that does least, seed by seed, in the trained residual network. */
async function leastBranch(ask: Ask, experiment: Experiment) {
  const { arms } = await ask({ kind: 'branches', experiment, trained: true });
  const found = arms.find(({ name }) => name === 'residual')?.seeds ?? [];
  return overSeeds(found.map(({ finding }) => Math.min(...finding.ratios)));
}

export const claims: readonly Claim[] = [
  {
    id: 'nothing-saved',
    statement: {
      en: 'In five units with random weights, in both orders and for 21 inputs each, connecting the shortcut saves no multiplication.',
      zh: '5 个随机权重的单元，两种次序，各 21 个输入：接通捷径，乘法一次也没有省。',
    },
    run: async () => {
      const saved = savedOverUnits();
      return { values: { saved }, holds: saved.min === 0 && saved.max === 0 };
    },
  },
  {
    id: 'same-numbers',
    statement: {
      en: 'The plain and the residual network of 20 layers have equally many parameters, and not one of them differs at the start.',
      zh: '20 层的普通网络和残差网络，参数一样多，初值没有一个不同。',
    },
    run: async () => {
      if (!plain || !residual) throw new Error('the preset lacks an arm');
      const numbers = (experiment: Experiment, arm: Arm) => seeds.map((seed) => initialNumbers(experiment, arm, seed));
      const pairs = both.map((experiment) => [numbers(experiment, plain), numbers(experiment, residual)] as const);
      const differing = pairs.flatMap(([ones, others]) =>
        ones.map((one, s) => one.filter((value, i) => value !== others[s]?.[i]).length),
      );
      const counts = (arm: 0 | 1) => overSeeds(pairs[0]?.[arm].map(({ length }) => length) ?? []);
      const values = { plain: counts(0), residual: counts(1), differ: overSeeds(differing) };
      const equal = pairs.every(([ones, others]) => ones.every(({ length }, s) => length === others[s]?.length));
      return { values, holds: equal && values.plain.min > 0 && values.differ.max === 0 };
    },
  },
  {
    id: 'both-are-trained',
    statement: {
      en: 'At the first step a gradient reaches every weight matrix of both networks of 20 layers, in both orders.',
      zh: '第一步，20 层的普通网络和残差网络，每个权重矩阵都收到梯度，两种次序都如此。',
    },
    run: async (train) => {
      const results = await Promise.all(both.map((experiment) => train(experiment)));
      const least = (name: string) =>
        overSeeds(
          results.flatMap(({ arms }) =>
            arms
              .filter((arm) => arm.name === name)
              .flatMap(({ layout, seeds }) =>
                seeds.map(({ rows }) => Math.min(...read(layout, rows, 0, 'kernelGradNorm'))),
              ),
          ),
        );
      const values = { plain: least('plain'), residual: least('residual') };
      return { values, holds: values.plain.min > 1e-6 && values.residual.min > 1e-6 };
    },
  },
  {
    id: 'every-branch-runs',
    statement: {
      en: 'In the trained residual network of 20 layers no branch is idle: in every unit ‖F(x)‖ is more than 10% of ‖x‖, in both orders.',
      zh: '训练好的 20 层残差网络，两种次序都没有支路闲着：每个单元的 ‖F(x)‖ 都在 ‖x‖ 的 10% 以上。',
    },
    run: async (_train, ask) => {
      const [pre, post] = await Promise.all(both.map((experiment) => leastBranch(ask, experiment)));
      if (!pre || !post) throw new Error('both orders are asked');
      return { values: { pre, post }, holds: pre.min > 0.1 && post.min > 0.1 };
    },
  },
  {
    id: 'post-is-never-negative',
    statement: {
      en: 'No number that leaves a post-activation unit with ReLU is negative; of those that leave pre-activation units, some are below −0.5.',
      zh: '后激活单元（ReLU）送出的数没有一个是负的；预激活单元送出的数，有的低于 −0.5。',
    },
    run: async () => {
      const [pre, post] = both.map((experiment) => overSeeds(seeds.map((seed) => leastState(experiment, seed))));
      if (!pre || !post) throw new Error('both orders are asked');
      return { values: { pre, post }, holds: post.min >= 0 && pre.max < -0.5 };
    },
  },
];
