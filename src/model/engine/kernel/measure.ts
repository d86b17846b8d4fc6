/** Euclidean norms that neither underflow nor overflow on the way. */
import { four, largestOf, lastLanes, line, multiplyAdd, padded, past, sumOf } from './lanes.ts';

/** Numbers that are added up in f32 before the sum goes on in f64: few enough for a relative error below 1e-6. */
const chunk = 256;
/** Sums of squares within these bounds have lost nothing to underflow or overflow of single squares. */
const smallest = 1e-26;
const largest = 1e37;
/** Squares of numbers within these bounds are worth trying in f32: subnormal ones cost a hundred times their time. */
const small: f32 = 1e-15;
const large: f32 = 1e15;

/** The norm of `rows` rows of `columns` numbers, stored padded. */
export function normOf(at: usize, rows: i32, columns: i32): f32 {
  const count = rows * padded(columns);
  const size = sampleOf(at, count);
  let sum: f64 = 0;
  if (size > small && size < large) sum = fastSquares(at, count);
  if (!(sum > smallest && sum < largest)) sum = exactSquares(at, rows, columns);
  return sqrt<f64>(sum) as f32;
}

/** The largest size among sixteen numbers, from four places. */
function sampleOf(at: usize, count: i32): f32 {
  const part = past(0, (count >> 2) & ~3);
  const first = f32x4.max(f32x4.abs(v128.load(at)), f32x4.abs(v128.load(at + part)));
  const second = f32x4.max(f32x4.abs(v128.load(at + 2 * part)), f32x4.abs(v128.load(at + 3 * part)));
  return largestOf(f32x4.max(first, second));
}

/** Sum of squares, `count` a multiple of 4. Four sums at a time, because an addition takes four cycles. */
function fastSquares(at: usize, count: i32): f64 {
  let total: f64 = 0;
  const end = past(at, count);
  while (at < end) {
    const stop = min<usize>(past(at, chunk), end);
    let s0 = f32x4.splat(0);
    let s1 = f32x4.splat(0);
    let s2 = f32x4.splat(0);
    let s3 = f32x4.splat(0);
    for (; at + 3 * four < stop; at += line) {
      const x0 = v128.load(at);
      const x1 = v128.load(at, four);
      const x2 = v128.load(at, 2 * four);
      const x3 = v128.load(at, 3 * four);
      s0 = multiplyAdd(x0, x0, s0);
      s1 = multiplyAdd(x1, x1, s1);
      s2 = multiplyAdd(x2, x2, s2);
      s3 = multiplyAdd(x3, x3, s3);
    }
    for (; at < stop; at += four) {
      const x = v128.load(at);
      s0 = multiplyAdd(x, x, s0);
    }
    total += sumOf(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3))) as f64;
  }
  return total;
}

/** The same in f64. Leaves the padding out, which is not zero but NaN where a number is infinite. */
function exactSquares(at: usize, rows: i32, columns: i32): f64 {
  const last = past(0, padded(columns)) - four;
  const used = lastLanes(columns);
  let sum = f64x2.splat(0);
  for (let i = 0; i < rows; i++) {
    for (const edge = at + last; at <= edge; at += four) {
      let x = v128.load(at);
      if (at === edge) x = v128.and(x, used);
      const low = f64x2.promote_low_f32x4(x);
      const high = f64x2.promote_low_f32x4(i64x2.shuffle(x, x, 1, 1));
      sum = f64x2.add(sum, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
    }
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
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
