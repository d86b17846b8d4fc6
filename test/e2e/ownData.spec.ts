/** Data of the reader's own in the lab: pasted and drawn by keyboard alone, in both languages, kept, taken away in files. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { alive, watch } from './pages.ts';

const small = 'v=1&data=spiral&depth=4&width=8&steps=60&seeds=1,2';
const table = (page: Page): Locator => page.locator('#lab');
const own = (page: Page): Locator => page.locator('#lab-own');
const done = (page: Page) => expect(table(page)).toHaveAttribute('data-status', 'done', { timeout: 60_000 });

/** Two rings, which no straight line parts. */
const rings = Array.from({ length: 60 }, (_, i) => {
  const radius = i % 2 ? 1 : 2;
  return [radius * Math.cos(i / 3), radius * Math.sin(i / 3), i % 2 ? 'inner' : 'outer'];
});
const csv = ['u,v,class', ...rings.map((row) => row.join(','))].join('\n');

const words = {
  en: {
    text: /^The table as text/,
    use: 'Use this table',
    bad: 'Row 62, column “v”: “two” is not a number.',
    taken: '60 examples, 2 columns. inner: 30, outer: 30.',
    named: 'own data, 44 examples',
    remove: 'Remove these data',
    gone: 'The data were removed from this browser.',
    way: 'drawn by hand',
    drawn: '22 examples, 2 columns. 1: 10, 2: 12.',
    usePoints: 'Use these points',
    regions: 'decision regions',
    missing: 'no link carries and this browser does not have; Fashion-MNIST is used.',
    run: 'Run',
    five: 'five points',
    one: 'one point',
  },
  zh: {
    text: /^表格文本/,
    use: '采用这张表',
    bad: '第 62 行“v”列：“two”不是数字。',
    taken: '60 个样本，2 列。inner：30，outer：30。',
    named: '自己的数据，44 个样本',
    remove: '删除这份数据',
    gone: '数据已从这个浏览器里删除。',
    way: '手画',
    drawn: '22 个样本，2 列。1：10，2：12。',
    usePoints: '采用这些点',
    regions: '决策区域',
    missing: '链接带不了数据，这个浏览器里也没有，已改用 Fashion-MNIST。',
    run: '运行',
    five: '五个点',
    one: '一个点',
  },
} as const;

async function open(page: Page, language: 'en' | 'zh', query = small) {
  await page.goto(`/${language}/lab/?${query}`);
  await alive(page);
}
async function openPanel(page: Page) {
  await own(page).locator('> summary').focus();
  await page.keyboard.press('Enter');
  await expect(own(page).getByRole('textbox')).toBeVisible();
}
const enter = async (page: Page, part: Locator) => {
  await part.focus();
  await page.keyboard.press('Enter');
};
async function paste(page: Page, language: 'en' | 'zh', text: string) {
  await own(page).getByRole('textbox', { name: words[language].text }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Tab');
  await expect(own(page).getByRole('button', { name: words[language].use })).toBeFocused();
  await page.keyboard.press('Enter');
}
/** Chooses a radio button by key: from the checked one of its group on. */
async function choose(page: Page, name: string, times: number) {
  await own(page).getByRole('radio', { name }).locator('xpath=ancestor::fieldset').locator('input:checked').focus();
  for (let i = 0; i < times; i++) await page.keyboard.press('ArrowRight');
  await expect(own(page).getByRole('radio', { name })).toBeChecked();
}

for (const language of ['en', 'zh'] as const) {
  const say = words[language];

  test(`a pasted table is told its faults, trained on, kept over a reload and removed, by key, in ${language}`, async ({
    page,
    baseURL,
  }) => {
    const { faults } = watch(page, new URL(baseURL ?? '').origin);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await open(page, language);
    await openPanel(page);
    await paste(page, language, `${csv}\n1,two,inner`);
    await expect(own(page)).toContainText(say.bad);
    await expect(table(page)).toHaveAttribute('data-status', 'idle');
    await paste(page, language, csv);
    await expect(own(page)).toContainText(say.taken);
    await done(page);
    await expect(page).toHaveURL(/data=own/);
    await expect(table(page).locator('.provenance')).toContainText(say.named);

    await page.reload();
    await alive(page);
    await enter(page, table(page).getByRole('button', { name: say.run, exact: true }));
    await done(page);
    await expect(table(page).locator('.provenance')).toContainText(say.named);
    await openPanel(page);
    await expect(own(page)).toContainText(say.taken);

    await enter(page, own(page).getByRole('button', { name: say.remove }));
    await expect(own(page)).toContainText(say.gone);
    await expect(page).not.toHaveURL(/data=own/);
    await page.goto(`/${language}/lab/?v=1&data=own&depth=4`);
    await alive(page);
    await expect(table(page).locator('.notices')).toContainText(say.missing);
    await expect(page).toHaveURL(/\?v=1&data=own&depth=4$/);
    expect(faults).toEqual([]);
    expect(asked.filter((request) => !request.startsWith('GET ') || request.includes('inner'))).toEqual([]);
  });

  test(`points are drawn, removed and trained on by key, and their regions are drawn, in ${language}`, async ({
    page,
  }) => {
    await open(page, language);
    await openPanel(page);
    await choose(page, say.way, 1);
    await choose(page, say.five, 1);
    const board = own(page).getByRole('application');
    await board.focus();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('ArrowLeft', 'Enter', 'ArrowDown', 'Enter');
    await press('2', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Enter', 'Shift+ArrowRight', ' ');
    await expect(own(page).getByRole('button', { name: say.usePoints })).toBeEnabled();
    // A point placed, taken back and placed again; one too many goes, and comes back.
    await choose(page, say.one, 2);
    await board.focus();
    await press('Shift+ArrowRight', 'Enter', 'Control+z', 'Enter', 'Shift+ArrowRight', 'Enter', 'Enter', 'Delete');
    await press('Tab');
    await enter(page, own(page).getByRole('button', { name: say.usePoints }));
    await expect(own(page)).toContainText(say.drawn);
    await done(page);
    await table(page).locator('.run-charts fieldset').first().locator('input:checked').focus();
    await press('ArrowLeft');
    await expect(table(page).getByRole('radio', { name: say.regions })).toBeChecked();
    await expect(table(page).locator('.run-charts canvas')).toHaveCount(2);
  });
}

test('a file is opened, and a run file brings the data to a browser without them', async ({ page, browser }) => {
  await open(page, 'en');
  await openPanel(page);
  const semicolons = ['u;v;class', ...rings.map((row) => row.join(';').replaceAll('.', ','))].join('\r\n');
  await own(page)
    .getByLabel('Open a CSV file')
    .setInputFiles({ name: 'rings.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${semicolons}`) });
  await expect(own(page)).toContainText('cells end with a semicolon; the first row holds the names');
  await done(page);
  const scores = await table(page).locator('.scores').innerText();
  await table(page).getByText('Files and code', { exact: true }).click();
  await expect(table(page)).toContainText('holds your data: whoever gets it gets them.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table(page).getByRole('button', { name: 'Run file', exact: true }).click(),
  ]);
  const [script] = await Promise.all([
    page.waitForEvent('download'),
    table(page).getByRole('button', { name: 'PyTorch' }).click(),
  ]);
  expect(readFileSync(await script.path(), 'utf8')).toContain(`\n        ${rings[0]?.[0]}, ${rings[0]?.[1]},\n`);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(new URL('/en/lab/', page.url()).href);
  await alive(other);
  await table(other).getByText('Files and code', { exact: true }).click();
  await table(other)
    .getByLabel('Open a run file')
    .setInputFiles(await download.path());
  await expect(table(other).locator('.scores')).toContainText('residual');
  expect(await table(other).locator('.scores').innerText()).toBe(scores);
  await expect(other).toHaveURL(/data=own/);
  await table(other).getByRole('button', { name: 'Run again' }).click();
  await done(other);
  expect(await table(other).locator('.scores').innerText()).toBe(scores);
  await context.close();
});

for (const [theme, width, language] of [
  ['light', 1440, 'en'],
  ['dark', 320, 'zh'],
] as const) {
  test(`axe finds nothing with own data: ${theme}, ${width} px, ${language}`, async ({ page }) => {
    await page.addInitScript((value) => localStorage.setItem('theme', value), theme);
    await page.setViewportSize({ width, height: 900 });
    await open(page, language);
    await openPanel(page);
    await paste(page, language, csv);
    await done(page);
    await paste(page, language, `${csv}\n1,two,inner`);
    for (const way of ['table', 'board']) {
      if (way === 'board') await choose(page, words[language].way, 1);
      const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide).toBeLessThanOrEqual(window ?? 0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
    }
  });
}
