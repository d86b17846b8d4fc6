/** The lectern: slides by keys, touch and clicker, the speaker's window, freezing, the plan for teachers, paper. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { outlines } from '../../src/lessons/outlines.ts';
import { alive, lesson, watch } from './pages.ts';

const shown = (page: Page) => page.locator('[data-shown]');
const where = (page: Page) => page.locator('.present-where');
const small = 'v=1&depth=2&width=4&steps=5&seeds=1';

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'present');
  await expect(shown(page)).toHaveCount(1);
  // The live parts are there once React has taken over the prose.
  await expect
    .poll(() =>
      page
        .locator('.prose > section')
        .first()
        .evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react'))),
    )
    .toBe(true);
}
const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]);
};

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
});

for (const [language, path] of Object.entries(lesson)) {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    test(`every slide fits and reads from the last row: ${language}, ${width}×${height}`, async ({ page, baseURL }) => {
      const { faults } = watch(page, new URL(baseURL ?? '').origin);
      await page.setViewportSize({ width, height });
      await open(page, `${path}?present`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
      const seen: string[] = [];
      for (let turns = 0; turns < 60; turns++) {
        const at = await where(page).textContent();
        seen.push(at ?? '');
        const { sideways, letters } = await page.evaluate(() => {
          const text = document.querySelector('[data-shown] p:not([data-off])');
          return {
            sideways: document.documentElement.scrollWidth - window.innerWidth,
            letters: text ? Number.parseFloat(getComputedStyle(text).fontSize) / window.innerHeight : 1,
          };
        });
        expect(sideways).toBeLessThanOrEqual(0);
        // Interface text is the smallest there is: at least a fortieth of the height.
        expect(letters).toBeGreaterThan(1 / 45);
        const ended = await isAtEnd(page);
        await page.keyboard.press('PageDown');
        if (ended && (await where(page).textContent()) === at) break;
      }
      expect(new Set(seen).size).toBeGreaterThan(10);
      expect(seen.at(-1)).toMatch(/^10 \/ 10/);
      expect(faults).toEqual([]);
    });
  }
}
/** Whether the last slide is scrolled to its end. */
const isAtEnd = (page: Page) =>
  page.evaluate(() => {
    const slide = document.querySelector('[data-shown]');
    const text = slide?.querySelector('.section-text') ?? slide;
    return !text || text.scrollHeight - text.clientHeight - text.scrollTop <= 24;
  });

test('keys turn the slides, the address follows, and a reload and a shared link come back to it', async ({ page }) => {
  await open(page, `${lesson.en}?present`);
  await expect(shown(page).locator('h1')).toHaveText('Degradation');
  await page.keyboard.press('ArrowRight');
  await expect(shown(page)).toHaveAttribute('id', 'run');
  expect(new URL(page.url()).hash).toBe('#run');
  await page.keyboard.press('Space');
  await expect(where(page)).toContainText('page 2');
  expect(new URL(page.url()).hash).toBe('#run.2');
  await page.reload();
  await expect(shown(page)).toHaveAttribute('id', 'run');
  await expect(where(page)).toContainText('page 2');
  await page.keyboard.press('Shift+Space');
  await expect(where(page)).toContainText('page 1');
  await page.keyboard.press('End');
  await expect(shown(page)).toHaveAttribute('id', 'claims');
  await page.keyboard.press('Home');
  await expect(shown(page).locator('h1')).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(shown(page).locator('h1')).toBeVisible();
  await open(page, `${lesson.zh}?present#why`);
  await expect(shown(page)).toHaveAttribute('id', 'why');
});

test('r runs the experiment of the slide and x resets it; a slide without one says so', async ({ page }) => {
  await open(page, `${lesson.en}?present&${small}#try`);
  const experiment = page.locator('#degradation-try');
  await expect(experiment).toBeVisible();
  await page.keyboard.press('r');
  await expect(experiment).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
  // The settings stay in the address, beside what makes it a talk.
  expect(page.url()).toContain(`?present&${small}#try`);
  await page.keyboard.press('x');
  await expect(experiment).toHaveAttribute('data-status', 'idle');
  await page.keyboard.press('Home');
  await page.keyboard.press('r');
  await expect(page.locator('.present-remark')).toHaveText('There is no experiment on this page of the slide.');
});

test('p shows a prediction, asks for an answer, locks it and shows the outcome', async ({ page }) => {
  await open(page, '/en/lessons/product/?present#first');
  const box = page.locator('[data-predict="first-of-twenty"]');
  await page.keyboard.press('p');
  await expect(box).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.locator('.present-remark')).toContainText('Choose an answer first');
  await page.keyboard.press('2');
  await expect(box.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('p');
  await expect(box).toHaveAttribute('data-locked', 'true');
  await page.keyboard.press('p');
  await expect(page.locator('[data-verdict]')).toBeVisible();
  await expect(page.locator('[data-verdict]')).toHaveAttribute('data-verdict', /hit|miss/, { timeout: 60_000 });
  // A talk keeps its answers to itself.
  expect(await page.evaluate(() => localStorage.getItem('residual-lab.progress'))).toBeNull();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Clear the answers given in this talk' }).click();
  await page.keyboard.press('Escape');
  await expect(box).toHaveAttribute('data-locked', 'false');
});

test('b blanks the screen, any key brings it back and does nothing else', async ({ page }) => {
  await open(page, `${lesson.en}?present#run`);
  const blank = page.locator('.present-blank');
  await page.keyboard.press('b');
  await expect(blank).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(blank).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('#run');
  await page.keyboard.press('.');
  await expect(blank).toBeVisible();
  await blank.click();
  await expect(blank).toHaveCount(0);
});

test('the overview goes to any slide by keyboard alone', async ({ page }) => {
  await open(page, `${lesson.en}?present#run`);
  await page.keyboard.press('o');
  const overview = page.getByRole('dialog', { name: 'Overview' });
  await expect(overview.getByRole('button', { name: /Add layers/ })).toBeFocused();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(overview).toHaveCount(0);
  await expect(shown(page)).toHaveAttribute('id', 'why');
  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  await expect(overview).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'present');
});

test('the overview shows each slide in small, and arrows and touch choose among them', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 1280, height: 720 },
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await open(page, `${lesson.zh}?present#run`);
  await page.keyboard.press('o');
  const overview = page.getByRole('dialog', { name: '总览' });
  const small = overview.locator('.miniature');
  await expect(small).toHaveCount(10);
  await expect(small.nth(1).locator('h2')).toHaveText('只加层，别的都不动');
  await expect(small.nth(1).locator('.chart svg').first()).toBeVisible();
  // A slide in small has the proportions of the screen, and shows what the slide shows, within its frame.
  const [frame, heading] = [await small.nth(3).boundingBox(), await small.nth(3).locator('h2').boundingBox()];
  if (!frame || !heading) throw new Error('no miniature');
  expect(frame.width / frame.height).toBeCloseTo(1280 / 720, 1);
  expect(heading.x).toBeGreaterThan(frame.x);
  expect(heading.x + heading.width).toBeLessThan(frame.x + frame.width);
  // Nothing in it can be focused, and the page has every id once.
  expect(
    await small
      .locator('button')
      .first()
      .evaluate((button) => button.matches('[inert] *')),
  ).toBe(true);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  expect(twice).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(overview).toHaveCount(0);
  await expect(shown(page)).toHaveAttribute('id', 'why');
  await page.keyboard.press('o');
  const sixth = await small.nth(5).boundingBox();
  await page.touchscreen.tap((sixth?.x ?? 0) + 40, (sixth?.y ?? 0) + 40);
  await expect(shown(page)).toHaveAttribute('id', 'try');
  await context.close();
});

test('c goes down to the rest of an experiment and back, and says where there is none', async ({ page }) => {
  await open(page, `${lesson.en}?present&${small}#try`);
  const more = page.getByRole('button', { name: 'More below ↓' });
  await expect(more).toBeVisible();
  const depth = page.locator('#degradation-try .control.number input[type="range"]').first();
  await expect(depth).not.toBeInViewport();
  await page.keyboard.press('c');
  await expect(depth).toBeInViewport();
  await page.getByRole('button', { name: 'Back up ↑' }).click();
  await expect(more).toBeVisible();
  // Alone on the slide, the experiment has its settings at its side.
  await page.keyboard.press('e');
  await expect(depth).toBeInViewport();
  await open(page, `${lesson.en}?present#why`);
  await expect(shown(page)).toHaveAttribute('id', 'why');
  await page.keyboard.press('c');
  await expect(page.locator('.present-remark')).toHaveText('All of the experiment is in sight.');
});

const alone = {
  en: { link: 'Present this experiment', missing: 'This page has no experiment “nothing”.' },
  zh: { link: '放映这个实验', missing: '这一页没有名为“nothing”的实验。' },
} as const;
for (const language of ['en', 'zh'] as const) {
  test(`one experiment is presented alone, from its link: ${language}`, async ({ page }) => {
    for (const [from, part] of [
      [`/${language}/?${small}`, 'hero'],
      [`/${language}/lab/?${small}`, 'lab'],
      [`${lesson[language]}?${small}`, 'degradation-try'],
    ] as const) {
      await page.goto(from);
      await alive(page);
      const experiment = page.locator(`#${part}`);
      const link = experiment.getByRole('link', { name: alone[language].link });
      // The settings of the address are those of the experiment once it has been read.
      await expect(link).toHaveAttribute('href', /depth=2/);
      await link.focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`\\?present&part=${part}&.*depth=2`));
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
      await expect(experiment).toHaveAttribute('data-shown', '');
      await alive(page);
      for (const hidden of ['.site-header', '.site-footer', '.lesson-header', '.lab-settings', '.lesson-list']) {
        await expect(page.locator(hidden).filter({ visible: true })).toHaveCount(0);
      }
      await page.keyboard.press('x');
      await expect(experiment).toHaveAttribute('data-status', 'idle');
      await page.keyboard.press('r');
      await expect(experiment).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
      const chart = await experiment.locator('.chart svg').first().boundingBox();
      // Half of the screen and more; the front page has two charts side by side.
      expect(chart?.width).toBeGreaterThan(part === 'hero' ? 480 : 640);
      expect((chart?.y ?? 720) + (chart?.height ?? 0)).toBeLessThan(670);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('b');
      await expect(page.locator('.present-blank')).toBeVisible();
      await page.keyboard.press('b');
      // There is nothing to go over in one slide.
      await page.keyboard.press('o');
      await expect(page.locator('dialog')).toHaveCount(0);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog').locator('kbd').getByText('r', { exact: true })).toBeVisible();
      await expect(page.getByRole('dialog').locator('kbd').getByText('o', { exact: true })).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page).toHaveURL(new RegExp(`\\?v=1.*#${part}$`));
      await expect(page.locator('html')).not.toHaveAttribute('data-mode', 'present');
    }
  });

  test(`what the lab sweeps, asks and takes apart is presented alone as well: ${language}`, async ({ page }) => {
    for (const [panel, part] of [
      ['lab-sweeps', 'lab-sweep'],
      ['lab-examines', 'lab-examine'],
      ['lab-units', 'lab-unit'],
    ] as const) {
      await page.goto(`/${language}/lab/?${small}`);
      await alive(page);
      await page.locator(`#${panel} > summary`).click();
      const experiment = page.locator(`#${part}`);
      const link = experiment.getByRole('link', { name: alone[language].link });
      await expect(link).toHaveAttribute('href', /depth=2/);
      await link.focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`\\?present&part=${part}&`));
      await expect(experiment).toHaveAttribute('data-shown', '');
      await expect(page.locator('#lab, .lab-settings').filter({ visible: true })).toHaveCount(0);
      await page.keyboard.press('r');
      await expect(experiment).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.locator('html')).not.toHaveAttribute('data-mode', 'present');
      await expect(experiment).toBeVisible();
    }
  });

  test(`a link to an experiment that is not there says so, with those that are: ${language}`, async ({ page }) => {
    await page.goto(`${lesson[language]}?present&part=nothing`);
    await expect(page.getByRole('alert').filter({ visible: true })).toContainText(alone[language].missing);
    await expect(page.getByRole('alert').locator('code').filter({ visible: true })).toHaveText([
      'degradation',
      'degradation-try',
    ]);
  });
}

test('the prediction of an experiment stands beside it, then its outcome, and e leaves it alone again', async ({
  page,
}) => {
  await open(page, '/en/lessons/product/?present&part=slope');
  await expect(page.locator('#slope')).toHaveAttribute('data-shown', '');
  await alive(page);
  const box = page.locator('[data-predict="first-of-twenty"]');
  await expect(box).toBeHidden();
  await page.keyboard.press('p');
  await expect(box).toBeVisible();
  await page.keyboard.press('3');
  await page.keyboard.press('p');
  await expect(box).toHaveAttribute('data-locked', 'true');
  await page.keyboard.press('p');
  await expect(page.locator('[data-verdict]').first()).toBeVisible();
  await expect(box).toBeHidden();
  await expect(page.locator('#slope')).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.locator('[data-verdict]').first()).toBeHidden();
  await page.keyboard.press('n');
  await expect(page.locator('#notes')).toBeVisible();
});

test('a sweep is presented with the preset that its link names; another name is told', async ({ page }) => {
  await page.goto(lesson.en);
  await alive(page);
  const sweep = page.locator('#degradation');
  await sweep.getByRole('radio', { name: /Glorot/ }).check({ force: true });
  await sweep.getByRole('link', { name: 'Present this experiment' }).click();
  await expect(page).toHaveURL(/\?present&part=degradation&preset=glorot$/);
  await expect(sweep.getByRole('radio', { name: /Glorot/ })).toBeChecked();
  await page.goto(`${lesson.zh}?present&part=degradation&preset=other`);
  await expect(sweep).toContainText('没有名为“other”的预设，这里改用第一个。');
  await expect(sweep.getByRole('radio').first()).toBeChecked();
});

test('single keys are listed under ?, can be turned off, and stay off; the other keys go on', async ({ page }) => {
  await open(page, `${lesson.en}?present#run`);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  for (const key of ['r', 'x', 'p', 'b', 'f', 'o', 'n', 's', '?']) {
    await expect(help.locator('kbd').getByText(key, { exact: true })).toBeVisible();
  }
  expect(await axe(page)).toEqual([]);
  await help.getByRole('checkbox', { name: 'Keys of a single character' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  for (const key of ['b', 'o', '?']) await page.keyboard.press(key);
  await expect(page.locator('.present-blank, dialog')).toHaveCount(0);
  await page.reload();
  await expect(where(page)).toContainText('2 / 10');
  await page.keyboard.press('b');
  await expect(page.locator('.present-blank')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(where(page)).toContainText('page 2');
  await page.getByRole('button', { name: 'Help' }).focus();
  await page.keyboard.press('Enter');
  await expect(help).toBeVisible();
});

test('keys belong to the field or slider that has the focus', async ({ page }) => {
  await open(page, `${lesson.en}?present&${small}#try`);
  const experiment = page.locator('#degradation-try');
  const exact = experiment.locator('.exact').first();
  await exact.focus();
  await page.keyboard.type('12r ');
  await expect(exact).toHaveValue(/12r/);
  await expect(experiment).toHaveAttribute('data-status', 'idle');
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'present');
  const slider = experiment.locator('input[type="range"]').first();
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press('ArrowRight');
  expect(await slider.inputValue()).not.toBe(before);
  await expect(shown(page)).toHaveAttribute('id', 'try');
});

test('a swipe and a tap on the edge turn the page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 1280, height: 720 },
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await open(page, `${lesson.en}?present#why`);
  await page.touchscreen.tap(1270, 360);
  await expect(where(page)).toContainText('page 2');
  await page.touchscreen.tap(8, 360);
  await expect(where(page)).toContainText('page 1');
  const swipe = (from: number, to: number) =>
    page.evaluate(
      ([start, end]) => {
        const at = (type: string, clientX: number) =>
          document
            .querySelector('[data-shown] h2')
            ?.dispatchEvent(
              new PointerEvent(type, { bubbles: true, isPrimary: true, pointerType: 'touch', clientX, clientY: 300 }),
            );
        at('pointerdown', start ?? 0);
        at('pointerup', end ?? 0);
      },
      [from, to],
    );
  await swipe(800, 400);
  await expect(where(page)).toContainText('page 2');
  await swipe(400, 800);
  await expect(where(page)).toContainText('page 1');
  await swipe(600, 630);
  await expect(where(page)).toContainText('page 1');
  await context.close();
});

test('the speaker’s window follows the talk and leads it', async ({ page }) => {
  await open(page, `${lesson.en}?present#run`);
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const speaker = await opening;
  const slides = speaker.locator('.speaker-slides');
  await expect(slides).toHaveAttribute('data-at', '1');
  await expect(slides).toContainText('Add layers, and nothing else');
  await expect(speaker.locator('#notes')).toContainText('let everybody draw both curves on paper');
  await expect(speaker.locator('.section').first()).toBeHidden();
  await expect(speaker.locator('.speaker-times')).toContainText('of 12 min');

  await page.keyboard.press('End');
  await expect(slides).toHaveAttribute('data-at', '9');
  for (let turns = 0; turns < 20; turns++) await page.keyboard.press('PageDown');
  await expect(slides).toContainText('This is the last slide.');
  await speaker.keyboard.press('Home');
  await expect(shown(page).locator('h1')).toBeVisible();
  await speaker.keyboard.press('PageDown');
  await expect(shown(page)).toHaveAttribute('id', 'run');
  await speaker.getByRole('combobox', { name: 'Slides' }).selectOption({ index: 3 });
  await expect(shown(page)).toHaveAttribute('id', 'why');
  await speaker.getByRole('button', { name: 'Blank screen' }).click();
  await expect(page.locator('.present-blank')).toBeVisible();
  await expect(speaker.locator('.speaker')).toContainText('The audience sees a blank screen.');
  await speaker.keyboard.press('b');
  await expect(page.locator('.present-blank')).toHaveCount(0);
  expect(await axe(speaker)).toEqual([]);

  // A reload of the projected window takes up the same talk.
  await page.reload();
  await expect(shown(page)).toHaveAttribute('id', 'why');
  await speaker.keyboard.press('ArrowLeft');
  await expect(shown(page)).toHaveAttribute('id', 'training-error');
  await page.close();
  await expect(speaker.locator('.speaker')).toContainText('The presentation was closed.');
});

test('talks do not mix: two lessons at once, a copied window, the next lesson', async ({ page, context }) => {
  const speakerOf = async (of: Page) => {
    const opening = of.waitForEvent('popup');
    await of.keyboard.press('s');
    const opened = await opening;
    await expect(opened.locator('.speaker-slides')).toBeVisible();
    return opened;
  };
  await open(page, `${lesson.en}?present#run`);
  const first = await speakerOf(page);
  const other = await context.newPage();
  await open(other, '/zh/lessons/product/?present#first');
  const second = await speakerOf(other);
  await second.keyboard.press('End');
  await expect(shown(other)).toHaveAttribute('id', 'claims');
  await expect(shown(page)).toHaveAttribute('id', 'run');
  // The speaker's window comes back after a reload, at the place where the talk stands, with the next slide in small.
  await first.reload();
  await expect(first.locator('.speaker-slides')).toHaveAttribute('data-at', '1');
  await expect(first.locator('.miniature h2')).toHaveText('Worse at what it was trained for');
  // A copy of a window takes its memory along, but not its talk. What it says before it knows is set right.
  const name = await page.evaluate(() => sessionStorage.getItem('residual-lab.talk') ?? '');
  await other.evaluate(
    ([talk, path]) =>
      new BroadcastChannel(`residual-lab.talk.${talk}`).postMessage({
        type: 'state',
        path,
        titles: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
        at: 6,
        page: 0,
        pages: 1,
        blank: false,
        began: Date.now(),
      }),
    [name, lesson.en] as const,
  );
  await expect(first.locator('.miniature h2')).toHaveText('Worse at what it was trained for');
  await expect(first.locator('.speaker-slides')).toHaveAttribute('data-at', '1');
  const copy = await context.newPage();
  await copy.addInitScript((talk) => {
    if (!sessionStorage.getItem('residual-lab.talk')) sessionStorage.setItem('residual-lab.talk', talk);
  }, name);
  await open(copy, `${lesson.en}?present#quiz`);
  await expect.poll(() => copy.evaluate(() => sessionStorage.getItem('residual-lab.talk'))).not.toBe(name);
  await expect(first.locator('.speaker-slides')).toHaveAttribute('data-at', '1');
  await first.keyboard.press('Home');
  await expect(shown(page).locator('h1')).toBeVisible();
  await expect(shown(copy)).toHaveAttribute('id', 'quiz');
  // When the talk goes on to another lesson, its notes come too.
  await open(page, '/en/lessons/healthy-norms/?present');
  await expect(first).toHaveURL(new RegExp(`/en/lessons/healthy-norms/\\?speaker=${name}$`));
  await expect(first.locator('.speaker-slides')).toHaveAttribute('data-at', '0');
});

test('on one screen, n shows the notes and Escape puts them away, then leaves', async ({ page }) => {
  await open(page, `${lesson.en}?present#why.2`);
  const notes = page.locator('#notes');
  await expect(notes).toBeHidden();
  await page.keyboard.press('n');
  await expect(notes).toBeVisible();
  await expect(notes).toHaveAttribute('open', '');
  await page.keyboard.press('Escape');
  await expect(notes).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`${lesson.en}#why$`));
  await expect(page.locator('html')).not.toHaveAttribute('data-mode', 'present');
});

test('a link from the lesson begins the talk where the reader is; links in it stay in the talk', async ({ page }) => {
  await page.goto(lesson.en);
  await page.getByRole('link', { name: 'Present this lesson' }).click();
  await expect(page).toHaveURL(new RegExp(`${lesson.en}\\?present$`));
  await open(page, '/en/lessons/product/?present#first');
  await expect(shown(page)).toHaveAttribute('id', 'first');
  await page.getByRole('link', { name: 'the next lesson' }).click();
  await expect(page).toHaveURL(/\/lessons\/healthy-norms\/\?present/);
  await open(page, `${lesson.en}?present#run`);
  await page.locator('[data-shown] .cite').first().click();
  await expect(shown(page)).toHaveAttribute('id', 'sources');
});

test('freeze: a run that takes too long gives way to its recording and says so', async ({ page }) => {
  await open(page, `${lesson.en}?present&freeze=0.2#run`);
  const sweep = page.locator('#degradation');
  await page.keyboard.press('r');
  await expect(sweep.locator('[data-frozen]')).toHaveText(
    'This machine needed longer than 0.2 s, so the run was stopped and its recording is shown.',
    { timeout: 60_000 },
  );
  await expect(sweep).toHaveAttribute('data-status', 'idle');
  await expect(sweep.locator('.recorded')).toContainText('recorded on');
  await expect(sweep.locator('.take')).toContainText('From 2 layers to 50 layers');
  await page.keyboard.press('?');
  const limit = page.getByRole('textbox', { name: /Freeze/ });
  await limit.fill('soon');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('“soon” is no time from 0.2 to 120 seconds');
  await limit.fill('90');
  await page.keyboard.press('Enter');
  expect(page.url()).toContain('freeze=90');
  await page.getByRole('checkbox', { name: /Freeze/ }).click();
  expect(page.url()).not.toContain('freeze');
});

test('freeze: the experiment of the front page too has its recording, in both languages', async ({ page }) => {
  for (const [language, says] of [
    ['en', 'This machine needed longer than 0.2 s, so the run was stopped and its recording is shown.'],
    ['zh', '这台机器在 0.2 秒内没有跑完，已停下，改放预录的结果。'],
  ] as const) {
    await page.goto(`/${language}/?present&freeze=0.2`);
    const hero = page.locator('#hero');
    await expect(hero).toHaveAttribute('data-shown', '');
    await alive(page);
    // The first run may begin before the recording is here.
    await expect(async () => {
      await page.keyboard.press('x');
      await page.keyboard.press('r');
      await expect(hero.locator('[data-frozen]')).toHaveText(says, { timeout: 5000 });
    }).toPass();
    await expect(hero.locator('.recorded')).toBeVisible();
  }
});

for (const language of ['zh', 'en'] as const) {
  test(`the teaching plan asks, lists the answers and links: ${language}`, async ({ page }) => {
    await page.goto(`/${language}/teach/`);
    const plan = page.locator('#product');
    await expect(plan.locator('dd').first()).toContainText(
      language === 'zh' ? '二十层 sigmoid' : 'Twenty sigmoid layers',
    );
    expect(await plan.locator('dd ul').first().locator('li').count()).toBeGreaterThanOrEqual(3);
    const links = await plan.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const href of links) expect(href.startsWith(`/${language}/lessons/product/`)).toBe(true);
    expect(links.some((href) => href.endsWith('?present'))).toBe(true);
    expect(links.some((href) => href.endsWith('?handout'))).toBe(true);
    await page.getByRole('radio', { name: /90/ }).check({ force: true });
    await expect(page.locator('.teach-classes > li')).toHaveCount(2);
    await plan.getByRole('link', { name: language === 'zh' ? '讲课备注' : 'Presenter’s notes' }).click();
    await expect(page.locator('#notes')).toHaveAttribute('open', '');
  });
}

test('the teaching plan has drawings to take along, in both languages', async ({ page }) => {
  for (const [language, alt] of [
    ['en', /Gradient norm over 300 steps at four states/],
    ['zh', /四个状态处的梯度范数随训练步数的变化/],
  ] as const) {
    await page.goto(`/${language}/teach/#drawings`);
    const drawings = page.locator('#drawings');
    const shownOnes = drawings.getByRole('img');
    await expect(shownOnes).toHaveCount(2);
    for (const one of await shownOnes.all()) {
      await one.scrollIntoViewIfNeeded();
      await expect
        .poll(() => one.evaluate((drawing) => (drawing instanceof HTMLImageElement ? drawing.naturalWidth : 0)))
        .toBeGreaterThan(700);
    }
    await expect(drawings.getByRole('img', { name: alt })).toBeVisible();
    const files = drawings.getByRole('link', { name: 'SVG' });
    await expect(files).toHaveCount(6);
    const saving = page.waitForEvent('download');
    await files.first().focus();
    await page.keyboard.press('Enter');
    expect((await saving).suggestedFilename()).toBe(`derivation-${language}.svg`);
    expect(await axe(page)).toEqual([]);
  }
});

const slugs = outlines.map(({ slug }) => slug);
test('the handout of every lesson is one sheet without answers, in both languages', async ({ page }) => {
  test.setTimeout(300_000);
  for (const path of slugs.flatMap((slug) => [`/en/lessons/${slug}/`, `/zh/lessons/${slug}/`])) {
    await page.goto(`${path}?handout`);
    await expect(page.locator('.handout-tools')).toBeVisible();
    await expect(page.locator('.quiz').first()).toBeVisible();
    await expect(page.locator('.lesson figure.equation').first()).toBeVisible();
    await expect(page.locator('.quiz-feedback').first()).toBeHidden();
    await expect(page.locator('.section p').first()).toBeHidden();
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});

test('a slide has no fault that axe finds', async ({ page }) => {
  for (const id of ['', 'run', 'why', 'quiz']) {
    await open(page, `${lesson.en}?present${id && `#${id}`}`);
    expect(await axe(page)).toEqual([]);
    await page.goto('about:blank');
  }
});
