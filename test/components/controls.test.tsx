// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FieldChoice } from '../../src/components/controls/FieldChoice.tsx';
import { NumberControl } from '../../src/components/controls/NumberControl.tsx';
import { RunControls } from '../../src/components/controls/RunControls.tsx';
import { nearestTick, ticksOf, typedNumber } from '../../src/components/controls/ticks.ts';
import { freshSeeds } from '../../src/components/experiment/seeds.ts';
import { translator } from '../../src/i18n/index.ts';
import { fields } from '../../src/model/experiment.ts';

afterEach(cleanup);

describe('the stops of a slider', () => {
  it('go by whole units for depth and by 1-2-3-5 a decade for rates', () => {
    expect(ticksOf({ ...fields.depth, min: 2, max: 10 }, 2)).toEqual([2, 4, 6, 8, 10]);
    expect(ticksOf({ ...fields.rate, min: 0.001, max: 0.1 })).toEqual([
      0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1,
    ]);
  });
  it('the nearest to 7 among 2, 4, 10 is 4, though 10 is as far: the first wins', () => {
    expect(nearestTick([2, 4, 10], 7)).toBe(1);
  });
});

describe('a typed number', () => {
  it.each([
    ['30', 30],
    ['1e9', 100],
    ['−5', 1],
    ['2.4', 2],
    ['ten', undefined],
    ['', undefined],
    ['Infinity', undefined],
  ])('%j as a depth is %s', (text, expected) => {
    expect(typedNumber(fields.depth, text)).toBe(expected);
  });
});

it('fresh seeds follow the largest and wrap at the end of the range', () => {
  expect(freshSeeds([1, 5, 3], 100)).toEqual([6, 7, 8]);
  expect(freshSeeds([99, 100], 100)).toEqual([0, 1]);
});

function Depth({ onChange }: { readonly onChange: (value: number) => void }) {
  const [value, setValue] = useState(20);
  return (
    <I18nextProvider i18n={translator('en')}>
      <NumberControl
        name="depth"
        value={value}
        min={2}
        max={50}
        stride={2}
        text={`${value} layers`}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
      />
    </I18nextProvider>
  );
}

describe('a number control', () => {
  it('moves by stepper, by slider and by typing, and says when a number is out of range', async () => {
    const user = userEvent.setup();
    const changed = vi.fn();
    render(<Depth onChange={changed} />);
    await user.click(screen.getByRole('button', { name: 'More: Depth' }));
    expect(changed).toHaveBeenLastCalledWith(22);
    expect(screen.getByRole('slider', { name: 'Depth' }).getAttribute('aria-valuetext')).toBe('22 layers');
    const exact = screen.getByRole('textbox', { name: 'Depth, exact value' });
    await user.clear(exact);
    await user.type(exact, '500{Enter}');
    expect(changed).toHaveBeenLastCalledWith(50);
    expect(screen.getByRole('status').textContent).toBe('500 is outside 2 to 50, so 50 is used.');
    await user.clear(exact);
    await user.type(exact, 'many{Enter}');
    expect(changed).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('status').textContent).toBe('“many” is not a number, so 50 stays.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'More: Depth' }).disabled).toBe(true);
  });
});

it('a choice is a group of radio buttons in the reader’s language', async () => {
  const chosen = vi.fn();
  render(
    <I18nextProvider i18n={translator('zh')}>
      <FieldChoice name="normalization" value="none" onChange={chosen} />
    </I18nextProvider>,
  );
  expect(screen.getByRole('group', { name: '归一化' })).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: '层归一化' }));
  expect(chosen).toHaveBeenCalledWith('layer');
});

it.each([
  ['idle', 'Run'],
  ['running', 'Pause'],
  ['paused', 'Go on'],
  ['done', 'Run again'],
] as const)('the main button of a run that is %s says %s', async (status, name) => {
  const calls: string[] = [];
  const call = (which: string) => () => calls.push(which);
  render(
    <I18nextProvider i18n={translator('en')}>
      <RunControls
        status={status}
        run={{
          start: call('run'),
          pause: call('pause'),
          resume: call('resume'),
          step: call('step'),
          reset: call('reset'),
        }}
        experiment="this one"
        onNewSeed={call('seed')}
      />
    </I18nextProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name }));
  expect(calls).toEqual([{ idle: 'run', running: 'pause', paused: 'resume', done: 'run' }[status]]);
});
