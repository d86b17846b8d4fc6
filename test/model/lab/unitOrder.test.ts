import { expect, it } from 'vitest';
import { asTrained, isAsTrained, leftOf, moved, runsOf, toggled } from '../../../src/model/lab/unitOrder.ts';

const units = (order: ReturnType<typeof asTrained>) => order.map(({ unit }) => unit);

it('deletes a unit and brings it back to where it stood', () => {
  const without = toggled(asTrained(4), 2);
  expect(leftOf(without)).toEqual([0, 1, 3]);
  expect(isAsTrained(without)).toBe(false);
  expect(toggled(without, 2)).toEqual(asTrained(4));
});
it('moves a unit, held within the row', () => {
  expect(units(moved(asTrained(4), 0, 2))).toEqual([1, 2, 0, 3]);
  expect(units(moved(asTrained(4), 3, 0))).toEqual([3, 0, 1, 2]);
  expect(units(moved(asTrained(4), 3, 9))).toEqual([0, 1, 2, 3]);
  expect(units(moved(asTrained(4), 1, -5))).toEqual([1, 0, 2, 3]);
  expect(moved(asTrained(4), 7, 1)).toEqual(asTrained(4));
  expect(leftOf(moved(toggled(asTrained(3), 0), 0, 2))).toEqual([1, 2]);
});
it('finds the runs of units that follow each other, counted from 1', () => {
  expect(runsOf([0, 1, 2, 5, 4])).toEqual([
    [1, 3],
    [6, 6],
    [5, 5],
  ]);
  expect(runsOf([])).toEqual([]);
  expect(runsOf([1, 0])).toEqual([
    [2, 2],
    [1, 1],
  ]);
});
