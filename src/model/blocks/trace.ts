/**
 * What each layer of a block or a network does to the shape, and what it costs.
 *
 * Counts. A convolution has kernel * kernel * in * filters weights, and filters biases where it has any; a dense layer
 * in * units + units. A batch normalisation trains gamma and beta and keeps a moving mean and variance, which are not
 * trained. Multiply-adds are those of convolutions and dense layers for one image; additions, biases, norms and
 * pooling are not counted, as in He et al. 2015, Table 1.
 */
import { type Cure, curesOf } from './cures.ts';
import {
  addName,
  afterName,
  type Block,
  type ImageShape,
  isBlock,
  type Layer,
  type Network,
  type PaddedShortcut,
  type Shape,
  shapeText,
  shortcutLayers,
} from './graph.ts';
import { field, type ReceptiveField, step } from './step.ts';

/** Parameters and multiply-adds. `trainable + fixed` is what Keras calls total. */
export interface Cost {
  readonly trainable: number;
  readonly fixed: number;
  readonly multiplyAdds: number;
}
type TracedKind = Layer['kind'] | 'add' | 'padded';
type Path = 'stem' | 'main' | 'shortcut' | 'merge' | 'head';

export interface TracedLayer extends Cost {
  readonly name: string;
  readonly kind: TracedKind;
  readonly path: Path;
  readonly block?: string;
  readonly stage?: string;
  readonly input: Shape;
  readonly output: Shape;
  /** Of one output pixel, in pixels of the graph's input; not for flat outputs. */
  readonly field?: ReceptiveField;
}

/** The two ways meet with different shapes. */
export interface Mismatch {
  readonly kind: 'mismatch';
  readonly block: string;
  /** The last layer of the main path that changed the shape, or the addition where none did. */
  readonly layer: string;
  readonly main: Shape;
  readonly shortcut: Shape;
  /** Each makes the two shapes agree; see `cured`. */
  readonly cures: readonly Cure[];
}
/** A layer cannot take what it gets. */
export interface Unfit {
  readonly kind: 'unfit';
  readonly block?: string;
  readonly layer: string;
  readonly input: Shape;
  /** size: the window is larger than the image; image: needs an image; flat: needs a vector; setting: not a whole number from 1; name: used twice, or not a letter followed by letters, digits, _ and - */
  readonly reason: 'size' | 'image' | 'flat' | 'setting' | 'name';
}
export type Problem = Mismatch | Unfit;

interface StageTrace extends Cost {
  readonly name: string;
  readonly output: Shape;
}

export interface Trace extends Cost {
  readonly input: ImageShape;
  /** In the order of computation: main path, shortcut, addition. With a problem, those up to it. */
  readonly layers: readonly TracedLayer[];
  readonly problem?: Problem;
  /** Absent where there is a problem. */
  readonly output?: Shape;
  /** Of a network: those reached. */
  readonly stages: readonly StageTrace[];
  /** The field of the last layer that puts out an image. */
  readonly field: ReceptiveField;
}

/** Where the tracer stands. */
interface State {
  readonly shape: Shape;
  readonly field: ReceptiveField;
  readonly problem?: Problem;
}
interface Place {
  readonly path: Path;
  readonly block?: string;
  readonly stage?: string;
}

/** Parameters and multiply-adds of some layers together. */
export const costOf = (layers: readonly Cost[]): Cost => ({
  trainable: layers.reduce((sum, { trainable }) => sum + trainable, 0),
  fixed: layers.reduce((sum, { fixed }) => sum + fixed, 0),
  multiplyAdds: layers.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0),
});

/** Traces a block for inputs of the shape [height, width, channels], or a network for its own input. */
export function trace(graph: Block, input: ImageShape): Trace;
export function trace(graph: Network): Trace;
export function trace(graph: Block | Network, input?: ImageShape): Trace {
  const layers: TracedLayer[] = [];
  const stages: StageTrace[] = [];
  const shape = isBlock(graph) ? (input ?? [1, 1, 1]) : graph.input;
  let state: State = { shape, field: { size: 1, stride: 1 } };
  if (isBlock(graph)) state = traceBlock(graph, state, layers);
  else {
    state = chain(graph.stem, state, { path: 'stem' }, layers);
    for (const { name, blocks } of graph.stages) {
      const from = layers.length;
      for (const block of blocks) state = state.problem ? state : traceBlock(block, state, layers, name);
      if (!state.problem) stages.push({ name, output: state.shape, ...costOf(layers.slice(from)) });
    }
    state = chain(graph.head, state, { path: 'head' }, layers);
  }
  return {
    input: shape,
    layers,
    stages,
    field: state.field,
    ...costOf(layers),
    ...(state.problem ? { problem: state.problem } : { output: state.shape }),
  };
}

function chain(list: readonly (Layer | PaddedShortcut)[], start: State, place: Place, layers: TracedLayer[]): State {
  let state = start;
  for (const layer of list) {
    if (state.problem) return state;
    const { shape: input } = state;
    const taken = misnamed(layer.name, layers) ? ({ reason: 'name' } as const) : step(layer, input);
    if ('reason' in taken) {
      const { reason } = taken;
      const at = place.block === undefined ? {} : { block: place.block };
      return { ...state, problem: { kind: 'unfit', ...at, layer: layer.name, input, reason } };
    }
    const grown = field(layer, state.field);
    const image = taken.output.length === 3;
    state = { shape: taken.output, field: image ? grown : state.field };
    layers.push({ name: layer.name, kind: layer.kind, ...place, input, ...taken, ...(image && { field: grown }) });
  }
  return state;
}

function traceBlock(block: Block, start: State, layers: TracedLayer[], stage?: string): State {
  const place = { block: block.name, ...(stage !== undefined && { stage }) };
  const from = layers.length;
  const main = chain(block.main, start, { path: 'main', ...place }, layers);
  const changed = layers.slice(from).findLast(({ input, output }) => !sameShape(input, output));
  const short = chain(shortcutLayers(block.shortcut), start, { path: 'shortcut', ...place }, layers);
  const named = [addName(block), afterName(block)].find((name) => misnamed(name, layers));
  const nameless: Problem | undefined =
    named === undefined
      ? undefined
      : { kind: 'unfit', block: block.name, layer: named, input: start.shape, reason: 'name' };
  const problem = main.problem ?? short.problem ?? nameless;
  if (problem) return { ...main, problem };
  const joined = { size: Math.max(main.field.size, short.field.size), stride: main.field.stride };
  const end: State = block.shortcut.kind === 'none' ? main : { ...main, field: joined };
  const at = { path: 'merge', ...place, input: end.shape, output: end.shape, ...free } as const;
  const seen = end.shape.length === 3 && { field: end.field };
  if (block.shortcut.kind !== 'none') {
    if (!sameShape(main.shape, short.shape)) {
      const cures = curesOf(block, start.shape, main.shape);
      const layer = changed?.name ?? addName(block);
      const shapes = { main: main.shape, shortcut: short.shape };
      return { ...end, problem: { kind: 'mismatch', block: block.name, layer, ...shapes, cures } };
    }
    layers.push({ name: addName(block), kind: 'add', ...at, ...seen });
  }
  if (block.after === 'relu') layers.push({ name: afterName(block), kind: 'relu', ...at, ...seen });
  return end;
}

/** Names become names of tfjs layers and lines of code. */
const misnamed = (name: string, layers: readonly TracedLayer[]): boolean =>
  !/^[A-Za-z][\w-]*$/.test(name) || layers.some((layer) => layer.name === name);

const free: Cost = { trainable: 0, fixed: 0, multiplyAdds: 0 };

const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((size, i) => size === b[i]);

/** The problem as an English sentence: which layer, which shapes, what would cure it. */
export function sentenceOf(problem: Problem): string {
  if (problem.kind === 'unfit') {
    const why = {
      size: 'its window is larger than the image',
      image: 'it needs an image',
      flat: 'it needs a flat vector',
      setting: 'its sizes must be whole numbers from 1, and zeros cannot take channels away',
      name: 'its name is used twice, or is not a letter followed by letters, digits, _ and -',
    }[problem.reason];
    return `${problem.layer} cannot take ${shapeText(problem.input)}: ${why}.`;
  }
  const { block, layer, main, shortcut, cures } = problem;
  const projection = cures.find(({ key }) => key === 'projection')?.shortcut;
  const offer =
    projection?.kind === 'projection'
      ? ` A projection with ${projection.filters} filters and stride ${projection.stride} on the shortcut cures it.`
      : '';
  return `${addName({ name: block })}: after ${layer} the main path is ${shapeText(main)}, the shortcut ${shapeText(shortcut)}; only equal shapes add.${offer}`;
}
