import { expect, it } from 'vitest';
import { asTrained, isAsTrained, leftOf, runsOf, swapped, toggled } from '../../../src/model/lab/unitOrder.ts';

const units = (order: ReturnType<typeof asTrained>) => order.map(({ unit }) => unit);

it('deletes a unit and brings it back to where it stood', () => {
  const without = toggled(asTrained(4), 2);
  expect(leftOf(without)).toEqual([0, 1, 3]);
  expect(isAsTrained(without)).toBe(false);
  expect(toggled(without, 2)).toEqual(asTrained(4));
});
it('lets two units trade places, held within the row, and moves no other', () => {
  expect(units(swapped(asTrained(4), 0, 2))).toEqual([2, 1, 0, 3]);
  expect(units(swapped(asTrained(4), 3, 0))).toEqual([3, 1, 2, 0]);
  expect(units(swapped(asTrained(4), 3, 9))).toEqual([0, 1, 2, 3]);
  expect(units(swapped(asTrained(4), 2, -5))).toEqual([2, 1, 0, 3]);
  expect(swapped(asTrained(4), 7, 1)).toEqual(asTrained(4));
  expect(swapped(swapped(asTrained(5), 1, 4), 1, 1)).toEqual(asTrained(5));
});
it('finds a unit by its name, wherever it stands', () => {
  const once = swapped(asTrained(4), 0, 3);
  expect(units(once)).toEqual([3, 1, 2, 0]);
  expect(units(swapped(once, 0, 1))).toEqual([3, 0, 2, 1]);
});
it('leaves deleted what is deleted, at its new place', () => {
  const trade = swapped(toggled(asTrained(3), 0), 2, 0);
  expect(units(trade)).toEqual([2, 1, 0]);
  expect(leftOf(trade)).toEqual([2, 1]);
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
