/** How the kernel's products round on this machine: exported code that computes in the kernel's arithmetic has to know. */
import { fusedSupported, relaxedSupported } from './support.ts';

// (module (func (export "f") (param f32 f32 f32) (result f32) (f32x4.extract_lane 0 (f32x4.relaxed_madd a b c)))), splats left out.
const lane = (index: number) => [32, index, 253, 19];
const module = [
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 125, 125, 125, 1, 125, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0],
  ...[10, 22, 1, 20, 0, ...lane(0), ...lane(1), ...lane(2), 253, 133, 2, 253, 31, 0, 11],
];

/**
 * Whether the build of the kernel that this machine runs rounds a b + c once, the product being added as it is, or twice;
 * undefined where it runs none.
 */
export function multiplyAddFuses(): boolean | undefined {
  if (!fusedSupported()) return undefined;
  if (!relaxedSupported()) return false;
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(module))).exports;
  // The square of 1 + 2^-12 less its first 24 digits: what is left is 2^-24, or nothing.
  const factor = 1 + 2 ** -12;
  return typeof f === 'function' && f(factor, factor, -1 - 2 ** -11) !== 0;
}
