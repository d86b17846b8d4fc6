// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { Multiples } from '../../../src/components/charts/Multiples.tsx';
import {
  axisOf,
  type MultiplesPanel,
  type MultiplesRow,
  offsetOf,
  placeAt,
  type TracePoint,
} from '../../../src/components/charts/multiples.ts';
import { worded } from '../../../src/components/charts/worded.ts';
import { translator } from '../../../src/i18n/index.ts';

afterEach(cleanup);

const at = (value: number): TracePoint => ({ median: value, min: value, max: value, state: 'drawn' });
const below: TracePoint = { median: 0, min: 0, max: 0, state: 'below' };
const none: TracePoint = { median: Number.NaN, min: Number.NaN, max: Number.NaN, state: 'none' };
const row = (key: string, ...traces: readonly (readonly TracePoint[])[]): MultiplesRow => ({
  key,
  label: `row ${key}`,
  outcome: `outcome of ${key}`,
  short: key,
  traces: traces.map((points) => ({ points, ends: [] })),
});

describe('the shared axis of a column', () => {
  it('holds 1 and every drawn value: 0.02 and 300 lie between 10⁻² and 10³', () => {
    expect(axisOf([row('a', [at(1), at(300)]), row('b', [at(0.02)])], 0, 12)).toEqual([-2, 3]);
  });
  it('ends at the greatest exponent asked for: 10⁵ leaves through the top of 10¹', () => {
    expect(axisOf([row('a', [at(1e5), at(0.5)])], 0, 1)).toEqual([-1, 1]);
  });
  it('is a decade where nothing is drawn, or nothing but 1', () => {
    expect(axisOf([], 0, 12)).toEqual([0, 1]);
    expect(axisOf([row('a', [at(1), below, none])], 0, 12)).toEqual([0, 1]);
  });
  it('looks at its own column alone', () => {
    expect(axisOf([row('a', [at(1)], [at(1e4)])], 0, 12)).toEqual([0, 1]);
    expect(axisOf([row('a', [at(1)], [at(1e4)])], 1, 12)).toEqual([0, 4]);
  });
});

describe('places counted over the columns', () => {
  const panels = [{ count: 3 }, { count: 2 }];
  it('go through one column, then the next: the fourth of 3 + 2 is the first of the second', () => {
    expect(placeAt(panels, 2)).toEqual({ panel: 0, at: 2 });
    expect(placeAt(panels, 3)).toEqual({ panel: 1, at: 0 });
    expect(offsetOf(panels, 1)).toBe(3);
    expect(offsetOf(panels, 2)).toBe(5);
  });
  it('end with the last place', () => {
    expect(placeAt(panels, 99)).toEqual({ panel: 1, at: 1 });
  });
});

const panels: readonly MultiplesPanel[] = ['size', 'loss'].map((key) => ({
  key,
  title: key,
  maths: false,
  along: 'end',
  most: 6,
  count: 2,
  place: (index) => `place ${index}`,
}));
const arm = { name: 'residual', label: 'residual' };

function draw(rows: readonly MultiplesRow[]) {
  return render(
    <I18nextProvider i18n={translator('en')}>
      <Multiples
        rows={rows}
        panels={panels}
        arm={arm}
        kind="Rows of charts."
        takeaway={[worded('The <0/> network: one finding.', [arm])]}
        places="place"
        file="rows"
      />
    </I18nextProvider>,
  );
}
const rows = [row('a', [at(1), at(20)], [at(3), none]), row('b', [at(1), at(2)], [at(4), below])];

describe('the chart', () => {
  it('says its finding and names itself after it', () => {
    draw(rows);
    expect(screen.getByText(/one finding/)).toBeVisible();
    expect(screen.getByRole('slider')).toHaveAccessibleName(/Rows of charts\. The residual network: one finding\./);
  });
  it('is read by the arrow keys: along a column, into the next, and from row to row', async () => {
    const user = userEvent.setup();
    draw(rows);
    const surface = screen.getByRole('slider');
    const says = () => surface.getAttribute('aria-valuetext');
    surface.focus();
    await user.keyboard('{Home}');
    expect(says()).toBe('row a · place 0 · size 1.00');
    await user.keyboard('{ArrowRight}');
    expect(says()).toBe('row a · place 1 · size 20.00');
    await user.keyboard('{ArrowRight}');
    expect(says()).toBe('row a · place 0 · loss 3.00');
    await user.keyboard('{ArrowDown}');
    expect(says()).toBe('row b · place 0 · loss 4.00');
    await user.keyboard('{ArrowRight}');
    expect(says()).toBe('row b · place 1 · loss 0 (stored)');
    await user.keyboard('{ArrowUp}');
    expect(says()).toBe('row a · place 1 · loss not a number');
  });
  it('has every number in its table, and words where there is none', async () => {
    const user = userEvent.setup();
    draw(rows);
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const lines = within(screen.getByRole('table')).getAllByRole('row');
    expect(lines.map((line) => [...line.children].map((cell) => cell.textContent))).toEqual([
      ['place', 'row a', 'row b'],
      ['size, place 0', '1', '1'],
      ['size, place 1', '20', '2'],
      ['loss, place 0', '3', '4'],
      ['loss, place 1', 'not a number', '0 (stored)'],
    ]);
  });
  it('draws no line through what has no place on a logarithmic axis', () => {
    const { container } = draw([row('a', [below, none], [none, none])]);
    for (const path of container.querySelectorAll('path')) expect(path.getAttribute('d')).not.toMatch(/NaN|Infinity/);
    expect([...container.querySelectorAll('.curve')].map((path) => path.getAttribute('d'))).toEqual(['', '']);
  });
  it('is no slider while there is nothing to read', () => {
    draw([row('a', [], [])]);
    expect(screen.queryByRole('slider')).toBeNull();
  });
});
