/** The words of the dials and of the chart below them. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import type { Language } from '../../i18n/language.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { Diagnosis, DialName } from './diagnosis.ts';

export const words = {
  label: { en: 'Three dials, before any training', zh: '训练之前的三只表' },
  readings: { en: 'Readings of the dials', zh: '三只表的读数' },
  network: { en: 'Networks', zh: '网络' },
  measure: { en: 'Measure', zh: '开始测量' },
  again: { en: 'Measure again', zh: '重新测量' },
  idle: { en: 'Nothing has been measured yet.', zh: '还没有测量。' },
  measuring: { en: 'Measuring.', zh: '正在测量。' },
  done: { en: 'Measured.', zh: '测量完成。' },
  none: { en: 'not measured', zh: '尚未测量' },
} satisfies Record<string, Bilingual>;

export const dialNames = {
  ratio: { en: 'Gradient, first over last', zh: '梯度：首比末' },
  similarity: { en: 'Likeness of different pictures', zh: '不同图片的相似度' },
  agreement: { en: 'Agreement of two batches', zh: '两批梯度的一致度' },
} satisfies Record<DialName, Bilingual>;

export const profileWords = {
  kind: {
    en: 'Line chart, likeness of the states of different pictures against unit.',
    zh: '折线图：不同图片的状态有多像，随单元的变化。',
  },
  x: { en: 'state', zh: '状态' },
  y: { en: 'mean cosine of pairs', zh: '两张图片的余弦，平均值' },
  one: { en: 'all alike', zh: '全都一样' },
  empty: { en: 'No state has been measured yet: the layers appear here.', zh: '还没有测量，各层会画在这里。' },
} satisfies Record<string, Bilingual>;

/** What was measured, on what and on how many. */
export const measuredOn = ({ width, batch, seeds }: Experiment, language: Language): string =>
  language === 'zh'
    ? `带噪声的数字，宽度 ${width}，未经训练；两批各 ${batch} 张。数字是 ${seeds.length} 个种子的中位数，其下和色弧是范围。`
    : `Noisy digits, width ${width}, no training; two batches of ${batch}. Numbers are medians of ${seeds.length} seeds; below them and as an arc, their range.`;

/** What the chart by layer says: how alike different inputs are at the end. `<0/>`, `<1/>` are the arms. */
export const likeness = (plain: string, residual: string, depth: number, language: Language): string =>
  language === 'zh'
    ? `经过 ${depth} 层，不同图片的平均余弦在<0/>网络里是 ${plain}，在<1/>网络里是 ${residual}。`
    : `After ${depth} layers the mean cosine between different pictures is ${plain} in the <0/> network and ${residual} in the <1/> one.`;

const passages = {
  arrives: { en: 'the gradient arrives', zh: '梯度传得到' },
  vanishes: { en: 'the gradient vanishes on its way back', zh: '梯度在回传途中消失' },
  explodes: { en: 'the gradient explodes on its way back', zh: '梯度在回传途中爆炸' },
  unknown: { en: 'the gradient has no ratio', zh: '梯度求不出比值' },
} satisfies Record<Diagnosis['passage'], Bilingual>;

/** One sentence of an arm, `<0/>`. */
export function spelt({ passage, alike, unrelated }: Diagnosis, language: Language): string {
  const parts = [
    passages[passage][language],
    ...(alike ? [{ en: 'different pictures end up alike', zh: '不同图片到末层几乎一样' }[language]] : []),
    ...(unrelated ? [{ en: 'two batches have nothing in common', zh: '两批数据的梯度互不相干' }[language]] : []),
  ];
  if (language === 'zh') return `<0/>网络：${parts.join('，')}。`;
  const [last, ...before] = parts.toReversed();
  const list = before.length > 0 ? `${before.toReversed().join(', ')} and ${last}` : last;
  return `In the <0/> network ${list}.`;
}
