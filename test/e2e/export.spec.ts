/** What a reader takes away: a chart as a drawing and as a picture, a run as a file, an experiment as code and as a QR code. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import jsQR from 'jsqr';
import { alive, watch } from './pages.ts';

const query = 'v=1&data=spiral&depth=4&width=8&steps=60&seeds=1,2';
const tryIt = (page: Page): Locator => page.locator('#degradation-try');
const words = {
  en: {
    run: 'Run',
    files: 'Files and code',
    code: 'QR code',
    close: 'Close',
    regions: 'decision regions',
    dialog: 'This experiment on another device',
  },
  zh: {
    run: '运行',
    files: '文件与代码',
    code: '二维码',
    close: '关闭',
    regions: '决策区域',
    dialog: '在另一台设备上打开这个实验',
  },
} as const;

async function finishedRun(page: Page, language: 'en' | 'zh', theme = 'light'): Promise<Locator> {
  await page.addInitScript((value) => window.localStorage.setItem('theme', value), theme);
  await page.goto(`/${language}/lessons/degradation/?${query}`);
  await alive(page);
  const experiment = tryIt(page);
  await experiment.getByRole('button', { name: words[language].run, exact: true }).click();
  await expect(experiment).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
  return experiment;
}

async function taken(page: Page, button: Locator): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { download, bytes: readFileSync(await download.path()) };
}

/** Width, height and some colours of a PNG, as the browser reads it. */
const pixelsOf = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${base64}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const counts: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return { width: canvas.width, height: canvas.height, corner: [...data.slice(0, 4)], counts };
  }, png.toString('base64'));

/** Pixels as dark as the letters, which curves, lines and areas never are. */
const ink = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [colour, count]) => {
    const [red = 255, green = 255, blue = 255] = colour.split(',').map(Number);
    return Math.max(red, green, blue) < 60 ? sum + count : sum;
  }, 0);

for (const [language, theme] of [
  ['en', 'dark'],
  ['zh', 'light'],
] as const) {
  test(`a chart is taken as SVG and as PNG, on light paper (${language}, ${theme})`, async ({ page, baseURL }) => {
    const { faults } = watch(page, baseURL ?? '');
    const experiment = await finishedRun(page, language, theme);
    const svg = await taken(page, experiment.getByRole('button', { name: 'SVG', exact: true }).first());
    expect(svg.download.suggestedFilename()).toBe('loss.svg');
    const text = svg.bytes.toString('utf8');
    expect(text).not.toMatch(/var\(|NaN|<script|\son\w+=|href="(?!data:image\/png)|url\((?!#|data:font)/);
    expect(text).toContain('font/woff2;base64,');
    expect(text).toContain('data=spiral&amp;depth=4');
    const drawn = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        fault: read.querySelector('parsererror')?.textContent,
        title: read.documentElement.querySelector('title')?.textContent,
        size: ['width', 'height'].map((name) => Number(read.documentElement.getAttribute(name))),
      };
    }, text);
    expect(drawn.fault).toBeUndefined();
    // The sentence above the chart, word for word.
    const take = await experiment.locator('.take').first().innerText();
    expect(drawn.title?.replace(/\s+/g, '')).toBe(take.replace(/\s+/g, ''));

    const png = await taken(page, experiment.getByRole('button', { name: 'PNG', exact: true }).first());
    const { width, height, corner, counts } = await pixelsOf(page, png.bytes);
    expect([width, height]).toEqual(drawn.size.map((side) => 2 * side));
    expect(corner).toEqual([253, 252, 249, 255]);
    // Curves and markers in the colours of light paper: plain #b8420f, residual #1558b8.
    expect(counts['184,66,15']).toBeGreaterThan(300);
    expect(counts['21,88,184']).toBeGreaterThan(300);
    // Ink of letters: the sentence above the chart is there in the very first picture.
    expect(ink(counts)).toBeGreaterThan(1500);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(faults).toEqual([]);
  });
}

test('the raster of a chart is a part of its picture', async ({ page }) => {
  const experiment = await finishedRun(page, 'en');
  await experiment.getByRole('radio', { name: words.en.regions }).check({ force: true });
  const surface = experiment.locator('.chart-surface.raster');
  await expect(surface).toBeVisible();
  const png = await taken(page, experiment.getByRole('button', { name: 'PNG', exact: true }).first());
  const { width, height, counts } = await pixelsOf(page, png.bytes);
  // Paper alone covers less than half: the two squares are tinted by the classes.
  expect(counts['253,252,249'] ?? 0).toBeLessThan((width * height) / 2);
});

test('a run goes out as a file and comes back exactly, after a reload', async ({ page }) => {
  const experiment = await finishedRun(page, 'en');
  const files = experiment.locator('.run-files');
  await files.locator('summary').click();
  const file = await taken(page, files.getByRole('button', { name: 'Run file', exact: true }));
  const csv = await taken(page, files.getByRole('button', { name: 'Telemetry as CSV' }));
  // Two arms, two seeds, 60 steps, and the header.
  expect(csv.bytes.toString('utf8').trim().split('\r\n').length).toBe(1 + 2 * 2 * 60);
  expect(JSON.parse(file.bytes.toString('utf8')).networks.length).toBe(4);

  await page.goto('/en/lessons/degradation/');
  await alive(page);
  await files.locator('summary').click();
  const input = files.getByLabel('Open a run file');
  await input.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(files.getByRole('status').first()).toContainText('“notes.json” is no whole run file');
  await expect(experiment).toHaveAttribute('data-status', 'idle');
  await input.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: file.bytes });
  await expect(files.getByRole('status').first()).toContainText('“mine.json” is open');
  await expect(experiment).toHaveAttribute('data-status', 'done');
  await expect(page).toHaveURL(/data=spiral/);
  await expect(experiment.locator('.run-status.recorded')).toBeVisible();
  const again = await taken(page, files.getByRole('button', { name: 'Telemetry as CSV' }));
  expect(again.bytes.equals(csv.bytes)).toBe(true);
  await files.getByRole('button', { name: 'Undo' }).click();
  await expect(experiment).toHaveAttribute('data-status', 'idle');
});

test('the experiment goes out as a script and as a notebook', async ({ page }) => {
  await page.goto(`/zh/lessons/degradation/?${query}`);
  await alive(page);
  const files = tryIt(page).locator('.run-files');
  await files.locator('summary').click();
  const script = await taken(page, files.getByRole('button', { name: 'PyTorch' }));
  expect(script.download.suggestedFilename()).toBe('residual_lab.py');
  expect(script.bytes.toString('utf8')).toContain('"dataset": "spiral"');
  // The worker has measured what rounding does to these losses, and both the file and the page say it.
  expect(script.bytes.toString('utf8')).toContain('no loss moves by as much, with seeds 1, 2.');
  await expect(files.getByRole('status').last()).toContainText('文件与本页的损失相差不超过 0.0001');
  const book = await taken(page, files.getByRole('button', { name: 'Jupyter 笔记本' }));
  expect(JSON.parse(book.bytes.toString('utf8')).nbformat).toBe(4);
});

for (const language of ['en', 'zh'] as const) {
  test(`the QR code is read from the screen, by keyboard alone (${language})`, async ({ page }) => {
    await page.goto(`/${language}/lessons/degradation/?${query}`);
    await alive(page);
    const button = tryIt(page).getByRole('button', { name: words[language].code });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: words[language].dialog });
    await expect(dialog).toBeVisible();
    const shot = await dialog.locator('svg').screenshot();
    const { width, dark } = await page.evaluate(async (base64) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let squares = '';
      for (let i = 0; i < data.length; i += 4) squares += (data[i] ?? 0) < 128 ? '1' : '0';
      return { width: canvas.width, dark: squares };
    }, shot.toString('base64'));
    const pixels = Uint8ClampedArray.from({ length: 4 * dark.length }, (_, i) =>
      dark[i >> 2] === '1' && i % 4 < 3 ? 0 : 255,
    );
    const address = jsQR(pixels, width, dark.length / width)?.data;
    expect(address).toBe(await dialog.locator('.qr-address').innerText());
    expect(address).toContain('data=spiral');
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });
}

test('nothing of this is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/zh/lessons/degradation/?${query}`);
  await alive(page);
  const experiment = tryIt(page);
  await experiment.locator('.run-files summary').click();
  await experiment.getByRole('button', { name: words.zh.code }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});
