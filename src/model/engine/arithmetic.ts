/** How an engine rounds on this machine: exported code that computes in its arithmetic has to know. */
import type { EngineName } from './engine.ts';
import { fusedSupported, relaxedSupported } from './support.ts';

// (module (func (export "f") (param f32 f32 f32) (result f32) (f32x4.extract_lane 0 (f32x4.relaxed_madd a b c)))), splats left out.
const lane = (index: number) => [32, index, 253, 19];
const module = [
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 125, 125, 125, 1, 125, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0],
  ...[10, 22, 1, 20, 0, ...lane(0), ...lane(1), ...lane(2), 253, 133, 2, 253, 31, 0, 11],
];

/**
 * Of the fused engine: whether its kernel rounds a b + c once, the product being added as it is, or twice. The tape trains on
 * the cpu backend of tfjs, which rounds every operation of its own.
 */
export type Arithmetic = 'once' | 'twice' | 'tfjs';

/** @param engine the one that trains; by default the one that this machine can run */
export function arithmeticOf(engine: EngineName['name'] = fusedSupported() ? 'fused' : 'tape'): Arithmetic {
  if (engine === 'tape') return 'tfjs';
  if (!relaxedSupported()) return 'twice';
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(module))).exports;
  // The square of 1 + 2^-12 less its first 24 digits: what is left is 2^-24, or nothing.
  const factor = 1 + 2 ** -12;
  return typeof f === 'function' && f(factor, factor, -1 - 2 ** -11) !== 0 ? 'once' : 'twice';
}
