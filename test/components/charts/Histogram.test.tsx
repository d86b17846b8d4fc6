// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { Bars } from '../../../src/components/charts/Bars.tsx';
import { Histogram } from '../../../src/components/charts/Histogram.tsx';
import { worded } from '../../../src/components/charts/worded.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';

afterEach(cleanup);
const page = (chart: ReactNode, language: Language = 'en') => (
  <I18nextProvider i18n={translator(language)}>{chart}</I18nextProvider>
);
const plain = { name: 'plain', label: 'plain' };
const residual = { name: 'residual', label: 'residual' };

const histogramWords = {
  kind: 'Histogram, size.',
  share: 'share',
  one: '1',
  median: 'median',
  zero: '0',
  tooSmall: 'too small',
  to: ' to ',
  from: 'from',
  until: 'to',
};
const percentiles = (p5: number, p50: number, p95: number) => ({ p5, p50, p95 });
const arms = [
  {
    ...plain,
    decades: Float64Array.of(-3, -2.5, -2.5, Number.NEGATIVE_INFINITY),
    percentiles: percentiles(-3, -2.5, -2),
  },
  { ...residual, decades: Float64Array.of(0, 0, 0.4, 0.4), percentiles: percentiles(0, 0.2, 0.4) },
];
const histogram = (
  <Histogram
    arms={arms}
    words={histogramWords}
    axis="size"
    takeaway={[worded('The <0/> chain and the <1/> one.', arms)]}
    file="sizes"
  />
);
const emptyHistogram = (
  <Histogram
    arms={arms.map((arm) => ({ ...arm, decades: new Float64Array() }))}
    words={histogramWords}
    axis="size"
    takeaway={[worded('Nothing yet.', [])]}
    file="sizes"
  />
);
const bars = (
  <Bars
    places={[0, 1, 2]}
    series={[{ ...plain, values: [1, -4, Number.NaN] }]}
    running={{ name: 'total', label: 'total', values: [1, -3, -3] }}
    level={{ label: 'product', value: -3 }}
    words={{ kind: 'Bar chart.', x: 'length', y: 'sum', place: (n) => `place ${n}`, none: 'no number' }}
    write={(value) => value.toFixed(1)}
    takeaway={[worded('Total −3.', [])]}
    file="bars"
  />
);

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it.each([histogram, emptyHistogram, bars])('is written without a browser, and without NaN', (chart) => {
    const html = renderToString(page(chart, language));
    expect(html).toContain('<figcaption');
    expect(html).not.toMatch(/NaN|undefined|Infinity|worded|\{\{/);
  });
});

describe('the histogram', () => {
  it('is named after kind and conclusion, its words its own', () => {
    render(page(histogram));
    expect(screen.getByRole('slider')).toHaveAccessibleName(
      'Histogram, size. The plain chain and the residual one. Table below.',
    );
    expect(screen.getByText('plain', { selector: 'strong' })).toHaveClass('arm-plain');
  });
  it('reads the bin of what is too small first, then the bins by their ends', async () => {
    render(page(histogram));
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Home}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'too small · plain 25.0% · residual 0.0%');
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', expect.stringContaining('plain 25.0%'));
    // From 0.001 to 1 it is three decades: thirty bins of a tenth.
    await user.keyboard('{ArrowRight>30/}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', '1.00 to 1.26 · plain 0.0% · residual 50.0%');
    await user.keyboard('{End}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', '10.00 to 12.59 · plain 0.0% · residual 0.0%');
  });
  it('has a table of all bins', async () => {
    render(page(histogram));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Table' }));
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'from',
      'to',
      'plain',
      'residual',
    ]);
  });
  it('is no tab stop while there is nothing', () => {
    render(page(emptyHistogram));
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.getByRole('img')).toHaveAccessibleName('Histogram, size. Nothing yet.');
  });
});

describe('the bars', () => {
  it('mark what is no number instead of drawing it', async () => {
    const { container } = render(page(bars));
    // Two bars, and a cross in place of the third.
    expect(container.querySelector('.bars path')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
    expect(container.querySelectorAll('.bars path')).toHaveLength(2);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{End}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'place 2 · plain no number · total -3.0');
  });
  it('hang negative values from the zero line', () => {
    const { container } = render(page(bars));
    // M at the zero line, V to the value: smaller is higher.
    const d = container.querySelector('.bars path')?.getAttribute('d') ?? '';
    const [up, down] = [...d.matchAll(/M[\d.]+,([\d.]+)V([\d.]+)/g)].map(([, zero, top]) => Number(zero) - Number(top));
    expect(up).toBeGreaterThan(0);
    expect(down).toBeCloseTo(-4 * (up ?? 0), 6);
  });
});
