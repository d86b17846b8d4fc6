/** Experiments as a reader meets them: run to the end, reset, links, failures. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';

/** Small enough to finish in seconds on any engine: 2-D data, a few layers, 60 steps. */
const small = 'v=1&data=spiral&depth=4&width=8&steps=60&seeds=1,2';
const lesson = '/en/lessons/degradation/';

const tryIt = (page: Page): Locator => page.locator('#degradation-try');
const status = (experiment: Locator, wanted: string) =>
  expect(experiment).toHaveAttribute('data-status', wanted, { timeout: 60_000 });

/** The loss table as text: every number that the chart draws. */
async function losses(experiment: Locator): Promise<string> {
  const toggle = experiment.getByRole('button', { name: /^(Table|数据表|表格)/ }).first();
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  return (await experiment.locator('table').first().innerText()).trim();
}

test('a run finishes, and a reset replays the identical curve', async ({ page }) => {
  await page.goto(`${lesson}?${small}`);
  const experiment = tryIt(page);
  await experiment.getByRole('button', { name: 'Run', exact: true }).click();
  await status(experiment, 'done');
  const first = await losses(experiment);
  expect(first.split('\n').length).toBeGreaterThan(3);
  await experiment.getByRole('button', { name: 'Reset' }).click();
  await status(experiment, 'idle');
  await experiment.getByRole('button', { name: 'Run', exact: true }).click();
  await status(experiment, 'done');
  expect(await losses(experiment)).toBe(first);
});

for (const [what, scripts] of [
  ['the course', /\/assets\/index-[^/]+\.js$/],
  ['its lesson', /\/assets\/en-[^/]+\.js$/],
] as const)
  test(`Run is not lost when it is pressed before ${what} is loaded`, async ({ page }) => {
    let load = () => {};
    const wanted = new Promise<void>((resolve) => {
      load = resolve;
    });
    await page.route(scripts, async (route) => {
      await wanted;
      await route.continue();
    });
    await page.goto(`${lesson}?${small}`, { waitUntil: 'commit' });
    const experiment = tryIt(page);
    const run = experiment.getByRole('button', { name: 'Run', exact: true });
    await run.click();
    await page.waitForTimeout(500);
    await expect(experiment).toHaveAttribute('data-status', 'idle');
    load();
    await status(experiment, 'done');
    // Once only: the run is neither stopped nor begun anew by the press that was kept.
    await page.waitForTimeout(500);
    await expect(experiment).toHaveAttribute('data-status', 'done');
  });

test('the page can be asked how far its engine is from tfjs autodiff', async ({ page }) => {
  await page.goto(`${lesson}?${small}`);
  const experiment = tryIt(page);
  await experiment.getByRole('button', { name: 'Run', exact: true }).click();
  await status(experiment, 'done');
  await experiment.getByRole('button', { name: 'Check against tfjs autodiff' }).click();
  await expect(experiment.locator('.provenance')).toContainText(/differ by at most \S.* of a value/, {
    timeout: 60_000,
  });
});

test('a link restores the experiment, and changing a control changes the link', async ({ page }) => {
  await page.goto(`${lesson}?${small}&lr=0.05`);
  const experiment = tryIt(page);
  await expect(experiment.getByRole('slider', { name: 'Depth' })).toHaveAttribute('aria-valuetext', '4 layers');
  await expect(experiment.getByRole('status').filter({ hasText: 'link' })).toHaveCount(0);
  await experiment.getByRole('button', { name: 'More: Depth' }).click();
  await expect(page).toHaveURL(/depth=6/);
  await page.reload();
  await expect(experiment.getByRole('slider', { name: 'Depth' })).toHaveAttribute('aria-valuetext', '6 layers');
});

test('a hostile link starts nothing, is told in sentences, and can be undone', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${lesson}?depth=1e9&lr=NaN&act=constructor&data=__proto__&x=%3Cimg%20src=x%20onerror=alert(1)%3E`);
  const experiment = tryIt(page);
  const notice = experiment.locator('.notices');
  await expect(notice).toContainText('Depth: the link asks for 1000000000; this page takes 1 to 100');
  await expect(notice).toContainText('Learning rate: “NaN” is not a number');
  await expect(notice).toContainText('Activation: “constructor” is not among the choices');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await status(experiment, 'idle');
  await notice.getByRole('button', { name: /own settings/ }).click();
  await expect(notice).toBeEmpty();
  await expect(page).toHaveURL(new RegExp(`${lesson}$`));
  expect(errors).toEqual([]);
});

test('the Chinese page tells a hostile link in Chinese', async ({ page }) => {
  await page.goto('/zh/lessons/degradation/?depth=500');
  await expect(tryIt(page).locator('.notices')).toContainText('深度：链接要求 500，本页可取 1 到 100，已改为 100。');
});

test('the home page trains by itself, and a new depth trains anew', async ({ page }) => {
  await page.goto('/en/?v=1&data=spiral&width=8&depth=4&steps=60&seeds=1');
  const hero = page.locator('#hero');
  await status(hero, 'done');
  await hero.getByRole('button', { name: 'More: Depth' }).click();
  await expect(page.getByText('Two networks, 6 layers each.')).toBeVisible();
  await expect(hero.locator('.take').first()).toContainText('6 layers');
  await status(hero, 'done');
});

for (const width of [1280, 390])
  test(`what lies below the front page’s charts stays where it is while they train anew, ${width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/en/?v=1&depth=20&seeds=1-5');
    const hero = page.locator('#hero');
    await status(hero, 'done');
    const places = await hero.evaluate(async (section) => {
      const foot = () => Math.round(section.querySelector('.hero-foot')?.getBoundingClientRect().top ?? 0);
      const before = foot();
      const seen = new Set<string | null>();
      const moved: number[] = [];
      section.querySelector<HTMLButtonElement>('[aria-label="More: Depth"]')?.click();
      do {
        await new Promise(requestAnimationFrame);
        seen.add(section.getAttribute('data-step'));
        if (section.getAttribute('data-status') === 'running') moved.push(foot() - before);
      } while (section.getAttribute('data-status') !== 'done' || seen.size < 2);
      return { seen: seen.size, up: Math.min(...moved), down: Math.max(...moved) };
    });
    expect(places.seen).toBeGreaterThan(3);
    // A sentence may need a line more; none is given up.
    expect(places.up).toBeGreaterThanOrEqual(-2);
    expect(places.down).toBeLessThan(30);
  });

test('reduced motion and data saving keep the home page still until Run', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/en/?v=1&data=spiral&width=8&depth=4&steps=60&seeds=1');
  const hero = page.locator('#hero');
  await page.waitForTimeout(500);
  await status(hero, 'idle');
  await hero.getByRole('button', { name: 'Run', exact: true }).click();
  await status(hero, 'done');
});

test('missing images are told in a sentence, and the spiral serves instead', async ({ page }) => {
  await page.route('**/data/fashion14.bin', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${lesson}?v=1&depth=4&width=8&steps=60&seeds=1`);
  const experiment = tryIt(page);
  await experiment.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(experiment.getByRole('alert')).toContainText('The Fashion-MNIST images did not load');
  await experiment.getByRole('button', { name: 'Use the spiral' }).click();
  await status(experiment, 'done');
});

test('without wasm the cpu computes, and the page says so', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${lesson}?v=1&data=spiral&depth=2&width=4&steps=10&seeds=1`);
  const experiment = tryIt(page);
  await experiment.getByRole('button', { name: 'Run', exact: true }).click();
  await status(experiment, 'done');
  await expect(experiment.locator('.provenance')).toContainText('cpu');
});

test('a run that diverges says where, and offers a lower rate', async ({ page }) => {
  await page.goto(`${lesson}?v=1&data=spiral&depth=20&width=16&steps=60&seeds=1&init=he&lr=1`);
  const experiment = tryIt(page);
  await experiment.getByRole('button', { name: 'Run', exact: true }).click();
  await status(experiment, 'done');
  await expect(experiment.getByText(/The residual network diverged at step \d+/)).toBeVisible();
  await expect(experiment.getByRole('button', { name: 'Try 0.3' })).toBeVisible();
});

test('the lesson is done by keyboard: predict, lock, run', async ({ page }) => {
  await page.goto(lesson);
  const box = page.locator('.box-predict');
  const points = box.getByRole('slider');
  const count = await points.count();
  for (let i = 0; i < count; i++) {
    await points.nth(i).focus();
    await page.keyboard.press('ArrowUp');
  }
  await box.getByRole('button', { name: 'Lock my answer and run' }).focus();
  await page.keyboard.press('Enter');
  await expect(box).toHaveAttribute('data-locked', 'true');
  await expect(page.locator('#degradation')).toHaveAttribute('data-status', 'running');
  await expect(page.locator('#degradation')).not.toHaveAttribute('data-step', '0', { timeout: 60_000 });
});

test('a point of the depth chart opens its run, by keyboard', async ({ page }) => {
  await page.goto(lesson);
  const sweep = page.locator('#degradation');
  await sweep.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(sweep).not.toHaveAttribute('data-step', '0', { timeout: 60_000 });
  await sweep.getByRole('slider').first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(sweep.locator('.now')).toHaveAttribute('data-depth', '2');
  await expect(sweep.locator('.now')).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
  await expect(sweep.locator('.now h3')).toHaveText('The run: 2 layers');
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [375, 1440]) {
    test(`axe finds nothing once a run is done: ${theme}, ${width} px`, async ({ page }) => {
      await page.addInitScript((value) => localStorage.setItem('theme', value), theme);
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${lesson}?${small}`);
      const experiment = tryIt(page);
      await experiment.getByRole('button', { name: 'Run', exact: true }).click();
      await status(experiment, 'done');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    });
  }
}
