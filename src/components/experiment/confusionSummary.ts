/** What a confusion table says in one sentence. */
export interface ConfusionSummary {
  readonly right: number;
  readonly all: number;
  /** The most frequent mistake, where there is any: class `from` taken for `to`, `count` times of `size` images. */
  readonly worst?: { readonly from: number; readonly to: number; readonly count: number; readonly size: number };
}

/** @param confusion [true class, answer] */
export function confusionSummary(confusion: Uint16Array, classes: number): ConfusionSummary {
  let [right, all] = [0, 0];
  let worst = { from: 0, to: 0, count: 0, size: 0 };
  for (let from = 0; from < classes; from++) {
    const row = confusion.subarray(from * classes, (from + 1) * classes);
    const size = row.reduce((sum, count) => sum + count, 0);
    all += size;
    for (const [to, count] of row.entries()) {
      if (to === from) right += count;
      else if (count > worst.count) worst = { from, to, count, size };
    }
  }
  return { right, all, ...(worst.count > 0 && { worst }) };
}
