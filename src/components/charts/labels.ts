/** Room for labels at the ends of lines, which nothing but arithmetic keeps from covering each other. */

/** Width of a text in letters' sizes: Han is one em, the rest a little over half. */
export const textEms = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\p{Script=Han}，。；：（）]/u.test(sign) ? 1 : 0.58), 0);

/** Labels as near as possible to where they belong, `gap` apart and between `low` and `high`; in the order given. */
export function separate(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let least = low;
  for (const i of order) {
    placed[i] = Math.max(wanted[i] ?? 0, least);
    least = (placed[i] ?? 0) + gap;
  }
  let most = high;
  for (const i of [...order].reverse()) {
    placed[i] = Math.min(placed[i] ?? 0, most);
    most = (placed[i] ?? 0) - gap;
  }
  return placed;
}
