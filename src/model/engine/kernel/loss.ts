/**
 * The two losses, with dE/dlogits written over the logits [rows, columns], and accuracy. Sums over the rows of one call are
 * returned, so that a large set can be scored in parts; the gradient is that of the mean over these rows.
 */
import { exponential } from './exponential.ts';
import { four, largestOf, lastLanes, padded, past, sumOf } from './lanes.ts';

/** How many rows have their largest output (the first of them) at the target's class. */
export function rightAnswers(logits: usize, targets: usize, rows: i32, columns: i32): i32 {
  let right = 0;
  for (let i = 0; i < rows; i++) {
    let best = 0;
    let most = load<f32>(logits);
    for (let c = 1; c < columns; c++) {
      const value = load<f32>(past(logits, c));
      if (value > most) {
        most = value;
        best = c;
      }
    }
    if ((best as f32) === load<f32>(targets)) right++;
    logits = past(logits, padded(columns));
    targets = past(targets, 1);
  }
  return right;
}

/** A product of sums of exponentials above this has its logarithm taken. */
const overflowing = 1e200;

/**
 * Sum over the rows of -log softmax at the target's class; targets [rows] are class numbers.
 * The logarithms of several rows are taken at once, as that of their product.
 */
export function crossEntropy(logits: usize, targets: usize, rows: i32, columns: i32): f64 {
  const width = past(0, padded(columns));
  const last = width - four;
  const used = lastLanes(columns);
  const lowest = f32x4.splat(f32.NEGATIVE_INFINITY);
  const share: f32 = 1 / (rows as f32);
  let total: f64 = 0;
  let sums: f64 = 1;
  for (let i = 0; i < rows; i++) {
    const edge = v128.bitselect(v128.load(logits + last), lowest, used);
    v128.store(logits + last, edge);
    let largest = edge;
    for (let at: usize = 0; at < last; at += four) largest = f32x4.max(largest, v128.load(logits + at));
    const most = largestOf(largest);
    const chosen = load<f32>(targets) as i32;
    const target = past(logits, chosen);
    // How far each lane is from the target's: comparing costs less than storing one number and loading the vector around it.
    const fromTarget = i32x4.sub(i32x4(0, 1, 2, 3), i32x4.splat(chosen));
    const below = most - load<f32>(target);

    // What the other classes have, added up without the target's own share: 1 - p would lose its digits near p = 1.
    let rest = f32x4.splat(0);
    let place = fromTarget;
    for (let at: usize = 0; at < width; at += four) {
      let e = exponential(f32x4.sub(v128.load(logits + at), f32x4.splat(most)));
      if (at === last) e = v128.and(e, used);
      v128.store(logits + at, e);
      rest = f32x4.add(rest, v128.andnot(e, i32x4.eq(place, i32x4.splat(0))));
      place = i32x4.add(place, i32x4.splat(4));
    }
    const own = load<f32>(target);
    const others = sumOf(rest);
    total += below as f64;
    sums *= (others as f64) + (own as f64);
    if (sums > overflowing) {
      total += Math.log(sums);
      sums = 1;
    }

    const factor = share / (others + own);
    const pull = f32x4.splat(-others * factor);
    place = fromTarget;
    for (let at: usize = 0; at < width; at += four) {
      const push = f32x4.mul(v128.load(logits + at), f32x4.splat(factor));
      v128.store(logits + at, v128.bitselect(pull, push, i32x4.eq(place, i32x4.splat(0))));
      place = i32x4.add(place, i32x4.splat(4));
    }
    logits += width;
    targets = past(targets, 1);
  }
  return total + Math.log(sums);
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
