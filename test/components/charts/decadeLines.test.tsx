// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { DecadeLines } from '../../../src/components/charts/DecadeLines.tsx';
import { worded } from '../../../src/components/charts/worded.ts';
import { translator } from '../../../src/i18n/index.ts';

afterEach(cleanup);

const residual = { name: 'residual', label: 'residual' };
const words = { kind: 'Line chart.', x: 'unit', y: 'size', place: (x: number) => `unit ${x}` };

const draw = (seeds: readonly (readonly number[])[], marked = true, levels = [{ label: 'mean', value: 0.5 }]) =>
  render(
    createElement(
      I18nextProvider,
      { i18n: translator('en') },
      createElement(DecadeLines, {
        arms: [{ ...residual, seeds }],
        places: [1, 2, 3],
        marked,
        levels,
        words,
        takeaway: [worded('The <0/> network ends.', [residual])],
        file: 'sizes',
      }),
    ),
  );
const readAt = (key: string) => {
  const surface = screen.getByRole('slider');
  fireEvent.keyDown(surface, { key });
  return surface.getAttribute('aria-valuetext') ?? '';
};

describe('lines on a logarithmic axis', () => {
  it('reads out the middle seed and the range of each place', () => {
    draw([
      [0.1, 0.2, 0.3],
      [0.4, 0.2, 0.3],
      [0.2, 0.2, 0.3],
    ]);
    expect(readAt('Home')).toBe('unit 1 · residual 0.20 (0.10–0.40)');
    expect(readAt('ArrowRight')).toBe('unit 2 · residual 0.20');
  });

  it('marks a zero below the axis and says that it is one', () => {
    const { container } = draw([[0.1, 0, 0.3]]);
    expect(container.textContent).toContain('below the axis');
    expect(readAt('Home')).toContain('0.10');
    expect(readAt('ArrowRight')).toContain('0 (stored)');
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('ends a curve where its numbers end', () => {
    const { container } = draw([[1, 2, Number.NaN]], false);
    expect(readAt('End')).toContain('not a number');
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('names its levels, and draws an empty plane before anything is known', () => {
    const { container } = draw([]);
    expect(container.textContent).toContain('mean');
    expect(screen.queryByRole('slider')).toBeNull();
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });
});
