/** A whole network taken apart for reading: its boxes, within each its layers of weights, and what share each part has. */
import type { Network, Shape } from '../../model/blocks/graph.ts';
import { networkDrawing, type Overview, type OverviewBox } from '../../model/blocks/overview.ts';
import { type Cost, costOf, type TracedLayer, trace } from '../../model/blocks/trace.ts';

/** A layer of weights or a pooling, with the norm behind it: the costs of all of them add up to the network's. */
interface Piece extends Cost {
  readonly name: string;
  readonly kind: TracedLayer['kind'];
  readonly onShortcut: boolean;
  readonly input: Shape;
  readonly output: Shape;
  /** 3×3, 512 for a convolution. */
  readonly text: string;
}
export interface Unrolled {
  readonly overview: Overview;
  readonly total: Cost;
  readonly boxes: readonly (OverviewBox & { readonly pieces: readonly Piece[] })[];
}
/** Stem, stages and head, each with its share of the network. */
export interface Share extends Cost {
  readonly name: string;
  readonly output: Shape;
  readonly parameters: number;
  readonly work: number;
}

/** A layer that opens a piece; the others belong to the one before them, and zeros around to the one after. */
const opens = ({ kind }: TracedLayer) => ['conv', 'dense', 'maxPool', 'globalAvgPool', 'padded'].includes(kind);

function piecesOf(layers: readonly TracedLayer[], kernels: ReadonlyMap<string, number>): readonly Piece[] {
  const pieces: Piece[] = [];
  let waiting: readonly TracedLayer[] = [];
  for (const layer of layers) {
    const last = pieces.at(-1);
    if (opens(layer)) {
      const { name, kind, path, input, output } = layer;
      const kernel = kernels.get(name);
      const text = kernel === undefined ? '' : `${kernel}×${kernel}, ${output.at(-1)}`;
      const cost = costOf([...waiting, layer]);
      pieces.push({ name, kind, onShortcut: path === 'shortcut', input, output, text, ...cost });
      waiting = [];
    } else if (layer.kind === 'zeroPad' || !last) waiting = [...waiting, layer];
    else pieces[pieces.length - 1] = { ...last, ...costOf([last, layer]) };
  }
  return pieces;
}

/** @param network one that fits together */
export function unrolled(network: Network): Unrolled {
  const traced = trace(network);
  const overview = networkDrawing(network, traced);
  const blocks = network.stages.flatMap((stage) => stage.blocks);
  const layers = [...network.stem, ...network.head, ...blocks.flatMap(({ main }) => main)];
  const kernels = new Map([
    ...layers.flatMap((layer) => (layer.kind === 'conv' ? [[layer.name, layer.kernel] as const] : [])),
    ...blocks.flatMap(({ shortcut }) => (shortcut.kind === 'projection' ? [[shortcut.name, 1] as const] : [])),
  ]);
  const boxes = overview.boxes.map((box) => {
    const inside = traced.layers.filter(({ block, path }) =>
      box.part === 'block' ? block === box.name : path === box.part,
    );
    return { ...box, pieces: piecesOf(inside, kernels) };
  });
  return { overview, total: costOf(traced.layers), boxes };
}

/** 2 for conv2_x; undefined for what is no stage. */
export const stageNumber = (part: string): number | undefined => {
  const [, digits] = /^conv(\d+)_x$/.exec(part) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

export function sharesOf({ overview, total, boxes }: Unrolled): readonly Share[] {
  const share = (part: { readonly name: string; readonly output: Shape } & Cost): Share => ({
    ...part,
    parameters: (part.trainable + part.fixed) / (total.trainable + total.fixed),
    work: part.multiplyAdds / total.multiplyAdds,
  });
  const ends = (part: 'stem' | 'head') => boxes.filter((box) => box.part === part).map(share);
  return [...ends('stem'), ...overview.stages.map(share), ...ends('head')];
}
