/** The words of the panel in which units are deleted and swapped by hand. */
import type { Language } from '../../i18n/language.ts';
import { range } from '../../i18n/numbers.ts';
import { leftOf, runsOf, type UnitOrder } from '../../model/lab/unitOrder.ts';

export const unitWords = {
  title: { en: 'Delete and swap units by hand', zh: '动手拿掉、交换单元' },
  lead: {
    en: 'The units of a trained network, in the order in which the state meets them. Click one to delete it, click again to bring it back. Drag one onto another: the two trade places, the rest stay. After every change the test set is measured again.',
    zh: '训练好的网络里，各单元按状态经过的先后排列。点一下拿掉，再点一下放回；拖到另一个单元上，两者交换位置，其余不动。每改一次，就在测试集上重测一次。',
  },
  meaning: {
    en: 'A deleted unit hands on what it receives, unchanged: of a residual unit that leaves the shortcut, of a plain one nothing. Nothing is trained again.',
    zh: '单元拿掉后，收到什么就原样交出去：残差单元还剩捷径，普通单元什么也不剩。之后不再训练。',
  },
  keys: {
    en: 'Keys: left and right choose a unit, Enter or Space deletes it or brings it back. Alt with left or right swaps it with its neighbour, Alt with Home or End with the first or the last.',
    zh: '键盘：左右方向键选单元，回车或空格拿掉、放回；Alt 加左右方向键与相邻的交换，Alt 加 Home 或 End 与第一个或最后一个交换。',
  },
  network: { en: 'Network', zh: '网络' },
  seed: { en: 'Seed', zh: '种子' },
  run: { en: 'Train and measure', zh: '训练并测量' },
  again: { en: 'Measure again', zh: '再测一次' },
  row: {
    en: (name: string) => `Units of the ${name} network, in order`,
    zh: (name: string) => `${name}网络的单元，按先后排列`,
  },
  unit: {
    en: (unit: number, place: number, of: number, deleted: boolean) =>
      `Unit ${unit}, place ${place} of ${of}${deleted ? ', deleted' : ''}`,
    zh: (unit: number, place: number, of: number, deleted: boolean) =>
      `单元 ${unit}，共 ${of} 位中的第 ${place} 位${deleted ? '，已拿掉' : ''}`,
  },
  earlier: {
    en: (unit: number) => `Swap unit ${unit} with the one before`,
    zh: (unit: number) => `单元 ${unit} 与前一个交换`,
  },
  later: {
    en: (unit: number) => `Swap unit ${unit} with the one after`,
    zh: (unit: number) => `单元 ${unit} 与后一个交换`,
  },
  reset: { en: 'As trained', zh: '恢复原样' },
  idle: { en: 'Nothing has been measured yet.', zh: '还没有测量。' },
  training: { en: (seed: number) => `Training with seed ${seed}.`, zh: (seed: number) => `正在用种子 ${seed} 训练。` },
  measuring: { en: 'Measuring.', zh: '正在测量。' },
  done: {
    en: (time: string) => `Measured in ${time}. The trained networks are kept for the next change.`,
    zh: (time: string) => `测量完成，用时 ${time}。训练好的网络留着，下次改动不必重新训练。`,
  },
  accuracyTake: { en: 'Right on the test set:', zh: '测试集上的准确率：' },
  lossTake: { en: 'Loss on the test set:', zh: '测试集上的损失：' },
  still: { en: (value: string) => `${value}, as trained`, zh: (value: string) => `仍为 ${value}` },
  change: {
    en: (before: string, after: string) => `from ${before} to ${after}`,
    zh: (before: string, after: string) => `从 ${before} 到 ${after}`,
  },
  lost: { en: 'diverged in training', zh: '训练时发散了' },
  other: {
    en: (units: number) => (units === 1 ? 'has 1 unit, left as it is' : `has ${units} units, left as they are`),
    zh: (units: number) => `有 ${units} 个单元，没有改动`,
  },
  caption: {
    en: (seed: number) => `On the test set, seed ${seed}`,
    zh: (seed: number) => `测试集上的成绩，种子 ${seed}`,
  },
  before: { en: 'as trained', zh: '训练后' },
  now: { en: 'now', zh: '现在' },
  accuracy: { en: 'accuracy', zh: '准确率' },
  loss: { en: 'loss', zh: '损失' },
} as const;

/** Units counted from 1, runs as ranges: 1–3, 6, 5. */
const listed = (units: readonly number[], language: Language): string =>
  runsOf(units)
    .map(([first, last]) => {
      if (last === first + 1) return `${first}${language === 'zh' ? '、' : ', '}${last}`;
      return range(first, last, language, String);
    })
    .join(language === 'zh' ? '、' : ', ');

/** The arrangement in words, for whoever does not see the row. */
export function orderText(order: UnitOrder, language: Language): string {
  const all = order.length;
  const left = leftOf(order);
  const gone = order.flatMap(({ unit, deleted }) => (deleted ? [unit] : [])).toSorted((a, b) => a - b);
  const inPlace = left.every((unit, i) => i === 0 || unit > (left[i - 1] ?? unit));
  if (language === 'zh') {
    if (left.length === 0) return `${all} 个单元全部拿掉了。`;
    if (gone.length === 0 && inPlace) return `${all} 个单元都在训练时的位置。`;
    if (gone.length === 0) return `${all} 个单元都在，依次是：${listed(left, language)}。`;
    return `拿掉了单元 ${listed(gone, language)}。${all} 个单元留下 ${left.length} 个，依次是：${listed(left, language)}。`;
  }
  if (left.length === 0) return all === 1 ? 'The only unit is deleted.' : `All ${all} units are deleted.`;
  if (gone.length === 0 && inPlace)
    return all === 1 ? 'The only unit stands as trained.' : `All ${all} units stand where they were trained.`;
  if (gone.length === 0) return `All ${all} units, in this order: ${listed(left, language)}.`;
  return `Deleted: ${listed(gone, language)}. ${left.length} of ${all} units ${left.length === 1 ? 'is' : 'are'} left, in this order: ${listed(left, language)}.`;
}
