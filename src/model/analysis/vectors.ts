/** Sums over vectors, in float64, so that squares of small float32 numbers do not underflow. */

/** Inner product of two vectors of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Euclidean norm. */
export const norm = (values: ArrayLike<number>): number => Math.sqrt(dot(values, values));

/** Slope of the least-squares line through points (x, y); NaN where fewer than two different x are given. */
export function leastSquaresSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [centreX, centreY] = [mean(([x]) => x), mean(([, y]) => y)];
  return mean(([x, y]) => (x - centreX) * (y - centreY)) / mean(([x]) => (x - centreX) ** 2);
}
