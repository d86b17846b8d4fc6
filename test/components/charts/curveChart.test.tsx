// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { type Curve, CurveChart } from '../../../src/components/charts/CurveChart.tsx';
import { worded } from '../../../src/components/charts/worded.ts';
import { translator } from '../../../src/i18n/index.ts';

afterEach(cleanup);

const show = (curves: readonly Curve[], steps = 3) =>
  render(
    <I18nextProvider i18n={translator('en')}>
      <CurveChart
        curves={curves}
        steps={steps}
        domain={[0, 4]}
        level={2}
        words={{ kind: 'Line chart, output against step.', y: 'output', level: 'target' }}
        write={(value) => value.toFixed(1)}
        takeaway={[worded('A conclusion.', [])]}
        file="outputs"
      />
    </I18nextProvider>,
  );
const arm = (name: string, values: readonly number[], lost = false): Curve => ({ name, label: name, values, lost });
const paths = () => [...document.querySelectorAll('path.curve')].map((path) => path.getAttribute('d') ?? '');

describe('the curve chart', () => {
  it('draws dashed curves last, so that of two that coincide both are seen', () => {
    show([arm('plain', [0, 1, 2, 2]), arm('residual', [0, 1, 2, 2])]);
    const dashes = [...document.querySelectorAll('path.curve')].map((path) => path.getAttribute('stroke-dasharray'));
    expect(dashes[0]).toBeNull();
    expect(dashes[1]).not.toBeNull();
    expect(paths()[0]).toBe(paths()[1]);
  });

  it('reads each curve at a step, and the one that has arrived where it stays', async () => {
    show([arm('plain', [0, 2]), arm('residual', [0, 1, 1.5, 2])]);
    const chart = screen.getByRole('slider');
    expect(chart).toHaveAccessibleName('Line chart, output against step. A conclusion. Table below.');
    chart.focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}');
    expect(chart).toHaveAttribute('aria-valuetext', 'step 2 · plain 2.0 · residual 1.5');
  });

  it('says where numbers ended instead of drawing them', async () => {
    show([arm('plain', [0, 1, 3], true), arm('residual', [Number.NaN, Number.NaN])]);
    expect(paths().every((d) => !d.includes('NaN'))).toBe(true);
    expect(screen.getByText('diverged')).toBeInTheDocument();
    const chart = screen.getByRole('slider');
    chart.focus();
    await userEvent.keyboard('{End}');
    expect(chart).toHaveAttribute('aria-valuetext', 'step 3 · plain diverged · residual no value');
  });

  it('is a picture without points where there is nothing yet', () => {
    show([arm('plain', []), arm('residual', [])]);
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
    expect(screen.getByRole('img')).toHaveAccessibleName('Line chart, output against step. A conclusion.');
  });

  it('has every step in its table', async () => {
    show([arm('plain', [0, 2]), arm('residual', [0, 1, 1.5, 2])]);
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(screen.getAllByRole('row')).toHaveLength(5);
  });
});
