/** What a reader has done is there after a reload, in the other language, and in another browser by way of a file. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { alive, lesson, watch } from './pages.ts';

const item = (page: Page) => page.locator('[data-quiz="worse-in-training"]');
const standing = (page: Page) => page.locator('.standings [data-lesson="degradation"]');

/** Checks the second answer of the first quiz item, by keyboard alone. */
async function answer(page: Page): Promise<void> {
  await item(page).getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a checked answer survives a reload, in both languages, and is counted', async ({ page, baseURL }) => {
  const { faults } = watch(page, new URL(baseURL ?? '').origin);
  await page.goto(lesson.en);
  await alive(page);
  await answer(page);
  const second = item(page).locator('.quiz-option').nth(1);
  await expect(second.locator('.quiz-feedback')).toBeVisible();
  await page.reload();
  await expect(second.getByRole('radio')).toBeChecked();
  await expect(second.locator('.quiz-feedback')).toBeVisible();
  await page.goto(lesson.zh);
  await expect(second.getByRole('radio')).toBeChecked();
  await page.getByRole('navigation', { name: '课程导航' }).getByRole('link', { name: '学习进度' }).click();
  await expect(standing(page)).toHaveAttribute('data-state', 'begun');
  await expect(standing(page)).toContainText(/测验\s*●○+\s*1\/\d/);
  expect(faults).toEqual([]);
});

test('a locked prediction survives a reload', async ({ page }) => {
  await page.goto(lesson.en);
  await alive(page);
  const box = page.locator('[data-predict="degradation"]');
  for (const arm of ['plain', 'residual']) {
    await box.getByRole('slider', { name: `${arm} network, 30 layers` }).focus();
    await page.keyboard.press('End');
  }
  await box.getByRole('button', { name: 'Lock my answer and run' }).click();
  await expect(box).toHaveAttribute('data-locked', 'true');
  await page.reload();
  await expect(box).toHaveAttribute('data-locked', 'true');
  const point = box.getByRole('slider', { name: 'plain network, 30 layers' });
  await expect(point).toHaveAttribute('aria-readonly', 'true');
  await expect(point).toHaveAttribute('aria-valuenow', await point.getAttribute('aria-valuemax').then(String));
});

test('progress goes out to a file, away, and in again', async ({ page }) => {
  await page.goto(lesson.en);
  await alive(page);
  await answer(page);
  await page.goto('/en/progress/');
  await expect(standing(page)).toHaveAttribute('data-state', 'begun');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^residual-lab-progress-\d{4}-\d\d-\d\d\.json$/);
  const file = await download.path();

  await page.getByRole('button', { name: /Remove my progress/ }).click();
  await expect(page.getByRole('button', { name: 'Keep all' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(standing(page)).toHaveAttribute('data-state', 'new');
  await page.reload();
  await expect(standing(page)).toHaveAttribute('data-state', 'new');

  await page.getByLabel('Import from a file').setInputFiles(file);
  await expect(standing(page)).toHaveAttribute('data-state', 'begun');
  await page.reload();
  await expect(standing(page)).toContainText(/1 of \d/);
});

test('continue leads back to the section that was read last', async ({ page }) => {
  await page.goto(lesson.en);
  await alive(page);
  await page.locator('#why').evaluate((section) => window.scrollTo(0, section.getBoundingClientRect().top + scrollY));
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('residual-lab.progress')))
    .toContain('"section":"why"');
  await page.goto('/en/progress/');
  await page.getByRole('link', { name: /^Continue where you left off/ }).click();
  await expect(page).toHaveURL(/\/lessons\/degradation\/#why$/);
  await expect
    .poll(() => page.locator('#why').evaluate((section) => Math.abs(section.getBoundingClientRect().top)))
    .toBeLessThan(60);
});

test('a word of a lesson leads to its entry, and the entry back to the lesson', async ({ page }) => {
  await page.goto('/en/lessons/product/');
  await alive(page);
  const term = page.locator('.term > a').first();
  await term.hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  const id = new URL((await term.getAttribute('href')) ?? '', page.url()).hash;
  await term.click();
  await expect(page).toHaveURL(new RegExp(`/en/glossary/${id}$`));
  await expect(page.locator(id)).toBeInViewport();
  await page.locator(id).getByRole('link').click();
  await expect(page).toHaveURL(/\/en\/lessons\/[a-z-]+\/$/);
});
