/**
 * Where the parts of a block's diagram stand: pure geometry, in units of one CSS pixel. The main path runs down, the
 * shortcut beside it, and both meet at the plus. Words come in, so that the diagram knows no language.
 */
import {
  addName,
  afterName,
  type Block,
  type Conv,
  type Layer,
  type MaxPool,
  type PaddedShortcut,
  type Shape,
  shapeText,
  shortcutLayers,
} from './graph.ts';
import type { Trace } from './trace.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
type BoxKind = Layer['kind'] | 'padded';
/** One layer. `layer` is its name, for hover, steps and clicks. */
export interface Box extends Point {
  readonly layer: string;
  readonly kind: BoxKind;
  readonly path: 'main' | 'shortcut';
  readonly width: number;
  readonly height: number;
  readonly text: string;
}
/** A wire with its head at the last point; `after` is the layer that it comes from, absent for the input. */
export interface Arrow {
  readonly path: 'main' | 'shortcut';
  readonly points: readonly Point[];
  readonly after?: string;
}
interface Label extends Point {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly role: 'shape' | 'end';
  readonly after?: string;
}
/** Where main path and shortcut are added. */
interface Plus extends Point {
  readonly layer: string;
  readonly radius: number;
  readonly mismatch: boolean;
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly labels: readonly Label[];
  readonly plus?: Plus;
}

/** What stands in the boxes and at the ends of the wire. */
export interface DrawingWords {
  readonly conv: (conv: Conv) => string;
  readonly maxPool: (pool: MaxPool) => string;
  readonly padded: (shortcut: PaddedShortcut) => string;
  readonly dense: (units: number) => string;
  readonly zeroPad: (size: number) => string;
  readonly batchNorm: string;
  readonly relu: string;
  readonly globalAvgPool: string;
  readonly flatten: string;
  readonly input: string;
  readonly output: string;
}

export interface DrawingOptions {
  /** What to write on the wire behind a layer, or behind the input where none is given; the shape, unless told. */
  readonly label?: (layer: string | undefined, shape: Shape) => string | undefined;
  /** What to write beside a shortcut that is the identity. */
  readonly identity?: string;
}

const margin = 12;
const box = { width: 164, height: 30 } as const;
const gaps = { plain: 14, labelled: 32, fork: 12, beside: 28 } as const;
const radius = 13;

function boxText(layer: Layer | PaddedShortcut, words: DrawingWords): string {
  switch (layer.kind) {
    case 'conv':
      return words.conv(layer);
    case 'maxPool':
      return words.maxPool(layer);
    case 'padded':
      return words.padded(layer);
    case 'dense':
      return words.dense(layer.units);
    case 'zeroPad':
      return words.zeroPad(layer.size);
    default:
      return words[layer.kind];
  }
}

/** The diagram of a block; `trace` is its own, with a problem or without. */
export function blockDrawing(block: Block, trace: Trace, words: DrawingWords, options: DrawingOptions = {}): Drawing {
  const { label = (_: string | undefined, shape: Shape) => shapeText(shape) } = options;
  const traced = new Map(trace.layers.map((layer) => [layer.name, layer]));
  const shapeOf = (name: string) => traced.get(name)?.output;
  const changes = (name: string) => {
    const layer = traced.get(name);
    return layer !== undefined && shapeText(layer.input) !== shapeText(layer.output);
  };
  const boxes: Box[] = [];
  const arrows: Arrow[] = [];
  const labels: Label[] = [];
  const middle = margin + box.width / 2;
  const written = (after: string | undefined, x: number, y: number, shape: Shape | undefined): boolean => {
    const text = shape && label(after, shape);
    if (text === undefined) return false;
    labels.push({ x: x + 9, y, text, anchor: 'start', role: 'shape', ...(after !== undefined && { after }) });
    return true;
  };
  const wire = (path: Arrow['path'], points: readonly Point[], after?: string) =>
    arrows.push({ path, points, ...(after !== undefined && { after }) });
  const place = (layer: Layer | PaddedShortcut, path: Box['path'], centre: number, y: number) =>
    boxes.push({
      layer: layer.name,
      kind: layer.kind,
      path,
      x: centre - box.width / 2,
      y,
      ...box,
      text: boxText(layer, words),
    });
  /** Goes down from (centre, from) and returns where the next thing may begin. */
  const down = (
    path: Arrow['path'],
    centre: number,
    from: number,
    after: string | undefined,
    label: boolean,
    shape?: Shape,
  ) => {
    const length = label && written(after, centre, from + gaps.labelled / 2, shape) ? gaps.labelled : gaps.plain;
    wire(
      path,
      [
        { x: centre, y: from },
        { x: centre, y: from + length },
      ],
      after,
    );
    return from + length;
  };

  const short = shortcutLayers(block.shortcut);
  const adds = block.shortcut.kind !== 'none';
  labels.push({ x: middle, y: margin + 8, text: words.input, anchor: 'middle', role: 'end' });
  const top = margin + 18;
  const lead = written(undefined, middle, top + gaps.labelled / 2 - 3, trace.input) ? gaps.labelled : gaps.fork;
  // The shortcut leaves the wire between what is written on it and the first box.
  const fork = top + lead;
  let y = fork + gaps.fork + 4;
  wire('main', [
    { x: middle, y: top },
    { x: middle, y },
  ]);
  let after: string | undefined;
  for (const layer of block.main) {
    if (after !== undefined) y = down('main', middle, y, after, changes(after), shapeOf(after));
    place(layer, 'main', middle, y);
    y += box.height;
    after = layer.name;
  }
  let plus: Plus | undefined;
  let right = middle + box.width / 2;
  if (adds) {
    y = down('main', middle, y, after, after !== undefined, after === undefined ? undefined : shapeOf(after));
    plus = { x: middle, y: y + radius, radius, layer: addName(block), mismatch: trace.problem?.kind === 'mismatch' };
    const side = short.length > 0 ? right + gaps.beside + box.width / 2 : right + gaps.beside;
    right = side + (short.length > 0 ? box.width / 2 : 0);
    const last = short.at(-1)?.name;
    const from = shortcutColumn(side, { x: middle, y: fork }, plus.y);
    if (short.length === 0 && options.identity !== undefined) {
      labels.push({ x: side + 9, y: (fork + plus.y) / 2, text: options.identity, anchor: 'start', role: 'shape' });
    }
    if (last !== undefined) written(last, side, plus.y - gaps.labelled / 2, shapeOf(last));
    wire('shortcut', [...from, { x: side, y: plus.y }, { x: middle + radius, y: plus.y }], last);
    y = plus.y + radius;
    after = plus.layer;
  }
  if (block.after === 'relu') {
    if (after !== undefined) y = down('main', middle, y, after, !adds && changes(after), shapeOf(after));
    place({ kind: 'relu', name: afterName(block) }, 'main', middle, y);
    y += box.height;
    after = afterName(block);
  }
  y = down('main', middle, y, after, true, trace.output);
  labels.push({ x: middle, y: y + 14, text: words.output, anchor: 'middle', role: 'end' });
  // Shapes stand to the right of their wire and may be wider than what is there.
  const reach = Math.max(...labels.map(({ x, text, role }) => (role === 'shape' ? x + widthOf(text) : 0)));
  return {
    width: Math.ceil(Math.max(right, reach)) + margin,
    height: y + 20 + margin,
    boxes,
    arrows,
    labels,
    ...(plus && { plus }),
  };

  /** Places the shortcut's boxes and the wires up to the last; returns where the wire to the plus begins. */
  function shortcutColumn(side: number, start: Point, end: number): Point[] {
    if (short.length === 0) return [start, { x: side, y: start.y }];
    const height = short.length * box.height + (short.length - 1) * gaps.plain;
    let at = (start.y + end - height) / 2;
    wire('shortcut', [start, { x: side, y: start.y }, { x: side, y: at }]);
    for (const [i, layer] of short.entries()) {
      place(layer, 'shortcut', side, at);
      at += box.height;
      if (i < short.length - 1) at = down('shortcut', side, at, layer.name, false);
    }
    return [{ x: side, y: at }];
  }
}

/** About how wide the text is in a font of 12 px: Chinese characters are as wide as high. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 7.4), 0);

/** The SVG path of a wire, its corners rounded. */
export function wirePath(points: readonly Point[], corner = 10): string {
  return points
    .map((point, i) => {
      const [before, next] = [points[i - 1], points[i + 1]];
      if (!before) return `M${point.x},${point.y}`;
      if (!next) return `L${point.x},${point.y}`;
      const into = towards(point, before, corner);
      const out = towards(point, next, corner);
      return `L${into.x},${into.y}Q${point.x},${point.y} ${out.x},${out.y}`;
    })
    .join('');
}

/** The point at most `distance` from `from` on the way to `to`, half the way at most. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
