/** A list of seeds as it is typed, and one seed more. */
import { limits } from '../experiment.ts';
import { type Notice, readSeeds } from '../permalink-reading.ts';

export interface TypedSeeds {
  readonly seeds: readonly number[];
  /** What was not taken as it stands. */
  readonly notices: readonly Notice[];
}

/** `1-5, 9` in either language's commas; undefined where no seed can be read, so that the list before stands. */
export function typedSeeds(text: string): TypedSeeds | undefined {
  const plain = text.replace(/[，、；;\s]+/g, ',').replace(/[–—～~]/g, '-');
  const tidy = plain.replace(/,*-,*/g, '-').replace(/,+/g, ',').replace(/^,|,$/g, '');
  const notices: Notice[] = [];
  const seeds = readSeeds(tidy, (notice) => notices.push(notice));
  const pieces = tidy.split(',').length;
  const unread = notices.filter(({ kind }) => kind === 'bad-seed').length;
  return unread === pieces ? undefined : { seeds, notices };
}

/** With the smallest seed after the largest, or the smallest free one; the same list where no more fit. */
export function withOneMore(seeds: readonly number[]): readonly number[] {
  if (seeds.length >= limits.seeds) return seeds;
  let next = Math.max(...seeds) + 1;
  if (next > limits.seedMax) for (next = 1; seeds.includes(next); ) next++;
  return [...seeds, next];
}

/** Without this seed; the last one stays. */
export const withoutSeed = (seeds: readonly number[], seed: number): readonly number[] =>
  seeds.length > 1 ? seeds.filter((one) => one !== seed) : seeds;

/** 1, 2, 3, 7 as `1-3, 7`: what `typedSeeds` reads back. */
export function seedsText(seeds: readonly number[]): string {
  const pieces: string[] = [];
  for (let i = 0; i < seeds.length; ) {
    let end = i;
    while (seeds[end + 1] === (seeds[end] ?? 0) + 1) end++;
    pieces.push(end > i ? `${seeds[i]}-${seeds[end]}` : `${seeds[i]}`);
    i = end + 1;
  }
  return pieces.join(', ');
}
