/** The lines of the notes' identity_block as stops on a walk: which tensor stands there, and what is said of it. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import type { Passage } from '../../model/blocks/passage.ts';
import { passedInput, passedTogether } from '../../model/blocks/passage.ts';
import { type CodeLine, notesCode } from './notesCode.ts';

export type Direction = 'forward' | 'backward';

export interface Stop {
  readonly line: CodeLine;
  /** Name of the layer whose output stands there; `input` for what comes in; none where nothing is computed. */
  readonly layer?: string;
  readonly says: Readonly<Record<Direction, Bilingual>>;
}

const same = (en: string, zh: string): Stop['says'] => ({ forward: { en, zh }, backward: { en, zh } });

const conv = (name: string, en: string, zh: string, maps: string): Stop['says'] => ({
  forward: { en, zh },
  backward: {
    en: `From here the gradient goes on through the kernel of ${name}, and on its way leaves the gradient of the weights there. Behind it stand ${maps} maps again.`,
    zh: `梯度从这里穿过 ${name} 的卷积核往回传，顺路留下卷积核自己的梯度。穿过之后又是 ${maps} 张图。`,
  },
});
const norm: Stop['says'] = {
  forward: {
    en: 'Every map loses its mean over the eight pictures and is divided by its spread.',
    zh: '每张图减去它在八张图片上的均值，再除以标准差。',
  },
  backward: {
    en: 'The gradient here still ignores the norm. One line up it has lost its mean over each map: shifting a map as a whole changes nothing behind a norm.',
    zh: '到这里，梯度还没有穿过归一化。再往上一行，它在每张图上的均值没有了：整张图一起平移，归一化之后什么也不变。',
  },
};
const relu: Stop['says'] = {
  forward: { en: 'What is negative becomes 0: white.', zh: '负数变成 0，也就是白色。' },
  backward: {
    en: 'The gradient of what leaves the ReLU. One line up it is 0 wherever the ReLU was closed.',
    zh: '离开 ReLU 的数的梯度。再往上一行，凡是 ReLU 关着的地方，梯度都是 0。',
  },
};

/** One for every line, in order. */
const told: readonly Omit<Stop, 'line'>[] = [
  {
    layer: 'input',
    says: {
      forward: {
        en: 'What comes in: eight maps, made of the picture by a 3×3 layer, its norm and a ReLU.',
        zh: '输入：八张特征图，由图片经过一层 3×3 卷积、归一化和 ReLU 得到。',
      },
      backward: {
        en: 'What the block hands further back: both ways have met, and their gradients are added.',
        zh: '这个块继续往回传的梯度：两路在这里会合，梯度相加。',
      },
    },
  },
  { says: same('A name for the layers. Nothing is computed.', '给各层起名字，不做计算。') },
  { says: same('A name for the norms. Nothing is computed.', '给归一化起名字，不做计算。') },
  {
    says: same(
      'Three numbers of filters. Here they are 4, 4 and 8; the notes’ first such block has 64, 64 and 256.',
      '三个卷积核个数。这里是 4、4、8；笔记里第一个这样的块是 64、64、256。',
    ),
  },
  {
    layer: 'input',
    says: {
      forward: {
        en: 'A second name for the same numbers. This line is the shortcut.',
        zh: '给同一组数再起一个名字。这一行就是捷径。',
      },
      backward: {
        en: 'Above what came along the shortcut, exactly as the plus handed it on; below what came through the branch.',
        zh: '上面是沿捷径回来的，与加号交出的一模一样；下面是穿过支路回来的。',
      },
    },
  },
  {
    layer: 'res2a_branch2a',
    says: conv(
      '2a',
      '1×1: at each pixel, four weighted sums of the eight maps.',
      '1×1：每个像素上，八张图的四个加权和。',
      'eight',
    ),
  },
  { layer: 'bn2a_branch2a', says: norm },
  { layer: 'bn2a_branch2a_relu', says: relu },
  {
    layer: 'res2a_branch2b',
    says: conv(
      '2b',
      '3×3: the only place where a pixel meets its neighbours.',
      '3×3：只有在这里，像素才碰到它的邻居。',
      'four',
    ),
  },
  { layer: 'bn2a_branch2b', says: norm },
  { layer: 'bn2a_branch2b_relu', says: relu },
  {
    layer: 'res2a_branch2c',
    says: conv(
      '2c',
      '1×1 again, from four maps back to eight: as many as came in.',
      '又是 1×1，四张图变回八张，与输入一样多。',
      'four',
    ),
  },
  { layer: 'bn2a_branch2c', says: norm },
  {
    layer: 'res2a_add',
    says: {
      forward: {
        en: 'The branch above, the shortcut in the middle, and below their sum, number by number.',
        zh: '上面是支路，中间是捷径，下面是两者逐元素之和。',
      },
      backward: {
        en: 'The plus hands its gradient on twice: to the branch and to the shortcut, all of it to each.',
        zh: '加号把梯度交出去两次：支路一份，捷径一份，两份都是全额。',
      },
    },
  },
  {
    layer: 'res2a_relu',
    says: {
      forward: {
        en: 'The last ReLU. Where branch and shortcut together are negative, the output is 0.',
        zh: '最后的 ReLU。支路与捷径之和为负的地方，输出为 0。',
      },
      backward: {
        en: 'Here the way back begins. E is the mean square of these numbers, so the gradient is each number times the same factor.',
        zh: '往回传从这里开始。E 是这些数的均方，所以每个数的梯度就是它自己乘上同一个系数。',
      },
    },
  },
  { says: same('Prints a word whenever a block is built. Nothing is computed.', '每搭一个块就打印一个词，不做计算。') },
  {
    layer: 'res2a_relu',
    says: {
      forward: { en: 'What the next block receives.', zh: '下一个块收到的东西。' },
      backward: { en: 'What comes back from behind.', zh: '从后面传回来的东西。' },
    },
  },
];

const stopAt = (line: CodeLine, index: number): Stop => {
  const found = told[index];
  if (!found) throw new Error(`nothing is said of line ${index + 1}`);
  return { line, ...found };
};
export const stops: readonly Stop[] = notesCode.map(stopAt);

/** Maps of the first picture, [height, width, channels]. */
export interface Maps {
  readonly key: 'here' | 'branch' | 'shortcut' | 'sum';
  readonly shape: readonly [number, number, number];
  readonly values: Float32Array;
}
const [side, , channels] = passedInput;

/** Those of the first picture of the batch. */
const first = (values: Float32Array, shape: Maps['shape']): Float32Array =>
  values.slice(0, shape[0] * shape[1] * shape[2]);

/** What is drawn at a stop: one row of maps, and at the two ends of the shortcut what meets there. */
export function mapsAt(
  { steps, input, inputGradient }: Passage,
  { layer, line }: Stop,
  direction: Direction,
): readonly Maps[] {
  if (layer === undefined) return [];
  const shape = [side, side, channels] as const;
  const of = (name: string, key: Maps['key'] = 'here'): Maps => {
    const found = steps.find((step) => step.layer === name);
    if (!found) throw new Error(`no layer "${name}" was passed`);
    const own = [side, side, found.shape.at(-1) ?? 0] as const;
    return { key, shape: own, values: first(direction === 'forward' ? found.values : found.gradient, own) };
  };
  const plus = of('res2a_add', 'sum');
  if (layer === 'input') {
    const values = first(direction === 'forward' ? input : inputGradient, shape);
    const here: Maps = { key: 'here', shape, values };
    // The second line that holds x is the shortcut: there the two ways back can be told apart.
    if (direction === 'forward' || line === notesCode[0]) return [here];
    const branch = values.map((value, i) => value - (plus.values[i] ?? 0));
    return [
      { ...plus, key: 'shortcut' },
      { key: 'branch', shape, values: branch },
    ];
  }
  if (layer !== 'res2a_add') return [of(layer)];
  if (direction === 'backward') return [plus];
  return [of('bn2a_branch2c', 'branch'), { key: 'shortcut', shape, values: first(input, shape) }, plus];
}

/** (8, 14, 14, 4): pictures, height, width, maps. */
export const shapeOf = ({ shape }: Maps): string => `(${[passedTogether, ...shape].join(', ')})`;

/** Length of the vector of all these numbers, and the share of them that is exactly 0. */
export function measured({ values }: Maps): { readonly norm: number; readonly zeros: number } {
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const zeros = values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0) / values.length;
  return { norm, zeros };
}

/** The line after this one on the way; backward it goes from the last line up. */
export function nextStop(at: number, direction: Direction, by: -1 | 1): number {
  const step = direction === 'forward' ? by : -by;
  return Math.min(stops.length - 1, Math.max(0, at + step));
}
