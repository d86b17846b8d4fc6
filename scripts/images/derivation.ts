/** Eq. (3) to (5) of He et al. (2016), § 2, each with what it assumes, and the product that the last one stands for. */
import type { Language } from '../../src/i18n/language.ts';
import { derivationWords } from './derivationWords.ts';
import { bracket, fraction, type Piece, row, run, sentence, space, total } from './formula.ts';
import { svg, text, token } from './svg.ts';

const size = 23;
const [left, margin, width] = [62, 462, 860];

const ink = (markup: string): Piece => run(markup, size, token('ink'));
/** What came along the shortcut, and what came through a branch, keep their colour from line to line. */
const straight = (markup: string): Piece => run(markup, size, token('residual'));
const branch = (markup: string): Piece => run(markup, size, token('third'));
const sum = (from: string, to = ''): Piece => total(from, to, size, token('third'));
const slope = (above: string, below: string, colour: string): Piece => fraction(above, below, size, token(colour));

const gradientAt = (state: string) => slope('∂E', `∂${state}`, 'ink');
const allBranches = [sum('i=l', 'L−1'), branch('F(x_{i}, W_{i})')];

interface Line {
  readonly number: string;
  readonly y: number;
  readonly rows: readonly { readonly y: number; readonly pieces: readonly Piece[] }[];
}

const lines: readonly Line[] = [
  {
    number: '(3)',
    y: 92,
    rows: [{ y: 92, pieces: [ink('x_{l+1} ='), straight('x_{l}'), ink('+'), branch('F(x_{l}, W_{l})')] }],
  },
  {
    number: '(4)',
    y: 184,
    rows: [{ y: 184, pieces: [ink('x_{L} ='), straight('x_{l}'), ink('+'), ...allBranches] }],
  },
  {
    number: '(5)',
    y: 290,
    rows: [
      {
        y: 290,
        pieces: [
          gradientAt('x_{l}'),
          ink('='),
          gradientAt('x_{L}'),
          bracket(1, size, token('ink')),
          straight('1'),
          ink('+'),
          slope('∂', '∂x_{l}', 'third'),
          ...allBranches,
          bracket(-1, size, token('ink')),
        ],
      },
    ],
  },
  {
    number: '',
    y: 390,
    rows: [
      {
        y: 390,
        pieces: [ink('(…)'), ink('='), ink('(I + J_{L−1})'), ink('⋯'), ink('(I + J_{l+1})'), ink('(I + J_{l})')],
      },
      {
        y: 438,
        pieces: [
          space('(…)', size),
          ink('='),
          straight('I'),
          ink('+'),
          sum('i'),
          branch('J_{i}'),
          ink('+'),
          sum('i<j'),
          branch('J_{j} J_{i}'),
          ink('+ ⋯'),
        ],
      },
    ],
  },
];

export function derivationSvg(language: Language): string {
  const words = derivationWords[language];
  const body = lines.flatMap(({ number, y, rows }, i) => {
    const notes = words.notes[i] ?? [];
    const middle = (y + (rows.at(-1)?.y ?? y)) / 2 - 6;
    const first = middle - (21 * (notes.length - 1)) / 2;
    return [
      ...(number ? [text(34, y - 6, number, { fill: token('ink-2'), size: 15 })] : []),
      ...rows.map((each) => row(left, each.y, each.pieces)),
      `<path d="M${margin - 14},${first - 12}V${first + 21 * (notes.length - 1) + 12}" stroke="${token('rule')}" stroke-width="2"/>`,
      ...notes.map((note, n) => sentence(margin, first + 21 * n + 5, note, 14.5, token('ink'))),
    ];
  });
  return svg({ language, title: words.title, description: words.description, width, height: 538 }, [
    text(20, 30, words.title, { anchor: 'start', size: 18, weight: 600 }),
    ...body,
    `<path d="M20,490H${width - 20}" stroke="${token('rule')}"/>`,
    ...words.source.map((line, i) => text(20, 508 + 17 * i, line, { anchor: 'start', fill: token('ink-2'), size: 12 })),
  ]);
}
