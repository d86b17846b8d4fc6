import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';

// Node 20 has relaxed SIMD behind a flag; later versions have it without.
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd');

/** A compiled kernel, as `npm run kernel` leaves it. */
export const kernelBytes = (
  build: 'kernel' | 'relaxed' | 'conv' | 'conv-relaxed' = 'kernel',
): Promise<Buffer<ArrayBuffer>> =>
  readFile(new URL(`../../../src/model/engine/kernel/build/${build}.wasm`, import.meta.url));
