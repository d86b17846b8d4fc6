// @vitest-environment jsdom
/** The panel that examines: choosing a kind asks it and draws the answer; what has none is said. */
import '@testing-library/jest-dom/vitest';
import { readFile } from 'node:fs/promises';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Examination, Examine } from '../../../src/components/lab/Examine.tsx';
import { layerTake, middleLine, movedTakes, valleys } from '../../../src/components/lab/movedFindings.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { linePositions } from '../../../src/model/analysis/landscape.ts';
import { inquire } from '../../../src/model/analysis/question.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import type { FromWorker, ToWorker } from '../../../src/model/worker/messages.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fusedEngine(await readFile('src/model/engine/kernel/build/kernel.wasm'));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Answers on this thread what the worker would. */
class Here {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror = null;
  async postMessage(message: ToWorker) {
    if (message.type !== 'ask') return;
    const { runId, question } = message;
    const say = (data: FromWorker) => act(() => this.onmessage?.({ data }));
    for await (const findings of inquire(question, async (seed) => spiral(seed), engine)) {
      say({ type: 'found', runId, kind: question.kind, findings });
    }
    say({ type: 'answered', runId, milliseconds: 40 });
  }
  terminate() {
    this.onmessage = null;
  }
}

const small: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  width: 8,
  depth: 4,
  steps: 10,
  batch: 32,
  seeds: [1, 2, 3],
};
function Held({ experiment }: { readonly experiment: Experiment }) {
  const [examination, set] = useState<Examination>({ kind: 'gradient', trained: false });
  return <Examine experiment={experiment} examination={examination} onExamination={set} />;
}
const show = (part: Partial<Experiment> = {}, language: Language = 'en') => {
  vi.stubGlobal('Worker', Here);
  return render(
    <I18nextProvider i18n={translator(language)}>
      <Held experiment={{ ...small, ...part }} />
    </I18nextProvider>,
  );
};
const answered = (kind: string) =>
  vi.waitFor(() => {
    const part = document.getElementById('lab-examine');
    expect(part).toHaveAttribute('data-kind', kind);
    expect(part).toHaveAttribute('data-status', 'done');
    return part ?? document.body;
  });

describe('choosing a kind draws it', () => {
  it.each([
    ['en', 'Examine', 'loss landscape', 'landscape', /^The loss as it stands.*: plain \d.*then.*; residual \d/, 21],
    ['en', 'Examine', 'weights disturbed', 'sensitivity', /4 significant bits is: plain .+; residual .+\.$/, 12],
    ['en', 'Examine', 'shattered gradients', 'shattering', /5% of the line apart.*: plain [\d−]/, 21],
    ['en', 'Examine', 'Euler’s method', 'euler', /^Half the step leaves .*: plain \d+%; residual \d+%\.$/, 8],
    ['zh', '检查', '损失曲面', 'landscape', /^原处的损失.*：普通.*；残差.*。$/, 21],
    ['zh', '检查', '权重受扰动', 'sensitivity', /^权重舍入到 4 位.*：普通.*；残差.*。$/, 12],
    ['zh', '检查', '梯度破碎', 'shattering', /^沿线相距 5% 的斜率.*：普通.*；残差.*。$/, 21],
    ['zh', '检查', '欧拉法', 'euler', /^步长减半.*：普通.*%；残差.*%。$/, 8],
  ] as const)('%s, %s: %s', async (language, button, label, kind, sentence, rows) => {
    const user = userEvent.setup();
    show({}, language);
    await user.click(screen.getByRole('button', { name: button }));
    await user.click(screen.getByRole('radio', { name: label }));
    const part = await answered(kind);
    expect(part.querySelector('.take')?.textContent?.trim()).toMatch(sentence);
    expect(part.querySelectorAll('svg path.curve').length).toBe(2);
    await user.click(within(part).getByRole('button', { name: language === 'zh' ? '数据表' : 'Table' }));
    expect(within(part).getAllByRole('row')).toHaveLength(rows + 1);
    // Two arms, three seeds each, every cell a number.
    const cells = [...part.querySelectorAll('tbody td')].map((cell) => cell.textContent);
    expect(cells.length).toBeGreaterThanOrEqual(6 * rows);
    expect(cells).not.toContain('');
  });

  it('one layer at a time is another look at the same answer', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Examine' }));
    await user.click(screen.getByRole('radio', { name: 'weights disturbed' }));
    const part = await answered('sensitivity');
    await user.click(within(part).getByRole('radio', { name: 'disturb one layer' }));
    expect(part.querySelector('.take')).toHaveTextContent(/changes the answers most.*: plain (the|layer) .*; residual/);
    expect(part).toHaveTextContent('multiplied by 1 plus noise of 1%');
    within(part).getByRole('slider').focus();
    await user.keyboard('{Home}');
    expect(within(part).getByRole('slider')).toHaveAttribute('aria-valuetext', expect.stringMatching(/^stem · plain/));
  });
});

describe('what has no answer is said', () => {
  it('slopes behind batch norm, in every arm', async () => {
    const user = userEvent.setup();
    show({ normalization: 'batch' });
    await user.click(screen.getByRole('button', { name: 'Examine' }));
    await user.click(screen.getByRole('radio', { name: 'shattered gradients' }));
    const part = await answered('shattering');
    expect(part).toHaveTextContent('a network with it has no slope of its own');
    expect(part.querySelector('svg')).toBeNull();
  });
  it('Euler steps, in one arm of two', async () => {
    const user = userEvent.setup();
    const [plain, residual] = defaultExperiment.arms;
    if (!plain || !residual) throw new Error('two arms');
    const post = { ...residual, overrides: { ...residual.overrides, order: 'post' as const } };
    show({ arms: [plain, post] });
    await user.click(screen.getByRole('button', { name: 'Examine' }));
    await user.click(screen.getByRole('radio', { name: 'Euler’s method' }));
    const part = await answered('euler');
    expect(part).toHaveTextContent('a unit is no step of Euler’s method');
    expect(part.querySelector('.take')).toHaveTextContent(/plain \d+%; residual not a number\./);
  });
});

describe('divergence is explained where it shows', () => {
  it('trained networks without numbers have a sentence, others none', async () => {
    const user = userEvent.setup();
    const shown = show({ rate: 10, optimizer: 'momentum', depth: 20, steps: 20 });
    await user.click(screen.getByRole('button', { name: 'Examine' }));
    await user.click(screen.getByRole('radio', { name: 'loss landscape' }));
    expect(await answered('landscape')).toHaveTextContent(
      'most often training had diverged, and a lower learning rate',
    );
    shown.unmount();
    show();
    await user.click(screen.getByRole('button', { name: 'Examine' }));
    await user.click(screen.getByRole('radio', { name: 'loss landscape' }));
    expect(await answered('landscape')).not.toHaveTextContent('diverged');
  });
});

describe('the sentences are computed', () => {
  const arm = { name: 'plain', label: 'plain' };
  const line = (loss: (t: number) => number) => linePositions.map(loss);
  it('the middle loss over lines, what is no number taken for the highest', () => {
    const lines = [line((t) => t ** 2), line((t) => 3 * t ** 2), line((t) => (t > 0 ? Number.NaN : 2 * t ** 2))];
    const middles = middleLine({ lines });
    // At -1 the losses are 1, 3, 2; at 1 they are 1, 3 and none.
    expect([middles[0], middles[10], middles[20]]).toEqual([2, 0, 3]);
    expect(movedTakes.landscape([{ ...arm, found: [{ lines }] }], 'en')).toContain('<0/> 0, then 0.75.');
    const lost = [{ lines: [line(() => Number.NaN)] }];
    expect(movedTakes.landscape([{ ...arm, found: lost }], 'en')).toContain('<0/> not a number, then not a number.');
  });
  it('valleys are counted on the lines that have all their numbers', () => {
    const lines = [line((t) => t ** 2), line((t) => -(t ** 2)), line(() => Number.NaN)];
    expect(valleys([{ lines }])).toBe(0.5);
    expect(valleys([{ lines: [line(() => Number.NaN)] }])).toBeNaN();
  });
  it('where most seeds have no number there is none to say', () => {
    const errors = (last: number) => ({ errors: [1, 0.8, last] });
    const said = (lasts: readonly number[]) => movedTakes.euler([{ ...arm, found: lasts.map(errors) }], 'en');
    expect(said([0.4, 0.4, Number.NaN])).toContain('<0/> 50%.');
    expect(said([0.4, Number.NaN, Number.NaN])).toContain('<0/> not a number.');
  });
  it('the layer of most effect is named: stem, a layer, head', () => {
    const take = (byLayer: readonly number[], language: Language = 'en') =>
      layerTake([{ ...arm, found: [{ rounded: [], byLayer }] }], language);
    expect(take([0.3, 0.1, 0.2])).toContain('<0/> the stem, 30%.');
    expect(take([0.1, 0.3, 0.2])).toContain('<0/> layer 1, 30%.');
    expect(take([0.1, 0.1, 0.2], 'zh')).toContain('<0/> 输出层，20%。');
    expect(take([Number.NaN, Number.NaN])).toContain('<0/> none.');
  });
});
