/**
 * Where the parts of a whole network's diagram stand: stem, blocks and head from left to right. A box is the taller, the
 * larger its image, and the wider, the more channels it puts out: both by their logarithm.
 */
import type { Point } from './drawing.ts';
import type { Network, Shape, ShortcutKind } from './graph.ts';
import { type Cost, costOf, type Trace } from './trace.ts';

export interface OverviewBox extends Point, Cost {
  /** The block's name; stem or head. */
  readonly name: string;
  readonly part: 'stem' | 'block' | 'head';
  readonly shortcut: ShortcutKind;
  readonly stage?: string;
  readonly width: number;
  readonly height: number;
  readonly input: Shape;
  readonly output: Shape;
}
export interface OverviewStage extends Point, Cost {
  readonly name: string;
  readonly width: number;
  readonly output: Shape;
  readonly blocks: number;
  /** Of all parameters, trained or not, and of all multiply-adds of the network: 0 to 1. */
  readonly parameterShare: number;
  readonly computeShare: number;
}
/** A shortcut over a box: out of the wire before it, back into the wire behind it. */
export interface Arc {
  readonly block: string;
  readonly kind: ShortcutKind;
  readonly from: Point;
  readonly to: Point;
  readonly top: number;
}
export interface Overview {
  readonly width: number;
  readonly height: number;
  /** The y of the wire. */
  readonly axis: number;
  readonly boxes: readonly OverviewBox[];
  readonly arcs: readonly Arc[];
  readonly stages: readonly OverviewStage[];
}

const margin = 16;
const gaps = { block: 22, stage: 18 } as const;
/** Room between a box and the shortcut over it, and under the boxes for the stages' words. */
const room = { above: 18, below: 74 } as const;

const heightOf = (shape: Shape) => (shape.length === 3 ? 24 + 13 * Math.log2(Math.max(1, shape[0])) : 24);
const widthOf = (shape: Shape) => 10 + 2.4 * Math.log2(Math.max(1, shape[shape.length - 1] ?? 1));
const round = (value: number) => Math.round(value * 10) / 10;

/** The diagram of a network without a problem; `trace` is its own. */
export function networkDrawing(network: Network, trace: Trace): Overview {
  const boxes: OverviewBox[] = [];
  const stages: OverviewStage[] = [];
  const partOf = (part: OverviewBox['part'], name: string) =>
    trace.layers.filter((layer) => (part === 'block' ? layer.block === name : layer.path === part));
  const outputs = [
    partOf('stem', ''),
    ...network.stages.flatMap(({ blocks }) => blocks.map(({ name }) => partOf('block', name))),
  ];
  const tallest = Math.max(...outputs.map((layers) => heightOf(layers.at(-1)?.output ?? [1])));
  const axis = round(margin + room.above + tallest / 2);
  let x = margin + gaps.block;
  const place = (part: OverviewBox['part'], name: string, shortcut: ShortcutKind, stage?: string): void => {
    const inside = partOf(part, name);
    const input = inside[0]?.input ?? trace.input;
    const output = inside.at(-1)?.output ?? input;
    const size = { width: round(widthOf(output)), height: round(heightOf(output)) };
    const where = { x, y: round(axis - size.height / 2), ...size };
    boxes.push({
      name,
      part,
      shortcut,
      input,
      output,
      ...costOf(inside),
      ...where,
      ...(stage !== undefined && { stage }),
    });
    x = round(x + size.width + gaps.block);
  };
  place('stem', 'stem', 'none');
  for (const { name, blocks } of network.stages) {
    x += gaps.stage;
    const from = x;
    for (const block of blocks) place('block', block.name, block.shortcut.kind, name);
    const cost = trace.stages.find((stage) => stage.name === name);
    if (!cost) continue;
    stages.push({
      ...cost,
      blocks: blocks.length,
      x: from,
      y: round(axis + tallest / 2 + 22),
      width: round(x - gaps.block - from),
      parameterShare: (cost.trainable + cost.fixed) / (trace.trainable + trace.fixed),
      computeShare: cost.multiplyAdds / trace.multiplyAdds,
    });
  }
  x += gaps.stage;
  place('head', 'head', 'none');
  const height = round(axis + tallest / 2 + room.below);
  return { width: round(x + margin), height, axis, boxes, arcs: boxes.flatMap((box) => arcOver(box, axis)), stages };
}

function arcOver({ name, shortcut, x, y, width }: OverviewBox, axis: number): Arc[] {
  if (shortcut === 'none') return [];
  const beside = gaps.block / 2 - 2;
  const [from, to] = [round(x - beside), round(x + width + beside)].map((at): Point => ({ x: at, y: axis }));
  return from && to ? [{ block: name, kind: shortcut, from, to, top: round(y - room.above) }] : [];
}
