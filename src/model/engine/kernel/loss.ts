/**
 * The two losses, with dE/dlogits written over the logits [rows, columns], and right answers. Sums over the rows of one call
 * are returned, so that a large set can be scored in parts; the gradient is that of the mean over these rows.
 */
import { exponential } from './exponential.ts';
import { four, padded, past } from './lanes.ts';
import { transposeFour } from './product.ts';

/** A product of sums of exponentials above this has its logarithm taken. */
const overflowing = 1e200;

/** Four rows, output by output: each vector has one output of every row. Place for 256 outputs. */
const block = memory.data(4096, 16);
/** Of each of these rows: e^(target - largest), the sum of this over the other outputs, and largest - target. */
const owns = memory.data(16, 16);
const others = memory.data(16, 16);
const belows = memory.data(16, 16);
/** One for each of these rows that is answered right. */
const rights = memory.data(16, 16);
const one = memory.data<i32>([1]);

let right = 0;

/** How many rows of the last `crossEntropy` have their largest output (the first of them) at the target's class. */
export function rightAnswers(): i32 {
  return right;
}

/**
 * Sum over the rows of -log softmax at the target's class; targets [rows] are class numbers, columns at most 256.
 * Four rows at a time, each in a lane of its own, so that no vector is added up; where fewer are left, the last one stands
 * in for those. The logarithms of several rows are taken at once, as that of their product.
 */
export function crossEntropy(logits: usize, targets: usize, rows: i32, columns: i32): f64 {
  const width = past(0, padded(columns));
  const share = f32x4.splat(1 / (rows as f32));
  let total: f64 = 0;
  let sums: f64 = 1;
  right = 0;
  for (let left = rows; left > 0; left -= 4) {
    const count = min<i32>(4, left) as usize;
    const r1 = logits + (count > 1 ? width : 0);
    const r2 = count > 2 ? r1 + width : r1;
    const r3 = count > 3 ? r2 + width : r2;
    for (let at: usize = 0; at < width; at += four) {
      const to = block + 4 * at;
      transposeFour(logits + at, r1 + at, r2 + at, r3 + at, to, to + four, to + 2 * four, to + 3 * four);
    }
    const chosen = i32x4(
      load<f32>(targets) as i32,
      load<f32>(targets + min<usize>(4, 4 * (count - 1))) as i32,
      load<f32>(targets + min<usize>(8, 4 * (count - 1))) as i32,
      load<f32>(targets + 4 * (count - 1)) as i32,
    );
    lossOfBlock(chosen, columns, share);
    for (let row: usize = 0; row < count; row++) {
      right += load<i32>(rights + 4 * row);
      total += load<f32>(belows + 4 * row) as f64;
      sums *= (load<f32>(others + 4 * row) as f64) + (load<f32>(owns + 4 * row) as f64);
      if (sums > overflowing) {
        total += Math.log(sums);
        sums = 1;
      }
    }
    for (let at: usize = 0; at < width; at += four) {
      const from = block + 4 * at;
      transposeFour(from, from + four, from + 2 * four, from + 3 * four, logits + at, r1 + at, r2 + at, r3 + at);
    }
    logits += 4 * width;
    targets += four;
  }
  return total + Math.log(sums);
}

/** Of the rows in the block: sums and answers to their places, and dE/dlogits over the block. `chosen`: their targets. */
function lossOfBlock(chosen: v128, columns: i32, share: v128): void {
  const end = block + ((columns as usize) << 4);
  const zero = f32x4.splat(0);
  const next = v128.load32_splat(one);
  let most = v128.load(block);
  let answer = zero;
  let column = next;
  for (let at = block + four; at < end; at += four) {
    const x = v128.load(at);
    answer = v128.bitselect(column, answer, f32x4.gt(x, most));
    most = f32x4.pmax(most, x);
    column = i32x4.add(column, next);
  }
  v128.store(rights, v128.and(i32x4.eq(answer, chosen), next));
  // What the other classes have, added up without the target's own share: 1 - p would lose its digits near p = 1.
  let rest0 = zero;
  let rest1 = zero;
  let rest2 = zero;
  let rest3 = zero;
  let own = zero;
  let target = zero;
  let away = chosen;
  for (let at = block; at < end; at += four) {
    const is = i32x4.eq(away, zero);
    const x = v128.load(at);
    const e = exponential(f32x4.sub(x, most));
    v128.store(at, e);
    target = v128.or(target, v128.and(x, is));
    own = v128.or(own, v128.and(e, is));
    const sum = f32x4.add(rest0, v128.andnot(e, is));
    rest0 = rest1;
    rest1 = rest2;
    rest2 = rest3;
    rest3 = sum;
    away = i32x4.sub(away, next);
  }
  for (let c = columns; c & 3; c++) {
    const first = rest0;
    rest0 = rest1;
    rest1 = rest2;
    rest2 = rest3;
    rest3 = first;
  }
  const rest = f32x4.add(f32x4.add(rest0, rest1), f32x4.add(rest2, rest3));
  v128.store(owns, own);
  v128.store(others, rest);
  v128.store(belows, f32x4.sub(most, target));
  const factor = f32x4.div(share, f32x4.add(rest, own));
  const pull = f32x4.mul(f32x4.neg(rest), factor);
  away = chosen;
  for (let at = block; at < end; at += four) {
    const push = f32x4.mul(v128.load(at), factor);
    v128.store(at, v128.bitselect(pull, push, i32x4.eq(away, zero)));
    away = i32x4.sub(away, next);
  }
}

/** Sum over the rows of the mean over the outputs of (output - target)^2; targets are [rows, columns], not padded. */
export function squaredError(logits: usize, targets: usize, rows: i32, columns: i32): f64 {
  const factor: f32 = 2 / ((rows * columns) as f32);
  let total: f64 = 0;
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < columns; c++) {
      const at = past(logits, c);
      const difference = load<f32>(at) - load<f32>(targets);
      total += (difference as f64) * (difference as f64);
      store<f32>(at, difference * factor);
      targets = past(targets, 1);
    }
    logits = past(logits, padded(columns));
  }
  return total / (columns as f64);
}
