/** What the lesson says about its networks, as programs. Margins leave room for another engine's float32 arithmetic. */
import { spread } from '../../components/charts/spread.ts';
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import { identity } from '../../model/data/identity.ts';
import { defaultExperiment, type Experiment } from '../../model/experiment.ts';
import { branchFactor } from '../../model/network/specification.ts';
import { read } from '../../model/telemetry.ts';
import type { ArmResult, RunResult } from '../../model/train.ts';
import type { Ask, Claim, Train } from '../lesson.ts';
import { finalOf, overSeeds } from '../overSeeds.ts';
import { constantAnswers } from './constantAnswers.ts';
import { identityTask } from './lesson.ts';
import { sharesAt, trunkNormSince } from './measures.ts';

const five = [1, 2, 3, 4, 5];
const residualOnly = [{ name: 'residual', overrides: { shortcutScale: 1 } }];
const task = (part: Partial<Experiment>): Experiment => ({ ...identityTask, seeds: five, ...part });

const median = (values: readonly number[]): number => spread(values).median;

/** One value a seed of one arm; NaN where it diverged. */
function bySeed(result: RunResult, name: string, value: (arm: ArmResult, rows: Float32Array, last: number) => number) {
  const arm = result.arms.find((one) => one.name === name);
  return overSeeds(
    arm?.seeds.map(({ rows, steps, divergence }) => (divergence ? Number.NaN : value(arm, rows, steps - 1))) ?? [
      Number.NaN,
    ],
  );
}

/** What the trained residual network of one experiment is like: fit, the middle unit's share at both ends, weights, cancellation. */
async function portrait(train: Train, ask: Ask, experiment: Experiment) {
  const result = await train(experiment);
  const answer = await ask({ kind: 'branches', experiment: { ...experiment, arms: residualOnly }, trained: true });
  const alpha = branchFactor(experiment);
  return {
    mse: finalOf(result, 'residual', 'loss'),
    shareBefore: bySeed(result, 'residual', ({ layout }, rows) => median(sharesAt(layout, rows, 0, alpha))),
    share: bySeed(result, 'residual', ({ layout }, rows, last) => median(sharesAt(layout, rows, last, alpha))),
    weights: bySeed(result, 'residual', ({ layout }, rows, last) => trunkNormSince(layout, rows, last)),
    cancellation: overSeeds(answer.arms[0]?.seeds.map(({ finding }) => finding.cancellation) ?? []),
  };
}

/** Mean squared error of always answering the mean, over the seeds' own data. */
const meanAnswer = (): RecordedValue => overSeeds(five.map((seed) => constantAnswers(identity(seed).train).mean));

/** Post-activation with batch norm, as in the block of 2015, on the spiral. */
const blocksOf2015: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 16,
  depth: 20,
  layersPerUnit: 2,
  order: 'post',
  normalization: 'batch',
  initializer: 'he',
  optimizer: 'momentum',
  rate: 0.03,
  steps: 300,
  arms: residualOnly,
  seeds: [1, 2, 3],
};

export const claims: readonly Claim[] = [
  {
    id: 'fit-without-decay',
    statement: {
      en: 'Without decay, ten residual units learn to return their input (mean squared error below 0.01), while the middle branch keeps more than 5% of the size of its input, the trunk weights keep more than 90% of theirs, and the branches together reach less than half the sum of their lengths.',
      zh: '不加衰减，10 个残差单元学会了原样输出（均方误差低于 0.01）；居中的支路仍有输入的 5% 以上，主干权重保住 90% 以上，各支路之和不到各自长度之和的一半。',
    },
    run: async (train, ask) => {
      const values = await portrait(train, ask, task({}));
      const { mse, share, weights, cancellation } = values;
      const holds = mse.max < 0.01 && share.min > 0.05 && weights.min > 0.9 && cancellation.max < 0.5;
      return { values, holds };
    },
  },
  {
    id: 'decay-shrinks-both',
    statement: {
      en: 'With decay 0.01 the trunk weights end below a tenth of their start and the middle branch below 1% of its input; the mean squared error stays below 0.01.',
      zh: '衰减取 0.01，主干权重最后不到起初的十分之一，居中的支路不到输入的 1%；均方误差仍低于 0.01。',
    },
    run: async (train, ask) => {
      const values = await portrait(train, ask, task({ decay: 0.01 }));
      const { mse, share, weights } = values;
      return { values, holds: mse.max < 0.01 && share.max < 0.01 && weights.max < 0.1 };
    },
  },
  {
    id: 'decay-has-a-price',
    statement: {
      en: 'With decay 0.03 the trunk weights end below a thousandth of their start, and the mean squared error ends above 0.02 on every seed: decay pulls at stem and head too.',
      zh: '衰减取 0.03，主干权重最后不到起初的千分之一，而每个种子的均方误差都高于 0.02：衰减也在拉输入层和输出层。',
    },
    run: async (train) => {
      const result = await train(task({ decay: 0.03 }));
      const mse = finalOf(result, 'residual', 'loss');
      const weights = bySeed(result, 'residual', ({ layout }, rows, last) => trunkNormSince(layout, rows, last));
      return { values: { mse, weights }, holds: mse.min > 0.02 && mse.max < 0.1 && weights.max < 0.001 };
    },
  },
  {
    id: 'plain-answers-the-mean',
    statement: {
      en: 'At decay 0, 0.01 and 0.03 the plain network of 20 layers ends above 0.3 on every seed, near the cost of always answering the mean; at 0.01 its weights shrink below a tenth just the same.',
      zh: '衰减取 0、0.01、0.03，20 层普通网络的均方误差每个种子都高于 0.3，接近“永远回答平均值”的代价；取 0.01 时，它的权重同样缩到十分之一以下。',
    },
    run: async (train) => {
      const [none, some, much] = await Promise.all([0, 0.01, 0.03].map((decay) => train(task({ decay }))));
      if (!none || !some || !much) return { values: {}, holds: false };
      const values = {
        none: finalOf(none, 'plain', 'loss'),
        some: finalOf(some, 'plain', 'loss'),
        much: finalOf(much, 'plain', 'loss'),
        weights: bySeed(some, 'plain', ({ layout }, rows, last) => trunkNormSince(layout, rows, last)),
        meanAnswer: meanAnswer(),
      };
      const stuck = [values.none, values.some, values.much].every(({ min, max }) => min > 0.3 && max < 0.45);
      return { values, holds: stuck && values.weights.max < 0.1 };
    },
  },
  {
    id: 'plain-with-adamw',
    statement: {
      en: 'With AdamW at rate 0.003 the plain network ends above 0.25 on every seed, with decay 0 and with decay 1; the residual one stays below 0.2 in both.',
      zh: '改用 AdamW，学习率 0.003，衰减取 0 或 1，普通网络的均方误差每个种子都高于 0.25，残差网络都低于 0.2。',
    },
    run: async (train) => {
      const adamw = { optimizer: 'adamw', rate: 0.003, steps: 600 } as const;
      const [none, one] = await Promise.all([train(task(adamw)), train(task({ ...adamw, decay: 1 }))]);
      const alpha = branchFactor(identityTask);
      const middleShare = (result: RunResult) =>
        bySeed(result, 'residual', ({ layout }, rows, last) => median(sharesAt(layout, rows, last, alpha)));
      const values = {
        plainNone: finalOf(none, 'plain', 'loss'),
        plainOne: finalOf(one, 'plain', 'loss'),
        residualNone: finalOf(none, 'residual', 'loss'),
        residualOne: finalOf(one, 'residual', 'loss'),
        shareNone: middleShare(none),
        shareOne: middleShare(one),
      };
      const holds =
        Math.min(values.plainNone.min, values.plainOne.min) > 0.25 &&
        Math.max(values.residualNone.max, values.residualOne.max) < 0.2;
      return { values, holds };
    },
  },
  {
    id: 'zero-start-parts-the-two',
    statement: {
      en: 'With the last layer of each unit at 0, the residual trunk returns exactly its input before training and the plain one exactly 0; after training without decay the residual network ends below 0.01, the plain one within 0.02 of always answering the mean.',
      zh: '每个单元的末层取 0，训练前残差主干恰好原样输出，普通主干恰好输出 0；不加衰减训练后，残差网络的均方误差低于 0.01，普通网络与“永远回答平均值”相差不到 0.02。',
    },
    run: async (train) => {
      const result = await train(task({ branchScale: 'zero' }));
      const passed = (name: string) =>
        bySeed(result, name, ({ layout }, rows) => {
          const states = read(layout, rows, 0, 'stateNorm');
          return (states.at(-1) ?? Number.NaN) / (states[0] ?? Number.NaN);
        });
      const values = {
        residualPassed: passed('residual'),
        plainPassed: passed('plain'),
        residual: finalOf(result, 'residual', 'loss'),
        plain: finalOf(result, 'plain', 'loss'),
        meanAnswer: meanAnswer(),
      };
      const { residualPassed, plainPassed, residual, plain } = values;
      const exact = residualPassed.min === 1 && residualPassed.max === 1 && plainPassed.max === 0;
      const near = Math.abs(plain.median - values.meanAnswer.median) < 0.02;
      return { values, holds: exact && near && residual.max < 0.01 };
    },
  },
  {
    id: 'branches-leave-zero',
    statement: {
      en: 'Branches that begin at exactly 0 do not stay there: after training without decay the middle one has more than 2% of the size of its input on every seed.',
      zh: '从 0 开始的支路并不停在 0：不加衰减训练后，居中的支路在每个种子都有输入的 2% 以上。',
    },
    run: async (train) => {
      const result = await train(task({ branchScale: 'zero' }));
      const values = {
        before: bySeed(result, 'residual', ({ layout }, rows) => median(sharesAt(layout, rows, 0, 1))),
        share: bySeed(result, 'residual', ({ layout }, rows, last) => median(sharesAt(layout, rows, last, 1))),
      };
      return { values, holds: values.before.max === 0 && values.share.min > 0.02 };
    },
  },
  {
    id: 'scale-is-normalised-away',
    statement: {
      en: 'With batch norm after each layer, weights a tenth as large give branches within 1% of the same size; without it, the branches shrink below a twentieth.',
      zh: '每层之后都有批归一化时，权重缩到十分之一，支路的大小变化不到 1%；没有归一化时，支路缩到二十分之一以下。',
    },
    run: async (_, ask) => {
      const ratio = async (part: Partial<Experiment>) => {
        const experiment = { ...blocksOf2015, ...part };
        const answer = await ask({ kind: 'branches', experiment, trained: false });
        return overSeeds(answer.arms[0]?.seeds.map(({ finding }) => median(finding.ratios)) ?? []);
      };
      const [whole, tenth, bareWhole, bareTenth] = await Promise.all([
        ratio({}),
        ratio({ gain: 0.1 }),
        ratio({ normalization: 'none' }),
        ratio({ normalization: 'none', gain: 0.1 }),
      ]);
      const values = { whole, tenth, bareWhole, bareTenth };
      const same = Math.abs(tenth.median / whole.median - 1) < 0.01;
      return { values, holds: same && bareTenth.max < bareWhole.min / 20 };
    },
  },
  {
    id: 'deeper-modifies-less',
    statement: {
      en: 'On the spiral, with batch norm, the middle branch of a trained residual network is smaller beside its input at 40 layers than at 20, and at 20 than at 10, on every seed; at 40 it is still above 10%.',
      zh: '螺旋数据、批归一化：训练后的残差网络，居中的支路与输入之比，40 层小于 20 层，20 层小于 10 层，每个种子都如此；40 层时仍在 10% 以上。',
    },
    run: async (train) => {
      const share = async (depth: number) =>
        bySeed(await train({ ...blocksOf2015, depth }), 'residual', ({ layout }, rows, last) =>
          median(sharesAt(layout, rows, last, 1)),
        );
      const [ten, twenty, forty] = [await share(10), await share(20), await share(40)];
      return {
        values: { ten, twenty, forty },
        holds: ten.min > twenty.max && twenty.min > forty.max && forty.min > 0.1,
      };
    },
  },
];
