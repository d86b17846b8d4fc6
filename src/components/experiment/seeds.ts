/** The same number of seeds, none of them used before: the ones that follow the largest. */
export function freshSeeds(seeds: readonly number[], largest: number): number[] {
  const from = Math.max(...seeds) + 1;
  return seeds.map((_, i) => (from + i) % (largest + 1));
}
