/** Every lesson in both languages, by keyboard alone and by mouse alone: predicted, run, compared, quiz answered, kept over a reload. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { languages } from '../../src/i18n/language.ts';
import { outlines } from '../../src/lessons/outlines.ts';
import { alive, watch } from './pages.ts';

const violationsOn = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]);
};

interface Hand {
  readonly choose: (radio: Locator) => Promise<void>;
  readonly press: (button: Locator) => Promise<void>;
}
const keyboard = (page: Page): Hand => ({
  async choose(radio) {
    await radio.focus();
    await page.keyboard.press('Space');
  },
  async press(button) {
    await button.focus();
    await page.keyboard.press('Enter');
  },
});
const mouse: Hand = { choose: (radio) => radio.click(), press: (button) => button.click() };

/** Makes every prediction of the page: the second answer of a choice, or curves a little below where they begin. */
async function predict(page: Page, { choose, press }: Hand): Promise<void> {
  for (const box of await page.locator('[data-predict]').all()) {
    if ((await box.getAttribute('data-locked')) === 'true') continue;
    const radios = box.locator('.predict-choices input');
    if ((await radios.count()) > 0) {
      await choose(radios.nth(1));
    } else {
      // Each curve is drawn once: by arrow key, or by a click on the paper with the curve chosen.
      const arms = box.locator('.draw-arms input');
      for (const arm of await arms.all()) {
        await choose(arm);
        if (choose === mouse.choose) await box.locator('.draw-paper').click({ position: { x: 120, y: 90 } });
      }
      if (choose !== mouse.choose) {
        for (const slider of await box.locator('.draw-point').all()) {
          await slider.focus();
          await page.keyboard.press('ArrowDown');
        }
      }
    }
    const lock = box.locator('.button-primary');
    await expect(lock).toHaveAttribute('aria-disabled', 'false');
    await press(lock);
    await expect(box).toHaveAttribute('data-locked', 'true');
  }
}

/** Answers every quiz item with its first answer. */
async function answer(page: Page, { choose, press }: Hand): Promise<void> {
  for (const item of await page.locator('[data-quiz]').all()) {
    await choose(item.getByRole('radio').first());
    await press(item.locator('button[type="submit"]'));
    await expect(item.locator('.quiz-feedback').first()).toBeVisible();
  }
}

/** Predicts, lets every experiment run, and answers the quiz. */
async function walk(page: Page, hand: Hand): Promise<void> {
  await predict(page, hand);
  const verdicts = page.locator('[data-verdict]');
  await expect(verdicts.filter({ hasText: /./ })).not.toHaveCount(0);
  await expect(page.locator('[data-verdict="waiting"]')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('.experiment[data-status="running"]')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('.experiment[data-status="failed"]')).toHaveCount(0);
  await answer(page, hand);
}

async function expectKept(page: Page): Promise<void> {
  for (const box of await page.locator('[data-predict]').all()) {
    await expect(box).toHaveAttribute('data-locked', 'true');
  }
  for (const item of await page.locator('[data-quiz]').all()) {
    await expect(item.getByRole('radio').first()).toBeChecked();
  }
}

for (const { slug } of outlines) {
  for (const language of languages) {
    for (const hand of ['keyboard', 'mouse'] as const) {
      test(`${slug} in ${language} by ${hand} alone`, async ({ page, baseURL }) => {
        const { faults } = watch(page, new URL(baseURL ?? '').origin);
        await page.emulateMedia({ colorScheme: language === 'zh' ? 'dark' : 'light', reducedMotion: 'reduce' });
        await page.goto(`/${language}/lessons/${slug}/`);
        await alive(page);
        await expect(page.locator('.prose section[id]').first()).toBeVisible();
        // axe sees the same page whichever hand was there.
        const thorough = (hand === 'mouse') === (language === 'zh');
        if (thorough) expect(await violationsOn(page)).toEqual([]);

        await walk(page, hand === 'mouse' ? mouse : keyboard(page));
        if (thorough) expect(await violationsOn(page)).toEqual([]);

        await page.reload();
        await alive(page);
        await expectKept(page);
        expect(faults).toEqual([]);
      });
    }
  }
}
