/** The SIMD convolution beside tfjs's cpu backend, and the kernels that it adds to tfjs's wasm backend. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ConvShape, filterSize, sameShape } from '../../../../src/model/conv/shape.ts';
import { type ConvHost, startConvKernel } from '../../../../src/model/engine/conv/host.ts';
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
