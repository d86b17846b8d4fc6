// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import jsQR from 'jsqr';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CopyLink } from '../../../src/components/experiment/CopyLink.tsx';
import { qrOf } from '../../../src/components/export/qr.ts';
import { translator } from '../../../src/i18n/index.ts';
import { defaultExperiment } from '../../../src/model/experiment.ts';

/** Paints the outline, four pixels a square, and reads the picture. */
function readBack(path: string, side: number): string | undefined {
  const scale = 4;
  const pixels = new Uint8ClampedArray(4 * (side * scale) ** 2).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+),(\d+)h1v1h-1z/g)) {
    for (let i = 0; i < scale * scale; i++) {
      const column = Number(x) * scale + (i % scale);
      const row = Number(y) * scale + Math.floor(i / scale);
      pixels.fill(0, 4 * (row * side * scale + column), 4 * (row * side * scale + column) + 3);
    }
  }
  return jsQR(pixels, side * scale, side * scale)?.data;
}

describe('a QR code', () => {
  it.each([
    'https://course.example/en/?v=1',
    'https://course.example/zh/lessons/degradation/?v=1&data=spiral&depth=30&seeds=1-3,9&arm=plain,lambda:0&arm=%E6%81%92',
    `https://course.example/en/?${'arm=network,depth:20,width:24,lr:0.00123456789&'.repeat(12)}`,
  ])('is read as the address that it was drawn from (%#)', (address) => {
    const code = qrOf(address);
    expect(code && readBack(code.path, code.side)).toBe(address);
  });

  it('has four empty squares on each side', () => {
    const code = qrOf('a');
    const places = [...(code?.path ?? '').matchAll(/M(\d+),(\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe((code?.side ?? 0) - 5);
  });

  it('of a text that is too long is none', () => {
    expect(qrOf('x'.repeat(3000))).toBeUndefined();
  });
});

describe('the dialog', () => {
  // jsdom has no modal dialogs.
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });
  afterEach(cleanup);

  it.each([
    ['en', 'QR code', 'This experiment on another device', 'Close'],
    ['zh', '二维码', '在另一台设备上打开这个实验', '关闭'],
  ] as const)('shows code and address, and goes (%s)', async (language, button, title, close) => {
    render(
      <I18nextProvider i18n={translator(language)}>
        <CopyLink experiment={{ ...defaultExperiment, depth: 30 }} />
      </I18nextProvider>,
    );
    await userEvent.click(screen.getByRole('button', { name: button }));
    const dialog = await screen.findByRole('dialog', { name: title });
    const address = `${window.location.origin}/?v=1&depth=30`;
    expect(dialog).toHaveTextContent(address);
    const svg = dialog.querySelector('svg');
    const side = Number(svg?.getAttribute('viewBox')?.split(' ').at(-1));
    expect(readBack(svg?.querySelector('path')?.getAttribute('d') ?? '', side)).toBe(address);
    await userEvent.click(screen.getByRole('button', { name: close }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
