// @vitest-environment jsdom
/** What was locked and answered survives a reload: the page as written at build time takes it up after hydration. */
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkAnswer, lockPrediction } from '../../../src/components/progress/changes.ts';
import { nothing, type Progress } from '../../../src/components/progress/progress.ts';
import { key } from '../../../src/components/progress/store.ts';
import { progressStore } from '../../../src/components/progress/useProgress.ts';
import { Predict } from '../../../src/components/prose/Predict.tsx';
import { PredictChoice } from '../../../src/components/prose/PredictChoice.tsx';
import { answers } from '../../../src/components/prose/prediction.ts';
import { Option, Quiz } from '../../../src/components/prose/Quiz.tsx';
import { page, show } from './record.ts';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  localStorage.clear();
  progressStore.reload();
});

const lesson = (
  <>
    <PredictChoice id="first">
      <p>How large?</p>
    </PredictChoice>
    <Predict sweep="sweep">
      <p>How high?</p>
    </Predict>
    <Quiz id="q" stem="Which?">
      <Option answer="this" misconception="a-belief">
        about this
      </Option>
      <Option answer="that">about that</Option>
    </Quiz>
  </>
);

/** Opens the page as a browser does that has kept this. @returns what React complained of */
async function reload(kept: Progress): Promise<unknown[]> {
  progressStore.change(() => nothing);
  const container = document.createElement('div');
  container.innerHTML = renderToString(page(lesson, 'en'));
  document.body.append(container);
  localStorage.setItem(key, JSON.stringify(kept));
  progressStore.reload();
  const faults: unknown[] = [];
  await act(async () => {
    hydrateRoot(container, page(lesson, 'en'), { onRecoverableError: (error) => faults.push(error) });
  });
  return faults;
}
const curves = [2, 10, 30].map((x, i) => ({ x, y: i }));
const kept = [
  lockPrediction('here', 'first', { choice: 'tenth' }),
  lockPrediction('here', 'sweep', { curves: ['plain', 'residual'].map((arm) => ({ arm, points: curves })) }),
  checkAnswer('here', 'q', 1),
].reduce((progress, change) => change(progress), nothing);

describe('after a reload', () => {
  it('predictions are locked and answers checked, without a mismatch', async () => {
    const complaints = vi.spyOn(console, 'error');
    expect(await reload(kept)).toEqual([]);
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
    expect(screen.getByRole('radio', { name: 'a tenth' })).toBeChecked();
    expect(document.querySelector('[data-predict="first"]')).toHaveAttribute('data-locked', 'true');
    expect(document.querySelector('[data-predict="sweep"]')).toHaveAttribute('data-locked', 'true');
    expect(screen.getByRole('slider', { name: 'plain network, 30 layers' })).toHaveAttribute('aria-valuenow', '2');
    expect(screen.getByRole('radio', { name: 'that' })).toBeChecked();
    expect(screen.getByText('about that')).toBeVisible();
    expect(screen.getByText('about this')).not.toBeVisible();
  });
  it('what another lesson has kept under the same names is none of this one', async () => {
    const { here = {} } = kept.predictions;
    await reload({ ...kept, predictions: { there: here }, answers: { there: { q: 1 } } });
    expect(document.querySelector('[data-predict="first"]')).toHaveAttribute('data-locked', 'false');
    expect(screen.getByRole('radio', { name: 'that' })).not.toBeChecked();
  });
  it('an answer that is no longer offered is not taken for one, and the question can be answered anew', async () => {
    const user = userEvent.setup();
    await reload(lockPrediction('here', 'first', { choice: 'half' })(nothing));
    expect(document.querySelector('[data-predict="first"]')).toHaveAttribute('data-locked', 'false');
    await user.click(screen.getByRole('radio', { name: 'the same' }));
    await user.click(screen.getAllByRole('button', { name: 'Lock my answer and run' })[0] ?? document.body);
    expect(document.querySelector('[data-predict="first"]')).toHaveAttribute('data-locked', 'true');
    expect(progressStore.getState().progress.predictions.here?.first).toEqual({ choice: 'equal' });
  });
  it('a quiz item that has lost answers is open again', async () => {
    await reload(checkAnswer('here', 'q', 5)(nothing));
    for (const radio of screen.getAllByRole('radio', { name: /^th[ia]/ })) expect(radio).not.toBeChecked();
  });
});

describe('what is done is kept at once', () => {
  it('by the place of the answer, which is the same in both languages', async () => {
    const user = userEvent.setup();
    show(lesson);
    await user.click(screen.getByRole('radio', { name: 'this' }));
    expect(progressStore.getState().progress.answers).toEqual({});
    await user.click(screen.getByRole('button', { name: 'Check my answer' }));
    expect(JSON.parse(localStorage.getItem(key) ?? '').answers).toEqual({ here: { q: 0 } });
  });
});

describe('a drawn prediction', () => {
  const drawn = (...xs: number[]) => ({ curves: [{ arm: 'plain', points: xs.map((x) => ({ x, y: 1 })) }] });
  it.each([
    ['the same depths', drawn(2, 10), [2, 10], true],
    ['other depths', drawn(2, 12), [2, 10], false],
    ['fewer depths', drawn(2), [2, 10], false],
    ['no sweep', drawn(2, 10), undefined, false],
  ])('answers %s: %s', (_, prediction, values, expected) =>
    expect(answers(prediction, undefined, values)).toBe(expected),
  );
});
