/**
 * The matrix product, blocked for the sixteen vector registers that every machine has: 4 rows x 8 columns (eight
 * accumulators, two vectors of B, one splat of A), or 8 rows x 4 columns at the right edge. Where the rows do not divide,
 * the last block overlaps the one before it and finds the same numbers again.
 */
import { four, multiplyAdd, past } from './lanes.ts';

/**
 * C = A B + bias. C [rows, columns] and B [depth, columns] are row-major, columns a multiple of 4. Element (i, k) of A lies
 * i * rowStep + k * depthStep numbers after `a`, so the transpose of a stored matrix costs nothing.
 * @param bias [columns], or 0 for none
 */
export function product(
  a: usize,
  rowStep: i32,
  depthStep: i32,
  b: usize,
  c: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  bias: usize,
): void {
  const down = past(0, rowStep);
  const along = past(0, depthStep);
  const width = past(0, columns);
  const right: usize = columns & 4 ? width - four : width;
  for (let at: usize = 0; at < right; at += 2 * four) {
    const low = bias ? v128.load(bias + at) : f32x4.splat(0);
    const high = bias ? v128.load(bias + at, four) : f32x4.splat(0);
    if (rows < 4) {
      for (let i = 0; i < rows; i++) {
        oneByEight(a + (i as usize) * down, along, b + at, c + at + (i as usize) * width, width, depth, low, high);
      }
    } else {
      for (let i = 0; i < rows; i += 4) {
        const first = min<i32>(i, rows - 4) as usize;
        fourByEight(a + first * down, down, along, b + at, c + at + first * width, width, depth, low, high);
      }
    }
  }
  if (right === width) return;
  const edge = bias ? v128.load(bias + right) : f32x4.splat(0);
  if (rows < 8) {
    for (let i = 0; i < rows; i++) {
      oneByFour(a + (i as usize) * down, along, b + right, c + right + (i as usize) * width, width, depth, edge);
    }
  } else {
    for (let i = 0; i < rows; i += 8) {
      const first = min<i32>(i, rows - 8) as usize;
      eightByFour(a + first * down, down, along, b + right, c + right + first * width, width, depth, edge);
    }
  }
}

function fourByEight(
  a: usize,
  down: usize,
  along: usize,
  b: usize,
  c: usize,
  width: usize,
  depth: i32,
  low: v128,
  high: v128,
): void {
  let p0 = a;
  let p1 = p0 + down;
  let p2 = p1 + down;
  let p3 = p2 + down;
  let l0 = low;
  let l1 = low;
  let l2 = low;
  let l3 = low;
  let h0 = high;
  let h1 = high;
  let h2 = high;
  let h3 = high;
  for (let k = 0; k < depth; k++) {
    const x = v128.load(b);
    const y = v128.load(b, four);
    let s = v128.load32_splat(p0);
    l0 = multiplyAdd(s, x, l0);
    h0 = multiplyAdd(s, y, h0);
    s = v128.load32_splat(p1);
    l1 = multiplyAdd(s, x, l1);
    h1 = multiplyAdd(s, y, h1);
    s = v128.load32_splat(p2);
    l2 = multiplyAdd(s, x, l2);
    h2 = multiplyAdd(s, y, h2);
    s = v128.load32_splat(p3);
    l3 = multiplyAdd(s, x, l3);
    h3 = multiplyAdd(s, y, h3);
    p0 += along;
    p1 += along;
    p2 += along;
    p3 += along;
    b += width;
  }
  v128.store(c, l0);
  v128.store(c, h0, four);
  c += width;
  v128.store(c, l1);
  v128.store(c, h1, four);
  c += width;
  v128.store(c, l2);
  v128.store(c, h2, four);
  c += width;
  v128.store(c, l3);
  v128.store(c, h3, four);
}

function eightByFour(
  a: usize,
  down: usize,
  along: usize,
  b: usize,
  c: usize,
  width: usize,
  depth: i32,
  start: v128,
): void {
  const e = a + 4 * down;
  let v0 = start;
  let v1 = start;
  let v2 = start;
  let v3 = start;
  let v4 = start;
  let v5 = start;
  let v6 = start;
  let v7 = start;
  for (let k: usize = 0; k < (depth as usize) * along; k += along) {
    const x = v128.load(b);
    v0 = multiplyAdd(v128.load32_splat(a + k), x, v0);
    v1 = multiplyAdd(v128.load32_splat(a + k + down), x, v1);
    v2 = multiplyAdd(v128.load32_splat(a + k + 2 * down), x, v2);
    v3 = multiplyAdd(v128.load32_splat(a + k + 3 * down), x, v3);
    v4 = multiplyAdd(v128.load32_splat(e + k), x, v4);
    v5 = multiplyAdd(v128.load32_splat(e + k + down), x, v5);
    v6 = multiplyAdd(v128.load32_splat(e + k + 2 * down), x, v6);
    v7 = multiplyAdd(v128.load32_splat(e + k + 3 * down), x, v7);
    b += width;
  }
  v128.store(c, v0);
  v128.store(c + width, v1);
  v128.store(c + 2 * width, v2);
  v128.store(c + 3 * width, v3);
  c += 4 * width;
  v128.store(c, v4);
  v128.store(c + width, v5);
  v128.store(c + 2 * width, v6);
  v128.store(c + 3 * width, v7);
}

function oneByEight(a: usize, along: usize, b: usize, c: usize, width: usize, depth: i32, low: v128, high: v128): void {
  for (let k = 0; k < depth; k++) {
    const s = v128.load32_splat(a);
    low = multiplyAdd(s, v128.load(b), low);
    high = multiplyAdd(s, v128.load(b, four), high);
    a += along;
    b += width;
  }
  v128.store(c, low);
  v128.store(c, high, four);
}

function oneByFour(a: usize, along: usize, b: usize, c: usize, width: usize, depth: i32, value: v128): void {
  for (let k = 0; k < depth; k++) {
    value = multiplyAdd(v128.load32_splat(a), v128.load(b), value);
    a += along;
    b += width;
  }
  v128.store(c, value);
}

/** Writes the transpose of `from` [rows, columns], both multiples of 4, to `to` [columns, rows]: 4 x 4 at a time. */
export function transpose(from: usize, to: usize, rows: i32, columns: i32): void {
  const width = past(0, columns);
  const height = past(0, rows);
  for (let i = 0; i < rows; i += 4) {
    let p = from + (i as usize) * width;
    let q = past(to, i);
    for (const end = p + width; p < end; p += four) {
      const r0 = v128.load(p);
      const r1 = v128.load(p + width);
      const r2 = v128.load(p + 2 * width);
      const r3 = v128.load(p + 3 * width);
      const ab = i32x4.shuffle(r0, r1, 0, 4, 1, 5);
      const cd = i32x4.shuffle(r2, r3, 0, 4, 1, 5);
      const ef = i32x4.shuffle(r0, r1, 2, 6, 3, 7);
      const gh = i32x4.shuffle(r2, r3, 2, 6, 3, 7);
      v128.store(q, i64x2.shuffle(ab, cd, 0, 2));
      v128.store(q + height, i64x2.shuffle(ab, cd, 1, 3));
      v128.store(q + 2 * height, i64x2.shuffle(ef, gh, 0, 2));
      v128.store(q + 3 * height, i64x2.shuffle(ef, gh, 1, 3));
      q += 4 * height;
    }
  }
}

/** Adds the rows of `from` [rows, columns] up: the gradient of a bias [columns]. */
export function sumOfRows(from: usize, to: usize, rows: i32, columns: i32): void {
  const width = past(0, columns);
  const end = from + (rows as usize) * width;
  for (let at: usize = 0; at < width; at += four) {
    let s0 = f32x4.splat(0);
    let s1 = f32x4.splat(0);
    let s2 = f32x4.splat(0);
    let s3 = f32x4.splat(0);
    let p = from + at;
    for (; p + 3 * width < end; p += 4 * width) {
      s0 = f32x4.add(s0, v128.load(p));
      s1 = f32x4.add(s1, v128.load(p + width));
      s2 = f32x4.add(s2, v128.load(p + 2 * width));
      s3 = f32x4.add(s3, v128.load(p + 3 * width));
    }
    for (; p < end; p += width) s0 = f32x4.add(s0, v128.load(p));
    v128.store(to + at, f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
  }
}
