/** What the lesson says about its blocks and networks, as programs: counts that are exact, and what a fixed seed does. */
import type { RecordedValue } from '../../components/prose/LessonState.tsx';
import { clonesOf } from '../../model/blocks/clones.ts';
import { presets } from '../../model/blocks/presets.ts';
import { type Trace, trace } from '../../model/blocks/trace.ts';
import type { Claim } from '../lesson.ts';
import { overSeeds } from '../overSeeds.ts';
import { copies } from './copiesClaim.ts';
import { raceClaims } from './raceClaims.ts';

/** A count is the same every time. */
const exactly = (value: number): RecordedValue => ({ median: value, min: value, max: value, seeds: 1 });
const total = ({ trainable, fixed }: Pick<Trace, 'trainable' | 'fixed'>): number => trainable + fixed;

/** Parameters of ResNet-50 for 1000 classes in Keras' own table: all, and those that are not trained. */
const published = { all: 25_636_712, fixed: 53_120 };

const counts: Claim = {
  id: 'counts',
  statement: {
    en: 'Layer by layer, ResNet-50 for 1000 classes has exactly the 25,636,712 parameters of Keras’ table, 53,120 of them not trained; the notes’ network has 17,958,790, that of the paper for six classes 23,600,006.',
    zh: '逐层相加，分 1000 类的 ResNet-50 恰好有 Keras 表中的 25,636,712 个参数，其中 53,120 个不训练。笔记的网络有 17,958,790 个，论文的网络分六类时有 23,600,006 个。',
  },
  run: async () => {
    const imagenet = trace(presets.resnet50());
    const notes = trace(presets.notes50());
    const six = trace(presets.paper50());
    const values = {
      difference: exactly(total(imagenet) - published.all),
      fewer: exactly(1 - total(notes) / total(six)),
      work: exactly(imagenet.multiplyAdds / 1e9),
    };
    const holds =
      total(imagenet) === published.all &&
      imagenet.fixed === published.fixed &&
      total(notes) === 17_958_790 &&
      total(six) === 23_600_006;
    return { values, holds };
  },
};

const stageFive: Claim = {
  id: 'stage-five',
  statement: {
    en: 'In the notes’ ResNet-50, stage 5 holds more than half of all parameters and does less than a fifth of the multiply-adds.',
    zh: '笔记的 ResNet-50 里，阶段 5 占一半以上的参数，乘加次数却不到五分之一。',
  },
  run: async () => {
    const network = trace(presets.notes50());
    const stage = network.stages.find(({ name }) => name === 'conv5_x');
    if (!stage) throw new Error('the network has no stage 5');
    const values = {
      parameters: exactly(total(stage) / total(network)),
      work: exactly(stage.multiplyAdds / network.multiplyAdds),
    };
    return { values, holds: values.parameters.median > 0.5 && values.work.median < 0.2 };
  },
};

/** The seed that every layer is given, in turn: 0 is the notes'. */
const seeds = [0, 1, 2] as const;

const clones: Claim = {
  id: 'clones',
  statement: {
    en: 'With one seed for all layers, the 53 convolutions of the notes’ ResNet-50 start from 21 different kernels, compared number by number, whatever the seed. With a seed for each layer all 53 differ.',
    zh: '所有层共用一个种子时，笔记的 ResNet-50 有 53 层卷积，逐个数比较，起步时只有 21 个不同的卷积核，换哪个种子都一样。每层用自己的种子，53 个全不相同。',
  },
  run: async () => {
    const found = [];
    for (const seed of seeds) {
      // Between two draws the page may answer.
      await new Promise((resolve) => setTimeout(resolve));
      found.push(clonesOf(presets.notes50(), () => seed));
    }
    const separate = clonesOf(presets.notes50(), (index) => index);
    const values = {
      convolutions: overSeeds(found.map(({ convolutions }) => convolutions)),
      different: overSeeds(found.map(({ different }) => different)),
      pairs: overSeeds(found.map(({ pairs }) => pairs)),
      copied: overSeeds(found.map(({ convolutions, different }) => 1 - different / convolutions)),
      separate: exactly(separate.different),
    };
    const { convolutions, different } = values;
    const holds = convolutions.min === 53 && different.min === 21 && different.max === 21 && separate.different === 53;
    return { values, holds };
  },
};

export const claims: readonly Claim[] = [counts, stageFive, clones, copies, ...raceClaims];
