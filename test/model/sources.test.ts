/** Which engine the worker starts. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each([
  ['SIMD is missing', false, undefined],
  ['the kernel does not arrive', true, () => Promise.resolve(new Response(null, { status: 404 }))],
  ['the kernel is damaged', true, () => Promise.resolve(new Response(new Uint8Array(8)))],
])('the tape trains on the cpu backend where %s', async (_, simd, answer) => {
  if (!simd) vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  const fetched = vi.fn(answer);
  vi.stubGlobal('fetch', fetched);
  const { theEngine } = await import('../../src/model/worker/sources.ts');
  expect(await theEngine()).toMatchObject({ name: 'tape', backend: 'cpu' });
  expect(fetched).toHaveBeenCalledTimes(simd ? 1 : 0);
});
