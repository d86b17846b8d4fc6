/** The compiled convolution kernel, and the one memory in which its networks live. */
import { type ConvShape, filterSize } from '../../conv/shape.ts';
import { type Arena, arenaOf } from '../arena.ts';

const calls = [
  'memoryStart',
  'shapeBytes',
  'shapeRoom',
  'convolve',
  'inputGradient',
  'filterGradient',
  'normForward',
  'normBack',
  'rectify',
  'rectifyBack',
  'addShortcut',
  'addShortcutBack',
  'poolAll',
  'poolAllBack',
  'product',
  'transpose',
  'sumOfRows',
  'crossEntropy',
  'rightAnswers',
  'normOf',
  'descend',
] as const;
/** What kernel/conv/index.ts exports: addresses, counts and factors are numbers. */
type Kernel = { readonly memory: WebAssembly.Memory } & Readonly<
  Record<(typeof calls)[number], (...values: number[]) => number>
>;

export interface ConvHost {
  readonly kernel: Kernel;
  readonly arena: Arena;
  /** Writes the shape into the memory, with the room that it needs; returns its address, for `arena.give`. */
  shape(shape: ConvShape): number;
  /** The `count` numbers from `address` on; valid until the memory grows. */
  numbers(address: number, count: number): Float32Array<ArrayBuffer>;
}

/**
 * @param bytes the compiled kernel: build/conv.wasm, or build/conv-relaxed.wasm where `relaxedSupported`
 * @throws {WebAssembly.CompileError} where SIMD is missing or the bytes are damaged
 * @throws {WebAssembly.LinkError} when the bytes are another module
 */
export async function startConvKernel(bytes: BufferSource): Promise<ConvHost> {
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(bytes));
  if (!isKernel(exports)) throw new WebAssembly.LinkError('This module is not the convolution kernel.');
  return hostOf(exports);
}

const isKernel = (exports: WebAssembly.Exports): exports is WebAssembly.Exports & Kernel =>
  exports.memory instanceof WebAssembly.Memory && calls.every((name) => typeof exports[name] === 'function');

function hostOf(kernel: Kernel): ConvHost {
  const { memory } = kernel;
  const arena = arenaOf(memory, kernel.memoryStart());
  const head = 64 * Math.ceil(kernel.shapeBytes() / 64);
  return {
    kernel,
    arena,
    shape(shape) {
      const { height, width, channels, outHeight, outWidth, filters, size, stride, top, left } = shape;
      const fields = [height, width, channels, outHeight, outWidth, filters, size, stride, top, left];
      const write = (at: number, values: readonly number[]) =>
        new Int32Array(memory.buffer, at, values.length).set(values);
      const trial = arena.take(head);
      write(trial, fields);
      const room = 64 * Math.ceil(kernel.shapeRoom(trial) / 16);
      arena.give(trial);
      const at = arena.take(head + room + 4 * filterSize(shape));
      write(at, [...fields, at + head, at + head + room]);
      return at;
    },
    numbers: (address, count) => new Float32Array(memory.buffer, address, count),
  };
}
