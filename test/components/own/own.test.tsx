// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FieldControl } from '../../../src/components/controls/FieldControl.tsx';
import { ownStore } from '../../../src/components/experiment/ownStore.ts';
import { Lab } from '../../../src/components/lab/Lab.tsx';
import { textOf } from '../../../src/components/own/fileText.ts';
import { createOwnKeeping, damagedOwnKey, ownKey } from '../../../src/components/own/keeping.ts';
import { OwnPanel } from '../../../src/components/own/OwnPanel.tsx';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import type { OwnData } from '../../../src/model/data/ownData.ts';
import { printOwn, readOwn } from '../../../src/model/data/ownDocument.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { blobs } from '../../model/own/cases.ts';

const show = (children: ReactNode, language: Language = 'en') =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <MemoryRouter initialEntries={[`/${language}/lab/`]}>{children}</MemoryRouter>
    </I18nextProvider>,
  );
const rows = Array.from({ length: 24 }, (_, i) => `${i},${i / 2},${i % 2 ? 'odd' : 'even'}`);
const table = ['u,v,class', ...rows].join('\n');

let trained: Experiment[] = [];
function Page() {
  const [experiment, change] = useState(defaultExperiment);
  const train = (next: Experiment) => {
    trained.push(next);
    change(next);
  };
  return (
    <>
      <output>{experiment.dataset}</output>
      <OwnPanel experiment={experiment} onTrain={train} onChange={change} />
    </>
  );
}
beforeEach(() => {
  trained = [];
  window.history.replaceState(null, '', '/en/lab/');
});
afterEach(() => {
  cleanup();
  act(() => ownStore.put(undefined));
  localStorage.clear();
});
const paste = async (text: string, button = 'Use this table') => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  await userEvent.click(screen.getByRole('button', { name: button }));
};

describe('a pasted table', () => {
  it('is taken, counted, and trained on; another takes its place and the first comes back', async () => {
    const user = userEvent.setup();
    show(<Page />);
    expect(screen.getByText(/Nothing leaves this device/)).toBeVisible();
    await paste(table);
    expect(trained.at(-1)?.dataset).toBe('own');
    expect(screen.getByText('24 examples, 2 columns. even: 12, odd: 12.')).toBeVisible();
    expect(screen.getByText(/“u” to the right, “v” upwards/)).toBeVisible();
    const first = ownStore.get();
    await paste(table.replace('3,1.5', '3,-1.5'));
    expect(ownStore.get()?.key).not.toBe(first?.key);
    await user.click(screen.getByRole('button', { name: 'Back to the data before' }));
    expect(ownStore.get()).toBe(first);
  });
  it('with faults is told of by row, and changes nothing', async () => {
    show(<Page />);
    await paste(table);
    const before = ownStore.get();
    await paste(`${table}\n1,<img src=x onerror=alert(1)>,odd\n2,,odd`);
    expect(screen.getByText('Row 26, column “v”: “<img src=x onerror=alert(1)>” is not a number.')).toBeVisible();
    expect(screen.getByText(/^Row 27, column “v”: the cell is empty/)).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
    expect(ownStore.get()).toBe(before);
    expect(trained).toHaveLength(1);
    expect(screen.getByRole('textbox')).toHaveValue(`${table}\n1,<img src=x onerror=alert(1)>,odd\n2,,odd`);
  });
  it('is read anew when another column holds the classes', async () => {
    const user = userEvent.setup();
    show(<Page />);
    await paste(['u,v,w', ...rows.map((_, i) => `${i % 2},${i},${i % 3}`)].join('\n'));
    expect(ownStore.get()?.classes).toEqual(['0', '1', '2']);
    await user.selectOptions(screen.getByLabelText('Column of the classes'), 'u');
    expect(ownStore.get()).toMatchObject({ classes: ['0', '1'], columns: ['v', 'w'] });
  });
  it('may be a file, opened or dropped, in Chinese', async () => {
    const user = userEvent.setup();
    show(<Page />, 'zh');
    await user.upload(screen.getByLabelText('打开 CSV 文件'), new File([table], 'mine.csv', { type: 'text/csv' }));
    expect(await screen.findByText('24 个样本，2 列。even：12，odd：12。')).toBeVisible();
    const place = screen.getByRole('textbox').closest('.own-table');
    if (!place) throw new Error('there is a place to drop a file');
    fireEvent.drop(place, { dataTransfer: { files: [new File(['\0\0'], 'x.xls')], types: ['Files'] } });
    expect(await screen.findByText(/这个文件不是文本/)).toBeVisible();
    expect(ownStore.get()?.labels).toHaveLength(24);
  });
  it('is removed when asked, the experiment goes back to data that are there, and both can be put back', async () => {
    const user = userEvent.setup();
    show(<Page />);
    await paste(table);
    await user.click(screen.getByRole('button', { name: 'Remove these data' }));
    expect(ownStore.get()).toBeUndefined();
    expect(document.querySelector('output')).toHaveTextContent('fashion');
    await user.click(screen.getByRole('button', { name: 'Put them back' }));
    expect(ownStore.get()?.labels).toHaveLength(24);
    expect(document.querySelector('output')).toHaveTextContent('own');
  });
});

it('files are read in the encodings that spreadsheets write', () => {
  const bytes = (...all: number[]) => Uint8Array.from(all).buffer;
  expect(textOf(new TextEncoder().encode('\uFEFF类别').buffer)).toContain('类别');
  expect(textOf(bytes(0xff, 0xfe, 0x7b, 0x7c))).toContain('类');
  expect(textOf(bytes(0xc0, 0xe0, 0xb1, 0xf0))).toBe('类别');
});

describe('the board', () => {
  const board = async (language: Language = 'en') => {
    show(<Page />, language);
    await userEvent.click(screen.getByRole('radio', { name: language === 'en' ? 'drawn by hand' : '手画' }));
    const square = screen.getByRole('application');
    const press = (...keys: readonly string[]) => {
      for (const key of keys) fireEvent.keyDown(square, { key });
    };
    return { square, press, user: userEvent.setup() };
  };
  it('is drawn on by keyboard: moved, placed, removed, taken back, and used', async () => {
    const { square, press, user } = await board();
    press('ArrowRight', 'ArrowUp', 'Enter');
    expect(screen.getByText('Class 1 drawn; 1 point in all.')).toBeVisible();
    expect(screen.getByText(/There is 1 example; at least 20 are needed/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Use these points' })).toBeDisabled();
    press('Delete');
    expect(screen.getByText('A point was removed; 0 are left.')).toBeVisible();
    fireEvent.keyDown(square, { key: 'z', ctrlKey: true });
    expect(screen.getByText('1 point')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'five points' }));
    press('Enter', 'ArrowRight', 'Enter', '2', 'ArrowDown', 'ArrowDown', 'Enter', 'ArrowLeft', ' ');
    expect(screen.getByRole('radio', { name: '2' })).toBeChecked();
    expect(screen.getByText('21 points')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Use these points' }));
    expect(ownStore.get()).toMatchObject({ columns: ['x', 'y'], classes: ['1', '2'] });
    expect(trained.at(-1)?.dataset).toBe('own');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByText('0 points')).toBeVisible();
    expect(ownStore.get()?.labels).toHaveLength(21);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('21 points')).toBeVisible();
    press('Tab');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
  });
  it('keeps its own keys from the settings', async () => {
    const { square } = await board();
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    fireEvent.keyDown(square, { key: 'z', ctrlKey: true });
    fireEvent.keyDown(square, { key: 'y', ctrlKey: true });
    expect(heard).not.toHaveBeenCalled();
    fireEvent.keyDown(square, { key: 'q' });
    expect(heard).toHaveBeenCalledOnce();
    window.removeEventListener('keydown', heard);
  });
  it('is drawn on by a brush, one stroke a step, in Chinese', async () => {
    const { square, user } = await board('zh');
    square.getBoundingClientRect = () => new DOMRect(0, 0, 200, 200);
    Object.assign(square, { setPointerCapture: () => {}, hasPointerCapture: () => true });
    fireEvent.pointerDown(square, { button: 0, clientX: 20, clientY: 100 });
    fireEvent.pointerMove(square, { clientX: 60, clientY: 100 });
    fireEvent.pointerMove(square, { clientX: 61, clientY: 100 });
    fireEvent.pointerMove(square, { clientX: 100, clientY: 20 });
    fireEvent.pointerUp(square);
    expect(screen.getByText('画上了类别 1，共 3 个点。')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: '橡皮' }));
    fireEvent.pointerDown(square, { button: 0, clientX: 20, clientY: 100 });
    fireEvent.pointerUp(square);
    expect(screen.getByText('2 个点')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    expect(screen.getByText('0 个点')).toBeVisible();
  });
});

describe('what the browser keeps', () => {
  const own = blobs(40, 2, 2);
  const storeOf = () => {
    const listeners = new Set<() => void>();
    let data: OwnData | undefined;
    return {
      get: () => data,
      put: (next: OwnData | undefined) => {
        data = next;
        for (const listener of listeners) listener();
      },
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    };
  };
  const opened = (storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = () => localStorage) => {
    const store = storeOf();
    const keeping = createOwnKeeping(storage, store);
    keeping.load();
    return { store, keeping };
  };
  it('comes back over a reload, and goes when it is removed', () => {
    opened().store.put(own);
    const { store } = opened();
    expect(store.get()).toEqual(own);
    store.put(undefined);
    expect(localStorage.getItem(ownKey)).toBeNull();
    expect(opened().store.get()).toBeUndefined();
  });
  it('is set aside where it is damaged, and left where it is newer', () => {
    localStorage.setItem(ownKey, '{"version":1}');
    expect(opened().keeping.getTrouble()).toEqual({ kind: 'damaged' });
    expect(localStorage.getItem(damagedOwnKey)).toBe('{"version":1}');
    localStorage.setItem(ownKey, '{"version":9}');
    const { store, keeping } = opened();
    store.put(own);
    expect(keeping.getTrouble()).toEqual({ kind: 'newer', theirs: 9 });
    expect(localStorage.getItem(ownKey)).toBe('{"version":9}');
  });
  it('is told where there is no room, or no leave; the data hold for the visit', () => {
    const full = () => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => {},
    });
    const { store, keeping } = opened(full);
    store.put(own);
    expect([keeping.getTrouble(), store.get()]).toEqual([{ kind: 'full' }, own]);
    const denied = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(opened(denied).keeping.getTrouble()).toEqual({ kind: 'denied' });
  });
});

describe('in the lab', () => {
  it.each(['en', 'zh'] as const)(
    'a link to own data that are not here says so and keeps its text, in %s',
    (language) => {
      const query = '?v=1&data=own&depth=30';
      window.history.replaceState(null, '', `/${language}/lab/${query}`);
      show(<Lab lessons={[]} />, language);
      const said =
        language === 'en' ? /no link carries and this browser does not have; Fashion-MNIST is used/ : /链接带不了数据/;
      expect(screen.getByText(said)).toBeVisible();
      expect(window.location.search).toBe(query);
    },
  );
  it('a link to own data uses those that are here, and says so', () => {
    localStorage.setItem(ownKey, printOwn(blobs(40, 2, 2)));
    act(() => ownStore.put(blobs(40, 2, 2)));
    window.history.replaceState(null, '', '/en/lab/?v=1&data=own');
    show(<Lab lessons={[]} />);
    expect(screen.getByText(/no link carries; the data in this browser are used/)).toBeVisible();
    expect(document.querySelector('.lab-group summary')).toHaveTextContent('own data');
  });
  it('own data are among the choices once there are any; a lesson never offers them', async () => {
    show(<Lab lessons={[]} />);
    const group = () => document.querySelector('.lab-group');
    expect(within(group() as HTMLElement).queryByRole('radio', { name: 'own data', hidden: true })).toBeNull();
    act(() => ownStore.put(blobs(40, 2, 2)));
    expect(within(group() as HTMLElement).getByRole('radio', { name: 'own data', hidden: true })).toBeDefined();
    const stored = readOwn(localStorage.getItem(ownKey) ?? '');
    expect(stored).toEqual(readOwn(printOwn(blobs(40, 2, 2))));
    cleanup();
    show(<FieldControl name="dataset" settings={defaultExperiment} onChange={() => {}} />);
    expect(screen.getAllByRole('radio')).toHaveLength(5);
  });
});
