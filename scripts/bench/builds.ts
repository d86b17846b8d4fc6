/** The compiled kernels, as Node reads them. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// Node 20 has relaxed SIMD behind a flag; later versions, and browsers, have it without.
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd');

export const kernelFile = (name: 'kernel' | 'relaxed' | 'conv' | 'conv-relaxed') =>
  readFileSync(new URL(`../../src/model/engine/kernel/build/${name}.wasm`, import.meta.url));
