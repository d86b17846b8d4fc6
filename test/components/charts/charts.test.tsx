// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HeatMap } from '../../../src/components/charts/HeatMap.tsx';
import { LayerChart } from '../../../src/components/charts/LayerChart.tsx';
import { LayerStrip } from '../../../src/components/charts/LayerStrip.tsx';
import { LossChart } from '../../../src/components/charts/LossChart.tsx';
import { RegionsChart } from '../../../src/components/charts/RegionsChart.tsx';
import { SweepChart } from '../../../src/components/charts/SweepChart.tsx';
import type { SweepAxis } from '../../../src/components/charts/sweepTakeaway.ts';
import { csv } from '../../../src/components/charts/table.ts';
import { moved } from '../../../src/components/charts/useExplore.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';

// jsdom has no canvas: what is painted there is tested as pixels, and looked at in a browser.
HTMLCanvasElement.prototype.getContext = () => null;
afterEach(cleanup);

const page = (chart: ReactNode, language: Language = 'en') => (
  <I18nextProvider i18n={translator(language)}>{chart}</I18nextProvider>
);
const plain = { name: 'plain', label: 'plain' };
const residual = { name: 'residual', label: 'residual' };
const flat = (loss: number) => Array.from({ length: 10 }, () => loss);
const lossArms = [
  {
    ...plain,
    seeds: [
      { seed: 1, values: flat(2) },
      { seed: 2, values: flat(3) },
    ],
  },
  {
    ...residual,
    seeds: [
      { seed: 1, values: flat(0.5) },
      { seed: 2, values: flat(1) },
    ],
  },
];
const layerArms = [
  { ...plain, seeds: [[1e-6, 1e-3, 1]] },
  { ...residual, seeds: [[4, 2, 1]] },
];
const heatArms = [
  { ...plain, values: [Float32Array.of(0, 0.25), Float32Array.of(Number.NaN, 0.5)] },
  { ...residual, values: [Float32Array.of(1, 2), Float32Array.of(3, 4)] },
];
const half = new Float32Array(4).fill(0.75);
const regions = (
  <RegionsChart
    arms={[{ ...plain, classes: Uint8Array.of(0, 1, 0, 1), confidence: half }]}
    side={2}
    extent={1}
    points={{ inputs: Float32Array.of(0.5, 0.5), classes: Uint8Array.of(1) }}
  />
);
const sweepArms = [
  {
    ...plain,
    points: [
      { x: 2, values: [0.4, 0.5] },
      { x: 20, values: [1.7, 1.8] },
    ],
  },
];

const lostArms = sweepArms.map(({ points, ...arm }) => ({
  ...arm,
  points: [...points, { x: 50, values: [Number.NaN, Number.NaN] }],
}));

const depthAxis = (...depths: number[]): SweepAxis => ({
  title: 'Depth',
  places: depths.map((x) => ({ x, short: String(x), name: `${x} layers` })),
  ordered: true,
  log: false,
});
const choiceAxis: SweepAxis = {
  title: 'Normalisation',
  places: ['none', 'batch', 'layer'].map((short, x) => ({ x, short, name: `Normalisation ${short}` })),
  ordered: false,
  log: false,
};

const all: Record<string, ReactNode> = {
  loss: <LossChart arms={lossArms} steps={20} running={false} chance={2.3} depth={8} />,
  layers: <LayerChart arms={layerArms} what="state" relative />,
  strip: (
    <LayerStrip arms={layerArms.map((arm, i) => ({ ...arm, shortcut: i === 1 }))} caption="Before the first step" />
  ),
  heat: <HeatMap arms={heatArms} what="kernel" cursor={0} onCursor={() => {}} />,
  regions,
  sweep: <SweepChart axis={depthAxis(2, 20, 50)} measure="loss" arms={sweepArms} />,
  'sweep of ratios': <SweepChart axis={depthAxis(2, 20, 50)} measure="ratio" arms={sweepArms} />,
  ...Object.fromEntries(
    (['loss', 'accuracy', 'ratio'] as const).map((measure) => [
      `sweep of ${measure} with all seeds of one depth diverged`,
      <SweepChart key={measure} axis={depthAxis(2, 20, 50)} measure={measure} arms={lostArms} />,
    ]),
  ),
  'sweep over choices': (
    <SweepChart
      axis={choiceAxis}
      measure="accuracy"
      arms={sweepArms.map((arm) => ({ ...arm, points: [{ x: 0, values: [0.5, 0.6] }] }))}
    />
  ),
};
const none: Record<string, ReactNode> = {
  loss: <LossChart arms={lossArms.map((arm) => ({ ...arm, seeds: [] }))} steps={20} running={false} />,
  layers: <LayerChart arms={layerArms.map((arm) => ({ ...arm, seeds: [] }))} what="kernel" relative={false} />,
  strip: <LayerStrip arms={layerArms.map((arm) => ({ ...arm, seeds: [], shortcut: true }))} caption="" />,
  heat: <HeatMap arms={heatArms.map((arm) => ({ ...arm, values: [] }))} what="state" cursor={5} onCursor={() => {}} />,
  sweep: <SweepChart axis={depthAxis(2, 20)} measure="loss" arms={sweepArms.map((arm) => ({ ...arm, points: [] }))} />,
};

describe.each(['en', 'zh'] as const)('every chart in %s', (language) => {
  it.each(Object.entries(all))('%s: is written without a browser, with no untranslated key and no NaN', (_, chart) => {
    const html = renderToString(page(chart, language));
    expect(html).toContain('<figcaption');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect(html).not.toMatch(/>(?:read|kind|caption|axis|note|loss|layers|ratio|heat|regions|sweep)\.\w+/);
    expect(html).not.toContain('{{');
  });
  it.each(Object.entries(none))('%s: says so while there is nothing, and is no tab stop', (_, chart) => {
    render(page(chart, language));
    expect(screen.getByRole('img')).toHaveAccessibleName();
    expect(screen.queryByRole('slider')).toBeNull();
    expect(document.body.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('a chart', () => {
  it('is headed by its conclusion, named after kind, axes and conclusion', () => {
    render(page(all.loss));
    const sentence = 'At 8 layers the plain network ends at loss 2.50, the residual one at 0.75.';
    expect(screen.getByRole('figure')).toHaveTextContent(sentence);
    expect(screen.getByText('plain', { selector: 'strong' })).toHaveClass('arm-plain');
    expect(screen.getByRole('slider')).toHaveAccessibleName(
      `Line chart, training loss against step. ${sentence} Table below.`,
    );
  });
  it('is read with the arrow keys: points, series, ends, and let go', async () => {
    render(page(all.loss));
    const user = userEvent.setup();
    await user.tab();
    const chart = screen.getByRole('slider');
    expect(chart).toHaveFocus();
    expect(chart).toHaveAttribute('aria-valuetext', expect.stringMatching(/arrow keys/));
    await user.keyboard('{ArrowLeft}');
    expect(chart).toHaveAttribute('aria-valuenow', '9');
    await user.keyboard('{ArrowLeft}');
    const said = 'step 8 · plain 2.50 (2.00–3.00) · residual 0.75 (0.50–1.00)';
    expect(chart).toHaveAttribute('aria-valuetext', said);
    expect(screen.getByRole('figure')).toHaveTextContent(said);
    await user.keyboard('{ArrowDown}{Home}');
    expect(chart).toHaveAttribute('aria-valuetext', 'step 0 · residual 0.75 (0.50–1.00) · plain 2.50 (2.00–3.00)');
    await user.keyboard('{Escape}');
    expect(chart).toHaveAttribute('aria-valuetext', expect.stringMatching(/arrow keys/));
  });
  it('is read in Chinese with full-width brackets', async () => {
    render(page(all.loss, 'zh'));
    await userEvent.tab();
    await userEvent.keyboard('{Home}');
    expect(screen.getByRole('slider')).toHaveAttribute(
      'aria-valuetext',
      '第 0 步 · plain 2.50（2.00～3.00） · residual 0.75（0.50～1.00）',
    );
  });
  it('shows its numbers as a table, closed at first', async () => {
    render(page(all.loss));
    expect(screen.queryByRole('table')).toBeNull();
    const button = screen.getByRole('button', { name: 'Table' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    const table = within(screen.getByRole('region')).getByRole('table');
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['step', 'plain, seed 1', 'plain, seed 2', 'residual, seed 1', 'residual, seed 2']);
    expect(within(table).getAllByRole('row')).toHaveLength(11);
    expect(within(table).getAllByRole('cell')[2]).toHaveTextContent('0.500');
  });
  it('gives its numbers as a file with all digits', async () => {
    const blobs: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: (blob: Blob) => blobs.push(blob) && 'blob:x', revokeObjectURL: () => {} }),
    );
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    render(page(<LayerChart arms={[{ ...plain, seeds: [[1 / 3, 1]] }]} what="state" relative={false} />));
    await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
    expect(await blobs[0]?.text()).toContain('0,0.3333333333333333\r\n');
    expect(click).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
});

describe('the layers', () => {
  it('start with the first, powers typeset for the eye and spoken for the ear', async () => {
    render(page(all.layers));
    await userEvent.tab();
    await userEvent.keyboard('{Home}');
    expect(screen.getByRole('slider')).toHaveAttribute(
      'aria-valuetext',
      'state 0 of 2 · plain ten to the minus 6 · residual 4.00',
    );
    expect(screen.getByRole('figure').querySelector('.chart-readout sup')).toHaveTextContent('−6');
  });
  it('compare with the slope of theory where it is given', () => {
    const arms = [{ ...plain, seeds: [[1e-6, 1e-3, 1]], theory: 3 }];
    const { container } = render(page(<LayerChart arms={arms} what="state" relative />));
    expect(screen.getByRole('figure')).toHaveTextContent(
      'The plain network loses 3.00 decades per unit (theory 3.00).',
    );
    expect(container.querySelectorAll('.theory line')).toHaveLength(1);
  });
  it('mark what is below the axis, and say what is stored there', async () => {
    const { container } = render(
      page(<LayerChart arms={[{ ...plain, seeds: [[0, 1e-40, 1, 2]] }]} what="kernel" relative={false} />),
    );
    expect(screen.getByRole('figure')).toHaveTextContent('▽ below the axis');
    expect(container.querySelector('svg')?.textContent).toContain('plain 0 (stored)');
    await userEvent.tab();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(screen.getByRole('slider')).toHaveAttribute(
      'aria-valuetext',
      'layer 1 of 2 · plain ten to the minus 40 (below 32-bit precision)',
    );
  });
  it('are a row of bars with arcs where there are shortcuts, for 1 to 100 of them', () => {
    const strip = (count: number) => (
      <LayerStrip
        arms={[{ ...residual, seeds: [Array.from({ length: count }, () => 1)], shortcut: true }]}
        caption=""
      />
    );
    for (const count of [1, 2, 100]) {
      const { container, unmount } = render(page(strip(count)));
      expect(container.querySelectorAll('rect')).toHaveLength(count);
      expect(container.querySelectorAll('.arc')).toHaveLength(count - 1);
      unmount();
    }
  });
});

describe('the heat map', () => {
  it('moves the time cursor by key and tells zero and NaN from numbers', async () => {
    const onCursor = vi.fn();
    render(page(<HeatMap arms={heatArms} what="state" cursor={0} onCursor={onCursor} />));
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'plain · step 0 · state 0 of 1 · 0 (stored)');
    await userEvent.keyboard('{ArrowRight}');
    expect(onCursor).toHaveBeenLastCalledWith(1);
    expect(screen.getByRole('slider')).toHaveAttribute(
      'aria-valuetext',
      'plain · step 1 · state 0 of 1 · not a number',
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'residual · step 1 · state 1 of 1 · 4.00');
    expect(screen.getByRole('figure')).toHaveTextContent('stored as 0');
  });
});

describe('the regions', () => {
  it('say class and confidence at a place', async () => {
    render(page(regions));
    expect(screen.getByRole('figure')).toHaveTextContent('Points that fall in their own region: plain 100%.');
    await userEvent.tab();
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'x −0.50, y 0.50 · plain class 1, 75% sure');
  });
});

describe('the sweep', () => {
  it('reads a missing point as missing, beside what the reader drew', async () => {
    const onPoint = vi.fn();
    const drawn = [
      {
        name: 'plain',
        points: [
          { x: 2, y: 0.5 },
          { x: 50, y: 0.9 },
        ],
      },
    ];
    render(
      page(<SweepChart axis={depthAxis(2, 20, 50)} measure="loss" arms={sweepArms} drawn={drawn} onPoint={onPoint} />),
    );
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('slider')).toHaveAttribute(
      'aria-valuetext',
      '50 layers · plain no value (your prediction 0.90)',
    );
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(onPoint).toHaveBeenCalledExactlyOnceWith({ arm: 'plain', x: 20 });
    expect(screen.getByRole('figure').querySelectorAll('.drawn')).toHaveLength(1);
  });
});

describe('keys', () => {
  const extent = { count: 30, series: 2 };
  it.each([
    ['ArrowRight', false, { index: 6, series: 0 }],
    ['ArrowRight', true, { index: 15, series: 0 }],
    ['ArrowLeft', true, { index: 0, series: 0 }],
    ['ArrowDown', false, { index: 5, series: 1 }],
    ['ArrowUp', false, { index: 5, series: 0 }],
    ['PageUp', false, { index: 15, series: 0 }],
    ['End', false, { index: 29, series: 0 }],
    ['a', false, undefined],
  ] as const)('%s, shift %s', (key, shift, to) => {
    expect(moved(key, shift, { index: 5, series: 0 }, extent, -1)).toEqual(to);
  });
});

describe('a CSV file', () => {
  it('keeps numbers and quotes what a spreadsheet would run or split', () => {
    const columns = ['step', '=SUM(A1)', '@x', 'a,"b"'];
    expect(csv({ columns, rows: [[0, -0.3, undefined, 1e-40]] })).toBe(
      'step,\'=SUM(A1),\'@x,"a,""b"""\r\n0,-0.3,,1e-40\r\n',
    );
  });
});
