// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressStore } from '../../../src/components/progress/useProgress.ts';
import { LessonProvider } from '../../../src/components/prose/LessonState.tsx';
import { PredictChoice, VerdictChoice } from '../../../src/components/prose/PredictChoice.tsx';
import { translator } from '../../../src/i18n/index.ts';
import { atStart, product } from '../../../src/lessons/03-product/lesson.ts';
import { Ruler } from '../../../src/lessons/03-product/Ruler.tsx';
import recorded from '../../../src/lessons/03-product/record.json';
import { SlopeLab } from '../../../src/lessons/03-product/SlopeLab.tsx';
import type { Question } from '../../../src/model/analysis/question.ts';
import type { FromWorker, ToWorker } from '../../../src/model/worker/messages.ts';

/** A worker that answers when it is told to. */
class Stand {
  static all: Stand[] = [];
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror = null;
  readonly asked: { readonly runId: number; readonly question: Question }[] = [];
  constructor() {
    Stand.all.push(this);
  }
  postMessage(message: ToWorker) {
    if (message.type === 'ask') this.asked.push(message);
  }
  terminate() {}
  /** Answers the newest question: plain networks lose `slope` decades a unit, residual ones none. */
  answer(slope: number) {
    const newest = this.asked.at(-1);
    if (!newest) throw new Error('nothing was asked');
    const { runId, question } = newest;
    const found = (decades: number) => {
      const units = question.experiment.depth;
      const norms = Float32Array.from({ length: units + 1 }, (_, l) => 10 ** (-decades * (units - l)));
      return { norms, slope: decades, ratio: (norms[0] ?? 0) / (norms.at(-1) ?? 1) };
    };
    act(() => {
      for (const _ of question.experiment.seeds)
        this.onmessage?.({ data: { type: 'found', runId, kind: 'gradient', findings: [found(slope), found(0)] } });
      this.onmessage?.({ data: { type: 'answered', runId, milliseconds: 3 } });
    });
  }
}
const worker = () => {
  const [only] = Stand.all;
  if (!only) throw new Error('no worker was started');
  return only;
};
const asked = () => Stand.all.flatMap((stand) => stand.asked.map(({ question }) => question.experiment));

beforeEach(() => {
  Stand.all = [];
  vi.stubGlobal('Worker', Stand);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  progressStore.reload();
});

const { experiments, predictions = {} } = product;
const show = () =>
  render(
    <I18nextProvider i18n={translator('en')}>
      <LessonProvider lesson="product" experiments={experiments} predictions={predictions} record={recorded}>
        <PredictChoice id="first-of-twenty">Question</PredictChoice>
        <VerdictChoice id="first-of-twenty">Which step?</VerdictChoice>
        <SlopeLab id="slope" />
      </LessonProvider>
    </I18nextProvider>,
  );
const root = () => document.querySelector('#slope');

describe('SlopeLab', () => {
  it('measures nothing before it is told to', () => {
    show();
    fireEvent.click(screen.getByRole('radio', { name: 'tanh' }));
    expect(asked()).toEqual([]);
    expect(root()).toHaveAttribute('data-status', 'idle');
  });
  it('measures the predicted setting once the prediction is locked, whatever was set before, and reports it', () => {
    show();
    fireEvent.click(screen.getByRole('radio', { name: 'tanh' }));
    fireEvent.click(screen.getByRole('radio', { name: /one twentieth/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Lock my answer and run' }));
    expect(asked()).toEqual([atStart]);
    worker().answer(0.65);
    expect(root()).toHaveAttribute('data-status', 'done');
    expect(document.querySelector('[data-verdict]')).toHaveAttribute('data-verdict', 'miss');
    expect(screen.getByText(/You said: one twentieth/)).toHaveTextContent('10⁻¹³');
  });
  it('asks one question at a time, and then the newest', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Measure' }));
    for (const depth of [30, 40, 50]) {
      const exact = screen.getByRole('textbox', { name: 'Depth, exact value' });
      fireEvent.change(exact, { target: { value: String(depth) } });
      fireEvent.blur(exact);
    }
    expect(asked().map(({ depth }) => depth)).toEqual([20]);
    worker().answer(0.6);
    expect(asked().map(({ depth }) => depth)).toEqual([20, 50]);
    worker().answer(0.6);
    expect(asked()).toHaveLength(2);
    expect(screen.getAllByRole('row')[1]).toHaveTextContent('0.60');
  });
  it('asks for a standard deviation where there is one, and for whole units', () => {
    show();
    expect(screen.getByRole('slider', { name: 'Gain' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: 'normal' }));
    expect(screen.getByRole('slider', { name: 'Standard deviation' })).toBeInTheDocument();
    const layers = screen.getByRole('textbox', { name: 'Layers per unit, exact value', hidden: true });
    fireEvent.change(layers, { target: { value: '3' } });
    fireEvent.blur(layers);
    expect(screen.getByRole('textbox', { name: 'Depth, exact value' })).toHaveValue('21');
  });
});

describe('Ruler', () => {
  const reading = (
    theory: Parameters<typeof Ruler>[0]['readings'][number]['theory'],
    norms: number[],
    slope: number,
  ) => (
    <I18nextProvider i18n={translator('en')}>
      <Ruler
        readings={[
          {
            name: 'plain',
            label: 'plain',
            theory,
            seeds: [{ norms, slope, ratio: (norms[0] ?? 0) / (norms.at(-1) ?? 1) }],
          },
        ]}
      />
    </I18nextProvider>
  );
  it('sets the measured slope beside the theory: half a decade passes on 0.32', () => {
    render(reading({ decades: 0.5, atLeast: true }, [0.1, 0.316, 1], 0.5));
    expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      '0.50',
      '≥\u00a00.50',
      '0.32',
      '10%',
    ]);
  });
  it('says where float32 ends instead of writing a 0', () => {
    render(reading({ decades: 20, atLeast: false }, [0, 1e-20, 1], 20));
    expect(screen.getByText(/first state is smaller than 32 bits hold/)).toHaveTextContent('40 decades down');
    expect(screen.getAllByRole('cell').at(-1)).toHaveTextContent('too small to store');
  });
  it('says why there is no theory, and that there is no slope', () => {
    render(reading({ decades: undefined, atLeast: false, without: 'large-weights' }, [0, 0, 0], Number.NaN));
    expect(screen.getByText(/flat ends/)).toBeInTheDocument();
    expect(screen.getAllByRole('cell')[0]).toHaveTextContent('none');
  });
});
