import type { GlossaryGroup } from './term.ts';

export const measuring: GlossaryGroup = {
  id: 'measuring',
  title: { en: 'Measuring and comparing', zh: '测量与比较' },
  terms: [
    {
      id: 'run',
      name: { en: 'run', zh: '运行' },
      says: { en: 'One training from the first step to the last.', zh: '从第一步到最后一步，训练一次。' },
    },
    {
      id: 'arm',
      name: { en: 'arm', zh: '一方（普通方、残差方）' },
      says: {
        en: 'One side of a comparison, such as the plain network.',
        zh: '比较中的一边，比如普通网络那一边。',
      },
    },
    {
      id: 'decade',
      name: { en: 'decade', zh: '数量级' },
      also: { en: 'order of magnitude', zh: '十倍程' },
      says: {
        en: 'A factor of ten; three decades are a factor of a thousand.',
        zh: '十倍；三个数量级就是一千倍。',
      },
    },
    {
      id: 'median',
      name: { en: 'median', zh: '中位数' },
      says: {
        en: 'The middle one of some numbers put in order.',
        zh: '几个数排好次序，正中间的那个。',
      },
    },
    {
      id: 'range',
      name: { en: 'range', zh: '范围' },
      says: { en: 'From the least to the greatest, given as two numbers.', zh: '从最小到最大，写成两个数。' },
    },
    {
      id: 'telemetry',
      name: { en: 'telemetry', zh: '实测记录' },
      says: { en: 'What is measured at every step of a run.', zh: '训练中每一步量到的数。' },
    },
    {
      id: 'claim',
      name: { en: 'claim', zh: '论断' },
      says: {
        en: 'A sentence of a lesson that a program can test by training networks.',
        zh: '课文里可以由程序训练网络来检验的一句话。',
      },
    },
    {
      id: 'recording',
      name: { en: 'recording', zh: '预录结果' },
      says: { en: 'A run that was stored beforehand.', zh: '事先训练好、存下来的一次运行。' },
    },
    {
      id: 'permalink',
      name: { en: 'permalink', zh: '固定链接' },
      says: {
        en: 'An address that holds all settings of an experiment, so that others can repeat it.',
        zh: '记着实验全部设置的网址，别人打开就能重做一遍。',
      },
    },
  ],
};
