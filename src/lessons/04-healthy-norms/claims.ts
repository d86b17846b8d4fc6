/** What the lesson says about its networks, as programs. Margins leave room for another engine's float32 arithmetic. */
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import { autocorrelation, slopesAlong } from '../../model/analysis/shattering.ts';
import { untrained } from '../../model/analysis/subject.ts';
import { spiral as spiralData } from '../../model/data/spiral.ts';
import { defaultExperiment, type Experiment, settingsOf } from '../../model/experiment.ts';
import type { RunResult } from '../../model/train.ts';
import type { Ask, Claim } from '../lesson.ts';
import { finalOf, overSeeds } from '../overSeeds.ts';
import { batchNorm, dialPresets, layerNorm } from './lesson.ts';
import { middleOf, ratiosOf } from './ratios.ts';

const five = [1, 2, 3, 4, 5];
const plainOnly: Partial<Experiment> = { arms: [{ name: 'plain', overrides: { shortcutScale: 0 } }] };
const withLayerNorm = (changes: Partial<Experiment>): Experiment => ({ ...layerNorm.experiment, ...changes });

/** What the dials look at: `preset` is the id of one of theirs. */
function examined(preset: string, depth: number): Experiment {
  const found = dialPresets.find(({ id }) => id === preset);
  if (!found) throw new Error(`no dials for "${preset}"`);
  return { ...found.experiment, depth };
}

/** One number over the seeds of an arm. */
function overArm<F>(
  { arms }: { readonly arms: readonly { readonly name: string; readonly seeds: readonly { readonly finding: F }[] }[] },
  name: string,
  number: (finding: F) => number,
): RecordedValue {
  const arm = arms.find((each) => each.name === name);
  if (!arm) throw new Error(`the answer has no arm "${name}"`);
  return overSeeds(arm.seeds.map(({ finding }) => number(finding)));
}

/** What one kind of question says of both arms, before training unless told otherwise. */
async function ratios(ask: Ask, experiment: Experiment) {
  const answer = await ask({ kind: 'gradient', experiment, trained: false });
  return (arm: string) => overArm(answer, arm, ({ ratio }) => ratio);
}
async function similarities(ask: Ask, experiment: Experiment, trained = false) {
  const answer = await ask({ kind: 'similarity', experiment, trained });
  return (arm: string) => overArm(answer, arm, ({ states }) => states.at(-1) ?? Number.NaN);
}
async function agreements(ask: Ask, experiment: Experiment, trained = false) {
  const answer = await ask({ kind: 'agreement', experiment, trained });
  return (arm: string) => overArm(answer, arm, ({ cosine }) => cosine);
}

/** The gradient ratio of an arm over a run, one number a seed. */
function ratioOver(result: RunResult, name: string, number: (ratios: readonly number[]) => number): RecordedValue {
  const arm = result.arms.find((each) => each.name === name);
  if (!arm) throw new Error(`the run has no arm "${name}"`);
  return overSeeds(arm.seeds.map(({ rows, steps }) => number(ratiosOf(arm.layout, rows, steps))));
}

/** What nine steps in ten exceed. */
const tenthOf = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 10)] ?? Number.NaN;

/** The steps after which batch norm's first explosion is over. */
const settled = 30;
const late = (all: readonly number[]) => all.slice(settled);

const within = ({ min, max }: RecordedValue, low: number, high: number) => min > low && max < high;

export const claims: readonly Claim[] = [
  {
    id: 'healthy-at-start',
    statement: {
      en: 'Before training, with He weights and layer norm, the gradient at the first state of the plain network is between 1/50 and 50 times that at the last, on every seed at 10, 20, 30 and 50 layers.',
      zh: '训练开始前，用 He 初始化和层归一化，普通网络第一个状态处的梯度是最后一个的 1/50 到 50 倍：10、20、30、50 层，每个种子都如此。',
    },
    run: async (_train, ask) => {
      const at = async (depth: number) => (await ratios(ask, withLayerNorm({ depth, seeds: five })))('plain');
      const values = { ten: await at(10), twenty: await at(20), thirty: await at(30), fifty: await at(50) };
      return { values, holds: Object.values(values).every((value) => within(value, 0.02, 50)) };
    },
  },
  {
    id: 'still-stuck',
    statement: {
      en: 'After 300 steps at rate 0.001 the plain network of 30 layers with layer norm sorts fewer than half of its training pictures right on every seed. The residual one sorts more than 90% right, with a loss lower by more than 1.',
      zh: '学习率 0.001，训练 300 步后，30 层、用层归一化的普通网络，每个种子都有一半以上的训练图片分错；残差网络分对 90% 以上，损失低 1 以上。',
    },
    run: async (train) => {
      const result = await train(withLayerNorm({ seeds: five }));
      const values = {
        plainAccuracy: finalOf(result, 'plain', 'accuracy'),
        residualAccuracy: finalOf(result, 'residual', 'accuracy'),
        plainLoss: finalOf(result, 'plain', 'loss'),
        residualLoss: finalOf(result, 'residual', 'loss'),
      };
      const { plainAccuracy, residualAccuracy, plainLoss, residualLoss } = values;
      const holds = plainAccuracy.max < 0.5 && residualAccuracy.min > 0.9 && plainLoss.min - residualLoss.max > 1;
      return { values, holds };
    },
  },
  {
    id: 'healthy-throughout',
    statement: {
      en: 'All through that run the gradient reaches the first state: in the middle of the 300 steps the ratio of the plain network is between 0.5 and 50 on every seed, and above 0.03 at nine steps in ten; that of the residual network is the larger one.',
      zh: '在这次训练中，梯度自始至终传得到第一个状态：普通网络 300 步的比值，每个种子的中位数都在 0.5 与 50 之间，十步里有九步高于 0.03；残差网络的比值更大。',
    },
    run: async (train) => {
      const result = await train(withLayerNorm({ seeds: five }));
      const values = {
        plain: ratioOver(result, 'plain', middleOf),
        tenth: ratioOver(result, 'plain', (all) => tenthOf(all)),
        residual: ratioOver(result, 'residual', middleOf),
      };
      const holds =
        within(values.plain, 0.5, 50) && values.tenth.min > 0.03 && values.residual.median > values.plain.median;
      return { values, holds };
    },
  },
  {
    id: 'rates-do-not-save',
    statement: {
      en: 'Whichever of the rates 0.0003, 0.001, 0.003 and 0.01 suits the plain network of 30 layers best, it ends above 1.2; the residual one ends below 0.3 at 0.001.',
      zh: '学习率取 0.0003、0.001、0.003、0.01，30 层普通网络任选其中最好的一个，损失仍高于 1.2；残差网络用 0.001，损失低于 0.3。',
    },
    run: async (train) => {
      const base = await train(withLayerNorm({ seeds: five }));
      const others = await Promise.all(
        [0.0003, 0.003, 0.01].map((rate) => train(withLayerNorm({ rate, ...plainOnly }))),
      );
      const tried = [base, ...others].map((result) => finalOf(result, 'plain', 'loss'));
      const residual = finalOf(base, 'residual', 'loss');
      const [plain] = tried.filter(({ median }) => Number.isFinite(median)).sort((a, b) => a.median - b.median);
      if (!plain) return { values: { residual }, holds: false };
      return { values: { plain, residual }, holds: plain.median > 1.2 && residual.median < 0.3 };
    },
  },
  {
    id: 'batch-norm-stuck',
    statement: {
      en: 'With batch norm and momentum, 30 layers: the ratio of the plain network starts above 100; from step 30 on it is between 0.05 and 20 in the middle of the steps, on every seed. The plain loss still ends above 1.7, the residual one below 0.1.',
      zh: '用批归一化和动量，30 层：普通网络的比值起初大于 100；从第 30 步起，每个种子的中位数都在 0.05 与 20 之间。普通网络的损失仍高于 1.7，残差网络的低于 0.1。',
    },
    run: async (train) => {
      const result = await train(batchNorm.experiment);
      const values = {
        start: ratioOver(result, 'plain', ([first = Number.NaN]) => first),
        later: ratioOver(result, 'plain', (all) => middleOf(late(all))),
        plainLoss: finalOf(result, 'plain', 'loss'),
        plainAccuracy: finalOf(result, 'plain', 'accuracy'),
        residualLoss: finalOf(result, 'residual', 'loss'),
        residualAccuracy: finalOf(result, 'residual', 'accuracy'),
      };
      const { start, later, plainLoss, residualLoss } = values;
      const healthy = start.min > 100 && within(later, 0.05, 20);
      return { values, holds: healthy && plainLoss.min > 1.7 && residualLoss.max < 0.1 };
    },
  },
  {
    id: 'fast-rate-kills',
    statement: {
      en: 'At rate 0.003 the same plain network with layer norm starts with the same ratio and ends by guessing, below 15%; after the last step its ratio is below 0.01 on every seed.',
      zh: '学习率 0.003，同一个普通网络，起初的比值相同，最后却在瞎猜，分对不到 15%；到最后一步，每个种子的比值都低于 0.01。',
    },
    run: async (train) => {
      const result = await train(withLayerNorm({ rate: 0.003, ...plainOnly }));
      const values = {
        start: ratioOver(result, 'plain', ([first = Number.NaN]) => first),
        end: ratioOver(result, 'plain', (all) => all.at(-1) ?? Number.NaN),
        accuracy: finalOf(result, 'plain', 'accuracy'),
      };
      return { values, holds: values.start.min > 0.02 && values.end.max < 0.01 && values.accuracy.max < 0.15 };
    },
  },
  {
    id: 'vanish',
    statement: {
      en: 'Before training, 30 plain layers with Glorot weights and no normalisation have a gradient ratio below 0.001 on every seed; the residual network is between 0.1 and 100.',
      zh: '训练开始前，30 层普通网络用 Glorot 初始化、不加归一化，每个种子的梯度比值都低于 0.001；残差网络在 0.1 与 100 之间。',
    },
    run: async (_train, ask) => {
      const ratio = await ratios(ask, examined('none', 30));
      const values = { plain: ratio('plain'), residual: ratio('residual') };
      return { values, holds: values.plain.max < 0.001 && within(values.residual, 0.1, 100) };
    },
  },
  {
    id: 'collapse',
    statement: {
      en: 'Before training, with layer norm, the last states of two different pictures have a mean cosine above 0.95 in the plain network of 30 layers and above 0.98 at 50 (medians); in the residual one it stays below 0.85. The plain gradients of two batches agree nevertheless: their median cosine at 30 layers is above 0.3.',
      zh: '训练开始前，用层归一化，两张不同图片在最后一层的状态，余弦的平均值在 30 层普通网络中高于 0.95，50 层时高于 0.98（中位数）；残差网络中低于 0.85。普通网络两批数据的梯度却并不矛盾：30 层时余弦的中位数高于 0.3。',
    },
    run: async (_train, ask) => {
      const thirty = await similarities(ask, examined('layer', 30));
      const deep = await ask({ kind: 'similarity', experiment: examined('layer', 50), trained: false });
      const fifty = (arm: string) => overArm(deep, arm, ({ states }) => states.at(-1) ?? Number.NaN);
      const values = {
        plain: thirty('plain'),
        residual: thirty('residual'),
        plainFifty: fifty('plain'),
        lacking: overArm(deep, 'plain', ({ states }) => 1 - (states.at(-1) ?? Number.NaN)),
        residualFifty: fifty('residual'),
        plainAgreement: (await agreements(ask, examined('layer', 30)))('plain'),
      };
      const { plain, residual, plainFifty, residualFifty, plainAgreement } = values;
      const alike = plain.median > 0.95 && plainFifty.median > 0.98;
      const apart = residual.max < 0.85 && residualFifty.max < 0.85;
      const clear = plain.min > residual.max && plainFifty.min > residualFifty.max;
      return { values, holds: alike && apart && clear && plainAgreement.median > 0.3 };
    },
  },
  {
    id: 'shatter',
    statement: {
      en: 'Before training, 50 plain layers with batch norm have a gradient ratio above 1000 and gradients of two batches with a cosine between −0.2 and 0.2, on every seed, though their states stay apart (below 0.6); the median agreement of the residual network with layer norm is above 0.5.',
      zh: '训练开始前，50 层普通网络用批归一化，每个种子的梯度比值都大于 1000，两批数据的梯度余弦在 −0.2 与 0.2 之间，状态却没有趋同（低于 0.6）；用层归一化的残差网络，一致度的中位数高于 0.5。',
    },
    run: async (_train, ask) => {
      const batch = examined('batch', 50);
      const batches = await ask({ kind: 'agreement', experiment: batch, trained: false });
      const values = {
        ratio: (await ratios(ask, batch))('plain'),
        similarity: (await similarities(ask, batch))('plain'),
        disagreement: overArm(batches, 'plain', ({ cosine }) => Math.abs(cosine)),
        residualBatch: overArm(batches, 'residual', ({ cosine }) => cosine),
        residualLayer: (await agreements(ask, examined('layer', 50)))('residual'),
      };
      const { ratio, similarity, disagreement, residualLayer } = values;
      const shattered = ratio.min > 1000 && disagreement.max < 0.2 && similarity.max < 0.6;
      return { values, holds: shattered && residualLayer.median > 0.5 };
    },
  },
  {
    id: 'after-thirty-steps',
    statement: {
      en: 'With batch norm, after 30 steps of training at 30 layers, the pictures have not run together in the plain network (cosine below 0.8 on every seed), and the gradients of two batches have a cosine between −0.5 and 0.5 in both networks.',
      zh: '用批归一化，30 层，训练 30 步后：普通网络里图片没有趋同（每个种子的余弦都低于 0.8）；两个网络里，两批数据的梯度余弦都在 −0.5 与 0.5 之间。',
    },
    run: async (_train, ask) => {
      const experiment: Experiment = { ...batchNorm.experiment, steps: settled };
      const [likeness, agreement] = [
        await similarities(ask, experiment, true),
        await agreements(ask, experiment, true),
      ];
      const values = {
        plainSimilarity: likeness('plain'),
        plainAgreement: agreement('plain'),
        residualAgreement: agreement('residual'),
      };
      const { plainSimilarity, plainAgreement, residualAgreement } = values;
      const near = within(plainAgreement, -0.5, 0.5) && within(residualAgreement, -0.5, 0.5);
      return { values, holds: plainSimilarity.max < 0.8 && near };
    },
  },
  {
    id: 'slopes-shatter',
    statement: {
      en: 'Two slopes of a random plain network (layer norm, width 32), five points apart on a line of inputs, correlate above 0.8 with 2 layers and below 0.3 with 50. Residual branches scaled by 1/⁠√units keep it above 0.7 at 50.',
      zh: '沿一条直线改变输入，看随机的普通网络（层归一化，宽 32）相隔五个点的两处斜率：2 层时相关系数高于 0.8，50 层时低于 0.3。支路乘 1/⁠√⁠单元数的残差网络，50 层时仍高于 0.7。',
    },
    run: async () => {
      const correlation = (changes: Partial<Experiment>) =>
        overSeeds(
          five.map((seed) => {
            const experiment: Experiment = { ...defaultExperiment, width: 32, initializer: 'he', ...changes };
            const settings = settingsOf(experiment, { name: 'plain', overrides: {} });
            const subject = untrained(settings, spiralData(seed), seed);
            return autocorrelation(slopesAlong(subject, [-2, 1], [2, 1], 256), 5);
          }),
        );
      const plain = { normalization: 'layer', shortcutScale: 0 } as const;
      const values = {
        shallow: correlation({ ...plain, depth: 2 }),
        deep: correlation({ ...plain, depth: 50 }),
        residual: correlation({ branchScale: 'sqrt', depth: 50 }),
      };
      const { shallow, deep, residual } = values;
      return { values, holds: shallow.median > 0.8 && deep.median < 0.3 && residual.median > 0.7 };
    },
  },
  {
    id: 'plain-can-train',
    statement: {
      en: 'With tanh and orthogonal weights, no normalisation, the plain network of 30 layers ends below 0.6 on every seed at rate 0.001, with a smaller gradient ratio than the residual one had.',
      zh: '用 tanh 和正交初始化、不加归一化，学习率 0.001，30 层普通网络的损失每个种子都低于 0.6；它起初的梯度比值，比上面那个残差网络的小。',
    },
    run: async (train, ask) => {
      const orthogonal: Partial<Experiment> = {
        activation: 'tanh',
        initializer: 'orthogonal',
        normalization: 'none',
        finalNorm: false,
        seeds: five,
      };
      const values = {
        loss: finalOf(await train(withLayerNorm({ ...orthogonal, ...plainOnly })), 'plain', 'loss'),
        ratio: (await ratios(ask, withLayerNorm(orthogonal)))('plain'),
        residualRatio: (await ratios(ask, withLayerNorm({ seeds: five })))('residual'),
      };
      return { values, holds: values.loss.max < 0.6 && values.ratio.max < values.residualRatio.min };
    },
  },
];
