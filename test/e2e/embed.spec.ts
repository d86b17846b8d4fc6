/** An experiment inside a page of another origin: alone, as high as it needs, obedient to that page, and without memory. */
import { createServer, type Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { alive, lesson } from './pages.ts';

const small = 'v=1&depth=2&width=4&steps=5&seeds=1';
let server: Server;
let host: string;
let course: string;

/** A page of another origin with the experiment in a frame, the script of the snippet, and a list of what it was told. */
const around = (address: string) => `<!doctype html><title>host</title>
<iframe src="${address}" title="experiment" width="800" height="100"></iframe>
<script>
  window.heard = [];
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== '${course}') return;
    window.heard.push(data);
    if (data.type !== 'residual-lab:height') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = data.height + 'px';
  });
</script>`;

test.beforeAll(async ({ baseURL }) => {
  course = new URL(baseURL ?? '').origin;
  server = createServer((request, response) => {
    const wanted = new URL(request.url ?? '/', 'http://host').searchParams.get('show') ?? '';
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(around(course + wanted));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  // Another name of this machine, and another port: another origin, and another site.
  host = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
test.afterAll(() => {
  server.close();
});

const show = async (page: Page, address: string, from = host) => {
  await page.goto(`${from}/?show=${encodeURIComponent(address)}`);
  return page.frameLocator('iframe[title="experiment"]');
};
const send = (page: Page, message: unknown) =>
  page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message);
const heard = (page: Page, type: string) =>
  page.evaluate((wanted) => {
    const all: unknown = Reflect.get(window, 'heard');
    return Array.isArray(all) ? all.filter((message) => message.type === wanted) : [];
  }, type);

test('shows one experiment with the chosen controls and nothing around it', async ({ page }) => {
  const frame = await show(page, `${lesson.en}?embed&part=degradation-try&controls=depth,rate&${small}`);
  const experiment = frame.locator('#degradation-try');
  await expect(experiment).toBeVisible();
  for (const hidden of [
    '.site-header',
    '.site-footer',
    '.lesson-header',
    '.course-navigation',
    '#degradation',
    '#run',
  ]) {
    await expect(frame.locator(hidden).first()).toBeHidden();
  }
  await expect(experiment.locator('.control.number > label')).toHaveText(['Depth', 'Learning rate']);
  await expect(experiment.getByText('More settings')).toHaveCount(0);
  await expect(experiment.getByRole('button', { name: 'Show it on another page' })).toHaveCount(0);
  const opening = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'From Residual Lab' }).click();
  await expect(await opening).toHaveURL(new RegExp(`${lesson.en}$`));
});

test('takes the height that it needs, and a new one when that changes', async ({ page }) => {
  const frame = await show(page, `${lesson.en}?embed&part=degradation-try&${small}`);
  await expect(frame.locator('#degradation-try')).toBeVisible();
  const height = () => page.locator('iframe').evaluate((element) => element.clientHeight);
  await expect.poll(height).toBeGreaterThan(400);
  const scrolls = () => frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(scrolls).toBeLessThanOrEqual(1);
  const before = await height();
  await frame.getByText('More settings').click();
  await expect.poll(height).toBeGreaterThan(before + 20);
  await frame.getByText('More settings').click();
  await expect.poll(height).toBeLessThan(before + 20);
});

test('runs and resets when the page around it says so, tells what it does, and hears nobody else', async ({ page }) => {
  const frame = await show(page, `${lesson.en}?embed&part=degradation-try&${small}`);
  const experiment = frame.locator('#degradation-try');
  await expect(experiment).toBeVisible();
  await expect
    .poll(() => heard(page, 'residual-lab:status'))
    .toContainEqual({
      type: 'residual-lab:status',
      status: 'idle',
    });
  // From its own window, not from the one around it.
  await experiment.evaluate(() => window.postMessage({ type: 'residual-lab:run' }, '*'));
  await send(page, { type: 'residual-lab:other' });
  await send(page, 'residual-lab:run');
  // From a second frame of the same page.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const second = document.createElement('iframe');
        second.srcdoc = `<script>parent.frames[0].postMessage({ type: 'residual-lab:run' }, '*')</script>`;
        second.onload = () => resolve();
        document.body.append(second);
      }),
  );
  await page.waitForTimeout(500);
  await expect(experiment).toHaveAttribute('data-status', 'idle');
  await send(page, { type: 'residual-lab:run' });
  await expect(experiment).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
  await expect
    .poll(() => heard(page, 'residual-lab:status'))
    .toContainEqual({
      type: 'residual-lab:status',
      status: 'done',
    });
  await send(page, { type: 'residual-lab:reset' });
  await expect(experiment).toHaveAttribute('data-status', 'idle');
});

test('reads and writes nothing that the browser keeps', async ({ page }) => {
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  await page.goto(lesson.en);
  await page.locator('[data-quiz="worse-in-training"]').getByRole('radio').nth(1).check();
  await page.locator('[data-quiz="worse-in-training"]').getByRole('button').click();
  await expect.poll(kept).toContain('worse-in-training');
  const before = await kept();
  // The same origin, so that the storage is the same one.
  await page.goto(`${lesson.en}?embed&part=degradation`);
  await expect(page.locator('#degradation')).toBeVisible();
  await page.waitForTimeout(700);
  expect(await kept()).toBe(before);
  await expect(page.locator('[data-quiz="worse-in-training"] .quiz-feedback').nth(1)).toBeHidden();
  expect(await page.locator('[data-quiz="worse-in-training"] input').nth(1).isChecked()).toBe(false);
});

test('a page that is framed without being asked to be a guest keeps nothing either', async ({ page }) => {
  // Another port is another origin of the same site, where the browser itself would hand out the storage.
  const frame = await show(page, lesson.en, host.replace('127.0.0.1', 'localhost'));
  const item = frame.locator('[data-quiz="worse-in-training"]');
  await item.getByRole('radio').nth(1).check();
  await item.getByRole('button').click();
  await expect(item.locator('.quiz-feedback').nth(1)).toBeVisible();
  expect(await item.evaluate(() => localStorage.length)).toBe(0);
});

test('the lab stands in a frame with the controls that the link names', async ({ page }) => {
  const frame = await show(page, `/zh/lab/?embed&controls=depth&${small}`);
  await expect(frame.locator('#lab')).toBeVisible();
  await expect(frame.locator('#lab .control.number > label')).toHaveText(['深度']);
  await expect(frame.locator('.lab-settings')).toHaveCount(0);
  await send(page, { type: 'residual-lab:run' });
  await expect(frame.locator('#lab')).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
});

test('only lessons and the lab may be framed by other origins', async ({ request }) => {
  const policy = async (path: string) => (await request.get(path)).headers()['content-security-policy'] ?? '';
  for (const path of [lesson.zh, lesson.en, '/zh/lab/', '/en/lab/']) {
    expect(await policy(path)).toContain('frame-ancestors *');
    expect(await policy(path)).toContain("script-src 'self' 'wasm-unsafe-eval'");
  }
  for (const path of ['/', '/en/', '/en/progress/', '/zh/glossary/', '/en/teach/', '/assets/']) {
    expect(await policy(path)).toContain("frame-ancestors 'self'");
  }
});

test('a part that is not there is named, with those that are', async ({ page }) => {
  await page.goto(`${lesson.en}?embed&part=nothing`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This page has no experiment “nothing”.');
  await expect(alert.locator('code')).toHaveText(['degradation', 'degradation-try']);
});

for (const [language, open, preset, measure] of [
  ['en', 'Show it on another page', 'Preset', 'What is measured'],
  ['zh', '嵌入别的网页', '预设', '测量什么'],
] as const) {
  test(`a sweep is embedded with its preset and the controls that were chosen: ${language}`, async ({ page }) => {
    await page.goto(lesson[language]);
    await alive(page);
    const sweep = page.locator('#degradation');
    await sweep.getByRole('radio', { name: /Glorot/ }).check({ force: true });
    await sweep.getByRole('button', { name: open }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: preset })).toBeChecked();
    await dialog.getByRole('checkbox', { name: measure }).focus();
    await page.keyboard.press('Space');
    const lines = await dialog.locator('textarea').inputValue();
    expect(lines).toContain('part=degradation&amp;controls=preset&amp;preset=glorot"');
    await page.goto(`${host}/?show=/nothing`);
    await page.setContent(`<!doctype html><title>host</title>${lines}`);
    const guest = page.frameLocator('iframe').locator('#degradation');
    await expect(guest.getByRole('radio', { name: /Glorot/ })).toBeChecked();
    await expect(guest.locator('.control.choice')).toHaveCount(1);
    await expect(page.frameLocator('iframe').getByRole('button', { name: open })).toHaveCount(0);
    await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).not.toBe(720);
    await send(page, { type: 'residual-lab:run' });
    await expect(guest).toHaveAttribute('data-status', /running|done/);
  });
}

test('the lines to paste are copied, keep the chosen controls, and work', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: course });
  await page.goto(`${lesson.en}?${small}`);
  await page.locator('#degradation-try').getByRole('button', { name: 'Show it on another page' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed this experiment' });
  await dialog.getByRole('checkbox', { name: 'Preset' }).uncheck();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const lines = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.goto(`${host}/?show=/nothing`);
  await page.setContent(`<!doctype html><title>host</title>${lines}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#degradation-try .control.number > label')).toHaveText(['Depth']);
  await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).not.toBe(720);
});
