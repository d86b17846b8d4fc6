/** The blocks of the two ResNet papers and of the notes, as data. Names are those of the notes' Keras code. */
import type { BatchNorm, Block, Conv, Layer, Relu, Shortcut } from './graph.ts';

/** [F1, F2, F3] of a bottleneck: narrow by 1x1, f x f, widen by 1x1. */
export type BottleneckFilters = readonly [number, number, number];

export const conv = (
  name: string,
  filters: number,
  kernel: number,
  {
    stride = 1,
    padding = kernel === 1 ? 'valid' : 'same',
    bias = true,
  }: Partial<Pick<Conv, 'stride' | 'padding' | 'bias'>> = {},
): Conv => ({ kind: 'conv', name, filters, kernel, stride, padding, bias });
export const batchNorm = (name: string): BatchNorm => ({ kind: 'batchNorm', name });
export const relu = (name: string): Relu => ({ kind: 'relu', name });

/** Convolution, norm and, unless it is the last before the addition, ReLU: bn2a_branch2a follows res2a_branch2a. */
function component(base: string, part: string, made: Omit<Conv, 'name' | 'kind'>, last: boolean): Layer[] {
  const norm = `bn${base}_branch${part}`;
  return [
    { kind: 'conv', name: `res${base}_branch${part}`, ...made },
    batchNorm(norm),
    ...(last ? [] : [relu(`${norm}_relu`)]),
  ];
}

function bottleneck(
  base: string,
  f: number,
  [f1, f2, f3]: BottleneckFilters,
  stride: number,
  bias: boolean,
): Pick<Block, 'name' | 'main' | 'after' | 'order'> {
  const narrow = { filters: f1, kernel: 1, stride, padding: 'valid', bias } as const;
  const middle = { filters: f2, kernel: f, stride: 1, padding: 'same', bias } as const;
  const widen = { filters: f3, kernel: 1, stride: 1, padding: 'valid', bias } as const;
  const main = [
    ...component(base, '2a', narrow, false),
    ...component(base, '2b', middle, false),
    ...component(base, '2c', widen, true),
  ];
  return { name: `res${base}`, main, after: 'relu', order: 'post' };
}

function projection(base: string, filters: number, stride: number, bias: boolean): Shortcut {
  return { kind: 'projection', name: `res${base}_branch1`, filters, stride, bias, norm: `bn${base}_branch1` };
}

/** The notes' identity_block: a bottleneck whose input, which must have F3 channels, is added as it is. */
export function identityBlock(f: number, filters: BottleneckFilters, stage: number, block: string, bias = true): Block {
  return { ...bottleneck(`${stage}${block}`, f, filters, 1, bias), shortcut: { kind: 'identity' } };
}

/** The notes' convolutional_block: the stride in the first 1x1 and in the projection that stands on the shortcut. */
export function convolutionalBlock(
  f: number,
  filters: BottleneckFilters,
  stage: number,
  block: string,
  stride = 2,
  bias = true,
): Block {
  const base = `${stage}${block}`;
  return { ...bottleneck(base, f, filters, stride, bias), shortcut: projection(base, filters[2], stride, bias) };
}

export interface BasicOptions {
  /** Of the first convolution and of the shortcut. */
  readonly stride?: number;
  /** How the shortcut follows a change of shape: option A pads with zeros, option B projects. */
  readonly shortcut?: 'identity' | 'projection' | 'padded' | 'none';
  readonly bias?: boolean;
}

/** Two 3x3 convolutions (He et al. 2015, Fig. 2 and Fig. 5 left). */
export function basicBlock(
  filters: number,
  stage: number,
  block: string,
  { stride = 1, shortcut = 'identity', bias = true }: BasicOptions = {},
): Block {
  const base = `${stage}${block}`;
  const part = { filters, kernel: 3, padding: 'same', bias } as const;
  const shortcuts: Record<NonNullable<BasicOptions['shortcut']>, Shortcut> = {
    identity: { kind: 'identity' },
    projection: projection(base, filters, stride, bias),
    padded: { kind: 'padded', name: `res${base}_pad`, filters, stride },
    none: { kind: 'none' },
  };
  return {
    name: `res${base}`,
    main: [
      ...component(base, '2a', { ...part, stride }, false),
      ...component(base, '2b', { ...part, stride: 1 }, true),
    ],
    shortcut: shortcuts[shortcut],
    after: 'relu',
    order: 'post',
  };
}

/**
 * The block in full pre-activation order (He et al. 2016, Fig. 4e): norm, ReLU, convolution, and nothing after the
 * addition. A projection loses its norm, so that it is W x and no more.
 */
export function preactivated(block: Block): Block {
  const convs = block.main.filter((layer) => layer.kind === 'conv');
  const main = convs.flatMap((one): Layer[] => {
    const norm = one.name.startsWith('res') ? `bn${one.name.slice(3)}` : `${one.name}_bn`;
    return [batchNorm(norm), relu(`${norm}_relu`), one];
  });
  const shortcut = block.shortcut.kind === 'projection' ? withoutNorm(block.shortcut) : block.shortcut;
  return { name: block.name, main, shortcut, after: 'none', order: 'pre' };
}

function withoutNorm({ norm: _norm, ...rest }: Extract<Shortcut, { kind: 'projection' }>): Shortcut {
  return rest;
}

/** The same block with nothing added: the plain network's. */
export const plainBlock = (block: Block): Block => ({ ...block, shortcut: { kind: 'none' } });
