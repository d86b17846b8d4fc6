/**
 * The inner loops of the matrix product: one strip of C, eight columns wide (four at the right edge: edges.ts), from its first
 * row to its last, in blocks of 4 x 8 numbers that live in eight of the sixteen vector registers that every machine has. Where
 * the rows do not divide, the last block overlaps the one before it and finds the same numbers again.
 *
 * In a strip of `Rows`, the next factor of a row of A is the next number; in one of `Columns`, the factors of neighbouring rows
 * are neighbours, because A is the transpose of what is stored. Both read them at constant offsets, which take no instruction
 * of their own: instructions are what is scarce where two threads share a core. The test after every factor is also what
 * keeps a compiler from loading several factors ahead of their use, for which there are no registers.
 */
import { four, multiplyAdd } from './lanes.ts';

/**
 * @param down bytes between the rows of A, `width` between those of B and of C
 * @param end where B ends
 * @param last where the last block of C begins
 */
export function eightOfRows(
  a: usize,
  down: usize,
  b: usize,
  end: usize,
  c: usize,
  last: usize,
  width: usize,
  low: v128,
  high: v128,
): void {
  while (true) {
    let p0 = a;
    let p1 = p0 + down;
    let p2 = p1 + down;
    let p3 = p2 + down;
    let at = b;
    let l0 = low;
    let l1 = low;
    let l2 = low;
    let l3 = low;
    let h0 = high;
    let h1 = high;
    let h2 = high;
    let h3 = high;
    let s: v128;
    let x: v128;
    let y: v128;
    while (true) {
      x = v128.load(at);
      y = v128.load(at, four);
      s = v128.load32_splat(p0);
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
      at += width;
      if (at === end) break;
      x = v128.load(at);
      y = v128.load(at, four);
      s = v128.load32_splat(p0, 4);
      l0 = multiplyAdd(s, x, l0);
      h0 = multiplyAdd(s, y, h0);
      s = v128.load32_splat(p1, 4);
      l1 = multiplyAdd(s, x, l1);
      h1 = multiplyAdd(s, y, h1);
      s = v128.load32_splat(p2, 4);
      l2 = multiplyAdd(s, x, l2);
      h2 = multiplyAdd(s, y, h2);
      s = v128.load32_splat(p3, 4);
      l3 = multiplyAdd(s, x, l3);
      h3 = multiplyAdd(s, y, h3);
      at += width;
      if (at === end) break;
      x = v128.load(at);
      y = v128.load(at, four);
      s = v128.load32_splat(p0, 8);
      l0 = multiplyAdd(s, x, l0);
      h0 = multiplyAdd(s, y, h0);
      s = v128.load32_splat(p1, 8);
      l1 = multiplyAdd(s, x, l1);
      h1 = multiplyAdd(s, y, h1);
      s = v128.load32_splat(p2, 8);
      l2 = multiplyAdd(s, x, l2);
      h2 = multiplyAdd(s, y, h2);
      s = v128.load32_splat(p3, 8);
      l3 = multiplyAdd(s, x, l3);
      h3 = multiplyAdd(s, y, h3);
      at += width;
      if (at === end) break;
      x = v128.load(at);
      y = v128.load(at, four);
      s = v128.load32_splat(p0, 12);
      l0 = multiplyAdd(s, x, l0);
      h0 = multiplyAdd(s, y, h0);
      s = v128.load32_splat(p1, 12);
      l1 = multiplyAdd(s, x, l1);
      h1 = multiplyAdd(s, y, h1);
      s = v128.load32_splat(p2, 12);
      l2 = multiplyAdd(s, x, l2);
      h2 = multiplyAdd(s, y, h2);
      s = v128.load32_splat(p3, 12);
      l3 = multiplyAdd(s, x, l3);
      h3 = multiplyAdd(s, y, h3);
      at += width;
      if (at === end) break;
      p0 += four;
      p1 += four;
      p2 += four;
      p3 += four;
    }
    at = c;
    v128.store(at, l0);
    v128.store(at, h0, four);
    at += width;
    v128.store(at, l1);
    v128.store(at, h1, four);
    at += width;
    v128.store(at, l2);
    v128.store(at, h2, four);
    at += width;
    v128.store(at, l3);
    v128.store(at, h3, four);
    if (c === last) break;
    a += 4 * down;
    c += 4 * width;
    if (c > last) {
      a -= ((c - last) / width) * down;
      c = last;
    }
  }
}

/** @param along bytes between the columns of A */
export function eightOfColumns(
  a: usize,
  along: usize,
  b: usize,
  end: usize,
  c: usize,
  last: usize,
  width: usize,
  low: v128,
  high: v128,
): void {
  while (true) {
    let p0 = a;
    let at = b;
    let l0 = low;
    let l1 = low;
    let l2 = low;
    let l3 = low;
    let h0 = high;
    let h1 = high;
    let h2 = high;
    let h3 = high;
    let s: v128;
    let x: v128;
    let y: v128;
    while (true) {
      x = v128.load(at);
      y = v128.load(at, four);
      s = v128.load32_splat(p0);
      l0 = multiplyAdd(s, x, l0);
      h0 = multiplyAdd(s, y, h0);
      s = v128.load32_splat(p0, 4);
      l1 = multiplyAdd(s, x, l1);
      h1 = multiplyAdd(s, y, h1);
      s = v128.load32_splat(p0, 8);
      l2 = multiplyAdd(s, x, l2);
      h2 = multiplyAdd(s, y, h2);
      s = v128.load32_splat(p0, 12);
      l3 = multiplyAdd(s, x, l3);
      h3 = multiplyAdd(s, y, h3);
      at += width;
      if (at === end) break;
      p0 += along;
    }
    at = c;
    v128.store(at, l0);
    v128.store(at, h0, four);
    at += width;
    v128.store(at, l1);
    v128.store(at, h1, four);
    at += width;
    v128.store(at, l2);
    v128.store(at, h2, four);
    at += width;
    v128.store(at, l3);
    v128.store(at, h3, four);
    if (c === last) break;
    a += 16;
    c += 4 * width;
    if (c > last) {
      a -= ((c - last) / width) * 4;
      c = last;
    }
  }
}
