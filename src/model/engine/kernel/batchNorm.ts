/**
 * Batch norm, and the gradients of gamma and beta, which both norms have: in strips of four, two or one vectors of columns.
 * The wider a strip, the fewer instructions a number takes; and additions to different columns need not wait for each other.
 * `rows` and `width` are counted in rows and bytes.
 */
import { four, line } from './lanes.ts';

export const epsilon: f32 = 1e-5;

/** Where one normalization keeps what the way back needs, and where its gamma lies; beta follows it. */
@unmanaged
export class Norm {
  normalized: usize;
  deviation: usize;
  gamma: usize;
}

/** to = max(floor, norm(from)), also in place. */
export function batchNorm(norm: Norm, from: usize, to: usize, rows: i32, width: usize, floor: v128): void {
  let at: usize = 0;
  for (; at + line <= width; at += line) Strip.normalize(4, norm, from, to, rows, width, floor, at);
  for (; at + 2 * four <= width; at += 2 * four) Strip.normalize(2, norm, from, to, rows, width, floor, at);
  if (at < width) Strip.normalize(1, norm, from, to, rows, width, floor, at);
}

/**
 * dE/dgamma = sum over rows of dE/dy n and, after it, dE/dbeta = sum over rows of dE/dy.
 * @param gate where relu's results lie, or 0: dE/dy is set to 0 first where they are not positive
 */
export function scaleGradients(norm: Norm, gradient: usize, gate: usize, scales: usize, rows: i32, width: usize): void {
  let at: usize = 0;
  if (gate) {
    for (; at + line <= width; at += line) Strip.scale(4, true, norm, gradient, gate, scales, rows, width, at);
    for (; at + 2 * four <= width; at += 2 * four) {
      Strip.scale(2, true, norm, gradient, gate, scales, rows, width, at);
    }
    if (at < width) Strip.scale(1, true, norm, gradient, gate, scales, rows, width, at);
  } else {
    for (; at + line <= width; at += line) Strip.scale(4, false, norm, gradient, 0, scales, rows, width, at);
    for (; at + 2 * four <= width; at += 2 * four) {
      Strip.scale(2, false, norm, gradient, 0, scales, rows, width, at);
    }
    if (at < width) Strip.scale(1, false, norm, gradient, 0, scales, rows, width, at);
  }
}

/** dE/dx = gamma d (g - mean of g - n mean of g n), the means over the rows. */
export function batchNormBack(norm: Norm, gradient: usize, to: usize, scales: usize, rows: i32, width: usize): void {
  let at: usize = 0;
  for (; at + 2 * four <= width; at += 2 * four) Strip.back(2, norm, gradient, to, scales, rows, width, at);
  if (at < width) Strip.back(1, norm, gradient, to, scales, rows, width, at);
}

function inverseRoot(variance: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon))));
}

/**
 * One strip, from `at` bytes after the first column on. `vectors` and `gated` are constants: what they rule out is not
 * compiled.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: a decorator, by which AssemblyScript inlines, can only stand at a method
class Strip {
  @inline
  static normalize(
    vectors: i32,
    norm: Norm,
    from: usize,
    to: usize,
    rows: i32,
    width: usize,
    floor: v128,
    at: usize,
  ): void {
    const start = from + at;
    const end = start + (rows as usize) * width;
    const share = f32x4.splat(1 / (rows as f32));
    let m0 = f32x4.splat(0);
    let m1 = f32x4.splat(0);
    let m2 = f32x4.splat(0);
    let m3 = f32x4.splat(0);
    for (let p = start; p !== end; p += width) {
      m0 = f32x4.add(m0, v128.load(p));
      if (vectors > 1) m1 = f32x4.add(m1, v128.load(p, four));
      if (vectors > 2) {
        m2 = f32x4.add(m2, v128.load(p, 2 * four));
        m3 = f32x4.add(m3, v128.load(p, 3 * four));
      }
    }
    m0 = f32x4.mul(m0, share);
    m1 = f32x4.mul(m1, share);
    m2 = f32x4.mul(m2, share);
    m3 = f32x4.mul(m3, share);
    let s0 = f32x4.splat(0);
    let s1 = f32x4.splat(0);
    let s2 = f32x4.splat(0);
    let s3 = f32x4.splat(0);
    for (let p = start; p !== end; p += width) {
      const x0 = f32x4.sub(v128.load(p), m0);
      s0 = f32x4.add(s0, f32x4.mul(x0, x0));
      if (vectors > 1) {
        const x1 = f32x4.sub(v128.load(p, four), m1);
        s1 = f32x4.add(s1, f32x4.mul(x1, x1));
      }
      if (vectors > 2) {
        const x2 = f32x4.sub(v128.load(p, 2 * four), m2);
        s2 = f32x4.add(s2, f32x4.mul(x2, x2));
        const x3 = f32x4.sub(v128.load(p, 3 * four), m3);
        s3 = f32x4.add(s3, f32x4.mul(x3, x3));
      }
    }
    s0 = f32x4.mul(s0, share);
    s1 = f32x4.mul(s1, share);
    if (vectors > 1) Strip.scaled(2, norm, from, to, rows, width, floor, at, m0, m1, s0, s1);
    else Strip.scaled(1, norm, from, to, rows, width, floor, at, m0, m1, s0, s1);
    if (vectors > 2) {
      s2 = f32x4.mul(s2, share);
      s3 = f32x4.mul(s3, share);
      Strip.scaled(2, norm, from, to, rows, width, floor, at + 2 * four, m2, m3, s2, s3);
    }
  }

  /** y = max(floor, gamma n + beta) with n = (x - mean) d, of two vectors of columns or of the first. */
  @inline
  static scaled(
    vectors: i32,
    norm: Norm,
    from: usize,
    to: usize,
    rows: i32,
    width: usize,
    floor: v128,
    at: usize,
    mean0: v128,
    mean1: v128,
    variance0: v128,
    variance1: v128,
  ): void {
    const gamma = norm.gamma + at;
    const beta = gamma + width;
    const deviation = norm.deviation + at;
    const d0 = inverseRoot(variance0);
    const g0 = v128.load(gamma);
    const b0 = v128.load(beta);
    v128.store(deviation, d0);
    const d1 = inverseRoot(variance1);
    const g1 = vectors > 1 ? v128.load(gamma, four) : g0;
    const b1 = vectors > 1 ? v128.load(beta, four) : b0;
    if (vectors > 1) v128.store(deviation, d1, four);
    let n = norm.normalized + at;
    let y = to + at;
    const start = from + at;
    const end = start + (rows as usize) * width;
    for (let p = start; p !== end; p += width) {
      const x0 = f32x4.mul(f32x4.sub(v128.load(p), mean0), d0);
      v128.store(n, x0);
      v128.store(y, f32x4.pmax(f32x4.add(f32x4.mul(x0, g0), b0), floor));
      if (vectors > 1) {
        const x1 = f32x4.mul(f32x4.sub(v128.load(p, four), mean1), d1);
        v128.store(n, x1, four);
        v128.store(y, f32x4.pmax(f32x4.add(f32x4.mul(x1, g1), b1), floor), four);
      }
      n += width;
      y += width;
    }
  }

  @inline
  static scale(
    vectors: i32,
    gated: bool,
    norm: Norm,
    gradient: usize,
    gate: usize,
    scales: usize,
    rows: i32,
    width: usize,
    at: usize,
  ): void {
    let gamma0 = f32x4.splat(0);
    let gamma1 = f32x4.splat(0);
    let gamma2 = f32x4.splat(0);
    let gamma3 = f32x4.splat(0);
    let beta0 = f32x4.splat(0);
    let beta1 = f32x4.splat(0);
    let beta2 = f32x4.splat(0);
    let beta3 = f32x4.splat(0);
    let y = gate + at;
    let n = norm.normalized + at;
    const start = gradient + at;
    const end = start + (rows as usize) * width;
    for (let p = start; p !== end; p += width) {
      let g = v128.load(p);
      if (gated) {
        g = whereOpen(v128.load(y), g);
        v128.store(p, g);
      }
      beta0 = f32x4.add(beta0, g);
      gamma0 = f32x4.add(gamma0, f32x4.mul(g, v128.load(n)));
      if (vectors > 1) {
        g = v128.load(p, four);
        if (gated) {
          g = whereOpen(v128.load(y, four), g);
          v128.store(p, g, four);
        }
        beta1 = f32x4.add(beta1, g);
        gamma1 = f32x4.add(gamma1, f32x4.mul(g, v128.load(n, four)));
      }
      if (vectors > 2) {
        g = v128.load(p, 2 * four);
        if (gated) {
          g = whereOpen(v128.load(y, 2 * four), g);
          v128.store(p, g, 2 * four);
        }
        beta2 = f32x4.add(beta2, g);
        gamma2 = f32x4.add(gamma2, f32x4.mul(g, v128.load(n, 2 * four)));
        g = v128.load(p, 3 * four);
        if (gated) {
          g = whereOpen(v128.load(y, 3 * four), g);
          v128.store(p, g, 3 * four);
        }
        beta3 = f32x4.add(beta3, g);
        gamma3 = f32x4.add(gamma3, f32x4.mul(g, v128.load(n, 3 * four)));
      }
      n += width;
      if (gated) y += width;
    }
    const gamma = scales + at;
    const beta = gamma + width;
    v128.store(gamma, gamma0);
    v128.store(beta, beta0);
    if (vectors > 1) {
      v128.store(gamma, gamma1, four);
      v128.store(beta, beta1, four);
    }
    if (vectors > 2) {
      v128.store(gamma, gamma2, 2 * four);
      v128.store(beta, beta2, 2 * four);
      v128.store(gamma, gamma3, 3 * four);
      v128.store(beta, beta3, 3 * four);
    }
  }

  @inline
  static back(
    vectors: i32,
    norm: Norm,
    gradient: usize,
    to: usize,
    scales: usize,
    rows: i32,
    width: usize,
    at: usize,
  ): void {
    const share = f32x4.splat(1 / (rows as f32));
    const sums = scales + at;
    const gamma = norm.gamma + at;
    const deviation = norm.deviation + at;
    const along0 = f32x4.mul(v128.load(sums), share);
    const mean0 = f32x4.mul(v128.load(sums + width), share);
    const factor0 = f32x4.mul(v128.load(gamma), v128.load(deviation));
    const along1 = vectors > 1 ? f32x4.mul(v128.load(sums, four), share) : along0;
    const mean1 = vectors > 1 ? f32x4.mul(v128.load(sums + width, four), share) : mean0;
    const factor1 = vectors > 1 ? f32x4.mul(v128.load(gamma, four), v128.load(deviation, four)) : factor0;
    let n = norm.normalized + at;
    let x = to + at;
    const start = gradient + at;
    const end = start + (rows as usize) * width;
    for (let p = start; p !== end; p += width) {
      const c0 = f32x4.sub(f32x4.sub(v128.load(p), mean0), f32x4.mul(v128.load(n), along0));
      v128.store(x, f32x4.mul(factor0, c0));
      if (vectors > 1) {
        const c1 = f32x4.sub(f32x4.sub(v128.load(p, four), mean1), f32x4.mul(v128.load(n, four), along1));
        v128.store(x, f32x4.mul(factor1, c1), four);
      }
      n += width;
      x += width;
    }
  }
}

function whereOpen(y: v128, value: v128): v128 {
  return v128.and(value, f32x4.gt(y, f32x4.splat(0)));
}
