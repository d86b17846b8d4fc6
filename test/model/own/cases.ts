/** Own data to test with: two rings of points in the plane, and a wider table. */
import { type OwnData, ownData } from '../../../src/model/data/ownData.ts';
import { random } from '../../../src/model/random.ts';

/** `count` rows of `width` numbers in `kinds` classes, whose centres lie apart. */
export function blobs(count: number, width: number, kinds: number, seed = 1): OwnData {
  const stream = random(seed, 'blobs');
  const labels = Uint8Array.from({ length: count }, (_, i) => i % kinds);
  const inputs = Float64Array.from(
    { length: count * width },
    (_, i) =>
      100 + 10 * (i % width) + 3 * (((labels[Math.floor(i / width)] ?? 0) + (i % width)) % kinds) + stream.normal(),
  );
  const data = ownData({
    columns: Array.from({ length: width }, (_, i) => `c${i + 1}`),
    classes: Array.from({ length: kinds }, (_, i) => `kind ${i + 1}`),
    inputs,
    labels,
  });
  if (!data) throw new Error('these keep every limit');
  return data;
}
