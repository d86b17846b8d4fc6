/** The strips of strips.ts, four columns wide, in blocks of 8 x 4. */
import { multiplyAdd } from './lanes.ts';

/** See `eightOfRows`. */
export function fourOfRows(
  a: usize,
  down: usize,
  b: usize,
  end: usize,
  c: usize,
  last: usize,
  width: usize,
  start: v128,
): void {
  while (true) {
    let p0 = a;
    let p1 = p0 + down;
    let p2 = p1 + down;
    let p3 = p2 + down;
    let p4 = p3 + down;
    let p5 = p4 + down;
    let p6 = p5 + down;
    let p7 = p6 + down;
    let at = b;
    let v0 = start;
    let v1 = start;
    let v2 = start;
    let v3 = start;
    let v4 = start;
    let v5 = start;
    let v6 = start;
    let v7 = start;
    let s: v128;
    let x: v128;
    while (true) {
      x = v128.load(at);
      s = v128.load32_splat(p0);
      v0 = multiplyAdd(s, x, v0);
      s = v128.load32_splat(p1);
      v1 = multiplyAdd(s, x, v1);
      s = v128.load32_splat(p2);
      v2 = multiplyAdd(s, x, v2);
      s = v128.load32_splat(p3);
      v3 = multiplyAdd(s, x, v3);
      s = v128.load32_splat(p4);
      v4 = multiplyAdd(s, x, v4);
      s = v128.load32_splat(p5);
      v5 = multiplyAdd(s, x, v5);
      s = v128.load32_splat(p6);
      v6 = multiplyAdd(s, x, v6);
      s = v128.load32_splat(p7);
      v7 = multiplyAdd(s, x, v7);
      at += width;
      if (at === end) break;
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      p4 += 4;
      p5 += 4;
      p6 += 4;
      p7 += 4;
    }
    at = c;
    v128.store(at, v0);
    at += width;
    v128.store(at, v1);
    at += width;
    v128.store(at, v2);
    at += width;
    v128.store(at, v3);
    at += width;
    v128.store(at, v4);
    at += width;
    v128.store(at, v5);
    at += width;
    v128.store(at, v6);
    at += width;
    v128.store(at, v7);
    if (c === last) break;
    a += 8 * down;
    c += 8 * width;
    if (c > last) {
      a -= ((c - last) / width) * down;
      c = last;
    }
  }
}

/** See `eightOfColumns`. */
export function fourOfColumns(
  a: usize,
  along: usize,
  b: usize,
  end: usize,
  c: usize,
  last: usize,
  width: usize,
  start: v128,
): void {
  while (true) {
    let p0 = a;
    let at = b;
    let v0 = start;
    let v1 = start;
    let v2 = start;
    let v3 = start;
    let v4 = start;
    let v5 = start;
    let v6 = start;
    let v7 = start;
    let s: v128;
    let x: v128;
    while (true) {
      x = v128.load(at);
      s = v128.load32_splat(p0);
      v0 = multiplyAdd(s, x, v0);
      s = v128.load32_splat(p0, 4);
      v1 = multiplyAdd(s, x, v1);
      s = v128.load32_splat(p0, 8);
      v2 = multiplyAdd(s, x, v2);
      s = v128.load32_splat(p0, 12);
      v3 = multiplyAdd(s, x, v3);
      s = v128.load32_splat(p0, 16);
      v4 = multiplyAdd(s, x, v4);
      s = v128.load32_splat(p0, 20);
      v5 = multiplyAdd(s, x, v5);
      s = v128.load32_splat(p0, 24);
      v6 = multiplyAdd(s, x, v6);
      s = v128.load32_splat(p0, 28);
      v7 = multiplyAdd(s, x, v7);
      at += width;
      if (at === end) break;
      p0 += along;
    }
    at = c;
    v128.store(at, v0);
    at += width;
    v128.store(at, v1);
    at += width;
    v128.store(at, v2);
    at += width;
    v128.store(at, v3);
    at += width;
    v128.store(at, v4);
    at += width;
    v128.store(at, v5);
    at += width;
    v128.store(at, v6);
    at += width;
    v128.store(at, v7);
    if (c === last) break;
    a += 32;
    c += 8 * width;
    if (c > last) {
      a -= ((c - last) / width) * 4;
      c = last;
    }
  }
}
