// @vitest-environment jsdom
/** The live parts of the lesson: the walk without a worker, the review, and the count that decides the prediction. */
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LessonProvider } from '../../../src/components/prose/LessonState.tsx';
import { PredictChoice, VerdictChoice } from '../../../src/components/prose/PredictChoice.tsx';
import { translator } from '../../../src/i18n/index.ts';
import { BlockStepper } from '../../../src/lessons/09-build-a-block/BlockStepper.tsx';
import { Defects } from '../../../src/lessons/09-build-a-block/Defects.tsx';
import { buildABlock } from '../../../src/lessons/09-build-a-block/lesson.ts';
import { Unrolled } from '../../../src/lessons/09-build-a-block/Unrolled.tsx';
import { clonesOf } from '../../../src/model/blocks/clones.ts';
import { small } from '../../../src/model/blocks/presets.ts';
import type { FromBlocks, ToBlocks } from '../../../src/model/worker/blocksMessages.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (part: React.ReactNode) =>
  render(
    <I18nextProvider i18n={translator('en')}>
      <LessonProvider
        lesson={`build-a-block-${Math.random()}`}
        experiments={{}}
        predictions={buildABlock.predictions ?? {}}
        record={{ date: '2026-01-01', engine: 'none', claims: [] }}
      >
        {part}
      </LessonProvider>
    </I18nextProvider>,
  );

/** Answers every wish in the same way, or dies. */
const workerThat = (answer: (wish: ToBlocks) => FromBlocks | undefined) =>
  class {
    onmessage: ((event: { data: FromBlocks }) => void) | null = null;
    onerror: ((event: { message: string }) => void) | null = null;
    terminate() {}
    postMessage(wish: ToBlocks) {
      const data = answer(wish);
      queueMicrotask(() => (data ? this.onmessage?.({ data }) : this.onerror?.({ message: 'gone' })));
    }
  };

describe('the walk', () => {
  it('goes through the lines by button and key, before any picture is sent', async () => {
    show(<BlockStepper id="stepper" />);
    const lines = () => within(screen.getByRole('list')).getAllByRole('button');
    expect(lines()[0]).toHaveAttribute('aria-current', 'step');
    await userEvent.click(screen.getByRole('button', { name: 'Next line' }));
    lines()[1]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(lines()[4]).toHaveFocus();
    expect(screen.getByText(/This line is the shortcut/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'backward' }));
    expect(lines()[16]).toHaveAttribute('aria-current', 'step');
    await userEvent.click(screen.getByRole('button', { name: 'Next line' }));
    expect(lines()[15]).toHaveAttribute('aria-current', 'step');
  });
  it('says that the picture could not be sent, and lets it be tried again', async () => {
    vi.stubGlobal(
      'Worker',
      workerThat(() => undefined),
    );
    show(<BlockStepper id="stepper" />);
    await userEvent.click(screen.getByRole('button', { name: 'Send a picture through' }));
    expect(await screen.findByText(/could not be sent/)).toBeInTheDocument();
    expect(document.getElementById('stepper')).toHaveAttribute('data-status', 'failed');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});

describe('the review', () => {
  const mark = (text: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name: text }));
  it('speaks of the marked lines only, until all are asked for', async () => {
    show(<Defects id="review" />);
    expect(screen.queryByText(/stray print/)).not.toBeInTheDocument();
    mark(/print\("finished"\)/);
    mark(/X_shortcut = X$/);
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(screen.getByText(/stray print/)).toBeInTheDocument();
    expect(screen.getByText(/^1 of the 6 lines.*0 worth a remark, 1 in order/)).toBeInTheDocument();
    expect(screen.queryByText(/no projection for the case/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show the others' }));
    expect(screen.getByText(/no projection for the case/)).toBeInTheDocument();
  });
  it('draws the kernels and tells the copies', async () => {
    vi.stubGlobal(
      'Worker',
      workerThat((wish) => ({
        id: wish.id,
        type: 'granted',
        granted: {
          kind: 'clones',
          clones: clonesOf(small(14), (i) => ('seed' in wish && wish.seed === 'own' ? i : 0)),
        },
      })),
    );
    show(<Defects id="review" />);
    mark(/return X/);
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    await userEvent.click(screen.getByRole('button', { name: 'Draw the kernels and compare' }));
    const { convolutions, different } = clonesOf(small(14), () => 0);
    expect(await screen.findByText(new RegExp(`^${convolutions} convolutions, ${different} different`))).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'one for each layer' }));
    expect(await screen.findByText(/no layer is a copy/)).toBeVisible();
  });
});

describe('the count of the stages', () => {
  it('is kept back until the prediction is locked, and decides it', async () => {
    show(
      <>
        <Unrolled id="count" predict="stage-five" />
        <PredictChoice id="stage-five">What share?</PredictChoice>
        <VerdictChoice id="stage-five">Why?</VerdictChoice>
      </>,
    );
    expect(screen.queryByText(/52%/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /about 20%/ }));
    await userEvent.click(screen.getByRole('button', { name: /lock/i }));
    expect(document.getElementById('count')).toHaveAttribute('data-status', 'done');
    expect(document.querySelector('[data-verdict="miss"]')).toHaveTextContent('Measured: 52%');
  });
});
