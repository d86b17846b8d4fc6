/** Accessibility of every page at rest. Pages with a finished run are in run.spec.ts. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { alive, pages } from './pages.ts';

/** The front page and the model lesson in all four ways; the other pages light and wide, dark and narrow. */
const thorough = (path: string) => /^\/(?:zh|en)\/(?:lessons\/degradation\/)?$/.test(path);

for (const theme of ['light', 'dark'] as const) {
  for (const width of [375, 1440]) {
    const diagonal = (theme === 'light') === (width === 1440);
    for (const { path } of pages.filter((page) => diagonal || thorough(page.path))) {
      test(`axe finds nothing: ${path}, ${theme}, ${width} px`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await alive(page);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
      });
    }
  }
}

for (const path of ['/nothing', '/en/nothing/']) {
  test(`axe finds nothing on the missing page ${path}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });
}
