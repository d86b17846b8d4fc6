// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, useSyncExternalStore } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownStore } from '../../../src/components/experiment/ownStore.ts';
import { RunFiles } from '../../../src/components/export/RunFiles.tsx';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import type { EngineName } from '../../../src/model/engine/engine.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { runFileVersion, writeRun } from '../../../src/model/export/runFile.ts';
import { layoutOf } from '../../../src/model/telemetry.ts';
import type { FromWorker, ToWorker } from '../../../src/model/worker/messages.ts';
import { createRun, type Run } from '../../../src/model/worker/run.ts';
import { blobs } from '../../model/own/cases.ts';

// The writers of files are fetched when they are first needed, which may take long on a busy machine.
configure({ asyncUtilTimeout: 5000 });

const here: Experiment = { ...defaultExperiment, depth: 2, steps: 2, seeds: [7] };
const there: Experiment = { ...here, dataset: 'spiral', seeds: [3] };
const layout = layoutOf({ depth: 2, layersPerUnit: 2 });
const file = writeRun({
  origin: { date: '2026-11-23', engine: 'fused (simd)', milliseconds: 3 },
  experiment: there,
  arms: there.arms.map(({ name }, a) => ({
    name,
    layout,
    seeds: [{ seed: 3, steps: 2, rows: Float32Array.from({ length: 2 * layout.stride }, (_, i) => i / 7 + a) }],
  })),
});

let sent: ToWorker[] = [];
const newRun = () =>
  createRun({
    experiment: here,
    dataUrl: '/data.bin',
    createWorker: () => ({ onmessage: null, onerror: null, terminate: () => {}, postMessage: (one) => sent.push(one) }),
    schedule: (callback) => callback(),
  });

function Page({ run }: { readonly run: Run }) {
  const [experiment, change] = useState(here);
  const snapshot = useSyncExternalStore(run.subscribe, run.getSnapshot);
  return (
    <>
      <output>{experiment.dataset}</output>
      <RunFiles experiment={experiment} run={run} snapshot={snapshot} change={change} />
    </>
  );
}
const open = (run: Run, language: Language = 'en') =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <Page run={run} />
    </I18nextProvider>,
  );
const upload = async (text: string, name = 'mine.json') =>
  userEvent.upload(screen.getByLabelText('Open a run file'), new File([text], name, { type: 'application/json' }));

/** What the worker finds of each arm; nothing where its data are missing, and undefined where it does not even load. */
let parted: readonly number[] | undefined;
let asked: Extract<ToWorker, { type: 'ask' }>[] = [];
let engine: EngineName;
class FakeWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  postMessage(order: ToWorker) {
    if (order.type !== 'ask') return;
    asked.push(order);
    const { runId } = order;
    const say = (data: FromWorker) => this.onmessage?.({ data });
    queueMicrotask(() => {
      if (!parted) return this.onerror?.({ message: 'it did not load' });
      say({ type: 'started', runId, engine });
      if (parted.length === 0) return say({ type: 'failed', runId, code: 'data-missing', detail: '' });
      for (const _ of order.question.experiment.seeds) {
        say({ type: 'found', runId, kind: 'rounding', findings: parted.map((apart) => ({ apart })) });
      }
      say({ type: 'answered', runId, milliseconds: 1 });
    });
  }
  terminate() {}
}

const saved: { blob: Blob; name: string }[] = [];
beforeEach(() => {
  sent = [];
  saved.length = 0;
  asked = [];
  parted = [1e-6, 2e-6];
  engine = { name: 'fused', backend: 'simd' };
  vi.stubGlobal('Worker', FakeWorker);
  let last = new Blob();
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        last = blob;
        return 'blob:x';
      },
      revokeObjectURL: () => {},
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ blob: last, name: this.download });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('opening a run file', () => {
  it('shows the run as a recording with its origin, its settings in the controls, and can be undone', async () => {
    const run = newRun();
    const before = run.getSnapshot();
    open(run);
    await upload(file);
    await screen.findByText(/“mine.json” is open/);
    expect(screen.getByText('spiral')).toBeInTheDocument();
    const { status, recording, arms } = run.getSnapshot();
    expect(status).toBe('done');
    expect(recording?.date).toBe('2026-11-23');
    expect(arms[1]?.seeds[0]?.rows[7]).toBe(2);
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(run.getSnapshot()).toBe(before);
    expect(screen.getByText('fashion')).toBeInTheDocument();
  });

  it('trains again what was in training, when it is undone', async () => {
    const run = newRun();
    run.start(here);
    open(run);
    await upload(file);
    await screen.findByText(/is open/);
    expect(sent.at(-1)?.type).toBe('cancel');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(sent.at(-1)).toMatchObject({ type: 'start', experiment: here });
  });

  it.each([
    ['{"lessons":{}}', /“mine.json” is no whole run file of this course, so nothing was changed/],
    [file.slice(0, -40), /is no whole run file/],
    [
      JSON.stringify({ ...JSON.parse(file), version: runFileVersion + 4 }),
      new RegExp(`newer version \\(format ${runFileVersion + 4}, this page knows ${runFileVersion}\\)`),
    ],
  ])('that is none, or too new, gets a sentence and changes nothing (%#)', async (text, sentence) => {
    const run = newRun();
    const before = run.getSnapshot();
    open(run);
    await upload(text);
    await screen.findByText(sentence);
    expect(run.getSnapshot()).toBe(before);
    expect(screen.getByText('fashion')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('taking files out', () => {
  it('offers nothing to keep before something was trained, but the code', () => {
    open(newRun());
    expect(screen.getByText(/Nothing has been trained here yet/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Telemetry as CSV' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'PyTorch' })).toBeEnabled();
    expect(screen.getByRole('link', { name: /fashion14\.bin/ })).toHaveAttribute('href', '/data/fashion14.bin');
  });

  it('writes the run that is shown: a file that was opened comes out as it went in', async () => {
    const run = newRun();
    open(run);
    await upload(file);
    await screen.findByText(/is open/);
    for (const name of ['Run file', 'Telemetry as CSV', 'Telemetry as JSON']) {
      await userEvent.click(screen.getByRole('button', { name }));
    }
    await waitFor(() => expect(saved.length).toBe(3));
    expect(saved.map(({ name }) => name)).toEqual([
      'residual-lab-run.json',
      'residual-lab-telemetry.csv',
      'residual-lab-telemetry.json',
    ]);
    expect(JSON.parse((await saved[0]?.blob.text()) ?? '')).toEqual(JSON.parse(file));
    expect((await saved[1]?.blob.text())?.split('\r\n').length).toBe(1 + 2 * 2 + 1);
    expect(JSON.parse((await saved[2]?.blob.text()) ?? '').networks.length).toBe(2);
  });

  it('writes the code of the settings, with their link', async () => {
    open(newRun(), 'zh');
    await userEvent.click(screen.getByRole('button', { name: 'PyTorch' }));
    await userEvent.click(screen.getByRole('button', { name: 'Jupyter 笔记本' }));
    await waitFor(() => expect(saved.length).toBe(2));
    expect(saved.map(({ name }) => name)).toEqual(['residual_lab.py', 'residual_lab.ipynb']);
    expect(await saved[0]?.blob.text()).toContain(`LINK = "${window.location.origin}/?v=1&steps=2&depth=2&seeds=7"`);
    expect(JSON.parse((await saved[1]?.blob.text()) ?? '').cells[0].source.join('')).toContain(
      '# 残差实验室的一个实验',
    );
  });
});

describe('the code', () => {
  const textOf = async (i: number) => (await saved[i]?.blob.text()) ?? '';
  const take = async (name: string, count: number) => {
    await userEvent.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(saved.length).toBe(count));
  };

  it('agrees without a hedge where rounding does not grow; it is measured once for the same settings', async () => {
    open(newRun());
    await take('PyTorch', 1);
    expect(
      await screen.findByText(/losses move by 2.*at most\. The file and this page agree to 0\.0001/),
    ).toBeInTheDocument();
    await take('Jupyter notebook', 2);
    expect(asked.length).toBe(1);
    expect(asked[0]?.question).toEqual({ kind: 'rounding', trained: false, experiment: here });
    for (const i of [0, 1]) {
      expect(await textOf(i)).toContain('they agree to 0.0001');
      expect(await textOf(i)).not.toMatch(/unless training|about 0\.0001|not surely|except where/);
    }
  });

  it.each([
    [
      'en',
      'Jupyter notebook',
      'move by 0.20 (plain). So the file computes these 20 steps in this page’s own order of operations',
      '0.20 (arm 1)',
    ],
    ['zh', 'Jupyter 笔记本', '（普通 0.20）', '（第 1 个 0.20）'],
  ] as const)(
    'names the arms in which it grows, on the page and in the files (%s)',
    async (language, book, page, inBook) => {
      parted = [0.2, 2e-6];
      open(newRun(), language);
      await take('PyTorch', 1);
      const [found] = await screen.findAllByText((_, element) => element?.textContent?.includes(page) ?? false);
      expect(found).toBeDefined();
      await take(book, 2);
      expect(await textOf(0)).toContain('    2e-1 in arm 1\n');
      for (const i of [0, 1]) expect(await textOf(i)).toContain('EXACT = [20, 0]');
      expect(await textOf(1)).toContain(inBook);
    },
  );

  it('takes the order of tfjs where the tape trains, in the arms in which rounding grows', async () => {
    parted = [0.2, 2e-6];
    engine = { name: 'tape', backend: 'cpu' };
    open(newRun());
    await take('PyTorch', 1);
    expect(await screen.findByText(/computes these 20 steps in this page’s own order/)).toBeInTheDocument();
    expect(await textOf(0)).toContain('EXACT = [20, 0]');
    expect(await textOf(0)).toContain('TensorFlow.js in plain JavaScript');
  });

  it('takes the page’s own order in all arms where nothing can be measured, says so, and is measured anew the next time', async () => {
    parted = undefined;
    open(newRun());
    await take('PyTorch', 1);
    expect(
      await screen.findByText(/could not be measured here\. So the file computes the first 20/),
    ).toBeInTheDocument();
    expect(await textOf(0)).toContain('Nobody measured');
    expect(await textOf(0)).toContain('EXACT = [20, 20]');
    parted = [1e-6, 1e-6];
    await take('Jupyter notebook', 2);
    expect(await textOf(1)).not.toContain('Nobody measured');
    expect(await textOf(1)).toContain('EXACT = [0, 0]');
    expect(screen.queryByText(/could not be measured/)).toBeNull();
  });

  it.each([
    ['no SIMD here, and no worker', false, undefined],
    ['the worker trains on the tape, and finds nothing', true, { name: 'tape', backend: 'cpu' }],
  ] as const)('takes the order of tfjs in all arms where %s', async (_, simd, used) => {
    parted = used ? [] : undefined;
    if (used) engine = used;
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(simd);
    open(newRun());
    await take('PyTorch', 1);
    expect(
      await screen.findByText(/could not be measured here\. So the file computes the first 20/),
    ).toBeInTheDocument();
    expect(await textOf(0)).toContain('EXACT = [20, 20]');
    expect(await textOf(0)).toContain('TensorFlow.js in plain JavaScript');
  });

  it('says nothing of other settings than those that were measured', async () => {
    open(newRun());
    await take('PyTorch', 1);
    await screen.findByText(/agree to 0\.0001/);
    await upload(file);
    await screen.findByText(/is open/);
    expect(screen.queryByText(/agree to 0\.0001/)).toBeNull();
  });
});

it('a run on own data brings them along, says that files hold them, and taking it back brings back the ones before', async () => {
  const [mine, theirs] = [blobs(40, 2, 2), blobs(60, 3, 3)];
  const experiment: Experiment = { ...there, dataset: 'own' };
  const text = writeRun({
    origin: { date: '2026-11-23', engine: 'fused (simd)', milliseconds: 3 },
    experiment,
    own: theirs,
    arms: experiment.arms.map(({ name }) => ({
      name,
      layout,
      seeds: [{ seed: 3, steps: 2, rows: new Float32Array(2 * layout.stride) }],
    })),
  });
  ownStore.put(mine);
  const run = newRun();
  open(run);
  await upload(text);
  await waitFor(() => expect(document.querySelector('output')).toHaveTextContent('own'));
  expect(ownStore.get()).toEqual(theirs);
  expect(run.getSnapshot().own).toEqual(theirs);
  expect(screen.getByText(/holds your data: whoever gets it gets them/)).toBeInTheDocument();
  await userEvent.click(screen.getByText('PyTorch'));
  await waitFor(() => expect(saved.at(-1)?.name).toBe('residual_lab.py'));
  expect(await saved.at(-1)?.blob.text()).toContain(`"c1", "c2", "c3"`);
  await userEvent.click(screen.getByText('Undo'));
  expect(ownStore.get()).toBe(mine);
  ownStore.put(undefined);
});
