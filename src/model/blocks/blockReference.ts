/**
 * Reference cases of single blocks: input, weights, and what PyTorch measured on them in float64. Format
 * `block-reference/1`, written by test/reference/blocks/make_block_reference.py, which also states its mathematics.
 */
import * as z from 'zod/mini';
import { MalformedReference } from '../reference.ts';
import { convolutionalBlock, identityBlock } from './families.ts';
import type { Block, ImageShape } from './graph.ts';
import { sentenceOf, trace } from './trace.ts';

/** A convolution [height][width][in][out] and the batch normalisation behind it, row-major. */
interface BranchWeights {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}
export interface BlockReference {
  readonly name: string;
  readonly block: Block;
  /** Images in the batch. */
  readonly count: number;
  /** Of one image. */
  readonly inputShape: ImageShape;
  readonly outputShape: ImageShape;
  readonly input: Float32Array;
  /** The loss is mean(output * probe), so that every output has a gradient of its own. */
  readonly probe: Float32Array;
  /** 2a, 2b, 2c, and 1 for the projection. */
  readonly weights: ReadonlyMap<string, BranchWeights>;
  readonly expected: {
    readonly output: readonly number[];
    readonly loss: number;
    readonly inputGradNorm: number;
    /** In the order of `weights`. */
    readonly kernelGradNorm: readonly number[];
    readonly gammaGradNorm: readonly number[];
  };
}

const size = z.int().check(z.minimum(1));
const vector = z.array(z.number());
const tensor = z.array(z.array(z.array(vector)));
const branch = z.strictObject({ kernel: tensor, bias: vector, gamma: vector, beta: vector });
const branches = <T extends z.core.$ZodType>(one: T) =>
  z.strictObject({ '2a': one, '2b': one, '2c': one, '1': z.optional(one) });

const format = z.strictObject({
  format: z.literal('block-reference/1'),
  name: z.string(),
  source: z.string(),
  kind: z.enum(['identity', 'convolutional']),
  f: size,
  filters: z.tuple([size, size, size]),
  stride: size,
  input: tensor,
  probe: tensor,
  parameters: branches(branch),
  expected: z.strictObject({
    output: tensor,
    loss: z.number(),
    inputGradNorm: z.number(),
    kernelGradNorm: branches(z.number()),
    gammaGradNorm: branches(z.number()),
  }),
});
type File = z.infer<typeof format>;

/** Whether the file says that it is a case of a block, whatever else is wrong with it. */
export function saysBlock(text: string): boolean {
  return z.looseObject({ format: z.literal('block-reference/1') }).safeParse(parsed(text)).success;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A block case from the text of its file, every shape checked.
 * @throws {MalformedReference}
 */
export function readBlockReference(text: string): BlockReference {
  const json = parsed(text);
  if (json === undefined) throw new MalformedReference('This is not JSON.');
  const result = format.safeParse(json);
  if (!result.success) {
    const where = result.error.issues[0]?.path.join('.') || 'the file';
    throw new MalformedReference(`${where} is not as block-reference/1 has it.`);
  }
  return read(result.data);
}

function read(file: File): BlockReference {
  const { f, filters, stride, kind, expected } = file;
  if (kind === 'identity' && stride !== 1) throw new MalformedReference('An identity block has stride 1.');
  const block =
    kind === 'identity' ? identityBlock(f, filters, 2, 'a') : convolutionalBlock(f, filters, 2, 'a', stride);
  const [image] = file.input;
  const inputShape: ImageShape = [image?.length ?? 0, image?.[0]?.length ?? 0, image?.[0]?.[0]?.length ?? 0];
  const { problem, output } = trace(block, inputShape);
  if (problem) throw new MalformedReference(sentenceOf(problem));
  if (output?.length !== 3) throw new MalformedReference('The block puts out no image.');
  const count = file.input.length;
  const outputs = (values: File['probe'], where: string) => flat(values, [count, ...output], where);
  const kinds = (['2a', '2b', '2c', '1'] as const).filter((key) => key !== '1' || kind === 'convolutional');
  const [, , channels] = inputShape;
  const kernels = {
    '2a': [1, 1, channels, filters[0]],
    '2b': [f, f, filters[0], filters[1]],
    '2c': [1, 1, filters[1], filters[2]],
    '1': [1, 1, channels, filters[2]],
  } as const;
  if (kind === 'identity' && file.parameters['1'])
    throw new MalformedReference('An identity block has no parameters.1.');
  const weights = kinds.map((key): readonly [string, BranchWeights] => {
    const where = `parameters.${key}`;
    const one = present(file.parameters[key], where);
    const shape = kernels[key];
    const row = (values: readonly number[], of: string) =>
      Float32Array.from(flat(values, [shape[3]], `${where}.${of}`));
    return [
      key,
      {
        kernel: Float32Array.from(flat(one.kernel, shape, `${where}.kernel`)),
        bias: row(one.bias, 'bias'),
        gamma: row(one.gamma, 'gamma'),
        beta: row(one.beta, 'beta'),
      },
    ];
  });
  const norms = (name: 'kernelGradNorm' | 'gammaGradNorm') =>
    kinds.map((key) => present(expected[name][key], `expected.${name}.${key}`));
  return {
    name: file.name,
    block,
    count,
    inputShape,
    outputShape: output,
    input: Float32Array.from(flat(file.input, [count, ...inputShape], 'input')),
    probe: Float32Array.from(outputs(file.probe, 'probe')),
    weights: new Map(weights),
    expected: {
      output: outputs(expected.output, 'expected.output'),
      loss: expected.loss,
      inputGradNorm: expected.inputGradNorm,
      kernelGradNorm: norms('kernelGradNorm'),
      gammaGradNorm: norms('gammaGradNorm'),
    },
  };
}

function present<T>(value: T | undefined, where: string): T {
  if (value === undefined) throw new MalformedReference(`${where} is missing.`);
  return value;
}

type Nested = number | readonly Nested[];

/** The numbers of a nested list of exactly this shape, row-major. */
function flat(values: Nested, shape: readonly number[], where: string): number[] {
  const [length, ...rest] = shape;
  if (typeof values === 'number') {
    if (length === undefined) return [values];
  } else if (length === values.length) {
    return values.flatMap((value) => flat(value, rest, where));
  }
  throw new MalformedReference(`${where} does not have the shape its block gives it.`);
}
