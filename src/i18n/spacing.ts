/** Chinese put together from pieces: one space between Han and Latin letters or digits, none between Han and Han. */
export const spaced = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d%])(?=\p{Script=Han})/gu, ' ');
