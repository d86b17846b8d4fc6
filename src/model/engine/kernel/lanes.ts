/** Vectors of four numbers, as every file of the kernel uses them. Addresses are in bytes, all numbers are f32. */

/** Bytes of one vector. */
export const four: usize = 16;

/**
 * Bytes of four vectors. Arrays of the workspace take whole lines, so a pass that treats each number for itself may run
 * on to the end of the last one.
 */
export const line: usize = 64;

/** The address `count` numbers after `at`. */
export function past(at: usize, count: i32): usize {
  return at + ((count as usize) << 2);
}

/** Columns as they are stored: whole vectors. What is added is zero, and every step keeps it so. */
export function padded(columns: i32): i32 {
  return (columns + 3) & ~3;
}

/** a b + c; in one rounding where the build asks for relaxed SIMD and the machine has that. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

export function sumOf(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

export function largestOf(v: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max<f32>(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** For a row's last vector: all bits set in the lanes that hold one of its `columns` numbers. */
export function lastLanes(columns: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(columns - padded(columns) + 4));
}
