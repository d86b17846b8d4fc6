/**
 * Formulas as SVG text. Every piece has a slot as wide as in Times, with a little to spare, and stands in its middle: so a
 * reader's own serif font may be a little wider or narrower and nothing overlaps.
 */
import { escaped } from './svg.ts';

const mathsFont = "'STIX Two Text', 'Times New Roman', 'Liberation Serif', 'Noto Serif', serif";
const small = 0.7;

interface Span {
  readonly words: string;
  readonly sub: boolean;
}

/** `x_{l+1}` is x with the index l+1; indices do not nest. */
const spansOf = (markup: string): Span[] =>
  markup
    .split(/(_\{[^}]*\})/)
    .filter(Boolean)
    .map((part) => (part.startsWith('_{') ? { words: part.slice(2, -1), sub: true } : { words: part, sub: false }));

/** Single letters are variables and lean; I, the identity matrix, does too, as in the lessons. Words do not. */
const slanted = (words: string): string[] => words.split(/((?<![A-Za-z])[A-Za-z](?![A-Za-z]))/).filter(Boolean);

function tspans(markup: string, size: number): string {
  let lowered = 0;
  return spansOf(markup)
    .flatMap(({ words, sub }) => slanted(words).map((piece) => ({ piece, sub })))
    .map(({ piece, sub }) => {
      const wanted = sub ? 0.22 * size : 0;
      const dy = wanted - lowered;
      lowered = wanted;
      const lean = /^[A-Za-z]$/.test(piece) ? ' font-style="italic"' : '';
      const shift = dy === 0 ? '' : ` dy="${round(dy)}"`;
      return `<tspan font-size="${round(sub ? size * small : size)}"${lean}${shift}>${escaped(piece)}</tspan>`;
    })
    .join('');
}

const round = (value: number): number => Math.round(100 * value) / 100;

/** Advance of a character in Times, in ems. */
function advance(character: string): number {
  if (character === ' ') return 0.25;
  if (/[ilI,.()]/.test(character)) return 0.34;
  if (character === '…' || character === '⋯') return 1;
  if (/[=+−<]/.test(character)) return 0.62;
  if (/[A-Z]/.test(character)) return character === 'W' ? 0.86 : 0.62;
  return 0.5;
}
const widthOf = (markup: string, size: number): number =>
  spansOf(markup).reduce(
    (sum, { words, sub }) =>
      sum + [...words].reduce((wide, character) => wide + advance(character), 0) * size * (sub ? small : 1),
    0,
  );

/** Text with formulas between dollar signs, from x on, baseline at y. */
export function sentence(x: number, y: number, words: string, size: number, fill: string): string {
  const parts = words
    .split('$')
    .map((part, i) => (i % 2 === 0 ? `<tspan>${escaped(part)}</tspan>` : settled(part, size * 1.06)));
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" xml:space="preserve">${parts.join('')}</text>`;
}

/** A formula that ends on the line again, also where its last piece is an index. */
const settled = (markup: string, size: number): string =>
  `<tspan font-family="${mathsFont}">${tspans(markup, size)}</tspan>` +
  (markup.endsWith('}') ? `<tspan dy="${round(-0.22 * size)}">\u200b</tspan>` : '');

/** A piece of a formula. `draw` gets its left edge and the baseline. */
export interface Piece {
  readonly width: number;
  readonly draw: (x: number, y: number) => string;
}

const centred = (x: number, y: number, markup: string, size: number, fill: string): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="middle" font-family="${mathsFont}" fill="${fill}">${tspans(markup, size)}</text>`;

export function run(markup: string, size: number, fill: string): Piece {
  const width = widthOf(markup, size);
  return { width, draw: (x, y) => centred(x + width / 2, y, markup, size, fill) };
}

export function fraction(above: string, below: string, size: number, fill: string): Piece {
  const width = Math.max(widthOf(above, size), widthOf(below, size)) + 6;
  return {
    width,
    draw: (x, y) =>
      centred(x + width / 2, y - 0.62 * size, above, size, fill) +
      centred(x + width / 2, y + 0.66 * size, below, size, fill) +
      `<path d="M${round(x)},${round(y - 0.27 * size)}h${round(width)}" stroke="${fill}" stroke-width="1.2"/>`,
  };
}

/** A sum sign with its limits. */
export function total(from: string, to: string, size: number, fill: string): Piece {
  const limit = size * 0.62;
  const width = Math.max(size * 1.2, widthOf(from, limit), widthOf(to, limit));
  const [w, h] = [0.42 * size, 0.62 * size];
  return {
    width,
    draw: (x, y) => {
      const [mx, my] = [round(x + width / 2), round(y - 0.27 * size)];
      // Drawn, not set: the sign has a different size in every font.
      const sign = `<path d="M${round(mx + w)},${round(my - h + 5)}v-5H${round(mx - w)}L${round(mx + 0.06 * size)},${my}L${round(mx - w)},${round(my + h)}H${round(mx + w)}v-5" fill="none" stroke="${fill}" stroke-width="1.7" stroke-linejoin="round"/>`;
      return (
        sign + centred(mx, my - h - 0.22 * size, to, limit, fill) + centred(mx, my + h + limit + 1, from, limit, fill)
      );
    },
  };
}

/** A tall bracket, `side` 1 for the left one and -1 for the right one. */
export function bracket(side: 1 | -1, size: number, fill: string): Piece {
  const [width, half] = [0.5 * size, 1.15 * size];
  return {
    width,
    draw: (x, y) => {
      const [edge, middle] = [x + width / 2 + side * 0.18 * size, y - 0.27 * size];
      const bow = -side * 0.42 * size;
      return `<path d="M${round(edge)},${round(middle - half)}q${round(bow)},${round(half)} 0,${round(2 * half)}" fill="none" stroke="${fill}" stroke-width="1.5"/>`;
    },
  };
}

/** Room as wide as a formula. */
export const space = (markup: string, size: number): Piece => ({ width: widthOf(markup, size), draw: () => '' });

/** Pieces side by side. */
export function row(x: number, y: number, pieces: readonly Piece[]): string {
  let left = x;
  return pieces
    .map(({ width, draw }) => {
      const drawn = draw(left, y);
      left += width + 3;
      return drawn;
    })
    .join('');
}
