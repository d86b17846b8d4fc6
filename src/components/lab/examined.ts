/** From what an inquiry found to numbers over seeds, and the shape of the sentences about them. */
import type { Language } from '../../i18n/language.ts';
import type { ListedKind as Kind } from '../../model/analysis/kinds.ts';
import type { Answer, Findings } from '../../model/analysis/question.ts';
import type { ArmName } from '../charts/armStyle.ts';
import { spread } from '../charts/spread.ts';

/** One arm, and what was found for each seed. */
export interface Examined<K extends Kind> extends ArmName {
  readonly found: readonly Findings[K][];
}

export const examinedOf = <K extends Kind>(answer: Answer<K>, label: (name: string) => string): Examined<K>[] =>
  answer.arms.map(({ name, seeds }) => ({ name, label: label(name), found: seeds.map(({ finding }) => finding) }));

/** Whether some number in what was found is none, or infinite. */
export const hasGaps = (answer: Answer): boolean =>
  answer.arms.some(({ seeds }) => seeds.some(({ finding }) => numbersIn(finding).some((one) => !Number.isFinite(one))));

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return Array.from(Object.values(value), numbersIn).flat();
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The middle over seeds that have a number; NaN where none has. */
export const middle = (values: readonly number[]): number => spread(values.filter(Number.isFinite)).median;

/** Place by place over lists that may differ in length. */
export const middles = (lists: readonly (readonly number[])[]): number[] =>
  Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, i) =>
    middle(lists.map((list) => list[i] ?? Number.NaN)),
  );

/** `before <0/> a; <1/> b.`, where the marks stand for the names of the arms. */
export function each(before: string, values: readonly string[], language: Language): string {
  const [between, end] = language === 'zh' ? ['；', '。'] : ['; ', '.'];
  return `${before}${language === 'zh' ? '' : ' '}${values.map((value, i) => `<${i}/> ${value}`).join(between)}${end}`;
}

export const sayIn = (language: Language) => (en: string, zh: string) => (language === 'zh' ? zh : en);

export type Take<K extends Kind> = (arms: readonly Examined<K>[], language: Language) => string;
