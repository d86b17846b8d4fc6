/** exp, tanh and the logistic function on vectors, to about 2 units in the last place (method: Moshier, Cephes). */

/**
 * Constants are read where they are used: for a vector that is written in the code, V8 spends three instructions each time,
 * for a number that is spread over four lanes as it is read, one.
 */
const c = memory.data<f32>([
  -104,
  89,
  Mathf.LOG2E,
  12582912,
  0.693359375,
  -2.1219444e-4,
  1.98756915e-4,
  1.3981999507e-3,
  8.3334519073e-3,
  4.1665795894e-2,
  1.6666665459e-1,
  5.0000001201e-1,
  1,
]);
const t = memory.data<f32>([
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1, 1, 2, -0.0, 0.625,
]);

/**
 * e^x by x = n ln 2 + r, a polynomial in r, and two factors 2^(n/2), so that subnormal results come out right. The addition
 * of 1.5 * 2^23 rounds to whole numbers, which then stand in the last bits.
 */
export function exponential(v: v128): v128 {
  const x = f32x4.pmin(f32x4.pmax(v, v128.load32_splat(c)), v128.load32_splat(c, 4));
  const whole = v128.load32_splat(c, 12);
  const shifted = f32x4.add(f32x4.mul(x, v128.load32_splat(c, 8)), whole);
  const n = f32x4.sub(shifted, whole);
  let r = f32x4.sub(x, f32x4.mul(n, v128.load32_splat(c, 16)));
  r = f32x4.sub(r, f32x4.mul(n, v128.load32_splat(c, 20)));
  let p = v128.load32_splat(c, 24);
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(c, 28));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(c, 32));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(c, 36));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(c, 40));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(c, 44));
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), v128.load32_splat(c, 48));
  const bits = i32x4.sub(shifted, whole);
  const half = i32x4.shr_s(bits, 1);
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(bits, half)));
}

function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** A polynomial near zero; elsewhere 1 - 2 / (e^(2|x|) + 1), which keeps the distance from 1 that the derivative needs. */
export function hyperbolicTangent(x: v128): v128 {
  const size = f32x4.abs(x);
  const square = f32x4.mul(x, x);
  let p = v128.load32_splat(t);
  p = f32x4.add(f32x4.mul(p, square), v128.load32_splat(t, 4));
  p = f32x4.add(f32x4.mul(p, square), v128.load32_splat(t, 8));
  p = f32x4.add(f32x4.mul(p, square), v128.load32_splat(t, 12));
  p = f32x4.add(f32x4.mul(p, square), v128.load32_splat(t, 16));
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, square), x), x);
  const one = v128.load32_splat(t, 20);
  const grown = f32x4.add(exponential(f32x4.add(size, size)), one);
  const far = f32x4.sub(one, f32x4.div(v128.load32_splat(t, 24), grown));
  const signed = v128.or(far, v128.and(x, v128.load32_splat(t, 28)));
  return v128.bitselect(near, signed, f32x4.lt(size, v128.load32_splat(t, 32)));
}

/** 1 / (1 + e^-x), from e^-|x|, which cannot overflow. */
export function logistic(x: v128): v128 {
  const one = v128.load32_splat(t, 20);
  const e = exponential(f32x4.neg(f32x4.abs(x)));
  const share = f32x4.div(one, f32x4.add(one, e));
  return v128.bitselect(f32x4.mul(e, share), share, f32x4.lt(x, f32x4.splat(0)));
}
