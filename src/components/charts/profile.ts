/** A quantity by layer over seeds, and how far down its axis must reach. */
import { type Spread, spread } from './spread.ts';

/** NaN all through where no seed has a number. */
export type ProfilePoint = Spread;

/** One point a layer; seeds without a number there are left out. */
export const profileOf = (seeds: readonly (readonly number[])[]): readonly ProfilePoint[] =>
  Array.from({ length: Math.max(0, ...seeds.map(({ length }) => length)) }, (_, layer) =>
    spread(seeds.map((values) => values[layer] ?? Number.NaN).filter(Number.isFinite)),
  );

/** 0, or the tenth below the lowest value. */
export const lowestOf = (curves: readonly (readonly ProfilePoint[])[]): number => {
  const least = Math.min(0, ...curves.flatMap((points) => points.flatMap(({ min }) => (Number.isNaN(min) ? [] : min))));
  return Math.floor(least * 10) / 10;
};
