// @vitest-environment jsdom
/** Recordings in the place of the lessons' own live parts: where nothing can be trained, where it takes too long, at build. */
import '@testing-library/jest-dom/vitest';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FieldSweep } from '../../../src/components/experiment/FieldSweep.tsx';
import { setFreezeLimit } from '../../../src/components/experiment/freeze.ts';
import { RunDrawings } from '../../../src/components/experiment/RunDrawings.tsx';
import { RecordingsAtBuild } from '../../../src/components/experiment/recordings.tsx';
import { progressStore } from '../../../src/components/progress/useProgress.ts';
import { translator } from '../../../src/i18n/index.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import * as model from '../../../src/model/recording.ts';
import { variantsOf } from '../../../src/model/worker/sweep.ts';
import { onItsPage, type Part, parts, recordedNow, recordingsOf, show, workerThat } from './parts.tsx';

// Real networks are trained for these tests: a busy machine may need its time.
configure({ asyncUtilTimeout: 10_000 });

const depths = [2, 4];
let reduced = false;
let files = new Map<string, ArrayBuffer>();
const served = vi.fn(async (address: string) => {
  const bytes = [...files].find(([name]) => address.endsWith(name))?.[1];
  return new Response(bytes?.slice(0), { status: bytes ? 200 : 404 });
});

beforeEach(() => {
  vi.stubGlobal('fetch', served);
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: reduced && query.includes('motion') }));
});
afterEach(() => {
  cleanup();
  setFreezeLimit(undefined);
  vi.unstubAllGlobals();
  served.mockClear();
  localStorage.clear();
  progressStore.reload();
  reduced = false;
});

const root = ({ id }: Part) => {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  if (!found) throw new Error(`there is no #${id}`);
  return found;
};
const run = () => fireEvent.click(screen.getByRole('button', { name: /^(?:Run|Measure)$/ }));
const lock = () => {
  const [option] = screen.getAllByRole('radio', { name: /./ }).filter((each) => each.closest('[data-predict]'));
  if (option) fireEvent.click(option);
  fireEvent.click(screen.getByRole('button', { name: 'Lock my answer and run' }));
};
const verdict = () => document.querySelector('[data-verdict]')?.getAttribute('data-verdict');

describe.each(parts.map((part) => [part.id, part] as const))('%s', (_, part) => {
  beforeAll(async () => {
    files = await recordingsOf(part);
  }, 120_000);

  it('shows its recording, with engine and day, once it was asked for and nothing can be trained', async () => {
    vi.stubGlobal('Worker', workerThat('dies'));
    show(part);
    expect(root(part).querySelector('.recorded')).toBeNull();
    if (part.predict) lock();
    else run();
    await waitFor(() => expect(root(part).querySelector('.recorded')).toBeInTheDocument());
    expect(root(part).querySelector('.recorded')).toHaveTextContent(
      /recorded on 23 November 2026 with the fused \(simd\) engine/,
    );
    expect(root(part)).toHaveAttribute('data-status', 'failed');
    expect(root(part).querySelector('[role=alert]')).toHaveTextContent('Training stopped');
    expect(root(part)).toHaveTextContent(part.says);
    if (part.predict) await waitFor(() => expect(['hit', 'miss']).toContain(verdict()));
  });

  it('keeps it back where a prediction asks for it that is not locked', async () => {
    vi.stubGlobal('Worker', workerThat('dies'));
    show(part);
    run();
    if (!part.predict) return;
    await waitFor(() => expect(root(part).querySelector('[data-withheld]')).toBeInTheDocument());
    expect(root(part).querySelector('.recorded')).toBeNull();
    expect(root(part)).not.toHaveTextContent(part.says);
    lock();
    await waitFor(() => expect(root(part)).toHaveTextContent(part.says));
    expect(root(part).querySelector('[data-withheld]')).toBeNull();
  });

  it('says what went wrong, and no more, where the recording is missing too', async () => {
    const kept = files;
    files = new Map();
    vi.stubGlobal('Worker', workerThat('dies'));
    show(part);
    if (part.predict) lock();
    else run();
    await waitFor(() => expect(root(part).querySelector('[role=alert]')).toBeInTheDocument());
    await waitFor(() => expect(served).toHaveBeenCalledTimes(part.files.length));
    await Promise.allSettled(served.mock.results.map(({ value }) => value));
    expect(root(part).querySelector('.recorded')).toBeNull();
    expect(root(part)).not.toHaveTextContent(part.says);
    files = kept;
  });

  it('gives way to it after the seconds that were set, and says so', async () => {
    const worker = workerThat('sleeps');
    vi.stubGlobal('Worker', worker);
    setFreezeLimit(0.2);
    show(part);
    await waitFor(() => expect(served).toHaveBeenCalledTimes(part.files.length));
    run();
    await waitFor(() => expect(root(part).querySelector('[data-frozen]')).toHaveTextContent('longer than 0.2 s'));
    expect(root(part)).toHaveAttribute('data-status', 'idle');
    expect(root(part).querySelector('.recorded')).toBeInTheDocument();
    expect(root(part)).toHaveTextContent(part.says);
    const before = worker.asked;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(worker.asked).toBe(before);
  });

  it('is drawn from it for readers without scripts, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const html = renderToStaticMarkup(
        <RecordingsAtBuild value={{ files, model, Drawings: RunDrawings }}>
          {onItsPage(part, language)}
        </RecordingsAtBuild>,
      );
      const [, drawn = ''] = /<noscript><div class="drawings">(.*?)<\/noscript>/s.exec(html) ?? [];
      expect(drawn).toMatch(
        language === 'zh' ? /2026 年 11 月 23 日用 fused \(simd\) 引擎/ : /recorded on 23 November/,
      );
      expect(drawn).toMatch(/<svg/);
      expect(drawn).not.toMatch(/not been (?:trained|measured)|NaN|undefined/);
    }
  });
});

it('the race says how many of its steps a recording keeps', async () => {
  const race = parts.find(({ id }) => id === 'healthy-race');
  if (!race) throw new Error('there is no race');
  files = await recordingsOf(race);
  vi.stubGlobal('Worker', workerThat('dies'));
  show(race);
  lock();
  await waitFor(() => expect(root(race)).toHaveTextContent('The recording keeps 41 of the 300 steps'));
});

describe('a sweep', () => {
  const experiment: Experiment = { ...defaultExperiment, dataset: 'spiral', depth: 2, steps: 3, seeds: [7] };
  const sweep = { experiment, variants: variantsOf(experiment, 'depth', [2, 4]) };
  const measured = vi.fn();
  const field = (locked: boolean) => (
    <I18nextProvider i18n={translator('en')}>
      <FieldSweep
        id="swept"
        experiment={experiment}
        field="depth"
        values={depths}
        prediction={{ locked, here: true }}
        onMeasured={measured}
        recording="recordings/here/swept.bin"
      />
    </I18nextProvider>
  );
  it('that failed shows its recording once the prediction is locked, and reports it', async () => {
    files = new Map([['recordings/here/swept.bin', await recordedNow({ sweep })]]);
    vi.stubGlobal('Worker', workerThat('dies'));
    const page = render(field(false));
    run();
    await waitFor(() => expect(document.querySelector('[data-withheld]')).toBeInTheDocument());
    expect(document.querySelector('.recorded')).toBeNull();
    expect(measured).toHaveBeenLastCalledWith(undefined);
    page.rerender(field(true));
    await waitFor(() => expect(document.querySelector('.recorded')).toHaveTextContent('A run recorded on 23 November'));
    await waitFor(() => expect(measured.mock.lastCall?.[0]).toHaveLength(2));
    expect(measured.mock.lastCall?.[0][1].points.map(({ x }: { x: number }) => x)).toEqual([2, 4]);
  });
});

describe('a prediction locked on an earlier visit', () => {
  const [slope] = parts;
  it('measures again by itself, but not where the visitor wants less motion', () => {
    if (!slope) throw new Error('there are no parts');
    const worker = workerThat('sleeps');
    vi.stubGlobal('Worker', worker);
    show(slope);
    lock();
    expect(worker.asked).toBe(1);
    cleanup();
    show(slope);
    expect(worker.asked).toBe(2);
    cleanup();
    reduced = true;
    show(slope);
    expect(worker.asked).toBe(2);
    run();
    expect(worker.asked).toBe(3);
  });
  it('starts at once where it is locked now, whatever the visitor wants of motion', () => {
    if (!slope) throw new Error('there are no parts');
    const worker = workerThat('sleeps');
    vi.stubGlobal('Worker', worker);
    reduced = true;
    show(slope);
    lock();
    expect(worker.asked).toBe(1);
  });
});
