/** The SIMD convolution beside tfjs's cpu backend, and the kernels that it adds to tfjs's wasm backend. */
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ConvShape, filterSize, sameShape } from '../../../../src/model/conv/shape.ts';
import { type ConvHost, startConvKernel } from '../../../../src/model/engine/conv/host.ts';
import { registerConvKernels } from '../../../../src/model/engine/conv/tfjsKernels.ts';
import { relaxedSupported } from '../../../../src/model/engine/support.ts';
import { random } from '../../../../src/model/random.ts';
import { kernelBytes } from '../kernel.ts';

const draw = (count: number, label: string) => {
  const stream = random(1, label);
  return Float32Array.from({ length: count }, () => stream.normal());
};
/** Largest distance, in shares of the largest number expected. */
const distance = (found: ArrayLike<number>, expected: ArrayLike<number>): number => {
  expect(found.length).toBe(expected.length);
  let [apart, size] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    apart = Math.max(apart, Math.abs((found[i] ?? Number.NaN) - (expected[i] ?? Number.NaN)));
    size = Math.max(size, Math.abs(expected[i] ?? 0));
  }
  return apart / size;
};

const shapes: readonly { name: string; shape: ConvShape; images: number }[] = [
  { name: '3x3', shape: sameShape(14, 8, 8, 3, 1), images: 3 },
  { name: '3x3, stride 2, even side', shape: sameShape(14, 8, 16, 3, 2), images: 2 },
  { name: '3x3, stride 2, odd side', shape: sameShape(7, 16, 32, 3, 2), images: 5 },
  { name: '3x3 on 4x4', shape: sameShape(4, 32, 32, 3, 1), images: 4 },
  { name: '1x1', shape: sameShape(7, 8, 16, 1, 1), images: 2 },
  { name: '1x1, stride 2', shape: sameShape(14, 8, 16, 1, 2), images: 2 },
  { name: '1x1, stride 2, odd side', shape: sameShape(7, 4, 12, 1, 2), images: 2 },
  { name: '3x3, filters no multiple of 8, oblong', shape: sameShape(5, 12, 20, 3, 1, 9), images: 2 },
  { name: '3x3 on a single pixel', shape: sameShape(1, 4, 4, 3, 1), images: 1 },
  { name: '5x5, stride 3', shape: sameShape(11, 4, 8, 5, 3), images: 2 },
];

async function byKernel(
  host: ConvHost,
  shape: ConvShape,
  images: number,
  x: Float32Array,
  w: Float32Array,
  dy: Float32Array,
) {
  const { kernel, arena, numbers } = host;
  const at = host.shape(shape);
  const sizes = [x.length, w.length, dy.length, dy.length, x.length, w.length];
  const places = sizes.map((size) => arena.take(4 * size));
  const [xAt = 0, wAt = 0, dyAt = 0, yAt = 0, dxAt = 0, dwAt = 0] = places;
  numbers(xAt, x.length).set(x);
  numbers(wAt, w.length).set(w);
  numbers(dyAt, dy.length).set(dy);
  kernel.convolve(at, xAt, wAt, yAt, images);
  if (shape.channels % 4 === 0) kernel.inputGradient(at, dyAt, wAt, dxAt, images);
  kernel.filterGradient(at, xAt, dyAt, dwAt, images);
  const result = {
    y: numbers(yAt, dy.length).slice(),
    dx: numbers(dxAt, x.length).slice(),
    dw: numbers(dwAt, w.length).slice(),
  };
  for (const place of [at, ...places]) arena.give(place);
  return result;
}

describe.each(['conv', 'conv-relaxed'] as const)('the convolution of %s.wasm', (build) => {
  let host: ConvHost | undefined;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    if (build === 'conv' || relaxedSupported()) host = await startConvKernel(await kernelBytes(build));
  });

  it.for([...shapes, { name: '3x3 on one channel', shape: sameShape(14, 1, 8, 3, 1), images: 2 }])(
    'is that of tfjs to 1e-4: $name',
    async ({ shape, images }, { skip }) => {
      if (!host) return skip('no relaxed SIMD here');
      const { height, width, channels, outHeight, outWidth, filters, size, stride } = shape;
      const x = draw(images * height * width * channels, 'x');
      const w = draw(filterSize(shape), 'w');
      const dy = draw(images * outHeight * outWidth * filters, 'dy');
      const found = await byKernel(host, shape, images, x, w, dy);
      const dyTensor = tf.tensor4d(dy, [images, outHeight, outWidth, filters]);
      const conv = (a: tf.Tensor4D, b: tf.Tensor4D) => tf.conv2d(a, b, stride, 'same');
      const [xTensor, wTensor] = [
        tf.tensor4d(x, [images, height, width, channels]),
        tf.tensor4d(w, [size, size, channels, filters]),
      ];
      const [dx, dw] = tf.grads((a, b) => conv(a as tf.Tensor4D, b as tf.Tensor4D))([xTensor, wTensor], dyTensor);
      expect(distance(found.y, conv(xTensor, wTensor).dataSync())).toBeLessThan(1e-4);
      expect(distance(found.dw, dw?.dataSync() ?? [])).toBeLessThan(1e-4);
      if (channels % 4 === 0) expect(distance(found.dx, dx?.dataSync() ?? [])).toBeLessThan(1e-4);
    },
  );
  it('tells another module apart', async () => {
    await expect(startConvKernel(await kernelBytes('kernel'))).rejects.toThrow('not the convolution kernel');
  });
});

describe('the kernels that tfjs gets on its wasm backend', () => {
  const gradients = (x: tf.Tensor4D, w: tf.Tensor4D, stride: number, pad: 'same' | 'valid' | number) => {
    const conv = (a: tf.Tensor, b: tf.Tensor) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad);
    const dy = tf.tensor4d(draw(conv(x, w).size, 'dy'), conv(x, w).shape as [number, number, number, number]);
    return tf
      .grads(conv)([x, w], dy)
      .map((gradient) => gradient.dataSync());
  };
  const cases = [
    { name: 'same, few channels', x: [2, 7, 7, 3], w: [3, 3, 3, 5], stride: 1, pad: 'same' },
    { name: 'same, stride 2', x: [2, 14, 14, 8], w: [3, 3, 8, 16], stride: 2, pad: 'same' },
    { name: 'valid, stride 2, oblong images', x: [1, 10, 7, 2], w: [3, 3, 2, 4], stride: 2, pad: 'valid' },
    { name: 'padded by hand, 5x5', x: [1, 8, 8, 4], w: [5, 5, 4, 8], stride: 1, pad: 2 },
  ] as const;
  it.each(cases)('give the gradients of the cpu backend: $name', async ({ x, w, stride, pad }) => {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setThreadsCount(1);
    registerConvKernels(await startConvKernel(await kernelBytes('conv')));
    const on = async (backend: 'cpu' | 'wasm') => {
      await tf.setBackend(backend);
      expect(tf.getBackend()).toBe(backend);
      const tensors = tf.memory().numTensors;
      const found = tf.tidy(() => {
        const image = tf.tensor4d(draw(x[0] * x[1] * x[2] * x[3], 'x'), [...x]);
        return gradients(image, tf.tensor4d(draw(w[0] * w[1] * w[2] * w[3], 'w'), [...w]), stride, pad);
      });
      expect(tf.memory().numTensors).toBe(tensors);
      return found;
    };
    const [found, expected] = [await on('wasm'), await on('cpu')];
    for (const [i, gradient] of expected.entries()) expect(distance(found[i] ?? [], gradient)).toBeLessThan(1e-4);
  });
  it('say what they do not do', async () => {
    await tf.setBackend('wasm');
    registerConvKernels(await startConvKernel(await kernelBytes('conv')));
    const [x, dy] = [tf.zeros([1, 8, 8, 4]), tf.zeros([1, 8, 8, 4])];
    const attributes = { strides: 1, pad: 'same', dataFormat: 'NHWC', filterShape: [1, 3, 4, 4] };
    expect(() => tf.engine().runKernel('Conv2DBackpropFilter', { x, dy }, attributes)).toThrow('square filters');
    tf.dispose([x, dy]);
  });
});
