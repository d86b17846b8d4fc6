/**
 * Which convolutions start as copies of each other. In Keras glorot_uniform(seed=0) draws the same numbers each time that
 * it is asked for the same shape, so layers of one shape get equal kernels. Here every kernel is drawn and compared,
 * number by number; nothing is concluded from the shapes alone.
 */
import { random } from '../random.ts';
import type { Network } from './graph.ts';
import { trace } from './trace.ts';

/** [height, width, in, out] */
export type KernelShape = readonly [number, number, number, number];
export interface CloneGroup {
  readonly shape: KernelShape;
  /** Two or more layers whose kernels are equal, in the order of the network. */
  readonly layers: readonly string[];
}
export interface Clones {
  /** Convolutions of the network, those on shortcuts included. */
  readonly convolutions: number;
  /** Kernels that differ from each other. */
  readonly different: number;
  readonly groups: readonly CloneGroup[];
  /** Pairs of layers with equal kernels. */
  readonly pairs: number;
}

/** Draws the numbers of a kernel, one a call: uniform within sqrt(6 / (fan-in + fan-out)), from the seed alone. */
export function glorotUniform([height, width, from, to]: KernelShape, seed: number): () => number {
  const limit = Math.sqrt(6 / (height * width * (from + to)));
  const stream = random(seed, 'glorot uniform');
  return () => limit * (2 * stream.uniform() - 1);
}

/** @param seedOf the seed of a layer's initialiser, by its place among the convolutions: () => 0 as in the notes */
export function clonesOf(network: Network, seedOf: (index: number) => number): Clones {
  const kernels = kernelsOf(network);
  const found: { readonly shape: KernelShape; readonly seed: number; readonly layers: string[] }[] = [];
  for (const [index, { name, shape }] of kernels.entries()) {
    const seed = seedOf(index);
    const same = found.find((one) => shapeEqual(one.shape, shape) && equal(one, { shape, seed }));
    if (same) same.layers.push(name);
    else found.push({ shape, seed, layers: [name] });
  }
  const groups = found.filter(({ layers }) => layers.length > 1).map(({ shape, layers }) => ({ shape, layers }));
  const pairs = groups.reduce((sum, { layers: { length } }) => sum + (length * (length - 1)) / 2, 0);
  return { convolutions: kernels.length, different: found.length, groups, pairs };
}

/** The convolutions of the network with the shapes of their kernels. */
export function kernelsOf(network: Network): readonly { readonly name: string; readonly shape: KernelShape }[] {
  const blocks = network.stages.flatMap((stage) => stage.blocks);
  const layers = [...network.stem, ...blocks.flatMap(({ main }) => main), ...network.head];
  const sides = new Map([
    ...layers.flatMap((layer) => (layer.kind === 'conv' ? [[layer.name, layer.kernel] as const] : [])),
    ...blocks.flatMap(({ shortcut }) => (shortcut.kind === 'projection' ? [[shortcut.name, 1] as const] : [])),
  ]);
  return trace(network).layers.flatMap(({ name, input, output }) => {
    const side = sides.get(name);
    if (side === undefined || input.length !== 3 || output.length !== 3) return [];
    return [{ name, shape: [side, side, input[2], output[2]] as const }];
  });
}

const shapeEqual = (a: KernelShape, b: KernelShape): boolean => a.every((size, i) => size === b[i]);

interface Drawn {
  readonly shape: KernelShape;
  readonly seed: number;
}
function equal(a: Drawn, b: Drawn): boolean {
  const [one, other] = [glorotUniform(a.shape, a.seed), glorotUniform(b.shape, b.seed)];
  for (let left = a.shape.reduce((size, side) => size * side, 1); left > 0; left--) {
    if (one() !== other()) return false;
  }
  return true;
}
