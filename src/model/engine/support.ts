/** Which builds of the kernel this machine runs: each question is a tiny module that is valid or not. */

// (module (func (drop (i8x16.splat (i32.const 0)))))
const simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11];
// The same with (f32x4.relaxed_madd v v v), where v is (i8x16.splat (i32.const 0)).
const vector = [65, 0, 253, 15];
const relaxed = [...simd.slice(0, 19), 20, 1, 18, 0, ...vector, ...vector, ...vector, 253, 133, 2, 26, 11];

const valid = (bytes: readonly number[]): boolean =>
  typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(bytes));

/** Whether kernel.wasm runs here; without it there is no fused engine. */
export const fusedSupported = (): boolean => valid(simd);

/** Whether relaxed.wasm runs here, which multiplies and adds in one instruction: about one and a half times as fast. */
export const relaxedSupported = (): boolean => valid(relaxed);
