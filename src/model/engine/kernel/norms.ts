/**
 * Batch norm (over the rows of each column) and layer norm (over the columns of each row), biased variance:
 *   n = (x - mean) d,  d = 1 / sqrt(variance + epsilon),  y = gamma n + beta
 * Kept for the way back: n [rows, columns] and d, one number a column or a row.
 */
import { four, lastLanes, padded, past, sumOf } from './lanes.ts';

export const none = 0;
export const batch = 1;
export const layer = 2;

const epsilon: f32 = 1e-5;

/** Where one normalization keeps what the way back needs, and where its gamma lies; beta follows it. */
@unmanaged
export class Norm {
  normalized: usize;
  deviation: usize;
  gamma: usize;
}

/** to = norm(from), also in place. */
export function normalize(kind: i32, norm: Norm, from: usize, to: usize, rows: i32, columns: i32): void {
  if (kind === batch) batchNorm(norm, from, to, rows, padded(columns));
  else layerNorm(norm, from, to, rows, columns);
}

/**
 * to = dE/dx from gradient = dE/dy, also in place.
 * @param scales receives dE/dgamma and, after it, dE/dbeta
 */
export function normalizeBack(
  kind: i32,
  norm: Norm,
  gradient: usize,
  to: usize,
  scales: usize,
  rows: i32,
  columns: i32,
): void {
  scaleGradients(norm, gradient, scales, rows, padded(columns));
  if (kind === batch) batchNormBack(norm, gradient, to, scales, rows, padded(columns));
  else layerNormBack(norm, gradient, to, rows, columns);
}

/** Two vectors of columns at a time, because an addition waits for the one before it; a last odd one is found twice. */
function batchNorm(norm: Norm, from: usize, to: usize, rows: i32, columns: i32): void {
  const width = past(0, columns);
  const size = (rows as usize) * width;
  const share = f32x4.splat(1 / (rows as f32));
  for (let a: usize = 0; a < width; a += 2 * four) {
    const b = min<usize>(a + four, width - four);
    let sumA = f32x4.splat(0);
    let sumB = f32x4.splat(0);
    for (let i: usize = 0; i < size; i += width) {
      sumA = f32x4.add(sumA, v128.load(from + a + i));
      sumB = f32x4.add(sumB, v128.load(from + b + i));
    }
    const meanA = f32x4.mul(sumA, share);
    const meanB = f32x4.mul(sumB, share);
    let squaresA = f32x4.splat(0);
    let squaresB = f32x4.splat(0);
    for (let i: usize = 0; i < size; i += width) {
      const x = f32x4.sub(v128.load(from + a + i), meanA);
      const y = f32x4.sub(v128.load(from + b + i), meanB);
      squaresA = f32x4.add(squaresA, f32x4.mul(x, x));
      squaresB = f32x4.add(squaresB, f32x4.mul(y, y));
    }
    const deviationA = inverseRoot(f32x4.mul(squaresA, share));
    const deviationB = inverseRoot(f32x4.mul(squaresB, share));
    v128.store(norm.deviation + a, deviationA);
    v128.store(norm.deviation + b, deviationB);
    const gammaA = v128.load(norm.gamma + a);
    const gammaB = v128.load(norm.gamma + b);
    const betaA = v128.load(norm.gamma + width + a);
    const betaB = v128.load(norm.gamma + width + b);
    for (let i: usize = 0; i < size; i += width) {
      // Both are read before either is written: `to` may be `from`, and b may be a.
      const x = f32x4.mul(f32x4.sub(v128.load(from + a + i), meanA), deviationA);
      const y = f32x4.mul(f32x4.sub(v128.load(from + b + i), meanB), deviationB);
      v128.store(norm.normalized + a + i, x);
      v128.store(norm.normalized + b + i, y);
      v128.store(to + a + i, f32x4.add(f32x4.mul(x, gammaA), betaA));
      v128.store(to + b + i, f32x4.add(f32x4.mul(y, gammaB), betaB));
    }
  }
}

function inverseRoot(variance: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon))));
}

function layerNorm(norm: Norm, from: usize, to: usize, rows: i32, columns: i32): void {
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
      v128.store(to + at, f32x4.add(f32x4.mul(value, v128.load(norm.gamma + at)), v128.load(beta + at)));
    }
    from += width;
    to += width;
    n += width;
  }
}

/** dE/dgamma = sum over rows of dE/dy n, dE/dbeta = sum over rows of dE/dy; two vectors of columns at a time. */
function scaleGradients(norm: Norm, gradient: usize, scales: usize, rows: i32, columns: i32): void {
  const width = past(0, columns);
  const size = (rows as usize) * width;
  for (let a: usize = 0; a < width; a += 2 * four) {
    const b = min<usize>(a + four, width - four);
    let gammaA = f32x4.splat(0);
    let gammaB = f32x4.splat(0);
    let betaA = f32x4.splat(0);
    let betaB = f32x4.splat(0);
    for (let i: usize = 0; i < size; i += width) {
      const g = v128.load(gradient + a + i);
      const h = v128.load(gradient + b + i);
      gammaA = f32x4.add(gammaA, f32x4.mul(g, v128.load(norm.normalized + a + i)));
      gammaB = f32x4.add(gammaB, f32x4.mul(h, v128.load(norm.normalized + b + i)));
      betaA = f32x4.add(betaA, g);
      betaB = f32x4.add(betaB, h);
    }
    v128.store(scales + a, gammaA);
    v128.store(scales + b, gammaB);
    v128.store(scales + width + a, betaA);
    v128.store(scales + width + b, betaB);
  }
}

/** dE/dx = gamma d (g - mean of g - n mean of g n), the means over the rows. */
function batchNormBack(norm: Norm, gradient: usize, to: usize, scales: usize, rows: i32, columns: i32): void {
  const width = past(0, columns);
  const size = (rows as usize) * width;
  const share = f32x4.splat(1 / (rows as f32));
  for (let at: usize = 0; at < width; at += four) {
    const along = f32x4.mul(v128.load(scales + at), share);
    const mean = f32x4.mul(v128.load(scales + width + at), share);
    const factor = f32x4.mul(v128.load(norm.gamma + at), v128.load(norm.deviation + at));
    for (let i = at; i < size; i += width) {
      const n = v128.load(norm.normalized + i);
      const centred = f32x4.sub(f32x4.sub(v128.load(gradient + i), mean), f32x4.mul(n, along));
      v128.store(to + i, f32x4.mul(factor, centred));
    }
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
