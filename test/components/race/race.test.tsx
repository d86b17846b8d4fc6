// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConvRace } from '../../../src/components/experiment/ConvRace.tsx';
import { confusionSummary } from '../../../src/components/experiment/confusionSummary.ts';
import { convAccuracies, convGradients, convLosses } from '../../../src/components/experiment/convSeries.ts';
import { pictureOf, summaryOf, tiled } from '../../../src/components/experiment/mapPixels.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import type { GpuVerdict } from '../../../src/model/conv/backends.ts';
import { type ConvScore, rowLength } from '../../../src/model/conv/engine.ts';
import { type ConvExperiment, defaultRace } from '../../../src/model/conv/experiment.ts';
import type { FromConvWorker, ToConvWorker } from '../../../src/model/worker/conv-messages.ts';

/** A worker that says what it is told to. */
class Stand {
  static all: Stand[] = [];
  onmessage: ((event: { data: FromConvWorker }) => void) | null = null;
  onerror = null;
  readonly sent: ToConvWorker[] = [];
  constructor() {
    Stand.all.push(this);
  }
  postMessage(message: ToConvWorker) {
    this.sent.push(message);
  }
  terminate() {}
}
const starts = () => Stand.all.flatMap(({ sent }) => sent.filter((message) => message.type === 'start'));
const newest = () => {
  const start = starts().at(-1);
  if (!start) throw new Error('nothing was started');
  return start;
};
const say = (message: FromConvWorker) => act(() => Stand.all.at(-1)?.onmessage?.({ data: message }));

/** Nine of ten images of class 0 right, one taken for class 6; all others right. */
const confusion = Uint16Array.from({ length: 100 }, (_, i) => (i === 0 ? 9 : i === 6 ? 1 : i % 11 === 0 ? 10 : 0));
const score = (accuracy: number): ConvScore => ({
  loss: 0.5,
  accuracy,
  confusion,
  states: [14, 14, 7, 4].map((side, i) => {
    const channels = [8, 8, 16, 32][i] ?? 0;
    return { side, channels, values: new Float32Array(10 * side * side * channels).fill(1, 0, 4) };
  }),
});

beforeEach(() => {
  Stand.all = [];
  vi.stubGlobal('Worker', Stand);
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callback());
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const race: ConvExperiment = { ...defaultRace, depth: 8, steps: 10 };
const show = (language: Language = 'en', go = false) =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <ConvRace id="race" race={race} go={go} />
    </I18nextProvider>,
  );
const root = () => document.querySelector('#race');

/** Both arms to the end: losses 2 and 1, the residual arm more accurate. */
function finish() {
  const { runId, experiment } = newest();
  const length = rowLength(experiment.depth);
  say({
    type: 'started',
    runId,
    engine: { name: 'fused', backend: 'simd' },
    images: { side: 14, values: Float32Array.from({ length: 1960 }, (_, i) => i % 7) },
  });
  for (const arm of experiment.arms.keys()) {
    const rows = Float32Array.from({ length: length * experiment.steps }, () => 2 - arm);
    for (let step = 0; step < experiment.steps; step++) rows[step * length + 1] = 0.5 + arm / 4;
    say({ type: 'slices', runId, milliseconds: 5, slices: [{ arm, firstStep: 0, rows, diverged: false }] });
    say({ type: 'score', runId, arm, step: experiment.steps, score: score(0.7 + arm / 10), likeness: 0 });
  }
  say({ type: 'done', runId, milliseconds: 4000 });
}

describe('the race on the page', () => {
  it('trains nothing before it is asked to', () => {
    show();
    expect(root()).toHaveAttribute('data-status', 'idle');
    fireEvent.click(screen.getByRole('radio', { name: '20' }));
    expect(starts()).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(newest().experiment).toMatchObject({ depth: 20, steps: 10, seed: 1, arms: ['plain', 'residual'] });
    expect(root()).toHaveAttribute('data-status', 'running');
  });

  it('begins by itself once a prediction is locked, and only once', () => {
    const { rerender } = show('en', false);
    expect(starts()).toHaveLength(0);
    const again = (go: boolean) =>
      rerender(
        <I18nextProvider i18n={translator('en')}>
          <ConvRace id="race" race={race} go={go} />
        </I18nextProvider>,
      );
    again(true);
    again(true);
    expect(starts()).toHaveLength(1);
  });

  it('trains anew at every change once something was trained', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    fireEvent.click(screen.getByRole('radio', { name: 'residual' }));
    fireEvent.click(screen.getByRole('button', { name: 'New seed' }));
    expect(starts().map(({ experiment }) => [experiment.arms.length, experiment.seed])).toEqual([
      [2, 1],
      [1, 1],
      [1, 2],
    ]);
  });

  it('says what was measured: loss, accuracy, test scores, engine', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    finish();
    expect(root()).toHaveAttribute('data-status', 'done');
    expect(root()).toHaveAttribute('data-step', '10');
    expect(screen.getByText(/fused engine \(SIMD convolution\)/)).toHaveTextContent('8 weight layers');
    const scores = screen.getByRole('region', { name: /100 test images/ });
    expect(
      within(scores)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['70.0%', '0.500', '80.0%', '0.500']);
    fireEvent.click(screen.getByRole('radio', { name: 'accuracy' }));
    expect(document.querySelector('.take')).toHaveTextContent('plain: 50.0% of the last batches right.');
    expect(document.querySelector('.take')).toHaveTextContent('residual: 75.0% of the last batches right.');
  });

  it('describes each state in words, for those who do not see the maps', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    finish();
    fireEvent.click(screen.getByRole('radio', { name: 'feature maps' }));
    fireEvent.click(screen.getByRole('radio', { name: 'T-shirt' }));
    const maps = screen.getAllByRole('img').map((map) => map.getAttribute('aria-label'));
    expect(maps).toHaveLength(9);
    expect(maps[0]).toBe('The image: T-shirt, 14 × 14');
    expect(maps[1]).toBe('plain network, stem: 8 maps of 14 × 14, largest value 1.00, 100% of the values zero.');
    expect(maps[8]).toBe(
      'residual network, stage 3, block 1: 32 maps of 4 × 4, largest value 1.00, 99% of the values zero.',
    );
  });

  it('names the most frequent mistake, in both languages', () => {
    for (const [language, run, view, sentence] of [
      [
        'en',
        'Run',
        'confusions',
        'The residual network: 99 of 100 test images right; most often T-shirt is taken for shirt (1 of 10).',
      ],
      ['zh', '运行', '混淆表', '残差网络：100 张测试图片答对 99 张；最常见的错误是把短袖当成衬衫（10 张里有 1 张）。'],
    ] as const) {
      show(language);
      fireEvent.click(screen.getByRole('button', { name: run }));
      finish();
      fireEvent.click(screen.getByRole('radio', { name: view }));
      expect(document.querySelector('.confusion .take')).toHaveTextContent(sentence);
      cleanup();
      Stand.all = [];
    }
  });

  it('tells of each way to the graphics card, in both languages', () => {
    const verdicts: readonly GpuVerdict[] = [
      { api: 'webgpu', reason: 'faster', adapter: 'nvidia hopper', own: 24.04, gpu: 8 },
      { api: 'webgl', reason: 'slower', adapter: '', own: 24.04, gpu: 30 },
    ];
    const others: readonly (readonly [GpuVerdict, string])[] = [
      [{ api: 'webgpu', reason: 'missing' }, 'WebGPU offers no graphics card here.'],
      [
        { api: 'webgl', reason: 'software', adapter: 'llvmpipe' },
        'WebGL runs on the processor here (llvmpipe), which is no graphics card: not used.',
      ],
      [{ api: 'webgpu', reason: 'failed', detail: 'no kernel' }, 'WebGPU did not train this race. no kernel'],
      [
        { api: 'webgpu', reason: 'wrong', adapter: 'a card', deviation: 0.25 },
        'WebGPU on a card computes other numbers: its first step is off by 25.0% of what it should be. Not used.',
      ],
      [
        { api: 'webgl', reason: 'wrong', adapter: 'a card', deviation: Number.POSITIVE_INFINITY },
        'WebGL on a card gives no usable numbers at the first step. Not used.',
      ],
      [
        { api: 'webgl', reason: 'second', adapter: 'a card', own: 20, gpu: 9 },
        'WebGL: a step takes 9.0 ms on a card, slower than the other way to the card.',
      ],
      [
        { api: 'webgpu', reason: 'lost' },
        'The card was lost in mid-run (WebGPU), and with it what had been trained: the race begins anew without it.',
      ],
    ];
    for (const [language, run, measure, first] of [
      [
        'en',
        'Run',
        'Measure the graphics card',
        'WebGPU: a step takes 8.0 ms on nvidia hopper and 24.0 ms on the engine above. The next run uses the card.',
      ],
      [
        'zh',
        '运行',
        '测一测显卡',
        'WebGPU：一步在 nvidia hopper 上要 8.0 毫秒，在上面的引擎上要 24.0 毫秒：下一次运行改用显卡。',
      ],
    ] as const) {
      show(language);
      expect(screen.queryByRole('button', { name: measure })).toBeNull();
      fireEvent.click(screen.getByRole('button', { name: run }));
      finish();
      fireEvent.click(screen.getByRole('button', { name: measure }));
      expect(Stand.all.at(-1)?.sent.at(-1)?.type).toBe('measure');
      expect(screen.queryByRole('button', { name: measure })).toBeNull();
      const { runId } = newest();
      say({ type: 'measured', runId, verdicts });
      const sentences = () => [...document.querySelectorAll('.verdicts li')].map((item) => item.textContent);
      expect(sentences()).toHaveLength(2);
      expect(sentences()[0]).toBe(first);
      if (language === 'en') {
        expect(sentences()[1]).toContain('30.0 ms on the graphics card and 24.0 ms');
        for (const [verdict, sentence] of others) {
          say({ type: 'measured', runId, verdicts: [verdict] });
          expect(sentences()[0]).toBe(sentence);
          if (verdict.reason !== 'lost') expect(sentences()[1]).toBe('The engine above stays in use.');
        }
      }
      cleanup();
      Stand.all = [];
    }
  });

  it('says what failed and what diverged, and offers the next step', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    const { runId } = newest();
    const rows = new Float32Array(2 * rowLength(8));
    say({ type: 'slices', runId, milliseconds: 1, slices: [{ arm: 0, firstStep: 0, rows, diverged: true }] });
    expect(screen.getByText(/The plain network diverged at step 1/)).toBeInTheDocument();
    say({ type: 'failed', runId, code: 'data-missing', detail: '404' });
    expect(screen.getByRole('alert')).toHaveTextContent('The Fashion-MNIST images did not load');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(starts()).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('pictures of maps', () => {
  const state = {
    side: 2,
    channels: 3,
    values: new Float32Array([...new Array(12).fill(9), 0, 0, 4, 0, 2, 0, 0, 0, 0, 0, 0, 0]),
  };
  it('take the part of one image', () => {
    expect(summaryOf(state, 1)).toEqual({ largest: 4, zero: 10 / 12 });
  });
  it('have a tile a channel, a clear pixel between them', () => {
    const { columns, rows, pixels } = tiled(state, 1);
    expect([columns, rows]).toEqual([11, 2]);
    const alpha = (x: number, y: number) => pixels[4 * (y * columns + x) + 3];
    // Channel 1 is second: its second pixel holds 2 of at most 4; channel 2's first one holds 4.
    expect([alpha(2, 0), alpha(6, 0), alpha(4, 0), alpha(0, 0)]).toEqual([0, 255, Math.round(255 * 0.53), 15]);
  });
  it('stretch an image from its least to its largest value, and bear a blank one', () => {
    expect(pictureOf(new Float32Array([1, 2, 3, 1]), 2).pixels.filter((_, i) => i % 4 === 3)).toEqual(
      Uint8ClampedArray.of(0, 128, 255, 0),
    );
    expect(pictureOf(new Float32Array(4), 2).pixels.every((value) => value === 0)).toBe(true);
  });
});

describe('series of a race', () => {
  const length = rowLength(8);
  const rows = Float32Array.from({ length: 3 * length }, (_, i) => i);
  const arms = [{ name: 'plain' as const, rows, steps: 2, scores: [], divergedAt: 1 }];
  const given = { arms, experiment: race };
  const label = (name: string) => name;
  it('stop where the arm stopped', () => {
    expect(convLosses(given, label)[0]?.seeds).toEqual([
      { seed: 1, values: Float32Array.of(0, length), divergedAt: 1 },
    ]);
    expect(convAccuracies(given, label)[0]).toMatchObject({ values: [1, length + 1], lost: true });
  });
  it('read one gradient a weight layer', () => {
    expect(convGradients(given, 9, label)[0]?.seeds).toEqual([Array.from({ length: 8 }, (_, i) => length + 2 + i)]);
  });
});

describe('a confusion table', () => {
  it('has no mistake to name where there is none', () => {
    expect(confusionSummary(Uint16Array.of(3, 0, 0, 2), 2)).toEqual({ right: 5, all: 5 });
  });
});
