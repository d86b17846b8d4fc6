/** Every lesson in both languages, by keyboard alone: predicted, run, compared, quiz answered, kept over a reload. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { languages } from '../../src/i18n/language.ts';
import { outlines } from '../../src/lessons/outlines.ts';
import { alive, watch } from './pages.ts';

const violationsOn = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]);
};

/** Makes every prediction of the page: the second answer of a choice, or curves a little below where they begin. */
async function predict(page: Page): Promise<void> {
  for (const box of await page.locator('[data-predict]').all()) {
    if ((await box.getAttribute('data-locked')) === 'true') continue;
    const radios = box.locator('.predict-choices input');
    if ((await radios.count()) > 0) {
      await radios.nth(1).focus();
      await page.keyboard.press('Space');
    } else {
      for (const slider of await box.getByRole('slider').all()) {
        await slider.focus();
        await page.keyboard.press('ArrowDown');
      }
    }
    const lock = box.locator('.button-primary');
    await expect(lock).toHaveAttribute('aria-disabled', 'false');
    await lock.focus();
    await page.keyboard.press('Enter');
    await expect(box).toHaveAttribute('data-locked', 'true');
  }
}

/** Answers every quiz item with its first answer. */
async function answer(page: Page): Promise<void> {
  for (const item of await page.locator('[data-quiz]').all()) {
    await item.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(item.locator('.quiz-feedback').first()).toBeVisible();
  }
}

for (const { slug } of outlines) {
  for (const language of languages) {
    test(`${slug} in ${language}`, async ({ page, baseURL }) => {
      const { faults } = watch(page, new URL(baseURL ?? '').origin);
      await page.emulateMedia({ colorScheme: language === 'zh' ? 'dark' : 'light', reducedMotion: 'reduce' });
      await page.goto(`/${language}/lessons/${slug}/`);
      await alive(page);
      await expect(page.locator('.prose section[id]').first()).toBeVisible();
      expect(await violationsOn(page)).toEqual([]);

      await predict(page);
      const verdicts = page.locator('[data-verdict]');
      await expect(verdicts.filter({ hasText: /./ })).not.toHaveCount(0);
      await expect(page.locator('[data-verdict="waiting"]')).toHaveCount(0, { timeout: 60_000 });
      await expect(page.locator('.experiment[data-status="running"]')).toHaveCount(0, { timeout: 60_000 });
      await expect(page.locator('.experiment[data-status="failed"]')).toHaveCount(0);
      await answer(page);
      expect(await violationsOn(page)).toEqual([]);

      await page.reload();
      await alive(page);
      for (const box of await page.locator('[data-predict]').all()) {
        await expect(box).toHaveAttribute('data-locked', 'true');
      }
      for (const item of await page.locator('[data-quiz]').all()) {
        await expect(item.getByRole('radio').first()).toBeChecked();
      }
      expect(faults).toEqual([]);
    });
  }
}
