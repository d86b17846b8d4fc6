// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createElement, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Continue } from '../../../src/components/progress/Continue.tsx';
import { checkAnswer, finish, lockPrediction, markClaim, visit } from '../../../src/components/progress/changes.ts';
import { fileText, largest } from '../../../src/components/progress/file.ts';
import { Keeping } from '../../../src/components/progress/Keeping.tsx';
import { nothing, type Progress } from '../../../src/components/progress/progress.ts';
import { Standings } from '../../../src/components/progress/Standings.tsx';
import { key } from '../../../src/components/progress/store.ts';
import { Trouble } from '../../../src/components/progress/Trouble.tsx';
import { useMarks } from '../../../src/components/progress/useMarks.ts';
import { progressStore } from '../../../src/components/progress/useProgress.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  localStorage.clear();
  progressStore.reload();
});

const show = (children: ReactNode, language: Language = 'en') =>
  render(createElement(I18nextProvider, { i18n: translator(language) }, createElement(MemoryRouter, null, children)));
const lessons = [
  {
    id: 'chain',
    number: 3,
    slug: 'product',
    minutes: 10,
    title: { en: 'The chain', zh: '连乘' },
    predictions: { first: {} },
    quiz: [{ key: 'why' }, { key: 'how' }],
  },
  {
    id: 'norms',
    number: 4,
    slug: 'healthy-norms',
    minutes: 12,
    title: { en: 'Norms', zh: '范数' },
    drawn: ['sweep'],
    quiz: [{ key: 'which' }],
  },
];
const change = (...changes: readonly ((progress: Progress) => Progress)[]) =>
  act(() => {
    for (const each of changes) progressStore.change(each);
  });
const progress = () => progressStore.getState().progress;
const fileOf = (text: string, name = 'mine.json') => new File([text], name, { type: 'application/json' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = () => screen.getByLabelText('Import from a file');

describe('the table of contents', () => {
  it('says how far the reader is, and follows', () => {
    show(<Standings lessons={lessons} />);
    const [chain, norms] = screen.getAllByRole('listitem');
    expect(chain).toHaveTextContent('Not begun');
    change(lockPrediction('chain', 'first', { choice: 'a' }), checkAnswer('chain', 'how', 1), finish('norms'));
    expect(chain).toHaveTextContent('Lesson 3 · 10 minutesThe chainBegunPredictions ● 1 of 1Quiz ●○ 1 of 2');
    expect(norms).toHaveTextContent('DonePredictions ○ 0 of 1Quiz ○ 0 of 1');
    expect(screen.getByRole('link', { name: 'The chain' })).toHaveAttribute('href', '/en/lessons/product/');
  });
  it('follows what another tab does', () => {
    show(<Standings lessons={lessons} />);
    localStorage.setItem(key, JSON.stringify(finish('chain')(nothing)));
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key }));
    });
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('Done');
  });
  it('says it in Chinese', () => {
    show(<Standings lessons={lessons} />, 'zh');
    change(checkAnswer('chain', 'how', 1));
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('第 3 课 · 约 10 分钟连乘学习中预测 ○ 0/1测验 ●○ 1/2');
  });
});

describe('continue', () => {
  it('is not there for who has not begun, nor for a lesson that is gone', () => {
    show(<Continue lessons={lessons} />);
    expect(screen.queryByRole('link')).toBeNull();
    change(visit('gone', ''));
    expect(screen.queryByRole('link')).toBeNull();
  });
  it('leads to the section that was read last', () => {
    show(<Continue lessons={lessons} />, 'zh');
    change(visit('norms', 'why'));
    expect(screen.getByRole('link')).toHaveAttribute('href', '/zh/lessons/healthy-norms/#why');
    expect(screen.getByRole('link')).toHaveTextContent('第 4 课 · 范数');
    change(visit('chain', ''));
    expect(screen.getByRole('link')).toHaveAttribute('href', '/zh/lessons/product/');
  });
});

describe('export and import', () => {
  it('give the file a name with the day, and the file takes back all there was', async () => {
    const user = userEvent.setup();
    const blobs: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) blobs.push(blob);
      return 'blob:made';
    };
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    show(<Keeping />);
    change(checkAnswer('chain', 'how', 1), markClaim('skips', false), visit('chain', 'quiz'));
    const before = progress();
    await user.click(button('Export to a file'));
    expect(names).toEqual([expect.stringMatching(/^residual-lab-progress-\d{4}-\d\d-\d\d\.json$/)]);
    change(() => nothing);
    await user.upload(field(), fileOf((await blobs[0]?.text()) ?? ''));
    expect(await screen.findByText(/“mine.json” was taken in/)).toBeVisible();
    expect(progress()).toEqual(before);
  });
  it('merge by default, replace where asked, and can be undone', async () => {
    const user = userEvent.setup();
    show(<Keeping />);
    change(checkAnswer('chain', 'how', 1));
    const mine = progress();
    const theirs = checkAnswer('norms', 'which', 0)(nothing);
    await user.upload(field(), fileOf(fileText({ progress: theirs })));
    await screen.findByText(/was taken in/);
    expect(progress().answers).toEqual({ chain: { how: 1 }, norms: { which: 0 } });
    await user.click(button('Undo'));
    expect(progress()).toEqual(mine);
    await user.click(screen.getByRole('radio', { name: 'is replaced by the file' }));
    await user.upload(field(), fileOf(fileText({ progress: theirs })));
    await screen.findByText(/was taken in/);
    expect(progress()).toEqual(theirs);
  });
  it.each([
    ['no progress', '{"a": 1}'],
    ['no JSON', 'hello'],
    ['far too much', ' '.repeat(largest + 1)],
  ])('say of a file with %s that nothing was changed', async (_, text) => {
    const user = userEvent.setup();
    show(<Keeping />);
    change(checkAnswer('chain', 'how', 1));
    const before = progress();
    await user.upload(field(), fileOf(text, 'holiday.json'));
    expect(await screen.findByText(/“holiday.json” holds no progress of this course/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(progress()).toBe(before);
  });
  it('take nothing from a file of a newer version', async () => {
    const user = userEvent.setup();
    show(<Keeping />);
    const before = progress();
    await user.upload(field(), fileOf(JSON.stringify({ ...nothing, version: 9 })));
    expect(await screen.findByText(/newer version \(format 9, this page knows 1\)/)).toBeVisible();
    expect(progress()).toBe(before);
  });
});

describe('reset', () => {
  it('asks first, with the focus on the careful answer; can be called off, and undone', async () => {
    const user = userEvent.setup();
    show(<Keeping />);
    change(checkAnswer('chain', 'how', 1));
    const before = progress();
    await user.click(button(/Remove my progress/));
    expect(button('Keep all')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(progress()).toBe(before);
    expect(button(/Remove my progress/)).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove all' }));
    expect(progress()).toEqual(nothing);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await user.click(button('Undo'));
    expect(progress()).toEqual(before);
  });
});

describe('trouble', () => {
  it('is told in a sentence, with what can be done', () => {
    localStorage.setItem(key, JSON.stringify({ ...nothing, version: 3 }));
    act(() => progressStore.reload());
    show(<Trouble />);
    expect(screen.getByRole('status')).toHaveTextContent(/format 3, this page knows 1\); it opens read-only/);
    expect(button('Update')).toBeVisible();
  });
  it('offers the export when storage is full', () => {
    show(<Trouble />, 'zh');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    change(markClaim('a', true));
    expect(screen.getByRole('status')).toHaveTextContent('浏览器存储已满，学习进度没能保存，关闭页面前仍然有效。');
    expect(button('导出进度')).toBeVisible();
  });
});

describe('marks', () => {
  it('are kept, changed and cleared', async () => {
    function Marks() {
      const { marks, mark, clear } = useMarks();
      return (
        <>
          <output>{JSON.stringify(marks)}</output>
          <button type="button" onClick={() => mark('skips', !marks.skips)}>
            turn
          </button>
          <button type="button" onClick={clear}>
            clear
          </button>
        </>
      );
    }
    const user = userEvent.setup();
    show(<Marks />);
    await user.click(button('turn'));
    expect(screen.getByRole('status')).toHaveTextContent('{"skips":true}');
    await user.click(button('turn'));
    expect(JSON.parse(localStorage.getItem(key) ?? '').marks).toEqual({ skips: false });
    await user.click(button('clear'));
    expect(screen.getByRole('status')).toHaveTextContent('{}');
  });
});
