/** What machines can see of good Chinese typesetting and of the house style. Each finding names its rule and its place. */

const rules: readonly (readonly [string, RegExp])[] = [
  ['a space between Han and Latin or digits', /\p{Script=Han}[A-Za-z0-9λ]|[A-Za-z0-9%λ]\p{Script=Han}/gu],
  ['no space beside full-width punctuation', /[ \t][，。；：？！、）”]|[，。；：？！、（“][ \t]/g],
  ['full-width punctuation after Han', /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?!\d)/gu],
  ['full-width brackets around Han', /\(\s*\p{Script=Han}|\p{Script=Han}\)/gu],
  ['no corner brackets', /[「」『』]/g],
  ['no exclamation mark', /！/g],
  ['a minus sign, not a hyphen', /(?<![A-Za-z0-9\p{Script=Han}“])-\d/gu],
  ['powers are typeset', /\d\^|\de-\d/g],
  ['no doubled 的', /的的/g],
  [
    'no word of the banned list',
    /您|我们|大家|同学们|显然|众所周知|不难看出|只需|非常|强大的|赋能|进行|抱歉|哎呀|很遗憾|仔细想想|不仅仅|使得/g,
  ],
  [
    'the terms of the dictionary',
    /残余网络|退化为过拟合|捷径跳过|朴素网络|平凡网络|身份映射|权值|批次大小|(?:分类|训练|测试|预测)精度/g,
  ],
];

/** The prose of an MDX file without markup, code and maths; attributes that hold prose are kept. */
export function proseOf(mdx: string): string {
  return mdx
    .replace(/^import .*$/gm, '')
    .replace(/\$\$[\s\S]*?\$\$/g, '')
    .replace(/\$[^$\n]*\$/g, 'x')
    .replace(/<q lang="[^"]*">[\s\S]*?<\/q>/g, '“”')
    .replace(/<Measured[^>]*\/>/g, '0.5')
    .replace(/<Setup[^>]*\/>/g, '')
    .replace(/ ?<Cite[^>]*\/>/g, '')
    .replace(/<[^>]*?\b(?:title|words|stem|answer)="([^"]*)"[^>]*>/g, '\n$1\n')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:\d+\.|-)\s+/gm, '')
    .replace(/\*([^*]*)\*/g, '$1');
}

export function chineseFaults(text: string): string[] {
  return rules.flatMap(([rule, pattern]) =>
    [...text.matchAll(pattern)].map(({ index }) => `${rule}: …${text.slice(Math.max(0, index - 8), index + 10)}…`),
  );
}

/** Paragraphs that run over several source lines: the break between two Han characters would show as a space. */
export const brokenParagraphs = (mdx: string): string[] =>
  [...mdx.matchAll(/[\p{Script=Han}，。；：、”）]\n[\p{Script=Han}“（]/gu)].map(({ index }) =>
    mdx.slice(index - 8, index + 10),
  );

/** Sentences of more than 50 characters, spaces not counted. */
export const longSentences = (text: string): string[] =>
  text.split(/[。？\n]/).filter((sentence) => sentence.replace(/\s/g, '').length > 50);

const banned =
  /\b(?:simply|just|obviously|easy|easily|powerful|of course|we|our|ours|us|let's|let’s|please|sorry|oops|unfortunately|color|colors|behavior|initialize[sd]?|initialization|normalize[sd]?|normalization|optimize[rsd]?|optimization)\b/gi;

/** What machines can see of the house's English: banned words, American spelling, powers and minus signs typed by hand. */
export const englishFaults = (text: string): string[] => [
  ...(text.match(banned) ?? []),
  ...(text.match(/\d\^|\de-\d|(?<![\w–)])-\d|"/g) ?? []),
];

/** Sentences of more than 30 words. */
export const longEnglish = (text: string): string[] =>
  text.split(/[.?!]["”)]?(?=\s)|\n/).filter((sentence) => sentence.trim().split(/\s+/).length > 30);
