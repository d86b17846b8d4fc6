/** Median and range of at least one number. */
export function over(values: readonly number[]): { median: number; min: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor((sorted.length - 1) / 2);
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN;
  return {
    median: ((sorted[middle] ?? Number.NaN) + upper) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}
