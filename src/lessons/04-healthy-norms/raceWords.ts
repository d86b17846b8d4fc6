/** The words of the chart of gradient ratios, and its conclusion from the measured numbers. */
import type { Language } from '../../i18n/language.ts';
import { twoDigits } from './ratios.ts';

export const ratioWords = {
  en: {
    label: 'The race, and the gradient at every step',
    kind: 'Line chart, gradient ratio first over last against step.',
    x: 'training step',
    y: 'gradient, first state over last',
    equal: 'equal',
    none: 'No step has been trained yet: the ratio appears here.',
    place: (step: number) => `from step ${step}`,
    caption: (width: number) =>
      width > 1 ? `Step 0, then the middle one of every ${width} steps; median and range of the seeds.` : '',
    kept: (kept: number, steps: number) =>
      `The recording keeps ${kept} of the ${steps} steps; median and range of the seeds.`,
  },
  zh: {
    label: '训练，以及每一步的梯度',
    kind: '折线图：首末两个状态的梯度之比，随步数的变化。',
    x: '训练步数',
    y: '第一个状态的梯度与最后一个之比',
    equal: '相等',
    none: '还没有训练，比值会画在这里。',
    place: (step: number) => `第 ${step} 步起`,
    caption: (width: number) =>
      width > 1 ? `第 0 步，之后每 ${width} 步取居中的一个；线为各种子的中位数，色带为范围。` : '',
    kept: (kept: number, steps: number) => `预录只留了 ${steps} 步中的 ${kept} 步；线为各种子的中位数，色带为范围。`,
  },
} satisfies Record<Language, object>;

/** Ratio of an arm before the first step, in the middle of its steps, and at the last one; medians over seeds. */
export interface TypicalRatio {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** Two decades: what counts as arriving. */
const reach = 100;

/** One sentence of the arm `<0/>`. What the start does not tell is told: a ratio that dies or recovers later. */
export function ratioTakeaway({ start, middle, end }: TypicalRatio, language: Language): string {
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en);
  const write = (value: number) => twoDigits(value, language);
  if (![start, middle, end].every(Number.isFinite)) {
    return say('The <0/> network has no ratio that can be drawn.', '<0/>网络求不出比值。');
  }
  const [a, m, b] = [write(start), write(middle), write(end)];
  if (Math.min(middle, end) < 1 / reach) {
    return say(
      `The gradient of the <0/> network dies on the way: its ratio goes from ${a} to ${b}.`,
      `<0/>网络的梯度在训练途中消失：比值从 ${a} 变成 ${b}。`,
    );
  }
  if (start > reach && middle <= reach) {
    return say(
      `The ratio of the <0/> network starts at ${a} and soon settles around ${m}.`,
      `<0/>网络的比值起初是 ${a}，很快稳定在 ${m} 左右。`,
    );
  }
  return say(
    `In a typical step of the <0/> network the first state hears ${m} times what the last one hears.`,
    `在<0/>网络居中的一步，第一个状态听到的是最后一个的 ${m} 倍。`,
  );
}
