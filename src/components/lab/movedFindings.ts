/** The sentences for networks that are moved a little: their weights, their inputs, the step between their units. */
import { amount, fixed, ratioWords } from '../../i18n/numbers.ts';
import { linePositions, localMinima } from '../../model/analysis/landscape.ts';
import type { Findings } from '../../model/analysis/question.ts';
import { type Examined, each, middle, sayIn, type Take } from './examined.ts';

type Moved = 'landscape' | 'sensitivity' | 'shattering' | 'euler';

/** Significant bits, and hundredths of the line, that the sentences are about. */
const bits = 4;
const lag = 5;

/** The middle over seeds, none where most of them have no number: then the chart draws none either. */
const usual = (values: readonly number[]): number => {
  const numbers = values.filter(Number.isFinite);
  return 2 * numbers.length < values.length ? Number.NaN : middle(numbers);
};

/** The middle loss, those that are no number among the highest; the higher of two middle ones. */
function middleLoss(losses: readonly number[]): number {
  const rank = (loss: number) => (Number.isNaN(loss) ? Number.MAX_VALUE : Math.min(loss, Number.MAX_VALUE));
  return [...losses].sort((a, b) => rank(a) - rank(b))[Math.floor(losses.length / 2)] ?? Number.NaN;
}

/** Place by place over the lines through one network. */
export const middleLine = ({ lines }: Findings['landscape']): number[] =>
  linePositions.map((_, i) => middleLoss(lines.map((line) => line[i] ?? Number.NaN)));

/** The middle over lines and seeds of the losses at a distance from the network, on either side. */
const lossAt = (found: readonly Findings['landscape'][], distance: number) =>
  middleLoss(
    found.flatMap(({ lines }) =>
      lines.flatMap((line) => line.filter((_, i) => Math.abs(linePositions[i] ?? 0) === distance)),
    ),
  );

/** Valleys along a line, the mean over lines and seeds; lines with a loss that is no number are left out. */
export function valleys(found: readonly Findings['landscape'][]): number {
  const counts = found.flatMap(({ lines }) =>
    lines.filter((line) => line.every(Number.isFinite)).map((line) => localMinima(line)),
  );
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

/** What halving the step leaves of the error, at the last halving. */
const halved = ({ errors }: Findings['euler']) => (errors.at(-1) ?? Number.NaN) / (errors.at(-2) ?? Number.NaN);

export const movedTakes: { readonly [K in Moved]: Take<K> } = {
  landscape: (arms, language) =>
    each(
      sayIn(language)(
        'The loss as it stands, and with each neuron’s weights moved by half their length:',
        '原处的损失，和每个神经元的权重挪动自身长度的一半之后：',
      ),
      arms.map(({ found }) => {
        const [here, there] = [0, 0.5].map((distance) => amount(lossAt(found, distance), language));
        return sayIn(language)(`${here}, then ${there}`, `${here}，${there}`);
      }),
      language,
    ),
  sensitivity: (arms, language) =>
    each(
      sayIn(language)(
        `Beside the answers themselves, what changes in them with weights of ${bits} significant bits is:`,
        `权重舍入到 ${bits} 位有效二进制位，答案的变化与答案本身相比：`,
      ),
      arms.map(({ found }) => ratioWords(usual(found.map(({ rounded }) => rounded[bits - 1] ?? Number.NaN)), language)),
      language,
    ),
  shattering: (arms, language) =>
    each(
      sayIn(language)(
        `Between slopes ${lag}% of the line apart, the correlation is:`,
        `沿线相距 ${lag}% 的斜率之间的相关系数：`,
      ),
      arms.map(({ found }) =>
        fixed(middle(found.map(({ correlations }) => correlations[lag] ?? Number.NaN)), 2, language),
      ),
      language,
    ),
  euler: (arms, language) =>
    each(
      sayIn(language)(
        'Half the step leaves of the distance from the exact solution:',
        '步长减半，与精确解的距离还剩：',
      ),
      arms.map(({ found }) => ratioWords(usual(found.map(halved)), language)),
      language,
    ),
};

/** Which layer's noise changes the answers most: 0 the stem, the last one the head. */
export const layerTake: Take<'sensitivity'> = (arms, language) =>
  each(
    sayIn(language)(
      'The layer whose noise changes the answers most, and by which share:',
      '哪一层的扰动最能改变答案，改变多少：',
    ),
    arms.map((arm) => mostText(arm, language)),
    language,
  );

function mostText({ found }: Examined<'sensitivity'>, language: Parameters<Take<'sensitivity'>>[1]): string {
  const say = sayIn(language);
  const layers = Math.max(0, ...found.map(({ byLayer }) => byLayer.length));
  const changes = Array.from({ length: layers }, (_, i) => usual(found.map(({ byLayer }) => byLayer[i] ?? Number.NaN)));
  const most = Math.max(...changes.filter(Number.isFinite));
  const at = changes.indexOf(most);
  if (at < 0) return say('none', '无');
  const name =
    at === 0
      ? say('the stem', '输入层')
      : at === changes.length - 1
        ? say('the head', '输出层')
        : say(`layer ${at}`, `第 ${at} 层`);
  return say(`${name}, ${ratioWords(most, language)}`, `${name}，${ratioWords(most, language)}`);
}
