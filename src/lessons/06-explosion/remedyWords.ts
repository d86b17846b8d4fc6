/** What the experiment with the six remedies says, in both languages. */
import type { Spread } from '../../components/charts/spread.ts';
import type { Language } from '../../i18n/language.ts';
import { amount, fixed, range } from '../../i18n/numbers.ts';
import { type Conclusion, type RowWords, trainedBelow } from './remedyRows.ts';
import { remedies } from './settings.ts';

const labelIn = (language: Language) => (key: string) =>
  remedies.find((remedy) => remedy.key === key)?.label[language] ?? key;
const losses = (spread: Spread, language: Language): [string, string] => [
  amount(spread.median, language),
  range(spread.min, spread.max, language),
];

interface RemedyWords extends RowWords {
  readonly live: string;
  readonly kind: string;
  /** Titles of the columns. */
  readonly state: string;
  readonly gradient: string;
  readonly lossTitle: string;
  /** Where the columns lead. */
  readonly units: (count: number) => string;
  readonly steps: (count: number) => string;
  readonly stateAt: (index: number, units: number) => string;
  readonly stepAt: (index: number) => string;
  readonly places: string;
  /** @param window steps that the drawn loss is averaged over */
  readonly caption: (seeds: number, window: number) => string;
  readonly running: (done: number, total: number) => string;
  readonly none: string;
  readonly take: (conclusion: Conclusion, units: number, steps: number) => string;
}

const en: RemedyWords = {
  live: 'Six starts for the same residual network',
  kind: 'Six rows of three line charts: norm of the state by unit, norm of the gradient by unit, training loss by step.',
  label: labelIn('en'),
  loss: (spread) => {
    const [median, between] = losses(spread, 'en');
    return between === median ? `final loss ${median}` : `final loss ${median} (${between})`;
  },
  shortLoss: ({ median }) => `loss ${amount(median, 'en')}`,
  lost: (count, seeds, step) => `${count} of ${seeds} seeds diverged, the first after step ${step}`,
  shortLost: (count, seeds) => `${count}/${seeds} diverged`,
  state: '‖x‖ / ‖x₀‖',
  gradient: '‖∂E/∂x‖',
  lossTitle: 'loss',
  units: (count) => `unit ${count}`,
  steps: (count) => `step ${count}`,
  stateAt: (index, units) => `state ${index} of ${units}`,
  stepAt: (index) => `step ${index}`,
  places: 'place',
  caption: (seeds, window) =>
    `First two columns: before any training, states relative to the first, gradients relative to the last. Third: mean over ${window} steps, from 10 upwards out of the frame; × marks where a seed diverged. Line: median of ${seeds === 1 ? '1 seed' : `${seeds} seeds`}, band: their range.`,
  running: (done, total) => `Training: ${done} of ${total} networks done.`,
  none: 'Nothing has been trained yet: six networks appear here.',
  take: ({ growth, diverged, seeds, loss, low, lost, of }, units, steps) => {
    const bare = growth
      ? `Over ${fixed(units, 0, 'en')} ${units === 1 ? 'unit' : 'units'} the state of the <0/> network without a remedy ends at ${amount(growth.median, 'en')} times its size; ${
          diverged > 0 ? `${diverged} of ${seeds} seeds diverged` : `its loss ends at ${amount(loss, 'en')}`
        }.`
      : '';
    if (of === 0) return bare;
    const names = (keys: readonly string[]) => keys.map(labelIn('en')).join(', ');
    const trained =
      low.length === of && of === remedies.length - 1
        ? `All five remedies end below loss ${trainedBelow} after ${steps} steps.`
        : low.length > 0
          ? `Below loss ${trainedBelow} after ${steps} steps: ${names(low)}.`
          : `No remedy ends below loss ${trainedBelow} after ${steps} steps.`;
    return `${bare} ${trained}${lost.length > 0 ? ` Diverged on some seed: ${names(lost)}.` : ''}`;
  },
};

const zh: RemedyWords = {
  live: '同一个残差网络的六种起步方式',
  kind: '六行，每行三张折线图：各单元状态的范数、各单元梯度的范数、训练损失随步数的变化。',
  label: labelIn('zh'),
  loss: (spread) => {
    const [median, between] = losses(spread, 'zh');
    return between === median ? `最终损失 ${median}` : `最终损失 ${median}（${between}）`;
  },
  shortLoss: ({ median }) => `损失 ${amount(median, 'zh')}`,
  lost: (count, seeds, step) => `${seeds} 个种子有 ${count} 个发散，最早在第 ${step} 步之后`,
  shortLost: (count, seeds) => `${count}/${seeds} 发散`,
  state: '‖x‖ / ‖x₀‖',
  gradient: '‖∂E/∂x‖',
  lossTitle: '损失',
  units: (count) => `单元 ${count}`,
  steps: (count) => `第 ${count} 步`,
  stateAt: (index, units) => `第 ${index} 个状态，共 ${units} 个`,
  stepAt: (index) => `第 ${index} 步`,
  places: '位置',
  caption: (seeds, window) =>
    `前两列是训练开始前：状态以第一个为 1，梯度以最后一个为 1。第三列取 ${window} 步的平均，10 以上伸出图框；× 是发散之处。线为 ${seeds} 个种子的中位数，色带为范围。`,
  running: (done, total) => `训练中：共 ${total} 个网络，已完成 ${done} 个。`,
  none: '还没有训练，六个网络会画在这里。',
  take: ({ growth, diverged, seeds, loss, low, lost, of }, units, steps) => {
    const bare = growth
      ? `不加处理的<0/>网络，经过 ${fixed(units, 0, 'zh')} 个单元，状态变为原来的 ${amount(growth.median, 'zh')} 倍，${
          diverged > 0 ? `${seeds} 个种子有 ${diverged} 个发散` : `损失停在 ${amount(loss, 'zh')}`
        }。`
      : '';
    if (of === 0) return bare;
    const names = (keys: readonly string[]) => keys.map(labelIn('zh')).join('、');
    const trained =
      low.length === of && of === remedies.length - 1
        ? `训练 ${steps} 步后，五种办法的损失都低于 ${trainedBelow}。`
        : low.length > 0
          ? `训练 ${steps} 步后损失低于 ${trainedBelow} 的：${names(low)}。`
          : `训练 ${steps} 步后，没有一种办法的损失低于 ${trainedBelow}。`;
    return `${bare}${trained}${lost.length > 0 ? `有种子发散的：${names(lost)}。` : ''}`;
  },
};

export const remedyWords: Readonly<Record<Language, RemedyWords>> = { en, zh };
