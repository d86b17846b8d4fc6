/**
 * What becomes of layers that start as copies, as under one seed for all layers: layers of one shape begin with the numbers of
 * the first of them, and how alike their kernels are is measured while they train.
 */
import type { ConvParameters } from './parameters.ts';
import { type ConvDepth, planOf } from './specification.ts';

/** Layers with kernels of one shape, by their place in the network; two or more each. */
export function sameShapes(depth: ConvDepth): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [index, { size, channels, filters }] of planOf(depth).convolutions.entries()) {
    const key = [size, channels, filters].join();
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The start of the seed, every kernel replaced by that of the first layer of its shape. */
export function copied(depth: ConvDepth, parameters: ConvParameters): ConvParameters {
  const firstOf = new Map(
    sameShapes(depth).flatMap(([first, ...others]) => others.map((index) => [index, first] as const)),
  );
  const { layers, head } = parameters;
  return {
    layers: layers.map((layer, index) => {
      const original = layers[firstOf.get(index) ?? index];
      return original ? { ...layer, kernel: original.kernel.slice() } : layer;
    }),
    head,
  };
}

/** Mean cosine of the kernels of all pairs of layers of one shape. 1: they are copies of each other. @param kernels by layer */
export function likenessOf(depth: ConvDepth, kernels: readonly Float32Array[]): number {
  const cosines = sameShapes(depth).flatMap((group) =>
    group.flatMap((a, i) => group.slice(i + 1).map((b) => cosine(kernels[a] ?? [], kernels[b] ?? []))),
  );
  return cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [product, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    product += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return product / Math.sqrt(ofA * ofB);
}
