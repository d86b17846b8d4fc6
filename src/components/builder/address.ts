/**
 * A design as a short query that people can read and write, and back:
 * `in=56x56x256&main=conv1-64,bn,relu,conv3-64,bn,relu,conv1-256,bn&short=identity`. Reading never throws; what was not taken as
 * it stood is reported.
 */
import type { Shortcut } from '../../model/blocks/graph.ts';
import { type Design, held, mostParts, named, type Part, type RangeName, ranges } from './design.ts';

/** One thing in an address that was not taken as it stood. */
export type Notice =
  | { readonly kind: 'unknown-key' | 'unknown-layer' | 'unknown-shortcut' | 'unreadable-input'; readonly text: string }
  | { readonly kind: 'too-many-layers'; readonly used: number }
  | { readonly kind: 'too-long'; readonly used: number }
  | { readonly kind: 'unknown-choice'; readonly key: string; readonly text: string }
  | { readonly kind: 'clamped'; readonly name: RangeName; readonly asked: number; readonly used: number };
type Report = (notice: Notice) => void;

const longest = 2000;
/** More notices than that help nobody. */
const mostNotices = 8;

const keys = ['in', 'main', 'short', 'after', 'order'] as const;
type Key = (typeof keys)[number];
const isKey = (text: string): text is Key => keys.some((key) => key === text);

const slid = (stride: number, padding: string) =>
  (stride > 1 ? `-s${stride}` : '') + (padding === 'valid' ? '-valid' : '');

function printPart(part: Part): string {
  switch (part.kind) {
    case 'conv': {
      // A 1×1 window has no border to pad, so there is one way to write it.
      const padding = part.kernel === 1 ? 'same' : part.padding;
      return `conv${part.kernel}-${part.filters}${slid(part.stride, padding)}${part.bias ? '' : '-nobias'}`;
    }
    case 'maxPool':
      return `max${part.size}${slid(part.stride, part.padding)}`;
    default:
      return part.kind === 'batchNorm' ? 'bn' : 'relu';
  }
}

function printShortcut(shortcut: Shortcut): string {
  switch (shortcut.kind) {
    case 'projection': {
      const { filters, stride, bias, norm } = shortcut;
      return `proj-${filters}${slid(stride, 'same')}${bias ? '' : '-nobias'}${norm === undefined ? '-nonorm' : ''}`;
    }
    case 'padded':
      return `pad-${shortcut.filters}${slid(shortcut.stride, 'same')}`;
    default:
      return shortcut.kind;
  }
}

/** The query without its question mark. */
export function printDesign({ input, block }: Design): string {
  const parts = [
    `in=${input.join('x')}`,
    `main=${block.main.map(printPart).join(',')}`,
    `short=${printShortcut(block.shortcut)}`,
    ...(block.after === 'none' ? ['after=none'] : []),
    ...(block.order === 'pre' ? ['order=pre'] : []),
  ];
  return parts.join('&');
}

/** Digits only, so that no sign, fraction or exponent slips in; held in range and told. */
function number(name: RangeName, digits: string, report: Report): number {
  const asked = Number(digits);
  const used = held(name, asked);
  if (used !== asked) report({ kind: 'clamped', name, asked, used });
  return used;
}

/** `-s2`, `-valid`, `-nobias`, `-nonorm`, each at most once and in this order. */
const ends = '(?:-s(\\d{1,6}))?(-valid)?(-nobias)?(-nonorm)?';
const convolution = new RegExp(`^conv(\\d{1,6})-(\\d{1,6})${ends}$`);
const pooling = new RegExp(`^max(\\d{1,6})${ends}$`);
const other = new RegExp(`^(proj|pad)-(\\d{1,6})${ends}$`);

function readPart(text: string, report: Report): Part | undefined {
  if (text === 'bn') return { kind: 'batchNorm', name: '' };
  if (text === 'relu') return { kind: 'relu', name: '' };
  const [conv, kernel = '', filters = '', stride = '1', valid, nobias] = convolution.exec(text) ?? [];
  if (conv !== undefined) {
    const side = number('kernel', kernel, report);
    return {
      kind: 'conv',
      name: '',
      filters: number('filters', filters, report),
      kernel: side,
      stride: number('stride', stride, report),
      padding: valid || side === 1 ? 'valid' : 'same',
      bias: nobias === undefined,
    };
  }
  const [pool, size = '', step = '1', tight] = pooling.exec(text) ?? [];
  if (pool === undefined) return undefined;
  return {
    kind: 'maxPool',
    name: '',
    size: number('size', size, report),
    stride: number('stride', step, report),
    padding: tight ? 'valid' : 'same',
  };
}

function readMain(text: string, report: Report): readonly Part[] {
  const wanted = text === '' ? [] : text.split(',');
  if (wanted.length > mostParts) report({ kind: 'too-many-layers', used: mostParts });
  return wanted.slice(0, mostParts).flatMap((piece) => {
    const part = readPart(piece, report);
    if (!part) report({ kind: 'unknown-layer', text: shown(piece) });
    return part ?? [];
  });
}

function readShortcut(text: string, report: Report): Shortcut | undefined {
  if (text === 'identity' || text === 'none') return { kind: text };
  const [found, kind, width = '', step = '1', , nobias, nonorm] = other.exec(text) ?? [];
  if (found === undefined) {
    report({ kind: 'unknown-shortcut', text: shown(text) });
    return undefined;
  }
  const filters = number('filters', width, report);
  const stride = number('stride', step, report);
  if (kind === 'pad') return { kind: 'padded', name: '', filters, stride };
  return {
    kind: 'projection',
    name: '',
    filters,
    stride,
    bias: !nobias,
    ...(nonorm === undefined && { norm: 'norm' }),
  };
}

function readInput(text: string, report: Report): Design['input'] | undefined {
  const [found, height = '', width = '', depth = ''] = /^(\d{1,6})x(\d{1,6})x(\d{1,6})$/.exec(text) ?? [];
  if (found === undefined) {
    report({ kind: 'unreadable-input', text: shown(text) });
    return undefined;
  }
  return [number('side', height, report), number('side', width, report), number('channels', depth, report)];
}

/** One of two words, or the one that stands when there is none. */
function choice<C extends string>(key: Key, text: string | undefined, options: readonly [C, C], report: Report): C {
  const found = options.find((option) => option === text);
  if (text !== undefined && found === undefined) report({ kind: 'unknown-choice', key, text: shown(text) });
  return found ?? options[0];
}

export interface Read {
  readonly design: Design;
  readonly notices: readonly Notice[];
}

/** @param standard what stands for all that the address leaves out */
export function readDesign(query: string, standard: Design): Read {
  const notices: Notice[] = [];
  const report: Report = (notice) => {
    if (notices.length < mostNotices) notices.push(notice);
  };
  const text = query.startsWith('?') ? query.slice(1) : query;
  if (text.length > longest) report({ kind: 'too-long', used: longest });
  const given = new Map<Key, string>();
  for (const [key, value] of new URLSearchParams(text.slice(0, longest))) {
    if (!isKey(key)) report({ kind: 'unknown-key', text: shown(key) });
    else if (!given.has(key)) given.set(key, value);
  }
  const of = <T>(key: Key, read: (text: string, report: Report) => T | undefined, otherwise: T): T => {
    const value = given.get(key);
    return (value === undefined ? undefined : read(value, report)) ?? otherwise;
  };
  const design = named({
    input: of('in', readInput, standard.input),
    block: {
      name: standard.block.name,
      main: of('main', readMain, standard.block.main),
      shortcut: of('short', readShortcut, standard.block.shortcut),
      after: choice('after', given.get('after'), ['relu', 'none'], report),
      order: choice('order', given.get('order'), ['post', 'pre'], report),
    },
  });
  return { design, notices };
}

/** Text from a link as a notice may quote it: nothing that shows nothing or turns the text around it. */
const shown = (text: string): string => text.slice(0, 40).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');

/** The range of a number, for the sentence that tells of it. */
export const rangeOf = (name: RangeName): readonly [number, number] => ranges[name];
