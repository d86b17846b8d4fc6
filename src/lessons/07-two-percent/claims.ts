/** What the lesson says about its weights and its networks, as programs. What is plain arithmetic has one seed. */
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import {
  conditionNumber,
  decayBias,
  type Journey,
  noiseSpread,
  type OneWeightModel,
  outputAtPrecision,
  plainModel,
  residualModel,
  stepsToTarget,
} from '../../model/analysis/sensitivity.ts';
import type { Experiment } from '../../model/experiment.ts';
import { random } from '../../model/random.ts';
import { read } from '../../model/telemetry.ts';
import type { RunResult } from '../../model/train.ts';
import type { Claim } from '../lesson.ts';
import { finalOf, overSeeds } from '../overSeeds.ts';
import { identity, small, spiral } from './lesson.ts';
import { apart, asked, bothWays, input, type Knobs, stepsOf, tolerance } from './twoWeights.ts';

const once = (value: number): RecordedValue => overSeeds([value]);

/** Steps of both units with some knobs turned away from the question. */
function stepsWith(part: Partial<Knobs>): readonly [number, number] {
  const { plain, residual } = bothWays({ ...asked, ...part });
  return [stepsOf(plain), stepsOf(residual)];
}

/** The output that is held, and a quantity of both units there. */
const held = asked.start;
const both = (of: (model: OneWeightModel) => number) => ({ plain: of(plainModel), residual: of(residualModel) });

const manySeeds = Array.from({ length: 20 }, (_, i) => i + 1);
/** Steps from a random weight of sd 0.1 to a target, over 20 seeds. */
const fromSmall = (model: OneWeightModel, target: number, optimizer: Journey['optimizer']): RecordedValue =>
  overSeeds(
    manySeeds.map((seed) => {
      const from = 0.1 * random(seed, 'weight').normal();
      return stepsToTarget(model, { x: input, from, target, optimizer, rate: asked.rate, tolerance });
    }),
  );

/** Largest relative difference of the training losses of the two arms within the first steps, seed by seed. */
function lossesApart({ arms: [one, other] }: RunResult, steps: number): RecordedValue {
  if (!one || !other) throw new Error('two arms are compared');
  const loss = ({ layout }: typeof one, rows: Float32Array, step: number) => read(layout, rows, step, 'loss')[0] ?? NaN;
  return overSeeds(
    one.seeds.map(({ rows }, s) => {
      const second = other.seeds[s]?.rows ?? new Float32Array();
      return Array.from({ length: steps }, (_, step) => {
        const [a, b] = [loss(one, rows, step), loss(other, second, step)];
        return Math.abs(a - b) / Math.max(a, b);
      }).reduce((most, difference) => Math.max(most, difference), 0);
    }),
  );
}
const finals = (result: RunResult) => ({
  plain: finalOf(result, 'plain', 'loss'),
  residual: finalOf(result, 'residual', 'loss'),
});

/** Steps over which the two networks are compared loss by loss. */
const compared = 50;
const fiveSeeds = { seeds: [1, 2, 3, 4, 5] } as const satisfies Partial<Experiment>;
const chance = Math.log(2);

export const claims: readonly Claim[] = [
  {
    id: 'equal-steps',
    statement: {
      en: 'From 5.1 to 5.2 both units take equally many steps: 182 with SGD at rate 0.001, 17 at 0.01; 24 with Adam at 0.001, 25 at 0.01.',
      zh: '从 5.1 到 5.2，两个单元步数相同：SGD 学习率 0.001 时 182 步，0.01 时 17 步；Adam 0.001 时 24 步，0.01 时 25 步。',
    },
    run: async () => {
      const sgd = stepsWith({});
      const fast = stepsWith({ rate: 0.01 });
      const adam = stepsWith({ optimizer: 'adam' });
      const fastAdam = stepsWith({ optimizer: 'adam', rate: 0.01 });
      const wanted = [sgd, fast, adam, fastAdam].map(String).join(' ');
      return {
        values: { plain: once(sgd[0]), residual: once(sgd[1]), fast: once(fast[1]), adam: once(adam[1]) },
        holds: wanted === '182,182 17,17 24,24 25,25',
      };
    },
  },
  {
    id: 'same-outputs',
    statement: {
      en: 'On the way from 5.1 to 5.2 the outputs of the two units never differ by more than 10⁻⁹, with SGD or with Adam.',
      zh: '从 5.1 到 5.2 的路上，用 SGD 或 Adam，两个单元的输出相差从不超过 10⁻⁹。',
    },
    run: async () => {
      const [sgd = Number.NaN, adam = Number.NaN] = (['sgd', 'adam'] as const).map((optimizer) =>
        apart(bothWays({ ...asked, optimizer })),
      );
      return { values: { sgd: once(sgd), adam: once(adam) }, holds: sgd < 1e-9 && adam < 1e-9 };
    },
  },
  {
    id: 'fifty-one',
    statement: {
      en: 'At output 5.1 the condition number, the spread under 1% noise and the pull of weight decay 1 are each 51 times as large in the plain unit.',
      zh: '输出为 5.1 时，普通单元的条件数、1% 噪声引起的标准差、权重衰减 1 造成的偏差，都是残差单元的 51 倍。',
    },
    run: async () => {
      const condition = both((model) => conditionNumber(model, input, held));
      const noise = both((model) => noiseSpread(model, input, held, asked.noise));
      const decay = both((model) => decayBias(model, input, held, 1));
      const ratios = [condition, noise, decay].map(({ plain, residual }) => plain / residual);
      return {
        values: {
          noisePlain: once(noise.plain),
          noiseResidual: once(noise.residual),
          decayPlain: once(decay.plain),
          decayResidual: once(decay.residual),
          ratio: once(Math.max(...ratios)),
        },
        holds: ratios.every((ratio) => Math.abs(ratio - 51) < 0.5),
      };
    },
  },
  {
    id: 'rounding',
    statement: {
      en: 'With the weight kept to 4 significant binary digits the plain unit answers 5.0000 instead of 5.1, the residual one 5.0977.',
      zh: '权重只保留 4 位二进制有效数字，应答 5.1 时，普通单元答 5.0000，残差单元答 5.0977。',
    },
    run: async () => {
      const { plain, residual } = both((model) => outputAtPrecision(model, input, held, asked.bits));
      return {
        values: { plain: once(held - plain), residual: once(held - residual) },
        holds: plain.toFixed(4) === '5.0000' && residual.toFixed(4) === '5.0977',
      };
    },
  },
  {
    id: 'relative-steps',
    statement: {
      en: 'If each step is 0.01% of the weight itself, the plain unit takes 193 steps from 5.1 to 5.2 and the residual one 6882.',
      zh: '每步走权重自身的 0.01%，从 5.1 到 5.2，普通单元要 193 步，残差单元要 6882 步。',
    },
    run: async () => {
      const [plain, residual] = stepsWith({ optimizer: 'relative', rate: 0.0001 });
      return {
        values: { plain: once(plain), residual: once(residual) },
        holds: plain === 193 && residual === 6882,
      };
    },
  },
  {
    id: 'small-start',
    statement: {
      en: 'From random weights of standard deviation 0.1 to output 5.1, over 20 seeds: with Adam and with SGD every residual unit arrives before every plain one.',
      zh: '从标准差 0.1 的随机权重走到输出 5.1，换 20 个种子：不论 Adam 还是 SGD，残差单元每一次都比普通单元的任何一次先到。',
    },
    run: async () => {
      const values = {
        adamPlain: fromSmall(plainModel, held, 'adam'),
        adamResidual: fromSmall(residualModel, held, 'adam'),
        sgdPlain: fromSmall(plainModel, held, 'sgd'),
        sgdResidual: fromSmall(residualModel, held, 'sgd'),
      };
      const { adamPlain, adamResidual, sgdPlain, sgdResidual } = values;
      return { values, holds: adamPlain.min > adamResidual.max && sgdPlain.min > sgdResidual.max };
    },
  },
  {
    id: 'zero-target',
    statement: {
      en: 'The same with target 0 instead of 5.1, Adam, 20 seeds: every plain unit arrives before every residual one.',
      zh: '同样的起点，目标由 5.1 改成 0，用 Adam，换 20 个种子：普通单元每一次都比残差单元的任何一次先到。',
    },
    run: async () => {
      const values = { plain: fromSmall(plainModel, 0, 'adam'), residual: fromSmall(residualModel, 0, 'adam') };
      return { values, holds: values.residual.min > values.plain.max };
    },
  },
  {
    id: 'same-network',
    statement: {
      en: 'On the spiral, 20 ReLU layers with Adam: the plain network that starts at W = I + A and the residual one that starts at A differ in loss by less than a thousandth over the first 50 steps, and both end below 0.05.',
      zh: '螺旋数据，20 层 ReLU，Adam：从 W = I + A 起步的普通网络与从 A 起步的残差网络，头 50 步损失的相对差不到千分之一，最终都低于 0.05。',
    },
    run: async (train) => {
      const result = await train({ ...spiral.experiment, ...fiveSeeds });
      const values = { difference: lossesApart(result, compared), ...finals(result) };
      const { difference, plain, residual } = values;
      return { values, holds: difference.max < 1e-3 && plain.max < 0.05 && residual.max < 0.05 };
    },
  },
  {
    id: 'rounding-grows',
    statement: {
      en: 'The same pair with 50 layers: over the first 20 steps the losses differ by less than a thousandth, later by more than a hundredth on every seed; both still end below 0.05.',
      zh: '同一对网络取 50 层：头 20 步损失的相对差不到千分之一，后来每个种子都超过百分之一；最终两者仍都低于 0.05。',
    },
    run: async (train) => {
      const result = await train({ ...spiral.experiment, depth: 50 });
      const { steps } = spiral.experiment;
      const values = { early: lossesApart(result, 20), late: lossesApart(result, steps), ...finals(result) };
      const { early, late, plain, residual } = values;
      return { values, holds: early.max < 1e-3 && late.min > 0.01 && plain.max < 0.05 && residual.max < 0.05 };
    },
  },
  {
    id: 'without-identity',
    statement: {
      en: 'The same plain network started at W = A, without the identity, still guesses after 300 steps on every seed: its loss is within 2% of ln 2.',
      zh: '同一个普通网络改从 W = A 起步，不加单位矩阵，300 步后每个种子都还在瞎猜：损失与 ln 2 相差不到 2%。',
    },
    run: async (train) => {
      const values = finals(await train({ ...small.experiment, ...fiveSeeds }));
      const { min, max } = values.plain;
      return { values, holds: min > 0.98 * chance && max < 1.02 * chance };
    },
  },
  {
    id: 'decay-parts',
    statement: {
      en: 'Learning the identity with 10 ReLU layers, the two agree to a thousandth over 300 steps; with weight decay 0.05 the plain one ends above the residual one on every seed, in the median by more than half.',
      zh: '10 层 ReLU 学恒等映射：不加衰减，300 步里两者的相对差不到千分之一；权重衰减 0.05 时，每个种子都是普通网络的损失更高，中位数高出一半以上。',
    },
    run: async (train) => {
      const [none, some] = await Promise.all([
        train({ ...identity.experiment, ...fiveSeeds }),
        train({ ...identity.experiment, ...fiveSeeds, decay: 0.05 }),
      ]);
      const values = { difference: lossesApart(none, identity.experiment.steps), ...finals(some) };
      const { difference, plain, residual } = values;
      const holds = difference.max < 1e-3 && plain.min > residual.max && plain.median > 1.5 * residual.median;
      return { values, holds };
    },
  },
  {
    id: 'two-layers-part',
    statement: {
      en: 'With two layers a unit there is no such start: on every seed the losses of the two spiral networks differ by more than a tenth within 50 steps.',
      zh: '每个单元有两层时，就没有这样的起点了：每个种子上，两个螺旋网络的损失在 50 步内相差一成以上。',
    },
    run: async (train) => {
      const result = await train({ ...spiral.experiment, ...fiveSeeds, layersPerUnit: 2 });
      const values = { difference: lossesApart(result, compared) };
      return { values, holds: values.difference.min > 0.1 };
    },
  },
];
