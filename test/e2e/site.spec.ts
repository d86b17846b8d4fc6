/** The house around the lessons: addresses, heads, languages, themes, readers without scripts. */
import { expect, test } from '@playwright/test';
import { alive, lesson, pages, watch } from './pages.ts';

for (const { path, lang, title, heading } of pages) {
  test(`${path} answers whole, in its language, and asks only its own origin`, async ({ page, baseURL }) => {
    const { faults } = watch(page, new URL(baseURL ?? '').origin);
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page).toHaveTitle(title);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('h1')).toHaveCount(1);
    expect((await page.locator('h1').textContent())?.trim()).toMatch(heading);
    await alive(page);
    await page.waitForLoadState('networkidle');
    expect(faults).toEqual([]);
  });

  test(`${path} says where it stands and where its other language is`, async ({ page }) => {
    await page.goto(path);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    expect(new URL(canonical ?? '').pathname).toBe(path);
    const alternates = await page
      .locator('link[rel="alternate"]')
      .evaluateAll((links) => links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]));
    expect(alternates.map(([tag]) => tag)).toEqual(['zh-Hans', 'en', 'x-default']);
    expect(alternates.map(([, href]) => href)).toContain(canonical);
    for (const [, href] of alternates)
      expect((await page.request.get(new URL(href ?? '').pathname)).status()).toBe(200);
    expect((await page.locator('meta[name="description"]').getAttribute('content'))?.length).toBeGreaterThan(20);
    const card = await page.locator('meta[property="og:image"]').getAttribute('content');
    const image = await page.request.get(new URL(card ?? '').pathname);
    expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/png']);
  });
}

test('without scripts the lesson can be read, in both languages', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  for (const path of Object.values(lesson)) {
    await page.goto(path);
    const text = await page.locator('main').innerText();
    expect(text.length).toBeGreaterThan(2500);
    expect(await page.locator('main .katex').count()).toBeGreaterThan(0);
    expect(await page.locator('main section[id]').count()).toBeGreaterThan(3);
    await expect(page.locator('.theme-switch')).toBeHidden();
    // What the lesson would train is drawn from its recording, and named as one.
    await expect(page.locator('.drawings svg').first()).toBeVisible();
    await expect(page.locator('.drawings .recorded').first()).toBeVisible();
    await expect(page.locator('.run-controls').first()).toBeHidden();
  }
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(new RegExp(`${lesson.zh}$`));
  await context.close();
});

test('an address without a page is answered with 404, in the language of the address', async ({ page }) => {
  const expected = [
    ['/en/nothing/', 'There is no page here'],
    ['/zh/lessons/nothing/', '这里没有页面'],
  ] as const;
  for (const [path, heading] of expected) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  }
  const response = await page.goto('/nothing');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(['这里没有页面', 'There is no page here']);
});

test('the front door leads to the language of the browser, then to the one chosen', async ({ browser, baseURL }) => {
  for (const [locale, path] of [
    ['zh-CN', '/zh/'],
    ['en-GB', '/en/'],
    ['fr-FR', '/en/'],
  ] as const) {
    const context = await browser.newContext({ locale, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await context.close();
  }
  const context = await browser.newContext({ locale: 'en-GB', ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/en/');
  await alive(page);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh\/$/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/zh\/$/);
  await context.close();
});

test('the language switch stays on the lesson, at the section, with the experiment', async ({ page }) => {
  await page.goto(`${lesson.en}?v=1&data=spiral&depth=4`);
  await alive(page);
  const sections = page.locator('main section[id]');
  const id = await sections.nth(2).getAttribute('id');
  await page
    .locator(`#${id}`)
    .evaluate((section) => window.scrollTo(0, section.getBoundingClientRect().top + window.scrollY));
  // The header scrolls away with the page, so the switch is reached as the keyboard reaches it.
  await page.getByRole('link', { name: '中文' }).evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(/\/zh\/lessons\/degradation\/\?v=1&data=spiral&depth=4$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page).toHaveTitle(/残差实验室$/);
  await expect
    .poll(() =>
      page.locator(`#${id}`).evaluate((section) => {
        const { top, bottom } = section.getBoundingClientRect();
        return top < 200 && bottom > 100;
      }),
    )
    .toBe(true);
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
});

test('going to another page begins at its top, with the focus in it', async ({ page }) => {
  await page.goto('/en/');
  await alive(page);
  await page.getByRole('link', { name: /Lesson 2/ }).click();
  await expect(page).toHaveURL(new RegExp(`${lesson.en}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/[Dd]egradation/);
  await expect(page.locator('main')).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.getByRole('navigation').getByRole('link', { name: 'Lessons' }).click();
  await expect(page.locator('#lessons')).toBeInViewport();
});

test('the theme is kept, and is there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/');
  await alive(page);
  const root = page.locator('html');
  const choice = page.getByRole('combobox', { name: 'Theme' });
  await expect(choice).toHaveValue('auto');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
  await choice.selectOption('projector');
  await expect(root).toHaveAttribute('data-theme', 'projector');
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(lesson.zh);
  await expect(root).toHaveAttribute('data-theme', 'projector');
});

test('with storage denied the page works and follows the system', async ({ page }) => {
  const { faults } = watch(page, 'http://localhost');
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/');
  await alive(page);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  expect(faults.filter((fault) => fault.startsWith('error'))).toEqual([]);
});

test('the first tab stop skips to the content', async ({ page }) => {
  await page.goto(lesson.en);
  await alive(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('responses carry their type and the content security policy, and the policy holds', async ({ page, request }) => {
  const html = await request.get('/en/');
  expect(html.headers()['content-security-policy']).toContain("default-src 'self'");
  expect(html.headers()['x-content-type-options']).toBe('nosniff');
  const etag = html.headers().etag ?? '';
  expect((await request.get('/en/', { headers: { 'If-None-Match': etag } })).status()).toBe(304);
  expect((await request.get('/data/fashion14.bin')).headers()['content-type']).toBe('application/octet-stream');
  expect((await request.get('/en', { maxRedirects: 0 })).status()).toBe(308);
  await page.goto('/en/');
  await alive(page);
  const injected = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "injected"';
    document.head.append(script);
    return document.title;
  });
  expect(injected).not.toBe('injected');
  // Without a network every foreign request fails, so what counts is who refused it.
  const refused = () =>
    new Promise<string>((resolve) => {
      addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
      fetch('https://example.org/').then(
        () => resolve('answered'),
        () => setTimeout(resolve, 2000, 'failed'),
      );
    });
  expect(await page.evaluate(refused)).toBe('connect-src');
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  expect(await page.workers()[0]?.evaluate(refused)).toBe('connect-src');
});

for (const { path } of pages) {
  test(`${path} does not scroll sideways at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    await alive(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
