/** Text set in lines without a browser's help: a drawing has no line breaks of its own. */

/** Width of a letter in ems, on the wide side, so that no line is longer than it is taken to be. */
function letterWidth(letter: string): number {
  if (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(letter)) return 1;
  if (/[iljI.,:;'|!() \u202f]/.test(letter)) return 0.32;
  if (/[mwMW@%]/.test(letter)) return 0.92;
  return /[A-Z\d=&×−+#?/]/.test(letter) ? 0.67 : 0.58;
}

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);

/** Where a line may end: after a space, between Han characters but not before a closing mark, after & and / of an address. */
const pieces = (text: string): string[] =>
  text.match(/[^\s\p{Script=Han}&/]*(?:[&/\s]|\p{Script=Han}[，。；：、！？）”’》]*|$)/gu)?.filter(Boolean) ?? [];

/** The text in lines of at most `width` ems; a piece that is longer than a line is cut. */
export function lines(text: string, width: number): string[] {
  const found: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      found.push(line.trimEnd());
      line = '';
    }
    for (const letter of piece) {
      if (letter.trim() !== '' && line !== '' && widthOf(line + letter) > width) {
        found.push(line.trimEnd());
        line = '';
      }
      line += letter;
    }
  }
  if (line.trim() !== '') found.push(line.trimEnd());
  return found;
}

/** The same number of lines, as even as their breaks allow: no word is left alone on the last one. */
export function balanced(text: string, width: number): string[] {
  let best = lines(text, width);
  for (let narrower = 0.96 * width; narrower > width / 3; narrower *= 0.96) {
    const found = lines(text, narrower);
    if (found.length > best.length) break;
    best = found;
  }
  return best;
}
