/** Euclidean norms that neither underflow nor overflow on the way. */
import { four, padded, past, sumOf } from './lanes.ts';

/** Numbers that are added up in f32 before the sum goes on in f64: few enough for a relative error below 1e-6. */
const chunk = 256;
/** Sums of squares within these bounds have lost nothing to underflow or overflow of single squares. */
const smallest = 1e-26;
const largest = 1e37;

/** The norm of `rows` rows of `columns` numbers, stored padded. */
export function normOf(at: usize, rows: i32, columns: i32): f32 {
  const sum = fastSquares(at, rows * padded(columns));
  return sqrt<f64>(sum > smallest && sum < largest ? sum : exactSquares(at, rows, columns)) as f32;
}

/** Sum of squares, `count` a multiple of 4. */
function fastSquares(at: usize, count: i32): f64 {
  let total: f64 = 0;
  const end = past(at, count);
  while (at < end) {
    const stop = min<usize>(past(at, chunk), end);
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (; at + four < stop; at += 2 * four) {
      const x = v128.load(at);
      const y = v128.load(at, four);
      even = f32x4.add(even, f32x4.mul(x, x));
      odd = f32x4.add(odd, f32x4.mul(y, y));
    }
    if (at < stop) {
      const x = v128.load(at);
      even = f32x4.add(even, f32x4.mul(x, x));
      at += four;
    }
    total += sumOf(f32x4.add(even, odd)) as f64;
  }
  return total;
}

/** The same in f64, number by number. Skips the padding, which is not zero but NaN where a number is infinite. */
function exactSquares(at: usize, rows: i32, columns: i32): f64 {
  let total: f64 = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const value = load<f32>(past(at, j)) as f64;
      total += value * value;
    }
    at = past(at, padded(columns));
  }
  return total;
}

/** Sum of the products of two arrays of `count` numbers, a multiple of 4. */
export function dot(a: usize, b: usize, count: i32): f32 {
  let total: f64 = 0;
  const end = past(a, count);
  while (a < end) {
    const stop = min<usize>(past(a, chunk), end);
    let sum = f32x4.splat(0);
    for (; a < stop; a += four, b += four) sum = f32x4.add(sum, f32x4.mul(v128.load(a), v128.load(b)));
    total += sumOf(sum) as f64;
  }
  return total as f32;
}
