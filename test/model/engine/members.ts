/** Random members of the MLP family, with batches to train them on. */
import fc from 'fast-check';
import type { Examples } from '../../../src/model/data/dataset.ts';
import type { Task } from '../../../src/model/engine/engine.ts';
import { defaultExperiment, type Settings } from '../../../src/model/experiment.ts';
import { initialize } from '../../../src/model/network/initialize.ts';
import type { Parameters } from '../../../src/model/network/parameters.ts';
import { type NetworkSpec, networkOf } from '../../../src/model/network/specification.ts';
import { type Random, random } from '../../../src/model/random.ts';

export interface Member {
  readonly network: NetworkSpec;
  readonly parameters: Parameters;
  readonly task: Task;
  readonly inputSize: number;
  readonly outputSize: number;
}

/** A network of the family: what is not given is the default experiment's. */
export function memberOf(
  settings: Partial<Settings>,
  {
    task = 'classify',
    inputSize = 2,
    outputSize = 3,
    seed = 1,
  }: Partial<Omit<Member, 'network'>> & { seed?: number } = {},
): Member {
  const { arms: _arms, seeds: _seeds, ...rest } = { ...defaultExperiment, ...settings };
  const parameters = initialize(rest, inputSize, outputSize, seed);
  return { network: networkOf(rest), parameters: moved(parameters, seed), task, inputSize, outputSize };
}

/** Biases, gammas, betas and scales start at 0 or 1, which would hide mistakes: each is moved by a normal of sd 0.1. */
function moved(parameters: Parameters, seed: number): Parameters {
  const stream = random(seed, 'moved');
  const move = (values: Float32Array) => values.map((value) => value + 0.1 * stream.normal());
  const dense = <T extends { kernel: Float32Array; bias: Float32Array }>(one: T) => ({ ...one, bias: move(one.bias) });
  const norm = <T extends { gamma: Float32Array; beta: Float32Array }>(one: T) => ({
    gamma: move(one.gamma),
    beta: move(one.beta),
  });
  return {
    stem: dense(parameters.stem),
    units: parameters.units.map(({ layers, scale }) => ({
      layers: layers.map((layer) => ({ ...dense(layer), ...(layer.norm && { norm: norm(layer.norm) }) })),
      ...(scale && { scale: move(scale) }),
    })),
    ...(parameters.finalNorm && { finalNorm: norm(parameters.finalNorm) }),
    head: dense(parameters.head),
  };
}

/** Inputs of standard normals; targets as the task wants them. */
export function batchOf({ task, inputSize, outputSize }: Member, count: number, stream: Random): Examples {
  const normals = (length: number) => Float32Array.from({ length }, () => stream.normal());
  return {
    count,
    inputs: normals(count * inputSize),
    targets:
      task === 'regress'
        ? normals(count * outputSize)
        : Float32Array.from({ length: count }, () => stream.below(outputSize)),
  };
}

const constant = fc.constantFrom;

/** Any settings of the family, shallow enough that the tape is quick. */
export const anyMember: fc.Arbitrary<Member & { readonly batch: number }> = fc
  .record({
    width: fc.oneof(fc.integer({ min: 1, max: 13 }), constant(16, 24, 31, 32, 33, 64)),
    units: fc.integer({ min: 1, max: 3 }),
    layersPerUnit: fc.integer({ min: 1, max: 3 }),
    order: constant('pre', 'post'),
    activation: constant('relu', 'tanh', 'sigmoid', 'linear'),
    normalization: constant('none', 'batch', 'layer'),
    finalNorm: fc.boolean(),
    initializer: constant('he', 'glorot', 'orthogonal', 'identity'),
    shortcutScale: constant(0, 1, 0.5, -1),
    branchScale: constant('one', 'sqrt', 'units', 'zero', 'learned'),
    optimizer: constant('sgd', 'momentum', 'adam', 'adamw'),
    rate: constant(0.001, 0.003, 0.01),
    decay: constant(0, 0.05),
    task: constant('classify', 'regress'),
    inputSize: constant(2, 3, 7, 64, 196),
    outputSize: fc.integer({ min: 2, max: 10 }),
    batch: fc.oneof(fc.integer({ min: 1, max: 9 }), constant(16, 64, 65)),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  } satisfies Record<string, fc.Arbitrary<unknown>>)
  .map(({ units, task, inputSize, outputSize, seed, batch, ...settings }) => ({
    ...memberOf({ ...settings, depth: units * settings.layersPerUnit }, { task, inputSize, outputSize, seed }),
    batch,
  }));
