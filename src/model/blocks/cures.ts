/** What makes the two ways of a block agree: patches of a block, each tried before it is offered. */
import type { Block, Conv, Layer, MaxPool, Padding, Shape, Shortcut } from './graph.ts';
import { shortcutLayers } from './graph.ts';
import { step } from './step.ts';

/** New settings of one convolution or pooling layer of the main path. */
interface Change {
  readonly layer: string;
  readonly filters?: number;
  readonly stride?: number;
  readonly padding?: Padding;
}

/**
 * A patch. projection, padded, identity: another shortcut. filters, stride, padding: settings of the main path.
 * shape: several of those together, so that the main path keeps its input's shape.
 */
export interface Cure {
  readonly key: 'identity' | 'projection' | 'padded' | 'filters' | 'stride' | 'padding' | 'shape';
  readonly shortcut?: Shortcut;
  readonly changes: readonly Change[];
}

/** The block with the patch applied. */
export function cured(block: Block, { shortcut, changes }: Cure): Block {
  const main = block.main.map((layer): Layer => {
    const change = changes.find((one) => one.layer === layer.name);
    if (!change) return layer;
    const { filters, stride, padding } = change;
    const slid = { ...(stride !== undefined && { stride }), ...(padding !== undefined && { padding }) };
    if (layer.kind === 'conv') return { ...layer, ...slid, ...(filters !== undefined && { filters }) };
    return layer.kind === 'maxPool' ? { ...layer, ...slid } : layer;
  });
  return { ...block, main, shortcut: shortcut ?? block.shortcut };
}

/** The patches that make main path and shortcut of the block agree for this input, the gentlest first. */
export function curesOf(block: Block, input: Shape, main: Shape): readonly Cure[] {
  if (input.length !== 3 || main.length !== 3) return [];
  const to = main[2];
  const wanted = shapesAfter(shortcutLayers(block.shortcut), input)?.[2] ?? input[2];
  const slides = block.main.filter(
    (layer): layer is Conv | MaxPool => layer.kind === 'conv' || layer.kind === 'maxPool',
  );
  const last = block.main.findLast((layer) => layer.kind === 'conv');
  const strides: Change[] = slides.filter(({ stride }) => stride > 1).map(({ name }) => ({ layer: name, stride: 1 }));
  const paddings: Change[] = slides
    .filter((layer) => layer.padding === 'valid' && (layer.kind === 'conv' ? layer.kernel : layer.size) > 1)
    .map(({ name }) => ({ layer: name, padding: 'same' }));
  const filters: Change[] = last && last.filters !== wanted ? [{ layer: last.name, filters: wanted }] : [];
  const candidates: Cure[] = [];
  const strideOf = strideBetween(input, main);
  candidates.push({ key: 'identity', shortcut: { kind: 'identity' }, changes: [] });
  if (strideOf !== undefined)
    candidates.push({ key: 'projection', shortcut: projectionOf(block, to, strideOf), changes: [] });
  candidates.push(
    { key: 'filters', changes: filters },
    { key: 'stride', changes: strides },
    { key: 'padding', changes: paddings },
  );
  candidates.push({ key: 'shape', changes: joined([...filters, ...strides, ...paddings]) });
  if (strideOf !== undefined && to > input[2]) {
    candidates.push({
      key: 'padded',
      shortcut: { kind: 'padded', name: `${block.name}_pad`, filters: to, stride: strideOf },
      changes: [],
    });
  }
  const seen = new Set<string>();
  return candidates.filter((cure) => {
    if (!cure.shortcut && cure.changes.length === 0) return false;
    const { key: _key, ...patch } = cure;
    const text = JSON.stringify(patch);
    if (seen.has(text)) return false;
    seen.add(text);
    return agrees(cured(block, cure), input);
  });
}

/** The block's projection with these filters and this stride; names as Keras' convolutional block has them. */
export function projectionOf(block: Block, filters: number, stride: number): Shortcut {
  if (block.shortcut.kind === 'projection') return { ...block.shortcut, filters, stride };
  const conv = block.main.findLast((layer) => layer.kind === 'conv');
  const name = `${block.name}_branch1`;
  const norm = block.order === 'post' && block.main.some(({ kind }) => kind === 'batchNorm');
  const normName = block.name.startsWith('res') ? `bn${block.name.slice(3)}_branch1` : `${block.name}_branch1_bn`;
  return { kind: 'projection', name, filters, stride, bias: conv?.bias ?? true, ...(norm && { norm: normName }) };
}

/** The stride of a 1x1 window that leads from one size to the other. */
function strideBetween([height, width]: Shape, [toHeight, toWidth]: Shape): number | undefined {
  if (width === undefined || toHeight === undefined) return undefined;
  for (let stride = 1; stride <= height; stride++) {
    if (Math.ceil(height / stride) === toHeight && Math.ceil(width / stride) === toWidth) return stride;
  }
  return undefined;
}

/** Changes of the same layer as one. */
function joined(changes: readonly Change[]): Change[] {
  const byLayer = new Map<string, Change>();
  for (const change of changes) byLayer.set(change.layer, { ...byLayer.get(change.layer), ...change });
  return [...byLayer.values()];
}

function shapesAfter(
  layers: readonly (Layer | ReturnType<typeof shortcutLayers>[number])[],
  input: Shape,
): Shape | undefined {
  let shape = input;
  for (const layer of layers) {
    const taken = step(layer, shape);
    if ('reason' in taken) return undefined;
    shape = taken.output;
  }
  return shape;
}

function agrees(block: Block, input: Shape): boolean {
  const main = shapesAfter(block.main, input);
  const short = shapesAfter(shortcutLayers(block.shortcut), input);
  return main !== undefined && short !== undefined && main.join() === short.join();
}
