/**
 * Batch norm (over the rows of each column) and layer norm (over the columns of each row), biased variance:
 *   n = (x - mean) d,  d = 1 / sqrt(variance + epsilon),  y = gamma n + beta
 * Kept for the way back: n [rows, columns] and d, one number a column or a row.
 */
import { batchNorm, batchNormBack, epsilon, Norm, scaleGradients } from './batchNorm.ts';
import { four, lastLanes, padded, past, sumOf } from './lanes.ts';

export const none = 0;
export const batch = 1;
export const layer = 2;

/**
 * to = norm(from), also in place.
 * @param rectified whether relu follows: to = max(0, norm(from))
 */
export function normalize(
  kind: i32,
  norm: Norm,
  from: usize,
  to: usize,
  rows: i32,
  columns: i32,
  rectified: bool,
): void {
  const floor = f32x4.splat(rectified ? 0 : f32.NEGATIVE_INFINITY);
  if (kind === batch) batchNorm(norm, from, to, rows, past(0, padded(columns)), floor);
  else layerNorm(norm, from, to, rows, columns, floor);
}

/**
 * to = dE/dx from gradient = dE/dy, also in place.
 * @param gate where relu's results lie, for a gradient that has not yet passed relu, which it then does; or 0
 * @param scales receives dE/dgamma and, after it, dE/dbeta
 */
export function normalizeBack(
  kind: i32,
  norm: Norm,
  gradient: usize,
  gate: usize,
  to: usize,
  scales: usize,
  rows: i32,
  columns: i32,
): void {
  const width = past(0, padded(columns));
  scaleGradients(norm, gradient, gate, scales, rows, width);
  if (kind === batch) batchNormBack(norm, gradient, to, scales, rows, width);
  else layerNormBack(norm, gradient, to, rows, columns);
}

function layerNorm(norm: Norm, from: usize, to: usize, rows: i32, columns: i32, floor: v128): void {
  const width = past(0, padded(columns));
  const last = width - four;
  const used = lastLanes(columns);
  const share: f32 = 1 / (columns as f32);
  const beta = norm.gamma + width;
  let n = norm.normalized;
  for (let i = 0; i < rows; i++) {
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < width; at += four) sum = f32x4.add(sum, v128.load(from + at));
    const mean = f32x4.splat(sumOf(sum) * share);
    const edge = v128.and(f32x4.sub(v128.load(from + last), mean), used);
    let squares = f32x4.mul(edge, edge);
    for (let at: usize = 0; at < last; at += four) {
      const x = f32x4.sub(v128.load(from + at), mean);
      squares = f32x4.add(squares, f32x4.mul(x, x));
    }
    const deviation: f32 = 1 / sqrt<f32>(sumOf(squares) * share + epsilon);
    store<f32>(past(norm.deviation, i), deviation);
    const d = f32x4.splat(deviation);
    for (let at: usize = 0; at < width; at += four) {
      const x = at < last ? f32x4.sub(v128.load(from + at), mean) : edge;
      const value = f32x4.mul(x, d);
      v128.store(n + at, value);
      const y = f32x4.add(f32x4.mul(value, v128.load(norm.gamma + at)), v128.load(beta + at));
      v128.store(to + at, f32x4.pmax(y, floor));
    }
    from += width;
    to += width;
    n += width;
  }
}

/** dE/dx = d (t - mean of t - n mean of t n) with t = gamma g, the means over the columns. */
function layerNormBack(norm: Norm, gradient: usize, to: usize, rows: i32, columns: i32): void {
  const width = past(0, padded(columns));
  const last = width - four;
  const used = lastLanes(columns);
  const share: f32 = 1 / (columns as f32);
  let n = norm.normalized;
  for (let i = 0; i < rows; i++) {
    let sum = f32x4.splat(0);
    let products = f32x4.splat(0);
    for (let at: usize = 0; at < width; at += four) {
      const t = f32x4.mul(v128.load(gradient + at), v128.load(norm.gamma + at));
      sum = f32x4.add(sum, t);
      products = f32x4.add(products, f32x4.mul(t, v128.load(n + at)));
    }
    const mean = f32x4.splat(sumOf(sum) * share);
    const along = f32x4.splat(sumOf(products) * share);
    const d = v128.load32_splat(past(norm.deviation, i));
    for (let at: usize = 0; at < width; at += four) {
      const t = f32x4.mul(v128.load(gradient + at), v128.load(norm.gamma + at));
      const centred = f32x4.sub(f32x4.sub(t, mean), f32x4.mul(v128.load(n + at), along));
      v128.store(to + at, f32x4.mul(centred, d));
    }
    v128.store(to + last, v128.and(v128.load(to + last), used));
    gradient += width;
    to += width;
    n += width;
  }
}
