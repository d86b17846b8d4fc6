// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pinnedAt } from '../../../src/components/charts/PinnedCurves.tsx';
import { Arms } from '../../../src/components/lab/Arms.tsx';
import { Lab } from '../../../src/components/lab/Lab.tsx';
import { PinTable } from '../../../src/components/lab/PinTable.tsx';
import { curvesOf, sameStarts } from '../../../src/components/lab/pinned.ts';
import { Seeds } from '../../../src/components/lab/Seeds.tsx';
import { useUndo } from '../../../src/components/lab/useUndo.ts';
import { translator } from '../../../src/i18n/index.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { defaultExperiment, type Experiment } from '../../../src/model/experiment.ts';
import type { Pin } from '../../../src/model/lab/pins.ts';

beforeEach(() => window.history.replaceState(null, '', '/en/lab/'));
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
});
const show = (children: ReactNode, language: Language = 'en') =>
  render(
    <I18nextProvider i18n={translator(language)}>
      <MemoryRouter>{children}</MemoryRouter>
    </I18nextProvider>,
  );

/** Holds an experiment, as the lab does. */
function Holder({ part }: { readonly part: (experiment: Experiment, set: (next: Experiment) => void) => ReactNode }) {
  const [experiment, set] = useState(defaultExperiment);
  return (
    <>
      {part(experiment, set)}
      <pre data-testid="now">{JSON.stringify({ arms: experiment.arms, seeds: experiment.seeds })}</pre>
    </>
  );
}
const now = (): Pick<Experiment, 'arms' | 'seeds'> => JSON.parse(screen.getByTestId('now').textContent ?? '');

describe('undo', () => {
  const kept = () => {
    const put = vi.fn();
    return renderHook(() => {
      const [state, set] = useState(0);
      const undo = useUndo(state, (next: number) => {
        put(next);
        set(next);
      });
      return { state, ...undo };
    });
  };
  it('takes a drag of one setting back as a whole, another setting on its own', () => {
    vi.useFakeTimers();
    const { result } = kept();
    for (const value of [1, 2, 3]) act(() => result.current.change(value, 'depth'));
    act(() => result.current.change(4, 'width'));
    act(() => result.current.undo());
    expect(result.current.state).toBe(3);
    act(() => result.current.undo());
    expect(result.current.state).toBe(0);
    expect(result.current.canUndo).toBe(false);
    act(() => result.current.redo());
    expect(result.current.state).toBe(3);
  });
  it('holds a pause for the end of a drag', () => {
    vi.useFakeTimers();
    const { result } = kept();
    act(() => result.current.change(1, 'depth'));
    vi.advanceTimersByTime(2000);
    act(() => result.current.change(2, 'depth'));
    act(() => result.current.undo());
    expect(result.current.state).toBe(1);
  });
  it('obeys the keys, save where text is typed', () => {
    const { result } = kept();
    act(() => result.current.change(1));
    const input = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(input, { key: 'z', ctrlKey: true });
    expect(result.current.state).toBe(1);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(result.current.state).toBe(0);
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true });
    expect(result.current.state).toBe(1);
    input.remove();
  });
});

describe('the seeds', () => {
  const seeds = () => (
    <Holder
      part={(experiment, set) => (
        <Seeds seeds={experiment.seeds} onChange={(next) => set({ ...experiment, seeds: next })} />
      )}
    />
  );
  it('can be typed, added and removed', async () => {
    const user = userEvent.setup();
    show(seeds());
    const field = screen.getByLabelText('All seeds');
    await user.clear(field);
    await user.type(field, '5-6, 9{Enter}');
    expect(now().seeds).toEqual([5, 6, 9]);
    await user.click(screen.getByRole('button', { name: 'Add a seed' }));
    await user.click(screen.getByRole('button', { name: 'Remove seed 6' }));
    expect(now().seeds).toEqual([5, 9, 10]);
  });
  it('say what was not taken, and lose nothing', async () => {
    const user = userEvent.setup();
    show(seeds());
    const field = screen.getByLabelText('All seeds');
    await user.clear(field);
    await user.type(field, 'many{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('“many” holds no seed; the list stays as it was.');
    expect(now().seeds).toEqual([1, 2, 3]);
    await user.clear(field);
    await user.type(field, '1-99{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('Only 20 seeds fit');
  });
});

describe('the networks', () => {
  const arms = () => <Holder part={(experiment, set) => <Arms experiment={experiment} onChange={set} />} />;
  it('are added, renamed, let differ, made alike and removed', async () => {
    const user = userEvent.setup();
    show(arms());
    await user.click(screen.getByRole('button', { name: 'Add a network' }));
    const third = screen.getByRole('group', { name: 'network 3' });
    await user.clear(within(third).getByLabelText('Name'));
    await user.type(within(third).getByLabelText('Name'), 'normed{Enter}');
    const normed = screen.getByRole('group', { name: 'normed' });
    await user.selectOptions(within(normed).getByLabelText('Let it differ in'), 'Normalisation');
    await user.click(within(normed).getByRole('radio', { name: 'batch' }));
    expect(now().arms[2]).toEqual({ name: 'normed', overrides: { shortcutScale: 1, normalization: 'batch' } });
    await user.click(within(normed).getByRole('button', { name: 'Shortcut scale λ as the others' }));
    expect(now().arms[2]?.overrides).toEqual({ normalization: 'batch' });
    await user.click(screen.getByRole('button', { name: 'Remove plain' }));
    expect(now().arms.map(({ name }) => name)).toEqual(['residual', 'normed']);
  });
  it('keep their names apart, with a sentence', async () => {
    const user = userEvent.setup();
    show(arms());
    const first = screen.getByRole('group', { name: 'plain' });
    const name = within(first).getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'residual{Enter}');
    expect(first).toHaveTextContent('Another network has that name; this one is still called “plain”.');
    expect(now().arms[0]?.name).toBe('plain');
  });
  it('are written in the reader’s language and stored in none', async () => {
    const user = userEvent.setup();
    show(arms(), 'zh');
    const name = within(screen.getByRole('group', { name: '普通' })).getByLabelText('名称');
    await user.type(name, '{Enter}');
    expect(now().arms[0]?.name).toBe('plain');
  });
});

const score = { median: 0.5, min: 0.25, max: 1 };
const pin = (id: string, part: Partial<Pin> = {}): Pin => ({
  id,
  name: id,
  colour: 'teal',
  shown: true,
  experiment: defaultExperiment,
  arms: [
    {
      name: 'plain',
      trainLoss: score,
      trainAccuracy: score,
      testLoss: score,
      testAccuracy: null,
      diverged: 1,
      curve: [
        [0, 2],
        [10, 1],
        [20, null],
      ],
    },
  ],
  ...part,
});

describe('pinned runs', () => {
  const other = pin('b', { experiment: { ...defaultExperiment, seeds: [9], rate: 0.5 } });
  it('are compared, named, coloured, hidden, opened and removed', async () => {
    const user = userEvent.setup();
    const [change, open, remove] = [vi.fn(), vi.fn(), vi.fn()];
    show(
      <PinTable
        pins={[pin('a'), other]}
        experiment={defaultExperiment}
        onChange={change}
        onOpen={open}
        onRemove={remove}
      />,
    );
    expect(screen.getByRole('region', { name: 'Pinned runs, compared' })).toHaveTextContent('0.500 0.250–1.000');
    expect(screen.getAllByText('1 seed diverged')).toHaveLength(2);
    expect(screen.getByText('Same start: the settings on the table.')).toBeVisible();
    expect(screen.getByText(/Learning rate 0.5, seeds/)).toBeVisible();
    await user.clear(screen.getByLabelText('Name of run A'));
    await user.type(screen.getByLabelText('Name of run A'), 'deep{Enter}');
    await user.selectOptions(screen.getByLabelText('Colour of run B'), 'violet');
    await user.click(screen.getByLabelText('Draw run A'));
    expect(change.mock.calls).toEqual([
      ['a', { name: 'deep' }],
      ['b', { colour: 'violet' }],
      ['a', { shown: false }],
    ]);
    await user.click(screen.getByRole('button', { name: 'Settings of B on the table' }));
    expect(open).toHaveBeenCalledWith(other.experiment);
    await user.click(screen.getByRole('button', { name: 'Remove A' }));
    expect(remove).toHaveBeenCalledWith('a');
  });
  it('that began alike name each other', () => {
    const pins = [pin('a'), other, pin('c', { experiment: { ...defaultExperiment, rate: 0.9 } })];
    expect(pins.map((_, i) => sameStarts(pins, i))).toEqual([['C'], [], ['A']]);
  });
  it('are drawn as they are shown, and read between their points', () => {
    const [curve, ...rest] = curvesOf([pin('a'), pin('b', { shown: false })], (name) => name);
    expect(rest).toEqual([]);
    expect(curve).toMatchObject({ mark: 'A', label: 'A plain', colour: 'var(--pin-teal)' });
    if (!curve) throw new Error('one curve');
    expect([0, 5, 10, 15, 20, 30].map((step) => pinnedAt(curve, step))).toEqual([
      2,
      1.5,
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the lab', () => {
  const lessons = [
    {
      slug: 'a-lesson',
      number: 4,
      title: { en: 'A lesson', zh: '一课' },
      presets: [{ id: 'p', title: { en: 'Deep', zh: '深' }, experiment: { ...defaultExperiment, depth: 60 } }],
    },
  ];
  it('reads its address, writes it at every change, and takes changes back', async () => {
    const user = userEvent.setup();
    window.history.replaceState(null, '', '/en/lab/?v=1&depth=30');
    show(<Lab lessons={lessons} />);
    expect(screen.getByRole('slider', { name: 'Depth' })).toHaveAttribute('aria-valuetext', '30 layers');
    await user.click(screen.getByRole('button', { name: 'More: Depth' }));
    await waitFor(() => expect(window.location.search).toContain('depth=32'));
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByRole('slider', { name: 'Depth' })).toHaveAttribute('aria-valuetext', '30 layers');
    await waitFor(() => expect(window.location.search).toContain('depth=30'));
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    await waitFor(() => expect(window.location.search).toContain('depth=32'));
    expect(screen.getByRole('region', { name: 'The lab' })).toHaveAttribute('data-status', 'idle');
  });
  it('does not write the address at every step of a setting, but where it rests', async () => {
    show(<Lab lessons={lessons} />);
    const write = vi.spyOn(window.history, 'replaceState');
    const slider = screen.getByRole('slider', { name: 'Depth' });
    const begun = Number.parseInt(slider.getAttribute('aria-valuetext') ?? '', 10);
    for (let i = 0; i < 10; i++) fireEvent.click(screen.getByRole('button', { name: 'More: Depth' }));
    const rests = begun + 20;
    expect(slider).toHaveAttribute('aria-valuetext', `${rests} layers`);
    expect(write).not.toHaveBeenCalled();
    await waitFor(() => expect(window.location.search).toContain(`depth=${rests}`));
    expect(write).toHaveBeenCalledTimes(1);
    write.mockRestore();
  });
  it('tells of a link that was not taken as it stands, and goes back to its own settings', async () => {
    const user = userEvent.setup();
    window.history.replaceState(null, '', '/en/lab/?v=1&depth=900');
    show(<Lab lessons={lessons} />);
    expect(screen.getByText(/the link asks for 900/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Back to the lab’s own settings' }));
    expect(screen.queryByText(/the link asks for 900/)).toBeNull();
    await waitFor(() => expect(window.location.search).toBe(''));
  });
  it.each(['en', 'zh'] as const)('has every setting of the course as a control, in %s', (language) => {
    window.history.replaceState(null, '', `/${language}/lab/`);
    const { container } = show(<Lab lessons={lessons} />, language);
    const groups = container.querySelectorAll('.lab-group');
    expect(groups).toHaveLength(6);
    expect(container.querySelectorAll('.lab-field')).toHaveLength(18);
  });
});
