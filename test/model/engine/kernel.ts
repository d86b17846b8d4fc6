import { readFile } from 'node:fs/promises';

/** The compiled kernel, as `npm run kernel` leaves it. */
export const kernelBytes = (): Promise<Buffer<ArrayBuffer>> =>
  readFile(new URL('../../../src/model/engine/kernel/build/kernel.wasm', import.meta.url));
