/**
 * A takeaway before it is worded: which sentence fits the data, with which numbers and about which arms. `charts.ts` has
 * the words, `written` joins them, `Takeaway` sets them.
 */
import type { TFunction } from 'i18next';
import type { Language } from '../../i18n/language.ts';
import { exponentOf, powerPattern, spokenPower } from '../../i18n/numbers.ts';
import type { ArmName } from './armStyle.ts';

export interface Sentence {
  readonly key: string;
  /** Numbers as they are written; `count` alone is a number, for the plural. */
  readonly values: Readonly<Record<string, string | number>>;
  /** `<0/>` is the first of these. */
  readonly arms: readonly ArmName[];
  /** Given for sentences that open with the depth, and for those alone: trunk layers, or undefined where the arms differ. */
  readonly depth?: number | undefined;
  /** What `<each/>` says of each arm, and in which words. */
  readonly each?: { readonly key: string; readonly values: readonly string[] };
}

/** A piece of a written sentence: text, or the name of an arm. */
export type Piece = string | ArmName;

const han = /\p{Script=Han}/u;
const latin = /[\p{Script=Latin}\p{Script=Greek}\d%⁰¹²³⁴-⁹⁻]/u;
const textOf = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.label);

/** Chinese typesetting asks for a space between Han and Latin or digits; names and numbers come as either. */
function spaced(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.map(textOf).join('').at(-1) ?? '';
    const after = textOf(piece)[0] ?? '';
    if ((han.test(before) && latin.test(after)) || (latin.test(before) && han.test(after))) result.push(' ');
    result.push(piece);
  }
  return result;
}

const withinText = (text: string): string =>
  text
    .replace(/(\p{Script=Han})(?=[\p{Script=Latin}\p{Script=Greek}\d])/gu, '$1 ')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\d%⁰¹²³⁴-⁹])(?=\p{Script=Han})/gu, '$1 ');

/** Names are put in after translation, so a name that looks like markup stays a name. */
function pieces(sentence: Sentence, t: TFunction<'charts'>, language: Language): Piece[] {
  const { key, values, arms, each, depth } = sentence;
  const opening = 'depth' in sentence && { at: depth === undefined ? t('at.none') : t('at.depth', { count: depth }) };
  const text = withinText(t(key, { ...values, ...opening }));
  return text.split(/(<\w+\/>)/).flatMap((part): Piece[] => {
    const tag = /^<(\w+)\/>$/.exec(part)?.[1];
    if (tag === undefined) return part === '' ? [] : [part];
    if (tag !== 'each') return [arms[Number(tag)] ?? ''];
    const between = language === 'zh' ? '；' : '; ';
    return arms.flatMap((arm, i) => [
      ...(i > 0 ? [between] : []),
      ...pieces({ key: each?.key ?? 'item', values: { value: each?.values[i] ?? '' }, arms: [arm] }, t, language),
    ]);
  });
}

/** The sentences in the words of a language, ready to be set. */
export const written = (sentences: readonly Sentence[], t: TFunction<'charts'>, language: Language): Piece[] =>
  spaced(
    sentences.flatMap((sentence, i) => [
      ...(i > 0 && language === 'en' ? [' '] : []),
      ...pieces(sentence, t, language),
    ]),
  );

/** The same as one plain text. */
export const plainText = (all: readonly Piece[]): string => all.map(textOf).join('');

/** Plain text for reading aloud: 10⁻⁴ becomes "ten to the minus 4". */
export const spoken = (text: string, language: Language): string =>
  text.replace(powerPattern, (_, exponent: string) => spokenPower(exponentOf(exponent), language));
