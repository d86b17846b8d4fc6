/** The units of a network as the reader has laid them out: deleted ones keep their place, so that they can come back to it. */

/** One place of the row, and the unit that stands there, counted from 0 as it was trained. */
interface UnitPlace {
  readonly unit: number;
  readonly deleted: boolean;
}
export type UnitOrder = readonly UnitPlace[];

export const asTrained = (units: number): UnitOrder =>
  Array.from({ length: units }, (_, unit) => ({ unit, deleted: false }));

export const isAsTrained = (order: UnitOrder): boolean =>
  order.every(({ unit, deleted }, place) => unit === place && !deleted);

/** The unit is deleted, or comes back. */
export const toggled = (order: UnitOrder, unit: number): UnitOrder =>
  order.map((place) => (place.unit === unit ? { unit, deleted: !place.deleted } : place));

/**
 * The unit trades places with the one that stands at a place, counted from 0 and held within the row; no other moves, and
 * deleted ones stay deleted (Veit et al. 2016).
 */
export function swapped(order: UnitOrder, unit: number, at: number): UnitOrder {
  const from = order.findIndex((place) => place.unit === unit);
  const to = Math.max(0, Math.min(order.length - 1, at));
  const [one, other] = [order[from], order[to]];
  return one && other ? order.with(from, other).with(to, one) : order;
}

/** The units that are left, in the order in which the state meets them. */
export const leftOf = (order: UnitOrder): number[] => order.flatMap(({ unit, deleted }) => (deleted ? [] : [unit]));

/** Runs of units that follow each other, first and last counted from 1: 0, 1, 2, 5, 4 is [1, 3], [6, 6], [5, 5]. */
export function runsOf(units: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const unit of units) {
    const run = runs.at(-1);
    if (run?.[1] === unit) run[1] = unit + 1;
    else runs.push([unit + 1, unit + 1]);
  }
  return runs;
}
