/**
 * The SIMD convolution as kernels of tfjs's wasm backend, which has no gradient of the filter at all: with these it trains
 * convolutional networks of any shape that tfjs itself describes. Numbers are copied between the two memories.
 */
import * as tf from '@tensorflow/tfjs';
import type { ConvShape } from '../../conv/shape.ts';
import type { ConvHost } from './host.ts';

const backendName = 'wasm';
type Info = ReturnType<typeof tf.backend_util.computeConv2DInfo>;
type Work = (backend: tf.KernelBackend, given: tf.NamedTensorInfoMap, info: Info) => tf.TensorInfo;

/**
 * Registers both gradients: the filter's, which the backend lacks, and the input's, where its own loops take about ten times
 * as long. The forward pass stays XNNPACK's, which is as fast. A second call replaces the first.
 * What this convolution does not do (dilation, oblong filters or strides) goes to the kernel that was there before.
 */
export function registerConvKernels(host: ConvHost): void {
  register('Conv2DBackpropInput', ['dy', 'filter'], (backend, { dy, filter }, info) => {
    const [wide, { inChannels, outChannels, inHeight, inWidth, batchSize }] = [whole(info.inChannels), info];
    // A filter's channels stand before its last axis: whole blocks of them are added.
    const weights = widened(numbersOf(backend, filter), inChannels * outChannels, wide * outChannels);
    const size = batchSize * inHeight * inWidth * wide;
    const dx = on(host, shapeOf(info, wide, outChannels), [numbersOf(backend, dy), weights], size, (at, [g, w], to) =>
      host.kernel.inputGradient(at, g, w, to, batchSize),
    );
    return result(backend, narrowed(dx, wide, inChannels), info.inShape);
  });
  register('Conv2DBackpropFilter', ['x', 'dy'], (backend, { x, dy }, info) => {
    const [wide, { inChannels, outChannels, filterHeight, filterWidth, batchSize }] = [whole(info.outChannels), info];
    const gradient = widened(numbersOf(backend, dy), outChannels, wide);
    const size = filterHeight * filterWidth * inChannels * wide;
    const dw = on(host, shapeOf(info, inChannels, wide), [numbersOf(backend, x), gradient], size, (at, [a, g], to) =>
      host.kernel.filterGradient(at, a, g, to, batchSize),
    );
    return result(backend, narrowed(dw, wide, outChannels), [filterHeight, filterWidth, inChannels, outChannels]);
  });
}

/** What tfjs had before the first registration, by kernel. */
const before = new Map<string, tf.KernelConfig | undefined>();

function register(kernelName: string, names: readonly [string, string], work: Work): void {
  const known = tf.getKernel(kernelName, backendName);
  if (!before.has(kernelName)) before.set(kernelName, known);
  if (known) tf.unregisterKernel(kernelName, backendName);
  const former = before.get(kernelName);
  tf.registerKernel({
    ...former,
    kernelName,
    backendName,
    kernelFunc: (call) => {
      const { inputs, attrs, backend } = call;
      if (!(backend instanceof tf.KernelBackend)) throw new TypeError('This is no backend of tfjs.');
      const info = infoOf(inputs, attrs ?? {});
      if (info && names.every((name) => inputs[name])) return work(backend, inputs, info);
      if (former) return former.kernelFunc(call);
      throw new RangeError(`${kernelName}: only square filters and strides without dilation, in the order NHWC.`);
    },
  });
}

/** The sizes of the convolution, or undefined where it is none that the kernel does. */
function infoOf(inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap): Info | undefined {
  const inShape = inputs.x?.shape ?? attrs.inputShape;
  const filterShape = inputs.filter?.shape ?? attrs.filterShape;
  const { strides, pad, dataFormat, dilations = 1, dimRoundingMode } = attrs;
  if (!isShape(inShape) || !isShape(filterShape) || dataFormat !== 'NHWC') return undefined;
  if (!isPair(strides) || !isPair(dilations) || !isPadding(pad)) return undefined;
  const rounding = (['floor', 'round', 'ceil'] as const).find((one) => one === dimRoundingMode);
  const info = tf.backend_util.computeConv2DInfo(inShape, filterShape, strides, dilations, pad, rounding);
  const { filterHeight, filterWidth, strideHeight, strideWidth, dilationHeight, dilationWidth } = info;
  const square = filterHeight === filterWidth && strideHeight === strideWidth;
  return square && dilationHeight === 1 && dilationWidth === 1 ? info : undefined;
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number');
const isShape = (value: unknown): value is [number, number, number, number] => isNumbers(value) && value.length === 4;
const isPair = (value: unknown): value is number | [number, number] =>
  typeof value === 'number' || (isNumbers(value) && value.length === 2);
const isPadding = (value: unknown): value is number | 'same' | 'valid' =>
  typeof value === 'number' || value === 'same' || value === 'valid';

const whole = (columns: number): number => 4 * Math.ceil(columns / 4);
const shapeOf = (info: Info, channels: number, filters: number): ConvShape => ({
  height: info.inHeight,
  width: info.inWidth,
  channels,
  outHeight: info.outHeight,
  outWidth: info.outWidth,
  filters,
  size: info.filterHeight,
  stride: info.strideHeight,
  top: info.padInfo.top,
  left: info.padInfo.left,
});

/** @throws {TypeError} where the tensor holds other than float32 */
function numbersOf(backend: tf.KernelBackend, tensor: tf.TensorInfo | undefined): Float32Array {
  const values = tensor && backend.readSync(tensor.dataId);
  if (!(values instanceof Float32Array)) throw new TypeError('A convolution takes float32.');
  return values;
}

const result = (backend: tf.KernelBackend, values: Float32Array, shape: number[]): tf.TensorInfo => ({
  dataId: backend.write(values, shape, 'float32'),
  shape,
  dtype: 'float32',
});

/** Rows of `columns` numbers as rows of `wide`, zeros behind them. */
function widened(values: Float32Array, columns: number, wide: number): Float32Array {
  if (columns === wide) return values;
  const out = new Float32Array((values.length / columns) * wide);
  for (let from = 0, to = 0; from < values.length; from += columns, to += wide) {
    out.set(values.subarray(from, from + columns), to);
  }
  return out;
}
/** The way back. */
function narrowed(values: Float32Array, wide: number, columns: number): Float32Array {
  if (columns === wide) return values;
  const out = new Float32Array((values.length / wide) * columns);
  for (let from = 0, to = 0; from < values.length; from += wide, to += columns) {
    out.set(values.subarray(from, from + columns), to);
  }
  return out;
}

/** Copies the inputs into the kernel's memory, lets `work` fill `size` numbers there, and returns a copy of them. */
function on(
  { arena, numbers, shape: place }: ConvHost,
  shape: ConvShape,
  inputs: readonly [Float32Array, Float32Array],
  size: number,
  work: (shape: number, inputs: readonly [number, number], to: number) => void,
): Float32Array {
  const at = place(shape);
  const take = (values: Float32Array): number => {
    const to = arena.take(4 * values.length);
    numbers(to, values.length).set(values);
    return to;
  };
  const [first, second, to] = [take(inputs[0]), take(inputs[1]), arena.take(4 * size)];
  try {
    work(at, [first, second], to);
    return numbers(to, size).slice();
  } finally {
    for (const taken of [at, first, second, to]) arena.give(taken);
  }
}
