// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { ProfileChart } from '../../../src/components/charts/ProfileChart.tsx';
import { lowestOf, profileOf } from '../../../src/components/charts/profile.ts';
import { worded } from '../../../src/components/charts/worded.ts';
import { translator } from '../../../src/i18n/index.ts';

afterEach(cleanup);

describe('a profile', () => {
  it('takes median and range at each layer, over the seeds that have a number there', () => {
    const points = profileOf([
      [0.2, 0.5, Number.NaN],
      [0.4, 0.9],
      [0.3, 0.7, Number.POSITIVE_INFINITY],
    ]);
    expect(points.slice(0, 2)).toEqual([
      { median: 0.3, min: 0.2, max: 0.4 },
      { median: 0.7, min: 0.5, max: 0.9 },
    ]);
    expect(points[2]?.median).toBeNaN();
    expect(profileOf([])).toEqual([]);
  });
  it('begins at 0, or below what is below it', () => {
    expect(lowestOf([profileOf([[0.3, 0.9]])])).toBe(0);
    expect(lowestOf([profileOf([[0.3, -0.04]])])).toBe(-0.1);
    expect(lowestOf([profileOf([[Number.NaN]])])).toBe(0);
  });
});

const words = { kind: 'Kind.', x: 'state', y: 'cosine', one: 'all alike', place: (at: number) => `state ${at}` };
const draw = (plain: readonly number[][]) =>
  render(
    <I18nextProvider i18n={translator('en')}>
      <ProfileChart
        arms={[
          { name: 'plain', label: 'plain', seeds: plain },
          { name: 'residual', label: 'residual', seeds: [[0.3, 0.5, 0.6]] },
        ]}
        words={words}
        takeaway={[worded('The <0/> one.', [{ name: 'plain', label: 'plain' }])]}
        file="profile"
      />
    </I18nextProvider>,
  );

describe('the chart of a profile', () => {
  it('reads out a layer by key, with the range of the seeds', () => {
    draw([
      [0.2, 0.8, 0.987],
      [0.2, 0.8, 0.995],
      [0.2, 0.8, 0.971],
    ]);
    const chart = screen.getByRole('slider');
    expect(chart).toHaveAccessibleName('Kind. The plain one. Table below.');
    fireEvent.keyDown(chart, { key: 'End' });
    expect(chart).toHaveAttribute('aria-valuetext', 'state 2 · plain 0.987 (0.971–0.995) · residual 0.600');
  });
  it('draws no path and a cross where there is no number, and says so', () => {
    const { container } = draw([[0.2, Number.NaN, Number.NaN]]);
    const [plain, residual] = container.querySelectorAll('path.curve');
    expect(plain?.getAttribute('d')).not.toContain('NaN');
    expect(residual?.getAttribute('d')?.match(/L/g)).toHaveLength(2);
    expect(container.innerHTML).not.toContain('NaN');
    const chart = screen.getByRole('slider');
    fireEvent.keyDown(chart, { key: 'End' });
    expect(chart.getAttribute('aria-valuetext')).toContain('plain no value');
  });
});
