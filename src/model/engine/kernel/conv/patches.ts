/**
 * Products of patches: row i of the left matrix is the patch of input that output pixel i sees, read where it lies. Blocked
 * like product.ts, 4 pixels x 8 channels, for the sixteen vector registers that every machine has.
 */
import { four, multiplyAdd, past } from '../lanes.ts';

/** Where patches lie: each is `size` runs of `run` numbers. */
@unmanaged
export class Patches {
  at: usize;
  /** Output pixels: `rows` rows of `columns`. */
  rows: i32;
  columns: i32;
  size: i32;
  run: i32;
  /** Bytes from a run of a patch to the next one. */
  line: usize;
  /** Bytes from a pixel's patch to the next one's in its row, and to that of the pixel below. */
  step: usize;
  down: usize;
}

function patchOf(p: Patches, pixel: i32): usize {
  const row = pixel / p.columns;
  return p.at + (row as usize) * p.down + ((pixel - row * p.columns) as usize) * p.step;
}

/** y [pixels, width] = patches x matrix; matrix [size * run, width], width a multiple of 4. */
export function patchProduct(p: Patches, matrix: usize, y: usize, width: i32): void {
  const pixels = p.rows * p.columns;
  const wide = past(0, width);
  const right: usize = width & 4 ? wide - four : wide;
  const last = pixels - 1;
  for (let i = 0; i < pixels; i += 4) {
    // The last block overlaps the one before it and finds the same numbers again; fewer than four pixels repeat the last.
    const first = max<i32>(0, min<i32>(i, pixels - 4));
    const second = min<i32>(first + 1, last);
    const third = min<i32>(first + 2, last);
    const fourth = min<i32>(first + 3, last);
    const a = patchOf(p, first);
    const b = patchOf(p, second);
    const c = patchOf(p, third);
    const d = patchOf(p, fourth);
    const ya = y + (first as usize) * wide;
    const yb = y + (second as usize) * wide;
    const yc = y + (third as usize) * wide;
    const yd = y + (fourth as usize) * wide;
    for (let at: usize = 0; at < right; at += 2 * four) {
      fourByEight(p, a, b, c, d, matrix + at, wide, ya + at, yb + at, yc + at, yd + at);
    }
    if (right < wide) fourByFour(p, a, b, c, d, matrix + right, wide, ya + right, yb + right, yc + right, yd + right);
  }
}

function fourByEight(
  p: Patches,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  m: usize,
  wide: usize,
  ya: usize,
  yb: usize,
  yc: usize,
  yd: usize,
): void {
  let l0 = f32x4.splat(0);
  let l1 = l0;
  let l2 = l0;
  let l3 = l0;
  let h0 = l0;
  let h1 = l0;
  let h2 = l0;
  let h3 = l0;
  const bytes = past(0, p.run);
  const jump = p.line - bytes;
  for (let k = p.size; k > 0; k--) {
    for (const end = a + bytes; a < end; a += 4, b += 4, c += 4, d += 4, m += wide) {
      const x = v128.load(m);
      const z = v128.load(m, four);
      let s = v128.load32_splat(a);
      l0 = multiplyAdd(s, x, l0);
      h0 = multiplyAdd(s, z, h0);
      s = v128.load32_splat(b);
      l1 = multiplyAdd(s, x, l1);
      h1 = multiplyAdd(s, z, h1);
      s = v128.load32_splat(c);
      l2 = multiplyAdd(s, x, l2);
      h2 = multiplyAdd(s, z, h2);
      s = v128.load32_splat(d);
      l3 = multiplyAdd(s, x, l3);
      h3 = multiplyAdd(s, z, h3);
    }
    a += jump;
    b += jump;
    c += jump;
    d += jump;
  }
  v128.store(ya, l0);
  v128.store(ya, h0, four);
  v128.store(yb, l1);
  v128.store(yb, h1, four);
  v128.store(yc, l2);
  v128.store(yc, h2, four);
  v128.store(yd, l3);
  v128.store(yd, h3, four);
}

function fourByFour(
  p: Patches,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  m: usize,
  wide: usize,
  ya: usize,
  yb: usize,
  yc: usize,
  yd: usize,
): void {
  let v0 = f32x4.splat(0);
  let v1 = v0;
  let v2 = v0;
  let v3 = v0;
  const bytes = past(0, p.run);
  const jump = p.line - bytes;
  for (let k = p.size; k > 0; k--) {
    for (const end = a + bytes; a < end; a += 4, b += 4, c += 4, d += 4, m += wide) {
      const x = v128.load(m);
      v0 = multiplyAdd(v128.load32_splat(a), x, v0);
      v1 = multiplyAdd(v128.load32_splat(b), x, v1);
      v2 = multiplyAdd(v128.load32_splat(c), x, v2);
      v3 = multiplyAdd(v128.load32_splat(d), x, v3);
    }
    a += jump;
    b += jump;
    c += jump;
    d += jump;
  }
  v128.store(ya, v0);
  v128.store(yb, v1);
  v128.store(yc, v2);
  v128.store(yd, v3);
}

/** sum [size * run, width] += transposed patches x gradient [pixels, width], width a multiple of 4. */
export function patchOuter(p: Patches, gradient: usize, sum: usize, width: i32): void {
  const wide = past(0, width);
  const right: usize = width & 4 ? wide - four : wide;
  const whole = p.run & ~3;
  for (let k = 0; k < p.size; k++) {
    const from = p.at + (k as usize) * p.line;
    const to = sum + ((k * p.run) as usize) * wide;
    for (let i = 0; i < p.run; i += i < whole ? 4 : 1) {
      const a = past(from, i);
      const row = to + (i as usize) * wide;
      for (let at: usize = 0; at < right; at += 2 * four) {
        if (i < whole) outerFourByEight(p, a, gradient + at, wide, row + at);
        else outerOneByEight(p, a, gradient + at, wide, row + at);
      }
      if (right === wide) continue;
      const rows = i < whole ? 4 : 1;
      for (let j = 0; j < rows; j++) {
        outerOneByFour(p, past(a, j), gradient + right, wide, row + right + (j as usize) * wide);
      }
    }
  }
}

function outerFourByEight(p: Patches, at: usize, gradient: usize, wide: usize, to: usize): void {
  let l0 = v128.load(to);
  let h0 = v128.load(to, four);
  let l1 = v128.load(to + wide);
  let h1 = v128.load(to + wide, four);
  let l2 = v128.load(to + 2 * wide);
  let h2 = v128.load(to + 2 * wide, four);
  let l3 = v128.load(to + 3 * wide);
  let h3 = v128.load(to + 3 * wide, four);
  const along = p.step * (p.columns as usize);
  for (let y = p.rows; y > 0; y--, at += p.down) {
    for (let a = at; a < at + along; a += p.step, gradient += wide) {
      const x = v128.load(gradient);
      const z = v128.load(gradient, four);
      let s = v128.load32_splat(a);
      l0 = multiplyAdd(s, x, l0);
      h0 = multiplyAdd(s, z, h0);
      s = v128.load32_splat(a, 4);
      l1 = multiplyAdd(s, x, l1);
      h1 = multiplyAdd(s, z, h1);
      s = v128.load32_splat(a, 8);
      l2 = multiplyAdd(s, x, l2);
      h2 = multiplyAdd(s, z, h2);
      s = v128.load32_splat(a, 12);
      l3 = multiplyAdd(s, x, l3);
      h3 = multiplyAdd(s, z, h3);
    }
  }
  v128.store(to, l0);
  v128.store(to, h0, four);
  v128.store(to + wide, l1);
  v128.store(to + wide, h1, four);
  v128.store(to + 2 * wide, l2);
  v128.store(to + 2 * wide, h2, four);
  v128.store(to + 3 * wide, l3);
  v128.store(to + 3 * wide, h3, four);
}

function outerOneByEight(p: Patches, at: usize, gradient: usize, wide: usize, to: usize): void {
  let low = v128.load(to);
  let high = v128.load(to, four);
  const along = p.step * (p.columns as usize);
  for (let y = p.rows; y > 0; y--, at += p.down) {
    for (let a = at; a < at + along; a += p.step, gradient += wide) {
      const s = v128.load32_splat(a);
      low = multiplyAdd(s, v128.load(gradient), low);
      high = multiplyAdd(s, v128.load(gradient, four), high);
    }
  }
  v128.store(to, low);
  v128.store(to, high, four);
}

function outerOneByFour(p: Patches, at: usize, gradient: usize, wide: usize, to: usize): void {
  let sum = v128.load(to);
  const along = p.step * (p.columns as usize);
  for (let y = p.rows; y > 0; y--, at += p.down) {
    for (let a = at; a < at + along; a += p.step, gradient += wide) {
      sum = multiplyAdd(v128.load32_splat(a), v128.load(gradient), sum);
    }
  }
  v128.store(to, sum);
}
