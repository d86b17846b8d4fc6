/**
 * Slope of log10(values) against their index, in decades per step, by least squares. Values that are not finite and
 * positive have no logarithm and are left out; undefined where fewer than two remain.
 */
export function slope(values: ArrayLike<number>): number | undefined {
  const points = Array.from(values, (value, x) => ({ x, y: Math.log10(value) })).filter(({ y }) => Number.isFinite(y));
  if (points.length < 2) return undefined;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const covariance = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const variance = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return covariance / variance;
}
