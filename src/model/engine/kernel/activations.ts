/** phi and its derivative. Both take [rows, columns], stored padded, and may work in place. */
import { hyperbolicTangent, logistic } from './exponential.ts';
import { four, lastLanes, line, padded, past } from './lanes.ts';

export const relu = 0;
export const tanh = 1;
export const sigmoid = 2;
export const linear = 3;

/** to = phi(from). */
export function activate(phi: i32, from: usize, to: usize, rows: i32, columns: i32): void {
  const end = past(from, rows * padded(columns));
  if (phi === relu) {
    const zero = f32x4.splat(0);
    for (; from < end; from += line, to += line) {
      v128.store(to, f32x4.pmax(v128.load(from), zero));
      v128.store(to, f32x4.pmax(v128.load(from, four), zero), four);
      v128.store(to, f32x4.pmax(v128.load(from, 2 * four), zero), 2 * four);
      v128.store(to, f32x4.pmax(v128.load(from, 3 * four), zero), 3 * four);
    }
  } else if (phi === tanh) {
    for (; from < end; from += four, to += four) v128.store(to, hyperbolicTangent(v128.load(from)));
  } else if (phi === sigmoid) {
    const start = to;
    for (; from < end; from += four, to += four) v128.store(to, logistic(v128.load(from)));
    clearPadding(start, rows, columns);
  } else if (from !== to) memory.copy(to, from, end - from);
}

/** Alone among the four, the logistic function does not keep zero. */
function clearPadding(at: usize, rows: i32, columns: i32): void {
  if (columns === padded(columns)) return;
  const width = past(0, padded(columns));
  const used = lastLanes(columns);
  at += width - four;
  for (let i = 0; i < rows; i++, at += width) v128.store(at, v128.and(v128.load(at), used));
}

/** gradient *= phi'(x), of which only y = phi(x) is needed; at the kink of relu the derivative is 0. */
export function activateBack(phi: i32, y: usize, gradient: usize, count: i32): void {
  const end = past(gradient, count);
  if (phi === relu) {
    for (; gradient < end; gradient += line, y += line) {
      v128.store(gradient, wherePositive(v128.load(y), v128.load(gradient)));
      v128.store(gradient, wherePositive(v128.load(y, four), v128.load(gradient, four)), four);
      v128.store(gradient, wherePositive(v128.load(y, 2 * four), v128.load(gradient, 2 * four)), 2 * four);
      v128.store(gradient, wherePositive(v128.load(y, 3 * four), v128.load(gradient, 3 * four)), 3 * four);
    }
  } else if (phi !== linear) {
    const one = f32x4.splat(1);
    for (; gradient < end; gradient += four, y += four) {
      const value = v128.load(y);
      const slope = phi === tanh ? f32x4.sub(one, f32x4.mul(value, value)) : f32x4.mul(value, f32x4.sub(one, value));
      v128.store(gradient, f32x4.mul(v128.load(gradient), slope));
    }
  }
}

function wherePositive(y: v128, value: v128): v128 {
  return v128.and(value, f32x4.gt(y, f32x4.splat(0)));
}
