/** What the worker fetches: engines and data files. */

import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { DataError } from '../data/fashion.ts';
import type { Engine } from '../engine/engine.ts';
import kernelUrl from '../engine/kernel/build/kernel.wasm?url';
import relaxedUrl from '../engine/kernel/build/relaxed.wasm?url';
import { startEngine } from '../engine/start.ts';

const bytesOf = async (url: string): Promise<ArrayBuffer> => {
  const response = await fetch(url);
  if (!response.ok) throw new DataError(`${response.status} ${response.statusText}`);
  return response.arrayBuffer();
};

/**
 * tfjs is only loaded where it is needed.
 * @param backend wasm where it is compared with the fused engine, so where SIMD runs; cpu where it trains, since exported code
 *   has to know the order of its sums
 */
export const startTape = async (backend: 'wasm' | 'cpu'): Promise<Engine> => {
  const { tapeEngine } = await import('../engine/tape.ts');
  // tfjs wants an address for each of its three files; threads are off, so only that with SIMD is asked for.
  return tapeEngine({
    backend,
    wasmPaths: {
      'tfjs-backend-wasm.wasm': simdUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
    },
  });
};

let engine: Promise<Engine> | undefined;
export const theEngine = () => {
  engine ??= startEngine({
    kernel: (relaxed) => bytesOf(relaxed ? relaxedUrl : kernelUrl),
    tape: () => startTape('cpu'),
  });
  return engine;
};

const files = new Map<string, Promise<ArrayBuffer>>();
/** Each file is fetched once; a failed fetch may be tried again. */
export const fileAt = (url: string): Promise<ArrayBuffer> => {
  const cached = files.get(url);
  if (cached) return cached;
  const loading = bytesOf(url);
  files.set(url, loading);
  loading.catch(() => files.delete(url));
  return loading;
};
