/**
 * What becomes of layers that start as copies: a small convolutional network of the race is trained twice from one seed,
 * once with a start of its own for every layer, once with one start for all layers of the same shape.
 */
import type { ConvEngine } from '../conv/engine.ts';
import { rowLength } from '../conv/engine.ts';
import { type ConvArm, convBatch, convSpecOf, defaultRace, rateAt } from '../conv/experiment.ts';
import { type ConvParameters, initializeConv } from '../conv/parameters.ts';
import { type ConvDepth, planOf } from '../conv/specification.ts';
import { batchStream } from '../data/batches.ts';
import type { Data } from '../data/dataset.ts';

export interface CloneExperiment {
  readonly depth: ConvDepth;
  readonly arm: ConvArm;
  readonly seed: number;
  readonly steps: number;
  /** clones: layers of one shape begin with the numbers of the first of them. */
  readonly start: 'clones' | 'distinct';
}
export interface CloneResult {
  /** Mean cosine of the kernels of all pairs of one shape, before each of `at` and at the end. 1: still copies. */
  readonly similarity: readonly { readonly step: number; readonly cosine: number }[];
  /** Mean cosine of the first step's gradients of those pairs, from how the kernels moved. 1: copies stay copies. */
  readonly firstMove: number;
  /** On the test set, at the end. */
  readonly accuracy: number;
  readonly loss: number;
}

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
export function cloned(depth: ConvDepth, parameters: ConvParameters): ConvParameters {
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

/** Mean cosine of the pairs of one shape. */
export function similarity(depth: ConvDepth, kernels: readonly Float32Array[]): number {
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

const kernelsOf = ({ layers }: ConvParameters): readonly Float32Array[] => layers.map(({ kernel }) => kernel);

/** Trains at the race's rate and momentum. @param at steps before which the kernels are compared */
export function trainClones(
  { depth, arm, seed, steps, start }: CloneExperiment,
  data: Data,
  engine: ConvEngine,
  at: readonly number[] = [0, 1, 10, 100],
): CloneResult {
  const own = initializeConv(depth, seed);
  const initial = start === 'clones' ? cloned(depth, own) : own;
  const race = { ...defaultRace, depth, steps, seed };
  const trainee = engine.create(convSpecOf(race, arm), initial);
  try {
    const next = batchStream(data.train, convBatch, seed);
    const row = new Float32Array(rowLength(depth));
    const measured: { step: number; cosine: number }[] = [];
    let firstMove = Number.NaN;
    for (let step = 0; step < steps; step++) {
      if (at.includes(step)) measured.push({ step, cosine: similarity(depth, kernelsOf(trainee.parameters())) });
      if (!trainee.step(next(), rateAt(race, step), row)) break;
      if (step === 0) firstMove = similarity(depth, moves(initial, trainee.parameters()));
    }
    measured.push({ step: steps, cosine: similarity(depth, kernelsOf(trainee.parameters())) });
    const { accuracy, loss } = trainee.evaluate(data.test, []);
    return { similarity: measured, firstMove, accuracy, loss };
  } finally {
    trainee.dispose();
  }
}

const moves = (from: ConvParameters, to: ConvParameters): Float32Array[] =>
  kernelsOf(to).map((kernel, i) => kernel.map((value, k) => value - (from.layers[i]?.kernel[k] ?? 0)));
