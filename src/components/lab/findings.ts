/** The sentence that the findings of each kind allow. */
import type { Language } from '../../i18n/language.ts';
import { amount, fixed, percent, ratioWords } from '../../i18n/numbers.ts';
import type { ListedKind as Kind } from '../../model/analysis/kinds.ts';
import type { Findings } from '../../model/analysis/question.ts';
import { type Examined, each, middle, middles, sayIn, type Take } from './examined.ts';
import { movedTakes } from './movedFindings.ts';

/** Greatest loss of accuracy by one change: which place, counted from 1, and what is left. */
export function worstOf(changed: readonly number[]): { readonly place: number; readonly accuracy: number } | undefined {
  const least = Math.min(...changed.filter(Number.isFinite));
  const at = changed.indexOf(least);
  return at < 0 ? undefined : { place: at + 1, accuracy: least };
}

/** What one change at its worst leaves of the accuracy, over the seeds. */
function worstText({ found }: Examined<'lesion'>, by: 'deleted' | 'swapped', language: Language): string {
  const say = sayIn(language);
  const intact = percent(middle(found.map((one) => one.intact)), 0);
  const worst = worstOf(middles(found.map((one) => one[by])));
  if (!worst) return say(`none (${intact})`, `无（${intact}）`);
  const { place, accuracy } = worst;
  const left = percent(accuracy, 0);
  return by === 'deleted'
    ? say(`unit ${place}, from ${intact} to ${left}`, `单元 ${place}，从 ${intact} 到 ${left}`)
    : say(
        `units ${place} and ${place + 1}, from ${intact} to ${left}`,
        `单元 ${place} 与 ${place + 1}，从 ${intact} 到 ${left}`,
      );
}

export const takeOf: { readonly [K in Kind]: Take<K> } = {
  gradient: (arms, language) =>
    each(
      sayIn(language)(
        'Beside the gradient at the last state, that at the first one is:',
        '与最后一个状态的梯度相比，第一个状态的梯度：',
      ),
      arms.map(({ found }) => ratioWords(middle(found.map(({ ratio }) => ratio)), language)),
      language,
    ),
  similarity: (arms, language) =>
    each(
      sayIn(language)(
        'In the last state, the mean cosine between different examples is:',
        '最后一个状态里，不同样本之间余弦的平均值：',
      ),
      arms.map(({ found }) => fixed(middle(found.map(({ states }) => states.at(-1) ?? Number.NaN)), 3, language)),
      language,
    ),
  agreement: (arms, language) =>
    each(
      sayIn(language)('The cosine between the gradients of two mini-batches is:', '两个小批量的梯度之间的余弦：'),
      arms.map(({ found }) => fixed(middle(found.map(({ cosine }) => cosine)), 2, language)),
      language,
    ),
  branches: (arms, language) =>
    each(
      sayIn(language)(
        'Beside the length of the state, what a middle unit’s branch adds has a length of:',
        '支路加上的量，与状态的长度相比（各单元取中位数）：',
      ),
      arms.map(({ found }) => percent(middle(found.map(({ shares }) => middle(shares))), 1)),
      language,
    ),
  shrink: (arms, language) =>
    each(
      sayIn(language)(
        'With all trunk weights s times as large, the first layer’s gradient goes like s to the power of:',
        '主干权重全部乘上 s，第一层的梯度随 s 的几次方变化：',
      ),
      arms.map(({ found }) => fixed(middle(found.map(({ exponents }) => exponents[0] ?? Number.NaN)), 1, language)),
      language,
    ),
  lesion: (arms, language) =>
    each(
      sayIn(language)('The unit whose loss costs most accuracy:', '拿掉哪个单元，准确率掉得最多：'),
      arms.map((arm) => worstText(arm, 'deleted', language)),
      language,
    ),
  readOut: (arms, language) => {
    const right = (found: readonly Findings['readOut'][], share: number) =>
      percent(
        middle(found.map((scores) => scores[Math.round(share * (scores.length - 1))]?.accuracy ?? Number.NaN)),
        0,
      );
    return each(
      sayIn(language)(
        'Accuracy when the head answers half-way, and at the end:',
        '输出层在半途作答的准确率，和走完全程的：',
      ),
      arms.map(({ found }) =>
        sayIn(language)(`${right(found, 0.5)}, then ${right(found, 1)}`, `${right(found, 0.5)}，${right(found, 1)}`),
      ),
      language,
    );
  },
  ...movedTakes,
};

/** For networks that fit numbers there is no accuracy, but a loss after each unit. */
export const readOutLossTake: Take<'readOut'> = (arms, language) => {
  const loss = (found: readonly Findings['readOut'][], share: number) =>
    amount(
      middle(found.map((scores) => scores[Math.round(share * (scores.length - 1))]?.loss ?? Number.NaN)),
      language,
    );
  return each(
    sayIn(language)('Loss when the head answers half-way, and at the end:', '输出层在半途作答的损失，和走完全程的：'),
    arms.map(({ found }) =>
      sayIn(language)(`${loss(found, 0.5)}, then ${loss(found, 1)}`, `${loss(found, 0.5)}，${loss(found, 1)}`),
    ),
    language,
  );
};

export const swapTake: Take<'lesion'> = (arms, language) =>
  each(
    sayIn(language)('The swap of neighbours that costs most accuracy:', '对调哪两个相邻单元，准确率掉得最多：'),
    arms.map((arm) => worstText(arm, 'swapped', language)),
    language,
  );
