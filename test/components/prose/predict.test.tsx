// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { progressStore } from '../../../src/components/progress/useProgress.ts';
import { paper, scalesOf } from '../../../src/components/prose/drawing.ts';
import { usePrediction, useReport } from '../../../src/components/prose/LessonState.tsx';
import { Predict } from '../../../src/components/prose/Predict.tsx';
import { PredictChoice, VerdictChoice } from '../../../src/components/prose/PredictChoice.tsx';
import { Verdict } from '../../../src/components/prose/Verdict.tsx';
import { page, show } from './record.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
  progressStore.reload();
});

/** Stands in for the experiment: says what is locked, and reports a measurement when told to. */
function Probe() {
  const { locked, curves: prediction } = usePrediction('sweep');
  const report = useReport();
  const curve = (arm: string, ...medians: number[]) => ({
    arm,
    points: [2, 10, 30].map((x, i) => ({ x, median: medians[i] ?? 0, min: 0.4, max: 2.4, seeds: 3 })),
  });
  const arms = [curve('plain', 0.44, 0.6, 1.73), curve('residual', 0.43, 0.42, 0.42)];
  return (
    <>
      <output data-testid="probe">{JSON.stringify({ locked, prediction })}</output>
      <button type="button" onClick={() => report('sweep', { preset: 'one', arms })}>
        report
      </button>
    </>
  );
}
const lesson = (
  <>
    <Predict sweep="sweep">
      <p>Question</p>
    </Predict>
    <Verdict sweep="sweep" />
    <Probe />
  </>
);
const lockButton = () => screen.getByRole('button', { name: 'Lock my answer and run' });
const slider = (name: string) => screen.getByRole('slider', { name });
const probe = () => JSON.parse(screen.getByTestId('probe').textContent ?? '');

describe('Predict', () => {
  it('can be drawn and locked by keyboard alone, and stays as locked', async () => {
    const user = userEvent.setup();
    show(lesson);
    expect(screen.getAllByRole('slider')).toHaveLength(6);
    slider('plain network, 30 layers').focus();
    await user.keyboard('{End}{PageDown}{ArrowDown}');
    expect(slider('plain network, 30 layers')).toHaveAttribute('aria-valuenow', '2.45');
    expect(slider('plain network, 30 layers')).toHaveAttribute('aria-valuetext', 'loss 2.45');

    lockButton().focus();
    await user.keyboard('{Enter}');
    expect(probe().locked).toBe(false);
    expect(screen.getByText(/Still to draw: residual/)).toBeInTheDocument();

    slider('residual network, 30 layers').focus();
    await user.keyboard('{Home}');
    lockButton().focus();
    await user.keyboard('{Enter}');
    expect(probe().locked).toBe(true);
    expect(probe().prediction[0].points).toEqual([
      { x: 2, y: 1.5 },
      { x: 10, y: 1.5 },
      { x: 30, y: 2.45 },
    ]);

    slider('plain network, 30 layers').focus();
    await user.keyboard('{Home}');
    expect(slider('plain network, 30 layers')).toHaveAttribute('aria-valuenow', '2.45');
    expect(slider('plain network, 30 layers')).toHaveAttribute('aria-readonly', 'true');
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    expect(probe().prediction[0].points[2].y).toBe(2.45);
  });

  it('takes numbers instead, and ignores an emptied field', async () => {
    const user = userEvent.setup();
    show(lesson);
    await user.click(screen.getByText('Enter numbers instead'));
    const field = screen.getByRole('spinbutton', { name: 'plain network, 10 layers' });
    fireEvent.change(field, { target: { value: '2.2' } });
    expect(slider('plain network, 10 layers')).toHaveAttribute('aria-valuenow', '2.2');
    fireEvent.change(field, { target: { value: '' } });
    expect(slider('plain network, 10 layers')).toHaveAttribute('aria-valuenow', '2.2');
  });

  it('follows a pointer across the paper, for the chosen curve only', () => {
    const { container } = show(lesson);
    const svg = container.querySelector('svg');
    if (!svg) throw new Error('no paper');
    svg.getBoundingClientRect = () => new DOMRect(0, 0, paper.width, paper.height);
    svg.setPointerCapture = vi.fn();
    svg.hasPointerCapture = () => true;
    const scales = scalesOf([2, 10, 30]);
    const at = (depth: number, loss: number) => ({ clientX: scales.x(depth), clientY: scales.y(loss), button: 0 });
    fireEvent.click(within(container).getByRole('radio', { name: 'residual' }));
    fireEvent.pointerDown(svg, at(2, 0.5));
    fireEvent.pointerMove(svg, at(10, 0.45));
    fireEvent.pointerMove(svg, at(30, 0.4));
    const values = (arm: string) =>
      [2, 10, 30].map((depth) => slider(`${arm} network, ${depth} layers`).getAttribute('aria-valuenow'));
    expect(values('residual')).toEqual(['0.5', '0.45', '0.4']);
    expect(values('plain')).toEqual(['1.5', '1.5', '1.5']);
  });

  it('draws the chosen curve from a point of the other, but grasps that point once both are drawn', () => {
    const { container } = show(lesson);
    const svg = container.querySelector('svg');
    if (!svg) throw new Error('no paper');
    svg.getBoundingClientRect = () => new DOMRect(0, 0, paper.width, paper.height);
    svg.setPointerCapture = vi.fn();
    const scales = scalesOf([2, 10, 30]);
    const press = (loss: number) =>
      fireEvent.pointerDown(svg, { clientX: scales.x(10), clientY: scales.y(loss), button: 0 });
    const value = (arm: string) => slider(`${arm} network, 10 layers`).getAttribute('aria-valuenow');
    press(2.5);
    fireEvent.click(screen.getByRole('radio', { name: 'residual' }));
    press(2.4);
    expect([value('plain'), value('residual')]).toEqual(['2.5', '2.4']);
    press(0.5);
    press(2.55);
    expect([value('plain'), value('residual')]).toEqual(['2.55', '0.5']);
    expect(screen.getByRole('radio', { name: 'plain' })).toBeChecked();
  });

  it('is readable without scripts', () => {
    const html = renderToStaticMarkup(page(lesson, 'zh'));
    expect(html).toContain('锁定答案并运行');
    expect(html).toContain('瞎猜');
    expect(html).toContain('Question');
  });
});

describe('Verdict', () => {
  it('sets prediction beside measurement once there are both, and asks where they differ', async () => {
    const user = userEvent.setup();
    show(lesson);
    expect(screen.getByText(/appears here once/)).toBeInTheDocument();
    slider('plain network, 2 layers').focus();
    await user.keyboard('{End}');
    slider('residual network, 2 layers').focus();
    await user.keyboard('{ArrowUp}');
    await user.click(lockButton());
    expect(screen.getByText(/when the run is done/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'report' }));
    expect(
      screen.getByText(/you drew 3\.00 at 2 layers and 1\.50 at 30\. Measured: 0\.44 and 1\.73/),
    ).toHaveTextContent('(0.40 to 2.40, 3 seeds)');
    expect(screen.getByText(/Measured with preset one/)).toBeInTheDocument();
    expect(screen.getByText(/What did your curve assume/)).toBeInTheDocument();
  });
});

describe('PredictChoice', () => {
  function Reporter() {
    const report = useReport();
    return (
      <button type="button" onClick={() => report('first', { median: 5e-6, min: 1e-6, max: 9e-6, seeds: 3 })}>
        report
      </button>
    );
  }
  const chosen = (
    <>
      <PredictChoice id="first">
        <p>Question</p>
      </PredictChoice>
      <VerdictChoice id="first">
        <p>What was left out?</p>
      </VerdictChoice>
      <Reporter />
    </>
  );
  it('is chosen and locked by keyboard, and cannot be changed afterwards', async () => {
    const user = userEvent.setup();
    show(chosen);
    expect(lockButton()).toHaveAttribute('aria-disabled', 'true');
    screen.getByRole('radio', { name: 'a millionth' }).focus();
    await user.keyboard(' {ArrowDown}');
    expect(screen.getByRole('radio', { name: 'a tenth' })).toBeChecked();
    await user.click(lockButton());
    expect(screen.getByRole('radio', { name: 'a millionth' })).toBeDisabled();
    expect(screen.getByText(/Your answer is locked. The comparison/)).toBeInTheDocument();
  });
  it('is set beside the measurement: a miss asks on, a hit asks why', async () => {
    const user = userEvent.setup();
    show(chosen);
    await user.click(screen.getByRole('radio', { name: 'a tenth' }));
    await user.click(lockButton());
    await user.click(screen.getByRole('button', { name: 'report' }));
    expect(screen.getByText(/You said: a tenth. Measured: five in a million/)).toBeInTheDocument();
    expect(screen.getByText('What was left out?')).toBeInTheDocument();
  });
  it('asks for a reason where the two agree', async () => {
    const user = userEvent.setup();
    show(chosen);
    await user.click(screen.getByRole('radio', { name: 'a millionth' }));
    await user.click(lockButton());
    await user.click(screen.getByRole('button', { name: 'report' }));
    expect(screen.queryByText('What was left out?')).not.toBeInTheDocument();
    expect(screen.getByText(/Say why before you read on/)).toBeInTheDocument();
  });
});
