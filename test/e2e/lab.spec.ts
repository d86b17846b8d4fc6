/** The lab as a student uses it: set, run, compare, undo, pin, sweep, examine, step; in both languages and by keyboard. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { alive } from './pages.ts';

/** Small enough to finish in a second on any engine. */
const small = 'v=1&data=spiral&depth=4&width=8&steps=60&seeds=1,2';
const table = (page: Page): Locator => page.locator('#lab');
const status = (part: Locator, wanted: string) =>
  expect(part).toHaveAttribute('data-status', wanted, { timeout: 60_000 });

async function open(page: Page, query = small, language: 'en' | 'zh' = 'en') {
  await page.goto(`/${language}/lab/?${query}`);
  await alive(page);
}
async function run(page: Page) {
  await table(page).locator('.run-controls .primary').click();
  await status(table(page), 'done');
}
const panel = (page: Page, id: string) => page.locator(`#${id} > summary`).click();

test('a lesson leads to the lab with its very experiment, and the header leads there empty', async ({ page }) => {
  await page.goto(`/en/lessons/degradation/?${small}`);
  await alive(page);
  await page.locator('#degradation-try').getByRole('link', { name: 'Open it in the lab' }).click();
  await expect(page).toHaveURL(/\/en\/lab\/\?v=1&data=spiral&.*depth=4/);
  await expect(table(page).getByRole('slider', { name: 'Depth' })).toHaveAttribute('aria-valuetext', '4 layers');
  await page.getByRole('navigation', { name: 'Course' }).getByRole('link', { name: 'Lab' }).click();
  await expect(page).toHaveURL(/\/en\/lab\/$/);
  await expect(table(page).getByRole('slider', { name: 'Depth' })).toHaveAttribute('aria-valuetext', '20 layers');
});

test('a third network joins the comparison, and a change is trained at once and undone', async ({ page }) => {
  await open(page);
  await run(page);
  await table(page).getByText('What is compared', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a network' }).click();
  const third = page.getByRole('group', { name: 'network 3' });
  await third.getByLabel('Let it differ in').selectOption({ label: 'Normalisation' });
  await third.getByRole('radio', { name: 'batch' }).check();
  await status(table(page), 'done');
  await expect(page).toHaveURL(/arm=network%203,norm:batch/);
  await expect(table(page).locator('.scores tbody tr')).toHaveCount(3);
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).not.toHaveURL(/network/);
  await status(table(page), 'done');
  await expect(table(page).locator('.scores tbody tr')).toHaveCount(2);
});

test('runs are pinned, drawn, kept over a reload, told to start alike, and removed', async ({ page }) => {
  await open(page);
  await run(page);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await expect(page.locator('.pinned path')).toHaveCount(2);
  await table(page).getByText('Training', { exact: true }).click();
  await table(page).getByRole('button', { name: 'More: Learning rate' }).click();
  await expect(page).toHaveURL(/lr=0.02/);
  await status(table(page), 'done');
  await page.getByRole('button', { name: 'Pin this run' }).click();
  const pins = page.locator('#lab-pins');
  await pins.getByLabel('Name of run B').fill('faster');
  await pins.getByLabel('Name of run B').press('Enter');
  await pins.getByLabel('Colour of run B').selectOption('violet');
  await page.reload();
  await alive(page);
  await expect(pins.getByLabel('Name of run B')).toHaveValue('faster');
  await expect(pins.getByLabel('Colour of run B')).toHaveValue('violet');
  await expect(pins.locator('[data-pin="A"]')).toContainText('Same start: the settings on the table, B.');
  await expect(pins.locator('[data-pin="A"]')).toContainText('Learning rate 0.01');
  await run(page);
  await expect(page.locator('.pinned path')).toHaveCount(4);
  await pins.getByLabel('Draw run A').uncheck();
  await expect(page.locator('.pinned path')).toHaveCount(2);
  await pins.getByRole('button', { name: 'Remove A' }).click();
  await expect(pins.locator('[data-pin]')).toHaveCount(1);
  await pins.getByRole('button', { name: 'Put it back' }).click();
  await expect(pins.locator('[data-pin]')).toHaveCount(2);
});

test('storage that is full gets its sentence, and the pin stays for the visit', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page);
  await run(page);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await expect(page.locator('#lab-pins')).toContainText('the browser’s storage is full; they last until you close');
  await expect(page.locator('[data-pin]')).toHaveCount(1);
});

test('any setting is swept, over typed values or a few sensible ones', async ({ page }) => {
  await open(page);
  await panel(page, 'lab-sweeps');
  const sweeps = page.locator('#lab-sweeps');
  await sweeps.getByLabel('Setting', { exact: true }).selectOption({ label: 'Shortcut scale λ' });
  await expect(sweeps).toContainText('those that then no longer differ are drawn as one');
  const values = sweeps.getByLabel('Values, parted by commas');
  await values.fill('0, 1, five, 9');
  await values.press('Enter');
  await expect(values).toHaveValue('0, 1, 2');
  await expect(sweeps).toContainText('“five” is not a number');
  await expect(sweeps).toContainText('9 becomes 2');
  const sweep = page.locator('#lab-sweep');
  await sweep.getByRole('button', { name: 'Run', exact: true }).click();
  await status(sweep, 'done');
  await expect(sweep).toHaveAttribute('data-step', '6');
  await sweeps.getByLabel('Setting', { exact: true }).selectOption({ label: 'Activation' });
  await sweeps.getByLabel('linear').uncheck();
  await status(sweep, 'done');
  await expect(sweep).toHaveAttribute('data-step', '6');
});

test('the networks are examined, each kind with a conclusion and its numbers', async ({ page }) => {
  await open(page);
  await panel(page, 'lab-examines');
  const examine = page.locator('#lab-examine');
  await examine.getByRole('button', { name: 'Examine' }).click();
  const kinds = page.locator('#lab-examines').getByRole('group', { name: 'What to examine' }).getByRole('radio');
  await expect(kinds).toHaveCount(11);
  const said = new Set<string>();
  for (let i = 0; i < 11; i++) {
    await kinds.nth(i).check();
    await status(examine, 'done');
    said.add(await examine.locator('.take').innerText());
    await examine.getByRole('button', { name: 'Table' }).click();
    expect(await examine.locator('tbody tr').count()).toBeGreaterThan(1);
  }
  expect(said.size).toBe(11);
  await kinds.nth(5).check();
  await status(examine, 'done');
  const bars = examine.getByRole('slider');
  await bars.focus();
  await page.keyboard.press('ArrowRight');
  await expect(bars).toHaveAttribute('aria-valuetext', /^without unit 1 · plain \d/);
  await examine.getByRole('radio', { name: 'swap neighbours' }).check();
  await examine.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(examine.getByRole('slider')).toHaveAttribute('aria-valuetext', /^units 1 and 2 swapped · /);
});

test('one batch is stepped, forward and back, with the numbers of every unit', async ({ page }) => {
  await open(page);
  await panel(page, 'lab-step');
  const step = page.locator('#lab-step');
  await expect(step).toContainText('Press “One step” above');
  await table(page).getByRole('button', { name: 'One step' }).click();
  await status(table(page), 'paused');
  // Depth 4 in units of two layers: stem, two units, head.
  await expect(step.locator('tbody tr')).toHaveCount(4);
  const before = await step.locator('caption').innerText();
  await table(page).getByRole('button', { name: 'One step' }).click();
  await expect(step.locator('caption')).not.toHaveText(before);
  await step.getByRole('radio', { name: 'plain' }).check();
  await expect(step.locator('caption')).toContainText('plain, seed 1');
  await step.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(step.locator('caption')).toContainText('step 0');
});

for (const [language, say] of [
  ['en', { title: 'Delete and swap units by hand', deleted: 'Unit 2, place 1 of 4, deleted', reset: 'As trained' }],
  ['zh', { title: '动手拿掉、交换单元', deleted: '单元 2，共 4 位中的第 1 位，已拿掉', reset: '恢复原样' }],
] as const) {
  test(`units are deleted, swapped and brought back by keyboard, and measured each time (${language})`, async ({
    page,
  }) => {
    await open(page, `${small}&k=1`, language);
    await page.locator('#lab-units > summary').focus();
    await page.keyboard.press('Enter');
    const units = page.locator('#lab-unit');
    await expect(page.locator('#lab-units > summary')).toHaveText(say.title);
    const measured = async (left: string) => {
      await expect(units).toHaveAttribute('data-left', left);
      await status(units, 'done');
    };
    const take = units.locator('.take');
    await units.locator('.primary').focus();
    await page.keyboard.press('Enter');
    await measured('0 1 2 3');
    const intact = await take.innerText();
    await units.locator('[data-unit="0"] button').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await measured('0 2 3');
    await expect(take).not.toHaveText(intact);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(units.getByRole('button', { name: say.deleted })).toBeFocused();
    await page.keyboard.press('Enter');
    await measured('1 0 2 3');
    // Nor was the page left for the one before.
    await expect(page).toHaveURL(/k=1/);
    await units.getByRole('button', { name: say.reset }).focus();
    await page.keyboard.press('Enter');
    await measured('0 1 2 3');
    await expect(take).toHaveText(intact);
  });
}

for (const [language, say] of [
  ['en', { order: '3 of 4 units are left, in this order: 4, 2, 1.', out: 'Unit 3, place 3 of 4, deleted' }],
  ['zh', { order: '4 个单元留下 3 个，依次是：4、2、1。', out: '单元 3，共 4 位中的第 3 位，已拿掉' }],
] as const) {
  test(`a unit dragged onto another trades places with it, and a link lays them out so (${language})`, async ({
    page,
  }) => {
    await open(page, `${small}&k=1`, language);
    await panel(page, 'lab-units');
    const units = page.locator('#lab-unit');
    const unit = (at: number) => units.locator(`[data-unit="${at}"]`);
    const middle = async (at: number) => {
      const box = await unit(at).boundingBox();
      if (!box) throw new Error(`unit ${at} is not in view`);
      return [box.x + box.width / 2, box.y + box.height / 2] as const;
    };
    await unit(0).scrollIntoViewIfNeeded();
    // From its very middle to the right, which takes it along the row.
    await page.mouse.move(...(await middle(0)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(3)), { steps: 6 });
    await expect(unit(3)).toHaveAttribute('data-drop', 'true');
    await expect(unit(0).locator('> svg')).toHaveText('4');
    await page.mouse.up();
    await expect(units).toHaveAttribute('data-left', '3 1 2 0');
    await unit(2).click();
    await expect(units).toHaveAttribute('data-left', '3 1 0');
    await status(units, 'done');
    await expect(page).toHaveURL(/&units=2,1:4,2,3x,1$/);
    await page.reload();
    await alive(page);
    await expect(page.locator('.notices li')).toHaveCount(0);
    await expect(units.locator('.unit-order')).toContainText(say.order);
    await expect(units.getByRole('button', { name: say.out })).toBeVisible();
    await status(units, 'idle');
    await units.locator('.primary').click();
    await expect(units).toHaveAttribute('data-left', '3 1 0');
    await status(units, 'done');
  });
}

test('a ready question is put on the table and run', async ({ page }) => {
  await open(page);
  await panel(page, 'lab-presets');
  await page.getByRole('button', { name: 'Does batch normalisation save a plain network?' }).click();
  await expect(page).toHaveURL(/arm=plain/);
  await status(table(page), 'done');
  await expect(table(page).locator('.scores tbody tr')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/depth=4&/);
});

test('the lab is worked by keyboard alone, in Chinese', async ({ page }) => {
  await open(page, small, 'zh');
  await table(page).getByRole('slider', { name: '深度' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/depth=6/);
  await table(page).getByRole('button', { name: '运行', exact: true }).focus();
  await page.keyboard.press('Enter');
  await status(table(page), 'done');
  await page.getByRole('button', { name: '留存这次运行' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#lab-pins')).toContainText('已留存为 A。');
  await expect(page.locator('[data-pin="A"]')).toContainText('初值相同：当前设置。');
});

const shownBy = 'view=layers&of=weight&step=40&table=1,2&sweep=lr:0.01,0.1&ask=lesion,trained';
for (const [language, words] of [
  ['en', { copy: 'Copy a link to this experiment', train: 'Train and pin them', weight: 'size of the kernels W' }],
  ['zh', { copy: '复制这个实验的链接', train: '训练并留存', weight: '权重矩阵 W 的大小' }],
] as const) {
  test(`a link opens the chart, the step, the panels and the pinned runs that it was copied with (${language})`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => Promise.resolve(localStorage.setItem('copied', text)) },
      });
    });
    await open(page, `${small}&${shownBy}&pin=slow,teal&pin=fast,gold&lr=0.1`, language);
    await expect(table(page).getByRole('radio', { name: words.weight })).toBeChecked();
    await expect(page.locator('#lab-examines').getByRole('radio').nth(5)).toBeChecked();
    await expect(page.locator('#lab-sweeps .typed input')).toHaveValue('0.01, 0.1');
    await run(page);
    await expect(table(page).locator('.scrub input')).toHaveValue('40');
    await expect(page.locator('#lab-step caption')).toContainText('40');
    // By keyboard alone.
    await page.getByRole('button', { name: words.train }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-pin]')).toHaveCount(2, { timeout: 60_000 });
    await expect(page.locator('.linked-pins')).toHaveCount(0);
    await expect(page.locator('[data-pin="B"] input').first()).toHaveValue('fast');
    await page.getByRole('button', { name: words.copy }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('copied'))).toContain(`${shownBy}&pin=slow,teal`);
    const copied = await page.evaluate(() => localStorage.getItem('copied') ?? '');
    expect(copied).toContain('&pin=fast,gold&lr=0.1');
    await page.evaluate(() => localStorage.clear());
    await page.goto(copied);
    await alive(page);
    await expect(page.locator('.linked-pins')).toContainText(language === 'en' ? 'slow, fast' : 'slow、fast');
    await page.locator('.linked-pins button').last().click();
    await expect(page).not.toHaveURL(/pin=/);
    await expect(page).toHaveURL(/view=layers/);
  });
}

test('what a link cannot show is told, and the rest of it opens', async ({ page }) => {
  await open(page, `${small}&view=pie&step=900&units=2,1:2,2&ask=all&pin=,red&lr=x`);
  const told = page.locator('.notices');
  await expect(told).toContainText('“view=pie” is nothing this page can show exactly so');
  await expect(told).toContainText('“units=2,1:2,2” is nothing this page can show exactly so');
  await expect(page.locator('.unit-order')).toHaveText('All 2 units stand where they were trained.');
  await expect(told).toContainText('The link shows step 900; the last step of this run is 59');
  await expect(told).toContainText('Pinned run “1”: 2 of the things');
  await expect(table(page).getByRole('slider', { name: 'Depth' })).toHaveAttribute('aria-valuetext', '4 layers');
});

test('a link of a lesson keeps its chart, and hides the controls it does not name until asked', async ({ page }) => {
  await page.goto(`/en/lessons/degradation/?controls=depth&${small}&view=heat`);
  await alive(page);
  const part = page.locator('#degradation-try');
  await expect(part.getByRole('radio', { name: 'layers over time' })).toBeChecked();
  await expect(part.getByRole('slider', { name: 'Depth' })).toBeVisible();
  await expect(part.getByText('Normalisation', { exact: true })).toHaveCount(0);
  await part.getByRole('button', { name: 'Show all' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/controls=/);
  await alive(page);
  await expect(part.getByText('Normalisation', { exact: true }).first()).toBeVisible();
  await expect(part.getByRole('radio', { name: 'layers over time' })).toBeChecked();
});

for (const [theme, width, language] of [
  ['light', 1440, 'en'],
  ['dark', 320, 'zh'],
] as const) {
  test(`axe finds nothing with everything open: ${theme}, ${width} px, ${language}`, async ({ page }) => {
    await page.addInitScript((value) => localStorage.setItem('theme', value), theme);
    await page.setViewportSize({ width, height: 900 });
    await open(page, small, language);
    await run(page);
    await page.locator('#lab-pins button').first().click();
    for (const id of ['lab-presets', 'lab-step', 'lab-units', 'lab-sweeps', 'lab-examines']) await panel(page, id);
    for (const summary of await page.locator('.lab-group > summary').all()) {
      if ((await summary.locator('..').getAttribute('open')) === null) await summary.click();
    }
    await page.locator('#lab-examine .primary').click();
    await status(page.locator('#lab-examine'), 'done');
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(window ?? 0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });
}
