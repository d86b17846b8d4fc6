// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { readFile } from 'node:fs/promises';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnitScores } from '../../../src/components/lab/UnitScores.tsx';
import { Units } from '../../../src/components/lab/Units.tsx';
import { orderText, unitWords } from '../../../src/components/lab/unitWords.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { answer } from '../../../src/model/analysis/question.ts';
import { spiral } from '../../../src/model/data/spiral.ts';
import type { Engine } from '../../../src/model/engine/engine.ts';
import { fusedEngine } from '../../../src/model/engine/fused.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { asTrained, swapped, toggled } from '../../../src/model/lab/unitOrder.ts';
import type { UnitsShown } from '../../../src/model/lab/unitsShown.ts';
import type { FromWorker, ToWorker } from '../../../src/model/worker/messages.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fusedEngine(await readFile('src/model/engine/kernel/build/kernel.wasm'));
});

/** Answers as the worker does, when the test lets it. */
class FakeWorker {
  static orders: string[] = [];
  static held: (() => void)[] | undefined;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror = null;
  async postMessage(message: ToWorker) {
    if (message.type !== 'ask') return;
    const { runId, question } = message;
    FakeWorker.orders.push(question.arrangement?.order.join(' ') ?? 'none');
    const { arms } = await answer(question, async (seed) => spiral(seed), engine);
    if (FakeWorker.held) await new Promise<void>((resolve) => FakeWorker.held?.push(resolve));
    const findings = arms.flatMap(({ seeds }) => seeds.map(({ finding }) => finding));
    act(() => {
      this.onmessage?.({ data: { type: 'started', runId, engine: { name: 'fused', backend: 'simd' } } });
      this.onmessage?.({ data: { type: 'found', runId, kind: question.kind, findings } });
      this.onmessage?.({ data: { type: 'answered', runId, milliseconds: 40 } });
    });
  }
  terminate() {}
}
beforeEach(() => {
  FakeWorker.orders = [];
  FakeWorker.held = undefined;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const experiment: Experiment = {
  ...defaultExperiment,
  dataset: 'spiral',
  depth: 3,
  layersPerUnit: 1,
  width: 8,
  steps: 30,
  seeds: [4, 5],
  arms: [...defaultExperiment.arms, { name: 'longer', overrides: { depth: 5 } }],
};
/** Keeps what is shown, as the lab does. */
function Kept({ first }: { readonly first: UnitsShown | undefined }) {
  const [shown, setShown] = useState(first);
  return <Units experiment={experiment} shown={shown} onShow={setShown} />;
}
const show = (language: Language = 'en', first?: UnitsShown) =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <Kept first={first} />
    </I18nextProvider>,
  );
const names = () =>
  within(screen.getByRole('list'))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));
const part = () => screen.getByRole('region', { name: unitWords.title.en });
const measured = (left: string) =>
  waitFor(() => {
    expect(part()).toHaveAttribute('data-status', 'done');
    expect(part()).toHaveAttribute('data-left', left);
  });
const cells = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the row of units', () => {
  it('is worked by keyboard alone: delete, swap, bring back, as trained', async () => {
    const user = userEvent.setup();
    show();
    expect(names()).toHaveLength(5);
    await user.click(screen.getByRole('radio', { name: 'residual' }));
    expect(names()).toEqual(['Unit 1, place 1 of 3', 'Unit 2, place 2 of 3', 'Unit 3, place 3 of 3']);
    act(() => screen.getByRole('button', { name: 'Unit 1, place 1 of 3' }).focus());
    await user.keyboard('{ArrowRight}{Enter}');
    expect(names()[1]).toBe('Unit 2, place 2 of 3, deleted');
    expect(screen.getByText('Deleted: 2. 2 of 3 units are left, in this order: 1, 3.')).toHaveAttribute('aria-live');
    await measured('0 2');
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(names()).toEqual(['Unit 2, place 1 of 3, deleted', 'Unit 1, place 2 of 3', 'Unit 3, place 3 of 3']);
    expect(screen.getByRole('button', { name: 'Unit 2, place 1 of 3, deleted' })).toHaveFocus();
    await user.keyboard(' ');
    await measured('1 0 2');
    const before = cells('residual');
    expect(before[0]).not.toBe(before[1]);
    await user.click(screen.getByRole('button', { name: 'Swap unit 2 with the one after' }));
    await measured('0 1 2');
    await user.keyboard('{Enter}');
    await measured('0 2 1');
    act(() => screen.getByRole('button', { name: 'Unit 2, place 3 of 3' }).focus());
    await user.keyboard('{Alt>}{Home}{/Alt}');
    await measured('1 2 0');
    expect(screen.getByRole('button', { name: 'Unit 2, place 1 of 3' })).toHaveFocus();
    await user.keyboard('{Alt>}{ArrowLeft}{End}{/Alt}');
    await measured('0 2 1');
    await user.click(screen.getByRole('button', { name: 'Unit 3, place 2 of 3' }));
    await measured('0 1');
    await user.click(screen.getByRole('button', { name: 'As trained' }));
    await measured('0 1 2');
    expect(screen.getByText('All 3 units stand where they were trained.')).toBeVisible();
    expect(cells('residual')[0]).toBe(cells('residual')[1]);
    expect(screen.getByRole('status')).toHaveTextContent(/residual \d+\.\d%, as trained/);
  });

  it('is measured in every network of as many units, and the others say that they were left', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('radio', { name: 'plain' }));
    await user.click(screen.getByRole('button', { name: 'Unit 1, place 1 of 3' }));
    await measured('1 2');
    expect(cells('longer')[1]).toBe('—');
    expect(cells('plain')[1]).not.toBe('—');
    expect(screen.getByRole('status')).toHaveTextContent('longer has 5 units, left as they are.');
  });

  it('lets the one that is dragged trade places with the one it is dropped on, and shows them before', async () => {
    show();
    const row = screen.getByRole('list');
    row.setPointerCapture = () => {};
    for (const [i, place] of [...row.children].entries())
      place.getBoundingClientRect = () => new DOMRect(50 * i, 0, 50, 60);
    const drag = (unit: number, ...[first, ...more]: readonly [number, number][]) => {
      const button = within(row).getByRole('button', { name: new RegExp(`^Unit ${unit},`) });
      const at = ([clientX, clientY]: readonly [number, number] = [0, 0]) => ({ clientX, clientY, isPrimary: true });
      fireEvent.pointerDown(button, at(first));
      for (const point of more) fireEvent.pointerMove(row, at(point));
      return () => {
        fireEvent.pointerUp(row, at(more.at(-1)));
        fireEvent.click(button);
      };
    };
    const target = () => row.querySelector('[data-drop]')?.getAttribute('data-unit');
    // The state of a unit goes with it: the fifth is deleted, the second is not.
    await userEvent.click(within(row).getByRole('button', { name: /^Unit 5,/ }));
    const drop = drag(2, [75, 30], [100, 30], [215, 35]);
    expect(target()).toBe('4');
    // Where the dragged one stood, the other is seen already.
    const ghost = row.querySelector('[data-dragged] > svg');
    expect(ghost).toHaveTextContent('5');
    expect(ghost).toHaveAttribute('data-deleted', 'true');
    drop();
    await measured('0 2 3 1');
    expect(screen.getByText('Deleted: 5. 4 of 5 units are left, in this order: 1, 3, 4, 2.')).toBeVisible();
    expect(target()).toBeUndefined();
    // Off the row it is let go of, and stays.
    const off = drag(1, [25, 30], [75, 30], [75, 200]);
    expect(target()).toBeUndefined();
    off();
    expect(names()[0]).toBe('Unit 1, place 1 of 5');
  });

  it('stands as a link laid it out, and is measured once asked', async () => {
    const user = userEvent.setup();
    const order = toggled(swapped(asTrained(3), 0, 2), 1);
    show('zh', { arm: 1, seed: 5, order });
    expect(names()).toEqual([
      '单元 3，共 3 位中的第 1 位',
      '单元 2，共 3 位中的第 2 位，已拿掉',
      '单元 1，共 3 位中的第 3 位',
    ]);
    expect(screen.getByRole('combobox')).toHaveValue('5');
    expect(FakeWorker.orders).toEqual([]);
    await user.click(screen.getByRole('button', { name: '训练并测量' }));
    await waitFor(() => expect(FakeWorker.orders).toEqual(['2 0']));
  });

  it('stands as trained where the network has another number of units', () => {
    show('en', { arm: 2, seed: 4, order: swapped(asTrained(3), 0, 2) });
    expect(names()).toHaveLength(5);
    expect(names()[0]).toBe('Unit 1, place 1 of 5');
  });

  it('lets a training end, and then asks for the newest arrangement alone', async () => {
    const user = userEvent.setup();
    FakeWorker.held = [];
    show();
    await user.click(screen.getByRole('button', { name: 'Train and measure' }));
    for (const unit of [1, 2, 3])
      await user.click(screen.getByRole('button', { name: `Unit ${unit}, place ${unit} of 5` }));
    await waitFor(() => expect(FakeWorker.held).toHaveLength(1));
    expect(part()).toHaveAttribute('data-status', 'running');
    const [go] = FakeWorker.held;
    FakeWorker.held = undefined;
    go?.();
    await measured('3 4');
    expect(FakeWorker.orders).toEqual(['0 1 2 3 4', '3 4']);
  });

  it('trains another seed when it is chosen', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Train and measure' }));
    await measured('0 1 2 3 4');
    await user.selectOptions(screen.getByLabelText('Seed'), '5');
    await waitFor(() => expect(screen.getByRole('table', { name: 'On the test set, seed 5' })).toBeVisible());
  });
});

describe('the scores', () => {
  it('say of a network that diverged that it did, and print no number for it', () => {
    const nan = { loss: Number.NaN, accuracy: 0.1 };
    const found = (intact: { loss: number; accuracy: number }) => [{ seed: 4, finding: { intact, arranged: intact } }];
    const arms = [
      { name: 'plain', seeds: found(nan) },
      { name: 'residual', seeds: found({ loss: 0.2, accuracy: 0.9 }) },
    ];
    const question = { kind: 'arranged', experiment: { ...experiment, seeds: [4] }, trained: true } as const;
    render(
      <I18nextProvider i18n={translator('en')}>
        <UnitScores answer={{ arms }} question={question} settled />
      </I18nextProvider>,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'Right on the test set: plain diverged in training; residual 90.0%, as trained.',
    );
    expect(cells('plain')).toEqual(['—', '—', '—', '—']);
  });
});

describe('the words', () => {
  it('tell the arrangement in both languages', () => {
    const mixed = toggled(toggled(swapped(asTrained(9), 8, 5), 1), 0);
    expect(orderText(mixed, 'en')).toBe('Deleted: 1, 2. 7 of 9 units are left, in this order: 3–5, 9, 7, 8, 6.');
    expect(orderText(mixed, 'zh')).toBe('拿掉了单元 1、2。9 个单元留下 7 个，依次是：3～5、9、7、8、6。');
    expect(orderText(swapped(asTrained(4), 0, 1), 'en')).toBe('All 4 units, in this order: 2, 1, 3, 4.');
    expect(orderText(swapped(asTrained(4), 0, 1), 'zh')).toBe('4 个单元都在，依次是：2、1、3、4。');
    expect(orderText(asTrained(1), 'en')).toBe('The only unit stands as trained.');
    expect(orderText(toggled(asTrained(1), 0), 'en')).toBe('The only unit is deleted.');
    expect(orderText(toggled(asTrained(2), 0), 'en')).toBe('Deleted: 1. 1 of 2 units is left, in this order: 2.');
    expect(
      orderText(
        asTrained(2).map(({ unit }) => ({ unit, deleted: true })),
        'zh',
      ),
    ).toBe('2 个单元全部拿掉了。');
  });
  it('are of one kind in both languages', () => {
    for (const [name, { en, zh }] of Object.entries(unitWords)) expect(typeof zh, name).toBe(typeof en);
  });
});
