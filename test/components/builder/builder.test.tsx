// @vitest-environment jsdom
/** The workbench as a reader uses it: by mouse and by keyboard. */
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Builder } from '../../../src/components/builder/Builder.tsx';
import { translator } from '../../../src/i18n/index.ts';

beforeEach(() => window.history.replaceState(null, '', '/en/builder/'));
afterEach(cleanup);

const show = (query = '') => {
  window.history.replaceState(null, '', `/en/builder/${query}`);
  render(
    <I18nextProvider i18n={translator('en')}>
      <Builder />
    </I18nextProvider>,
  );
};
const layers = () => [...document.querySelectorAll<HTMLElement>('.parts ol button')];
/** By name, without the roles of the whole page being worked out at each press. */
const button = (name: string) => {
  const all = [...document.querySelectorAll('button')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (!found) throw new Error(`there is no button "${name}"`);
  return found;
};
const press = (name: string) => fireEvent.click(button(name));
const total = (name: string) => screen.getByText(name).nextElementSibling;

describe('the workbench', () => {
  it('shows the notes’ block: 70,784 parameters to train', () => {
    show();
    // 256·64+64 + 9·64·64+64 + 64·256+256 weights and biases, 2·(64+64+256) of the norms
    expect(256 * 64 + 64 + 9 * 64 * 64 + 64 + 64 * 256 + 256 + 2 * (64 + 64 + 256)).toBe(70_848 - 64);
    expect(total('Trained parameters')).toHaveTextContent('70,784');
    expect(layers()).toHaveLength(8);
    expect(screen.getByRole('img', { name: /^The block res2a/ })).toBeInTheDocument();
  });

  it('adds, moves and takes out a layer by its buttons, and takes each back', () => {
    show();
    press('+ max pooling');
    expect(layers()).toHaveLength(9);
    expect(layers()[1]).toHaveTextContent('max pooling');
    expect(layers()[1]).toHaveAttribute('aria-pressed', 'true');
    press('Move max pooling 3×3 up');
    expect(layers()[0]).toHaveTextContent('max pooling');
    press('Take out max pooling 3×3');
    expect(layers()).toHaveLength(8);
    press('Undo');
    press('Undo');
    expect(layers()[1]).toHaveTextContent('max pooling');
    press('Redo');
    expect(layers()[0]).toHaveTextContent('max pooling');
  });

  it('is worked by the keyboard alone', async () => {
    show();
    layers()[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(layers()[2]).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(layers()[1]).toHaveTextContent('ReLU');
    expect(layers()[1]).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    expect(layers()).toHaveLength(7);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(layers()).toHaveLength(8);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(layers()).toHaveLength(7);
  });

  it('says where two shapes do not add, and each cure makes them', async () => {
    show('?in=56x56x64&main=conv1-64,bn,relu,conv3-64,bn,relu,conv1-256,bn&short=identity');
    const trouble = await screen.findByText(/56×56×256, the shortcut 56×56×64/);
    expect(trouble).toHaveTextContent('behind res2a_branch2c');
    expect(screen.getByText('≠ 56×56×64')).toBeInTheDocument();
    expect(screen.getByText('The code comes when the block fits together.')).toBeInTheDocument();
    const cures = within(screen.getByRole('list', { name: 'What would make them fit' })).getAllByRole('button');
    expect(cures.length).toBeGreaterThanOrEqual(3);
    for (const name of cures.map(({ textContent }) => textContent ?? '')) {
      press(name);
      expect(screen.queryByText('The plus cannot add these two')).not.toBeInTheDocument();
      press('Undo');
      expect(screen.getByText('The plus cannot add these two')).toBeInTheDocument();
    }
  });

  it('keeps the block in the address, and nothing there that needs not be', () => {
    show();
    press('two-layer block (2015)');
    expect(window.location.search).toBe('?in=56x56x64&main=conv3-64,bn,relu,conv3-64,bn&short=identity');
    press('Undo');
    expect(window.location.search).toBe('');
  });

  it('reports what a link got wrong', async () => {
    show('?main=conv3-64,lstm&in=56x56x64');
    expect(await screen.findByText('“lstm” is no layer that stands here and was left out.')).toBeInTheDocument();
    press('Close');
    expect(screen.queryByText(/lstm/)).not.toBeInTheDocument();
  });

  it('holds a number that is typed too large', async () => {
    show();
    const filters = screen.getByRole('textbox', { name: 'filters' });
    await userEvent.clear(filters);
    await userEvent.type(filters, '99999{Enter}');
    expect(filters).toHaveValue('4096');
    await userEvent.clear(filters);
    await userEvent.type(filters, 'many{Enter}');
    expect(filters).toHaveValue('4096');
  });

  it('writes the block in three libraries, copies and downloads it', async () => {
    const user = userEvent.setup();
    show();
    const panel = screen.getByRole('tabpanel');
    expect(panel).toHaveTextContent("import * as tf from '@tensorflow/tfjs';");
    screen.getByRole('tab', { name: 'TensorFlow.js' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Keras 3' })).toHaveFocus();
    expect(panel).toHaveTextContent('layers.Conv2D(64, 1, strides=1');
    await user.keyboard('{End}');
    expect(panel).toHaveTextContent('from torch import nn');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toMatch(/^from collections import OrderedDict\n/);
    const made = vi.fn<(blob: Blob) => string>(() => 'blob:code');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => {} }));
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(made).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});
