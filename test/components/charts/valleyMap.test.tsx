// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { createElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it, vi } from 'vitest';
import { ValleyMap } from '../../../src/components/charts/ValleyMap.tsx';
import { worded } from '../../../src/components/charts/worded.ts';
import { translator } from '../../../src/i18n/index.ts';

const arm = {
  name: 'plain',
  label: 'plain',
  exact: [[{ a: 1, b: 1 }]],
  way: [
    { a: 1, b: 0.5 },
    { a: 1, b: 1 },
  ],
  output: ({ a, b }: { a: number; b: number }) => a * b,
};

describe('the map of two weights', () => {
  it('moves the start by a twentieth with each arrow key, and reads out what is answered there', () => {
    const onStart = vi.fn();
    render(
      createElement(
        I18nextProvider,
        { i18n: translator('en') },
        createElement(ValleyMap, {
          arms: [arm],
          bound: 1.5,
          onStart,
          words: { kind: 'Map.', exact: 'exact', answers: (y: string) => `answers ${y}`, caption: 'caption' },
          takeaway: [worded('The <0/> pair ends.', [arm])],
        }),
      ),
    );
    const surface = screen.getByRole('slider');
    fireEvent.keyDown(surface, { key: 'ArrowUp' });
    expect(onStart).toHaveBeenLastCalledWith({ a: 1, b: 0.55 });
    // 1 x 0.55 = 0.55
    expect(surface.getAttribute('aria-valuetext')).toBe('a 1.00, b 0.55 · plain answers 0.55');
    fireEvent.keyDown(surface, { key: 'ArrowLeft' });
    expect(onStart).toHaveBeenLastCalledWith({ a: 0.95, b: 0.55 });
    fireEvent.keyDown(surface, { key: 'End' });
    expect(onStart).toHaveBeenLastCalledWith({ a: 1.5, b: 0.55 });
  });
});
