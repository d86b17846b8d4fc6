/** What the lesson says about the race of convolutional networks, over three seeds. */
import { rowLength } from '../../model/conv/engine.ts';
import { type ConvArm, type ConvExperiment, defaultRace } from '../../model/conv/experiment.ts';
import type { ConvDepth } from '../../model/conv/specification.ts';
import type { ConvArmRun } from '../../model/conv/train.ts';
import type { Claim, Race } from '../lesson.ts';
import { overSeeds } from '../overSeeds.ts';

const seeds = [1, 2, 3];
/** Batches at the end of a run whose losses are averaged. */
const lastBatches = 20;

const racesOf = (race: Race, experiment: Omit<ConvExperiment, 'seed'>) =>
  // One after the other: on a page they share one worker at a time.
  seeds.reduce<Promise<(readonly ConvArmRun[])[]>>(
    async (before, seed) => [...(await before), await race({ ...experiment, seed })],
    Promise.resolve([]),
  );

/** One value a seed. A diverged or missing arm gives NaN, and with it a claim that fails. */
const eachSeed = (races: readonly (readonly ConvArmRun[])[], name: ConvArm, value: (arm: ConvArmRun) => number) =>
  races.map((arms) => {
    const arm = arms.find((one) => one.name === name);
    return arm && arm.divergedAt === undefined ? value(arm) : Number.NaN;
  });

const accuracy = ({ scores }: ConvArmRun): number => scores.at(-1)?.score.accuracy ?? Number.NaN;

const trainingLoss =
  (depth: ConvDepth) =>
  ({ rows, steps }: ConvArmRun): number => {
    let sum = 0;
    for (let step = steps - lastBatches; step < steps; step++) sum += rows[step * rowLength(depth)] ?? Number.NaN;
    return sum / lastBatches;
  };

/** ||dE/dW|| of the first convolution over that of the last one, before training. */
const gradientRatio =
  (depth: ConvDepth) =>
  ({ rows }: ConvArmRun): number =>
    (rows[2] ?? Number.NaN) / (rows[depth] ?? Number.NaN);

/** A short race of both arms at one depth. */
async function pair(race: Race, depth: ConvDepth) {
  const races = await racesOf(race, { ...defaultRace, depth, steps: 150 });
  const of = (name: ConvArm) => ({
    accuracy: eachSeed(races, name, accuracy),
    loss: eachSeed(races, name, trainingLoss(depth)),
    ratio: eachSeed(races, name, gradientRatio(depth)),
  });
  return { plain: of('plain'), residual: of('residual') };
}

const differences = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x - (b[i] ?? Number.NaN));

export const raceClaims: readonly Claim[] = [
  {
    id: 'race-deep',
    statement: {
      en: 'After 150 steps at 20 weight layers, with batch norm, the plain convolutional network has a higher training loss than the residual one on every seed, by at least 0.15, and gets at least 5 of 100 more test images wrong.',
      zh: '20 个权重层、用批归一化、训练 150 步后，普通卷积网络的训练损失每个种子都比残差网络高，至少高 0.15；每 100 张测试图片，它至少多错 5 张。',
    },
    run: async (_train, _ask, race) => {
      const { plain, residual } = await pair(race, 20);
      const values = {
        plain: overSeeds(plain.accuracy),
        residual: overSeeds(residual.accuracy),
        lead: overSeeds(differences(residual.accuracy, plain.accuracy)),
        plainLoss: overSeeds(plain.loss),
        residualLoss: overSeeds(residual.loss),
        lossGap: overSeeds(differences(plain.loss, residual.loss)),
      };
      return { values, holds: values.lead.min >= 0.05 && values.lossGap.min >= 0.15 };
    },
  },
  {
    id: 'race-shallow',
    statement: {
      en: 'At 8 weight layers the same race is closer: on every seed the training losses lie nearer together than on any seed at 20 layers. The plain network of 20 layers has a higher training loss than the plain one of 8, on every seed.',
      zh: '换成 8 个权重层，同样的比赛接近得多：每个种子的训练损失之差，都小于 20 层时任何一个种子的差。20 层普通网络的训练损失，每个种子都高于 8 层普通网络。',
    },
    run: async (_train, _ask, race) => {
      const [shallow, deep] = [await pair(race, 8), await pair(race, 20)];
      const values = {
        gap: overSeeds(differences(shallow.plain.loss, shallow.residual.loss)),
        deepGap: overSeeds(differences(deep.plain.loss, deep.residual.loss)),
        plain: overSeeds(shallow.plain.loss),
        plainDeep: overSeeds(deep.plain.loss),
        residual: overSeeds(shallow.residual.loss),
        residualDeep: overSeeds(deep.residual.loss),
        loss: overSeeds(differences(deep.plain.loss, shallow.plain.loss)),
      };
      return { values, holds: values.gap.max < values.deepGap.min && values.loss.min > 0 };
    },
  },
  {
    id: 'race-gradient',
    statement: {
      en: 'The plain network of 20 layers falls behind although no gradient vanishes: before training, its first convolution has at least as large a gradient as its last one, on every seed.',
      zh: '20 层普通网络落后，却不是梯度消失所致：训练开始前，它第一个卷积层的梯度，每个种子都不小于最后一个卷积层的梯度。',
    },
    run: async (_train, _ask, race) => {
      const { plain, residual } = await pair(race, 20);
      const values = { plain: overSeeds(plain.ratio), residual: overSeeds(residual.ratio) };
      return { values, holds: values.plain.min >= 1 };
    },
  },
  {
    id: 'race-eighty',
    statement: {
      en: 'The residual network of 14 weight layers gets more than 80 of 100 test images right after 500 steps, on every seed.',
      zh: '14 个权重层的残差网络训练 500 步后，每个种子都能答对八成以上的测试图片。',
    },
    run: async (_train, _ask, race) => {
      const races = await racesOf(race, { ...defaultRace, depth: 14, arms: ['residual'], steps: 500 });
      const values = { residual: overSeeds(eachSeed(races, 'residual', accuracy)) };
      return { values, holds: values.residual.min > 0.8 };
    },
  },
];
