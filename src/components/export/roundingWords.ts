/** What is said of the rounding that was measured, on the page and in the notebook. */
import type { Language } from '../../i18n/language.ts';
import { amount } from '../../i18n/numbers.ts';
import type { Arithmetic } from '../../model/engine/arithmetic.ts';
import { agreementOf, type Growth, type Rounding } from '../../model/export/rounding.ts';

const words = {
  steady: {
    en: (most: string) =>
      `Trained again with the sums in another order and every weight off by up to half a millionth, the first 20 losses move by ${most} at most. The file and this page agree to 0.0001.`,
    zh: (most: string) =>
      `换个求和次序、权重改动至多千万分之五，再训练一遍，前 20 步的损失最多变化 ${most}。文件与本页的损失相差不超过 0.0001。`,
  },
  replayed: {
    en: (arms: string) =>
      `Rounding grows here. Trained again with the sums in another order and every weight off by up to half a millionth, the first 20 losses move by ${arms}. So the file computes these 20 steps in this page’s own order of operations. Its losses agree to 0.0001, in fact bit by bit; later ones part by rounding alone.`,
    zh: (arms: string) =>
      `这里舍入误差会放大。换个求和次序、权重改动至多千万分之五，再训练一遍，前 20 步的损失就会变化（${arms}）。所以文件里这 20 步按本页的运算次序来算，损失相差不超过 0.0001，其实每一位都相同。再往后，单是舍入误差就会让曲线分开。`,
  },
  'all replayed': {
    en: 'What rounding does to the losses could not be measured here. So the file computes the first 20 steps in this page’s own order of operations, and agrees with it to 0.0001. The script measures rounding with --rounding.',
    zh: '这次没能量出舍入误差对损失的影响。所以文件里前 20 步都按本页的运算次序来算，损失相差不超过 0.0001。脚本加上 --rounding 就能量舍入误差。',
  },
  one: {
    en: (name: string, most: string) => `${most} (${name})`,
    zh: (name: string, most: string) => `${name} ${most}`,
  },
};
const and = { en: ', ', zh: '，' };

/** @param names of all arms, as the page calls them */
export function roundingSentence(
  rounding: Rounding | Arithmetic,
  names: readonly string[],
  language: Language,
): string {
  const agreement = agreementOf(rounding);
  switch (agreement.kind) {
    case 'steady':
      return words.steady[language](amount(Math.max(...agreement.rounding.apart), language));
    case 'replayed': {
      const one = ({ arm, apart }: Growth) => words.one[language](names[arm] ?? '', amount(apart, language));
      return words[agreement.kind][language](agreement.growing.map(one).join(and[language]));
    }
    case 'all replayed':
      return words[agreement.kind][language];
  }
}

/** Arms as the notebook tells them apart: by their place in EXPERIMENT. */
export const armsInCode = (arms: readonly Growth[], language: Language): string =>
  arms
    .map(({ arm, apart }) => {
      const place = arm + 1;
      return words.one[language](language === 'zh' ? `第 ${place} 个` : `arm ${place}`, amount(apart, language));
    })
    .join(and[language]);
