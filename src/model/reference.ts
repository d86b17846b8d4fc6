/**
 * Reference cases: a network, its batches, and what another program measured on them in float64. Format
 * `residual-reference/1`, written by test/reference/make_reference.py, which also states its mathematics.
 */
import * as z from 'zod/mini';
import type { Examples } from './data/dataset.ts';
import type { Task } from './engine/engine.ts';
import { defaultExperiment } from './experiment.ts';
import type { Dense, Norm, Parameters, TrunkLayer } from './network/parameters.ts';
import type { NetworkSpec } from './network/specification.ts';

/** The text is not a reference case. The message says where it goes wrong. */
export class MalformedReference extends Error {
  override readonly name = 'MalformedReference';
}

/** What was measured on the first batch, before training, and the loss of every step. Kernels: stem, trunk, head. */
interface Expected {
  /** [batch, outputSize], row-major. */
  readonly logits: readonly number[];
  readonly kernelGradNorm: readonly number[];
  readonly stateGradNorm: readonly number[];
  readonly stateNorm: readonly number[];
  readonly branchNorm: readonly number[];
  readonly losses: readonly number[];
}
export interface Reference {
  readonly name: string;
  readonly network: NetworkSpec;
  readonly task: Task;
  readonly parameters: Parameters;
  /** One a step. */
  readonly batches: readonly Examples[];
  readonly expected: Expected;
}

const vector = z.array(z.number());
const matrix = z.array(vector);
const size = z.int().check(z.minimum(1));
const positive = z.number().check(z.positive());
const share = z.number().check(z.minimum(0));
const norm = { gamma: vector, beta: vector };
const dense = { kernel: matrix, bias: vector };
const layer = z.union([z.strictObject(dense), z.strictObject({ ...dense, ...norm })]);

const format = z.strictObject({
  format: z.literal('residual-reference/1'),
  name: z.string(),
  source: z.string(),
  network: z.strictObject({
    inputSize: size,
    outputSize: size,
    width: size,
    units: size,
    layersPerUnit: size,
    shortcutScale: z.number(),
    branchScale: z.number(),
    order: z.enum(['pre', 'post']),
    activation: z.enum(['relu', 'tanh', 'sigmoid', 'linear']),
    normalization: z.enum(['none', 'batch', 'layer']),
    finalNorm: z.boolean(),
  }),
  loss: z.enum(['crossEntropy', 'mse']),
  optimizer: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('sgd'), learningRate: positive, momentum: z.optional(share) }),
    z.strictObject({ name: z.literal('adam'), learningRate: positive }),
    z.strictObject({ name: z.literal('adamw'), learningRate: positive, weightDecay: z.optional(share) }),
  ]),
  parameters: z.strictObject({
    stem: z.strictObject(dense),
    units: z.array(z.strictObject({ layers: z.array(layer) })),
    head: z.strictObject(dense),
    finalNorm: z.optional(z.strictObject(norm)),
  }),
  batches: z
    .array(z.strictObject({ inputs: matrix, targets: z.union([vector, matrix]) }))
    .check(z.minLength(1, 'holds no batch')),
  expected: z.strictObject({
    loss: z.number(),
    logits: matrix,
    kernelGradNorm: z.strictObject({ stem: z.number(), head: z.number(), units: matrix }),
    stateGradNorm: vector,
    stateNorm: vector,
    branchNorm: vector,
    losses: vector,
  }),
});
type File = z.infer<typeof format>;

/**
 * A reference case from the text of its file, every shape checked.
 * @throws {MalformedReference}
 */
export function readReference(text: string): Reference {
  const file = parse(text);
  const { inputSize, outputSize, width, units, layersPerUnit } = file.network;
  const losses = row(file.expected.losses, file.batches.length, 'expected.losses');
  agree(file.expected.loss, losses[0] ?? Number.NaN);
  const batches = file.batches.map((batch, i) => readBatch(batch, file, `batches.${i}`));
  const { kernelGradNorm: kernels } = file.expected;
  const trunk = grid(kernels.units, units, layersPerUnit, 'expected.kernelGradNorm.units');
  return {
    name: file.name,
    network: readNetwork(file),
    task: file.loss === 'mse' ? 'regress' : 'classify',
    parameters: {
      stem: readDense(file.parameters.stem, inputSize, width, 'parameters.stem'),
      units: rows(file.parameters.units, units, 'parameters.units').map(({ layers }, u) => ({
        layers: rows(layers, layersPerUnit, `parameters.units.${u}.layers`).map((one, i) =>
          readLayer(one, file.network, `parameters.units.${u}.layers.${i}`),
        ),
      })),
      ...readFinalNorm(file),
      head: readDense(file.parameters.head, width, outputSize, 'parameters.head'),
    },
    batches,
    expected: {
      logits: grid(file.expected.logits, batches[0]?.count ?? 0, outputSize, 'expected.logits'),
      kernelGradNorm: [kernels.stem, ...trunk, kernels.head],
      stateGradNorm: row(file.expected.stateGradNorm, units + 1, 'expected.stateGradNorm'),
      stateNorm: row(file.expected.stateNorm, units + 1, 'expected.stateNorm'),
      branchNorm: row(file.expected.branchNorm, units, 'expected.branchNorm'),
      losses,
    },
  };
}

function parse(text: string): File {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new MalformedReference('This is not JSON.');
  }
  const result = format.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') || 'the file';
  const unknown = issue?.code === 'unrecognized_keys' ? ` (${issue.keys.join(', ')} has no place there)` : '';
  throw new MalformedReference(`${where} is not as residual-reference/1 has it${unknown}.`);
}

function readNetwork({ network, optimizer }: File): NetworkSpec {
  const { units, branchScale, inputSize: _in, outputSize: _out, ...settings } = network;
  const momentum = optimizer.name === 'sgd' ? (optimizer.momentum ?? 0) : 0;
  return {
    ...defaultExperiment,
    ...settings,
    depth: units * network.layersPerUnit,
    branchFactor: branchScale,
    optimizer: momentum > 0 ? 'momentum' : optimizer.name,
    momentum,
    rate: optimizer.learningRate,
    decay: optimizer.name === 'adamw' ? (optimizer.weightDecay ?? 0) : 0,
  };
}

function readBatch({ inputs, targets }: File['batches'][number], { network, loss }: File, where: string): Examples {
  const count = inputs.length;
  if (count === 0) throw new MalformedReference(`${where} is empty.`);
  const { inputSize, outputSize } = network;
  const read =
    loss === 'mse' ? grid(targets, count, outputSize, `${where}.targets`) : row(targets, count, `${where}.targets`);
  if (loss === 'crossEntropy' && !read.every((t) => Number.isInteger(t) && t >= 0 && t < outputSize)) {
    throw new MalformedReference(`${where}.targets are not class numbers below ${outputSize}.`);
  }
  return {
    count,
    inputs: Float32Array.from(grid(inputs, count, inputSize, `${where}.inputs`)),
    targets: Float32Array.from(read),
  };
}

const readDense = (
  { kernel, bias }: { kernel: number[][]; bias: number[] },
  from: number,
  to: number,
  where: string,
): Dense => ({
  kernel: Float32Array.from(grid(kernel, from, to, `${where}.kernel`)),
  bias: Float32Array.from(row(bias, to, `${where}.bias`)),
});

const readNorm = ({ gamma, beta }: { gamma: number[]; beta: number[] }, width: number, where: string): Norm => ({
  gamma: Float32Array.from(row(gamma, width, `${where}.gamma`)),
  beta: Float32Array.from(row(beta, width, `${where}.beta`)),
});

function readLayer(one: z.infer<typeof layer>, { width, normalization }: File['network'], where: string): TrunkLayer {
  const read = readDense(one, width, width, where);
  const normed = 'gamma' in one;
  if (normed !== (normalization !== 'none')) {
    throw new MalformedReference(
      `${where} ${normed ? 'has' : 'lacks'} a norm, while normalization is ${normalization}.`,
    );
  }
  return normed ? { ...read, norm: readNorm(one, width, where) } : read;
}

/** Without a normalization the generator's final norm is the identity. */
function readFinalNorm({ network, parameters }: File): { readonly finalNorm?: Norm } {
  if ((parameters.finalNorm !== undefined) !== network.finalNorm) {
    throw new MalformedReference('network.finalNorm and parameters.finalNorm contradict each other.');
  }
  if (!parameters.finalNorm || network.normalization === 'none') return {};
  return { finalNorm: readNorm(parameters.finalNorm, network.width, 'parameters.finalNorm') };
}

function agree(loss: number, first: number): void {
  if (Math.abs(loss - first) > 1e-9 * Math.abs(loss)) {
    throw new MalformedReference('expected.loss is not the first of expected.losses.');
  }
}

function rows<T>(values: readonly T[], length: number, where: string): readonly T[] {
  if (values.length !== length) throw new MalformedReference(`${where} holds ${values.length} instead of ${length}.`);
  return values;
}

/** A vector of so many numbers. */
function row(values: readonly (number | readonly number[])[], length: number, where: string): number[] {
  return rows(values, length, where).map((value) => {
    if (typeof value === 'number') return value;
    throw new MalformedReference(`${where} holds lists instead of numbers.`);
  });
}

/** A matrix of so many rows and columns, row-major. */
function grid(values: readonly (number | readonly number[])[], height: number, width: number, where: string): number[] {
  return rows(values, height, where).flatMap((value, i) => {
    if (typeof value !== 'number') return row(value, width, `${where}.${i}`);
    throw new MalformedReference(`${where} holds numbers instead of lists.`);
  });
}
