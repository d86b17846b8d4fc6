// @vitest-environment jsdom
/** The live unit of lesson 1: its state, its counting, and that what is on the screen follows from the knobs. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { LessonProvider, usePrediction } from '../../../src/components/prose/LessonState.tsx';
import { translator } from '../../../src/i18n/index.ts';
import { claims } from '../../../src/lessons/01-not-skipping/claims.ts';
import { notSkipping } from '../../../src/lessons/01-not-skipping/lesson.ts';
import { UnitTraining, UnitWork } from '../../../src/lessons/01-not-skipping/UnitFlow.tsx';
import {
  firstState,
  reordered,
  savedOverUnits,
  stepped,
  turned,
} from '../../../src/lessons/01-not-skipping/unitState.ts';
import { flow } from '../../../src/model/analysis/oneUnit.ts';
import type { RunResult } from '../../../src/model/train.ts';

describe('the state of the unit', () => {
  it('holds every knob in the range of the model', () => {
    expect(turned(firstState, 'x', 99).x).toBe(3);
    expect(turned(firstState, 'w1', -99).unit.w1).toBe(-2);
    expect(turned(firstState, 'shortcut', Number.NaN).unit.shortcut).toBe(1);
  });
  it('counts steps from the weights as they were set: a knob starts training over', () => {
    const later = stepped(stepped(firstState, 1), 50);
    expect(later.steps).toBe(51);
    expect(later.before).toEqual({ w1: 0.5, w2: -0.3 });
    expect(turned(later, 'w1', 1)).toMatchObject({ steps: 0, before: { w1: 1, w2: later.unit.w2 } });
    expect(reordered(later, 'pre')).toMatchObject({ steps: 0, unit: { order: 'pre' } });
  });
  it('comes near the target in 100 steps and leaves the shortcut alone', () => {
    const { unit, x, target } = stepped(firstState, 100);
    expect(Math.abs(flow(unit, x).values.out - target)).toBeLessThan(0.05);
    expect(unit.shortcut).toBe(1);
  });
  it('stays finite from every corner of the knobs', () => {
    const ends = [-2, 2];
    for (const order of ['pre', 'post'] as const)
      for (const w1 of ends)
        for (const w2 of ends)
          for (const shortcut of ends)
            for (const x of [-3, 3])
              for (const target of [-3, 3]) {
                const { unit } = stepped({ ...firstState, x, target, unit: { order, w1, w2, shortcut } }, 300);
                expect(Number.isFinite(flow(unit, x).values.out)).toBe(true);
              }
  });
  it('saves nothing in any of five units', () =>
    expect(savedOverUnits()).toEqual({ median: 0, min: 0, max: 0, seeds: 5 }));
});

const Lock = () => {
  const { lock } = usePrediction('saved');
  return (
    <button type="button" onClick={() => lock({ choice: 'none' })}>
      lock
    </button>
  );
};
const show = (language: 'en' | 'zh' = 'en') =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <LessonProvider
        lesson="not-skipping"
        experiments={notSkipping.experiments}
        predictions={notSkipping.predictions ?? {}}
        record={{ date: '2026-01-01', engine: 'none', claims: [] }}
      >
        <Lock />
        <UnitWork />
        <UnitTraining />
      </LessonProvider>
    </I18nextProvider>,
  );
const part = (name: string) => within(screen.getByRole('region', { name }));
afterEach(cleanup);

describe('the unit on the page', () => {
  it('says both contributions and their sum, and follows the slider', () => {
    show();
    const unit = part('One unit with its numbers');
    expect(unit.getByText(/shortcut brings 2.00, the branch −0.30; their sum is 1.70/)).toBeTruthy();
    fireEvent.change(unit.getByRole('slider', { name: 'Input x' }), { target: { value: '10' } });
    // Stop 10 of −3, −2.9 ... is −2: −1 before the ReLU, 0 behind it.
    expect(unit.getByText(/shortcut brings −2.00, the branch 0.00; their sum is −2.00, and 0.00 leaves/)).toBeTruthy();
  });
  it('cuts and connects the shortcut', () => {
    show();
    const unit = part('One unit with its numbers');
    fireEvent.click(unit.getByRole('radio', { name: 'cut' }));
    expect(unit.getByText(/The shortcut is cut. The branch brings −0.30, and 0.00 leaves/)).toBeTruthy();
  });
  it('counts only once the prediction is locked', () => {
    show();
    const unit = part('One unit with its numbers');
    expect(unit.queryByRole('table')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'lock' }));
    const counts = unit.getAllByRole('row').map((row) => [...row.querySelectorAll('td')].map((td) => td.textContent));
    expect(counts.slice(1)).toEqual([
      ['2', '2', '2'],
      ['0', '1', '1'],
    ]);
    expect(unit.getByText(/saves 0 of 2 multiplications and adds 1 addition/)).toBeTruthy();
  });
  it('trains two numbers, step by step', () => {
    show();
    const unit = part('One unit in training');
    fireEvent.click(unit.getByRole('button', { name: 'One step' }));
    expect(unit.getByText(/After 1 step of SGD/)).toBeTruthy();
    const rows = unit.getAllByRole('row').slice(1);
    const cells = rows.map((row) => [...row.querySelectorAll('td')].map((td) => td.textContent));
    // 0.5 - 0.02 · 1.3 · 0.6 = 0.4844, -0.3 + 0.02 · 1.3 · 1 = -0.274.
    expect(cells.map(([before, now]) => [before, now])).toEqual([
      ['0.500', '0.484'],
      ['−0.300', '−0.274'],
      ['1.000', '1.000'],
    ]);
  });
  it('says when no gradient reaches the weights', () => {
    show('zh');
    const unit = part('训练中的一个单元');
    fireEvent.change(unit.getByRole('slider', { name: '权重 w₁' }), { target: { value: '0' } });
    expect(unit.getByText(/梯度到不了权重/)).toBeTruthy();
  });
  it('takes a typed number into range and says so', () => {
    show();
    const unit = part('One unit with its numbers');
    const field = unit.getByRole('textbox', { name: /Input x/ });
    fireEvent.change(field, { target: { value: '7' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(unit.getByText('7 is outside −3 to 3, so 3 is used.')).toBeTruthy();
  });
});

describe('the claims of lesson 1', () => {
  const failing = claims.filter(({ id }) => id === 'both-are-trained' || id === 'every-branch-runs');
  it('fail where a kernel gets no gradient and a branch is idle', async () => {
    const layout = {
      units: 1,
      stride: 4,
      at: { loss: 0, accuracy: 0, kernelGradNorm: 0, stateGradNorm: 0, stateNorm: 0, branchNorm: 0, weightNorm: 0 },
      size: { loss: 1, accuracy: 1, kernelGradNorm: 4, stateGradNorm: 2, stateNorm: 2, branchNorm: 1, weightNorm: 4 },
    };
    const score = { loss: 0, accuracy: 1 };
    const seed = { seed: 1, rows: new Float32Array([1, 0, 1, 1]), steps: 1, final: { train: score, test: score } };
    const world: RunResult = {
      arms: ['plain', 'residual'].map((name) => ({ name, layout, seeds: [seed] })),
    };
    const idle = { ratios: [0.5, 0], shares: [0.5, 0], cancellation: 1, weightNorms: [1] };
    for (const { run } of failing) {
      const { holds } = await run(
        async () => world,
        async ({ experiment }) =>
          ({
            arms: experiment.arms.map(({ name }) => ({ name, seeds: [{ seed: 1, finding: idle }] })),
          }) as never,
        () => Promise.reject(new Error('nothing races here')),
      );
      expect(holds).toBe(false);
    }
  });
});
