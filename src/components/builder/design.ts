/** What the builder edits: a block and the image that it receives. Names follow from the places, ranges hold everywhere. */
import type { Block, Conv, ImageShape, Layer, MaxPool, Padding, Shortcut } from '../../model/blocks/graph.ts';

/** The layers that the builder offers for a main path. */
export type Part = Extract<Layer, { kind: 'conv' | 'batchNorm' | 'relu' | 'maxPool' }>;
export type PartKind = Part['kind'];
export const partKinds = ['conv', 'batchNorm', 'relu', 'maxPool'] as const satisfies readonly PartKind[];

export interface Design {
  /** [height, width, channels] of what comes in. */
  readonly input: ImageShape;
  readonly block: Omit<Block, 'main'> & { readonly main: readonly Part[] };
}

/** Least and greatest of every number in a design. */
export const ranges = {
  side: [1, 512],
  channels: [1, 4096],
  filters: [1, 4096],
  kernel: [1, 11],
  stride: [1, 8],
  size: [1, 11],
} as const satisfies Record<string, readonly [number, number]>;
export type RangeName = keyof typeof ranges;
/** Layers on the main path at most. */
export const mostParts = 24;
/** The block's name in Keras' manner: stage 2, first block. */
const blockName = 'res2a';

/** The nearest whole number in range; the least for what is no number. */
export function held(name: RangeName, value: number): number {
  const [least, greatest] = ranges[name];
  return Number.isNaN(value) ? least : Math.min(greatest, Math.max(least, Math.round(value)));
}

const letter = (index: number) => (index < 26 ? String.fromCharCode(97 + index) : String(index));

/**
 * The design with names by place, as the notes' Keras code gives them: res2a_branch2a, bn2a_branch2a, bn2a_branch2a_relu. A norm
 * belongs to the convolution before it, in pre-activation to the one after it; a second one of the same is numbered.
 */
export function named({ input, block }: Design): Design {
  const used = new Map<string, number>();
  const once = (name: string) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  };
  let convolutions = 0;
  let before = `${blockName}_in`;
  const main = block.main.map((part): Part => {
    const own = letter(part.kind === 'conv' || block.order === 'pre' ? convolutions : Math.max(0, convolutions - 1));
    if (part.kind === 'conv') convolutions += 1;
    const names = {
      conv: `${blockName}_branch2${own}`,
      batchNorm: `bn2a_branch2${own}`,
      relu: `${before}_relu`,
      maxPool: `${blockName}_pool2${own}`,
    };
    before = once(names[part.kind]);
    return { ...part, name: before };
  });
  return { input, block: { ...block, name: blockName, main, shortcut: namedShortcut(block.shortcut) } };
}

function namedShortcut(shortcut: Shortcut): Shortcut {
  if (shortcut.kind === 'padded') return { ...shortcut, name: 'res2a_pad' };
  if (shortcut.kind !== 'projection') return shortcut;
  const { norm, ...rest } = shortcut;
  return { ...rest, name: 'res2a_branch1', ...(norm !== undefined && { norm: 'bn2a_branch1' }) };
}

/** A new layer of this kind, as it fits behind what is there: a 3×3 convolution keeps the channels. */
export function part(kind: PartKind, channels: number): Part {
  switch (kind) {
    case 'conv':
      return { kind, name: '', filters: held('filters', channels), kernel: 3, stride: 1, padding: 'same', bias: true };
    case 'maxPool':
      return { kind, name: '', size: 3, stride: 1, padding: 'same' };
    default:
      return { kind, name: '' };
  }
}

const withMain = ({ input, block }: Design, main: readonly Part[]): Design =>
  named({ input, block: { ...block, main } });

/** Puts a layer at this place; the ones from there on move down. More than `mostParts` are not taken. */
export function inserted(design: Design, index: number, added: Part): Design {
  const { main } = design.block;
  return main.length >= mostParts ? design : withMain(design, main.toSpliced(index, 0, added));
}
export const removed = (design: Design, index: number): Design =>
  design.block.main[index] ? withMain(design, design.block.main.toSpliced(index, 1)) : design;

/** Moves a layer up (-1) or down (1); beyond the ends nothing moves. */
export function moved(design: Design, index: number, by: -1 | 1): Design {
  const { main } = design.block;
  const [one, other] = [main[index], main[index + by]];
  return one && other ? withMain(design, main.with(index, other).with(index + by, one)) : design;
}

/** Settings of one layer, as far as its kind has them. */
export interface Settings {
  readonly filters?: number;
  readonly kernel?: number;
  readonly size?: number;
  readonly stride?: number;
  readonly padding?: Padding;
  readonly bias?: boolean;
}
const numbersOf = ({ filters, kernel, size, stride }: Settings) => ({
  ...(filters !== undefined && { filters: held('filters', filters) }),
  ...(kernel !== undefined && { kernel: held('kernel', kernel) }),
  ...(size !== undefined && { size: held('size', size) }),
  ...(stride !== undefined && { stride: held('stride', stride) }),
});
function setConv(conv: Conv, settings: Settings): Conv {
  const { size: _, ...numbers } = numbersOf(settings);
  const { padding = conv.padding, bias = conv.bias } = settings;
  const next = { ...conv, ...numbers, padding, bias };
  // A 1×1 window has no border: 'valid' is the notes' word for it, and a wider one starts from 'same'.
  if (next.kernel === 1) return { ...next, padding: 'valid' };
  return conv.kernel === 1 && settings.padding === undefined ? { ...next, padding: 'same' } : next;
}
function setPool(pool: MaxPool, settings: Settings): MaxPool {
  const { filters: _, kernel: __, ...numbers } = numbersOf(settings);
  return { ...pool, ...numbers, padding: settings.padding ?? pool.padding };
}
export function set(design: Design, index: number, settings: Settings): Design {
  const { main } = design.block;
  const old = main[index];
  if (old?.kind === 'conv') return withMain(design, main.with(index, setConv(old, settings)));
  return old?.kind === 'maxPool' ? withMain(design, main.with(index, setPool(old, settings))) : design;
}

/** The design with its block replaced, as by a cure. Layers that the builder does not offer are left out. */
export const withBlock = ({ input }: Pick<Design, 'input'>, block: Block): Design =>
  named({ input, block: { ...block, main: block.main.filter(isPart) } });
const isPart = (layer: Layer): layer is Part => partKinds.some((kind) => kind === layer.kind);

export const withInput = (design: Design, input: ImageShape): Design => ({
  ...design,
  input: [held('side', input[0]), held('side', input[1]), held('channels', input[2])],
});
