// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeatMap } from '../../../src/components/charts/HeatMap.tsx';
import { LayerChart } from '../../../src/components/charts/LayerChart.tsx';
import { LossChart } from '../../../src/components/charts/LossChart.tsx';
import { balanced, lines } from '../../../src/components/export/lines.ts';
import { longestSide, pixelScale } from '../../../src/components/export/png.ts';
import { drawingOf } from '../../../src/components/export/svg.ts';
import { translator } from '../../../src/i18n/index.ts';

const source = (path: string) => readFileSync(join(import.meta.dirname, '../../../src', path), 'utf8');
const plain = { name: 'plain', label: 'plain' };
const residual = { name: 'residual', label: 'residual' };

beforeEach(() => {
  const style = document.createElement('style');
  style.textContent = source('styles/tokens.css') + source('components/charts/charts.css');
  document.head.append(style);
  document.documentElement.dataset.theme = 'light';
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.head.replaceChildren();
});

const surfaceOf = (chart: ReactNode): Element => {
  const { container } = render(<I18nextProvider i18n={translator('en')}>{chart}</I18nextProvider>);
  const surface = container.querySelector('.chart-surface');
  if (!surface) throw new Error('no chart');
  return surface;
};
const exported = (chart: ReactNode, change: { title?: string; font?: string } = {}) =>
  drawingOf({
    surface: surfaceOf(chart),
    title: change.title ?? 'The plain network ends at loss 3, the residual one at 1.',
    description: 'Line chart, loss against step.',
    language: 'en',
    address: 'https://course.example/en/?v=1&depth=30',
    ...(change.font && { font: change.font }),
  });
const parsed = (text: string): Document => {
  const read = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(read.querySelector('parsererror')).toBeNull();
  return read;
};

const flat = (loss: number) => Array.from({ length: 10 }, () => loss);
const loss = (
  <LossChart
    arms={[
      { ...plain, seeds: [{ seed: 1, values: flat(3) }] },
      { ...residual, seeds: [{ seed: 1, values: flat(1) }] },
    ]}
    steps={20}
    running={false}
    chance={2.3}
    depth={8}
  />
);
const layers = (
  <LayerChart
    arms={[
      { ...plain, seeds: [[1e-6, Number.NaN, 1]] },
      { ...residual, seeds: [[0, 2, 1]] },
    ]}
    what="state"
    relative
  />
);

describe.each([
  ['loss', loss],
  ['layers with zero and NaN', layers],
])('the drawing of %s', (_, chart) => {
  it('is XML that needs nothing else: no variable, class, script, handler or address to fetch', () => {
    const { text } = exported(chart);
    parsed(text);
    expect(text).not.toMatch(/var\(|NaN|undefined|class=|<script|\son\w+=|href=|url\((?!#)/);
  });

  it('says what it shows: the conclusion as title and as text, kind and address as description, the address below', () => {
    const read = parsed(exported(chart).text);
    expect(read.documentElement.querySelector('title')?.textContent).toBe(
      'The plain network ends at loss 3, the residual one at 1.',
    );
    expect(read.documentElement.querySelector('desc')?.textContent).toBe(
      'Line chart, loss against step. https://course.example/en/?v=1&depth=30',
    );
    const texts = [...read.documentElement.children].filter(({ localName }) => localName === 'text');
    const all = texts.map(({ textContent }) => textContent).join(' ');
    expect(all).toContain('The plain network ends at loss 3');
    expect(all.replaceAll(' ', '')).toContain('https://course.example/en/?v=1&depth=30');
  });

  it('has the colours of light paper in the dark, and leaves the page dark', () => {
    const light = exported(chart).text;
    cleanup();
    document.documentElement.dataset.theme = 'dark';
    const dark = exported(chart).text;
    expect(document.documentElement.dataset.theme).toBe('dark');
    // Ids differ from one rendering to the next.
    const plainIds = (text: string) => text.replace(/(id="|#)_r_\w+/g, '$1');
    expect(plainIds(dark)).toBe(plainIds(light));
    expect(light).toContain('#b8420f');
    expect(light).toContain('#fdfcf9');
  });
});

it('draws the curves of both arms', () => {
  const read = parsed(exported(loss).text);
  const strokes = [...read.querySelectorAll('path')].map((path) => path.getAttribute('stroke'));
  expect(strokes).toContain('#b8420f');
  expect(strokes).toContain('#1558b8');
});

it('takes text for text: markup and control characters in a title do no harm', () => {
  const { text } = exported(loss, { title: 'a <b onload="x">\u0001 & "c"' });
  expect(parsed(text).documentElement.querySelector('title')?.textContent).toBe('a <b onload="x"> & "c"');
});

it('carries the font of its letters where it is at hand', () => {
  const { text } = exported(loss, { font: 'AAAA' });
  expect(text).toContain('src:url(data:font/woff2;base64,AAAA)');
  parsed(text);
});

it('includes a raster as an image of its own', () => {
  const context = { drawImage: vi.fn(), putImageData: vi.fn(), imageSmoothingEnabled: true };
  vi.stubGlobal('ImageData', class {});
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() =>
    Object.assign(Object.create(null), context),
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,iVBORw0KGgo=');
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 300));
  const heat = (
    <HeatMap
      arms={[{ ...plain, values: [Float32Array.of(1, 0.25), Float32Array.of(2, 0.5)] }]}
      what="kernel"
      cursor={0}
      onCursor={() => {}}
    />
  );
  const image = parsed(exported(heat).text).querySelector('image');
  expect(image?.getAttribute('href')).toBe('data:image/png;base64,iVBORw0KGgo=');
  expect(image?.getAttribute('width')).toBe('400');
});

describe('lines', () => {
  it('breaks after spaces, and between Han characters but not before a closing mark', () => {
    expect(lines('one two three', 5)).toEqual(['one two', 'three']);
    expect(lines('普通网络，残差网络。', 4)).toEqual(['普通网', '络，残差', '网络。']);
  });
  it('cuts what has no place to break, and loses no letter', () => {
    const address = `https://course.example/en/?${'x'.repeat(200)}&b=1`;
    expect(lines(address, 20).join('')).toBe(address);
    expect(lines(address, 20).length).toBeGreaterThan(5);
  });
  it('can be made even, in the same number', () => {
    expect(lines('one two three four five', 12)).toEqual(['one two three four', 'five']);
    expect(balanced('one two three four five', 12)).toEqual(['one two three', 'four five']);
  });
  it('of nothing are none', () => {
    expect(lines('', 10)).toEqual([]);
  });
});

it('a picture has two pixels for one, and fewer where a canvas ends', () => {
  expect(pixelScale({ width: 600, height: 400 })).toBe(2);
  expect(pixelScale({ width: 600, height: longestSide * 2 })).toBe(0.5);
});
