/** The matrix product, strip by strip. */
import { fourOfColumns, fourOfRows } from './edges.ts';
import { four, multiplyAdd, past } from './lanes.ts';
import { eightOfColumns, eightOfRows } from './strips.ts';

/**
 * C = A B + bias. C [rows, columns] and B [depth, columns] are row-major, columns a multiple of 4. Element (i, k) of A lies
 * i * rowStep + k * depthStep numbers after `a`, so the transpose of a stored matrix costs nothing; one of the two steps is 1.
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
  const transposed = depthStep !== 1;
  const down = past(0, rowStep);
  const along = past(0, depthStep);
  const width = past(0, columns);
  const size = (depth as usize) * width;
  const right: usize = columns & 4 ? width - four : width;
  for (let at: usize = 0; at < right; at += 2 * four) {
    const low = bias ? v128.load(bias + at) : f32x4.splat(0);
    const high = bias ? v128.load(bias + at, four) : f32x4.splat(0);
    const from = b + at;
    const to = c + at;
    if (rows < 4) {
      for (let i: usize = 0; i < (rows as usize); i++) {
        oneByEight(a + i * down, along, from, to + i * width, width, depth, low, high);
      }
    } else {
      const last = to + ((rows - 4) as usize) * width;
      if (transposed) eightOfColumns(a, along, from, from + size, to, last, width, low, high);
      else eightOfRows(a, down, from, from + size, to, last, width, low, high);
    }
  }
  if (right === width) return;
  const edge = bias ? v128.load(bias + right) : f32x4.splat(0);
  const from = b + right;
  const to = c + right;
  if (rows < 8) {
    for (let i: usize = 0; i < (rows as usize); i++) {
      oneByFour(a + i * down, along, from, to + i * width, width, depth, edge);
    }
  } else {
    const last = to + ((rows - 8) as usize) * width;
    if (transposed) fourOfColumns(a, along, from, from + size, to, last, width, edge);
    else fourOfRows(a, down, from, from + size, to, last, width, edge);
  }
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
      transposeFour(p, p + width, p + 2 * width, p + 3 * width, q, q + height, q + 2 * height, q + 3 * height);
      q += 4 * height;
    }
  }
}

/** The transpose of the four vectors at p0 to p3, to q0 to q3. */
export function transposeFour(
  p0: usize,
  p1: usize,
  p2: usize,
  p3: usize,
  q0: usize,
  q1: usize,
  q2: usize,
  q3: usize,
): void {
  const r0 = v128.load(p0);
  const r1 = v128.load(p1);
  const r2 = v128.load(p2);
  const r3 = v128.load(p3);
  const ab = i32x4.shuffle(r0, r1, 0, 4, 1, 5);
  const cd = i32x4.shuffle(r2, r3, 0, 4, 1, 5);
  const ef = i32x4.shuffle(r0, r1, 2, 6, 3, 7);
  const gh = i32x4.shuffle(r2, r3, 2, 6, 3, 7);
  v128.store(q0, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(q1, i64x2.shuffle(ab, cd, 1, 3));
  v128.store(q2, i64x2.shuffle(ef, gh, 0, 2));
  v128.store(q3, i64x2.shuffle(ef, gh, 1, 3));
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
